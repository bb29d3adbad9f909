# Every word that a human reads in English. The same keys as ar.ftl; their list is in ../keys.ts.

## Buttons

button-back = Back to the list
button-best-first = Best match first
button-cancel = Cancel
button-chosen = ✓ { $label }
button-days = Days
button-digest = Digest now
button-discard = Discard draft
button-erase = Yes, erase
button-example = Search: { $words }
button-help = Help
button-language = Language
button-latest = Latest reports
button-length = Length
button-location = Send location
button-newest-first = Newest first
button-next = Next
button-nothing-say = A line on a day without news
button-nothing-skip = Nothing on a day without news
button-other-hours = Other hours
button-other-time = Another time
button-other-zone = Another zone
button-previous = Previous
button-publish = Publish
button-quiet = Quiet hours
button-read = Read { $number }
button-rest = All new reports
button-set-date = Set date
button-set-publisher = Set publisher
button-set-title = Set title
button-settings = Settings
button-show-cuts = Show cuts
button-sound-off = Sound off
button-sound-on = Sound on
button-source = Open source
button-subscribe = Subscribe
button-times = Times
button-understood = Subscribe with that
button-unsubscribe = Unsubscribe
button-zone = Time zone

expired-button = This button has expired. Ask for the list again.
saved = Saved.

## Languages

language-ar = العربية
language-en = English

## Command menu

command-add = Add a report by pasting its text
command-day = The digest or the reports of a past day
command-digest = The digest now, ahead of its time
command-forget = Erase the data of this chat
command-help = The commands and what they do
command-latest = The latest reports
command-privacy = What is stored, and for how long
command-runs = Runs of digests: progress, pause, cancel
command-search = Search the reports for a word or a name
command-settings = Times, days and length of the digest, language
command-start = What this is, and the newest headline
command-subscribe = Subscribe to the digest and set its times
command-unsubscribe = End the daily digest
command-why = What a chat was sent, and why

## Start and help

start-what = <b>Mujaz</b> follows one news story through the reports of different publishers.
start-what-story = <b>Mujaz</b> follows one news story: { $story }.
start-how = The sentences shown are taken word for word from each report, with its publisher and date.
start-newest = Newest: { $title }
start-empty = No reports yet. The newest headline will stand here once the first one is published.
help-heading = <b>Commands</b>
help-search = Any other text is a search.

## Reports

article-gone = This report is not available.
article-part = Part { $part } of { $parts }
article-summary = Publisher’s summary
author = By { $author }
credit-agency = { $publisher }, from { $agency }
date-unknown = date unknown
event-on = Event: { $day }
latest-empty = No reports yet.
latest-heading = <b>Latest reports</b>
link-read = Full text
link-source = Source
list-position =
    Page { $page } of { $pages }, { $total ->
        [one] { $total } report
       *[other] { $total } reports
    } in all
published-on = Published: { $date }

## Search

search-advice = Fewer words or another spelling may help, for example:
search-ask = A search needs at least one word, for example:
search-heading = Results for <b>“{ $query }”</b>
search-near = The nearest names:
search-nothing = Nothing found for “{ $query }”.
search-quoted = “{ $word }”
search-relaxed = No report holds all the words; these hold some of them.
search-widened = Nothing found for “{ $word }”; these are the results for { $near }.

reason-letters = letters { $points }
reason-nearness = nearness { $points }
reason-opening = opening { $points }
reason-title = title { $points }
reason-words = words { $points }

syntax-period = In a period: <code>treaty since:2024-06 until:2024-09</code>
syntax-phrase = An exact phrase: <code>"ministry of defence"</code>
syntax-source = From a publisher or agency: <code>summit source:Reuters</code>
syntax-without = Without a word: <code>summit -missile</code>

## Digest

digest-heading =
    <b>Digest: { $count ->
        [one] { $count } new report
       *[other] { $count } new reports
    }</b>
digest-queued = The digest is on its way.
digest-nothing = No new reports now.
digest-omitted =
    { $count ->
        [one] One more new report
       *[other] { $count } more new reports
    }
digest-undated = Undated
new-heading = <b>All new reports</b>
day-bad =
    “{ $given }” is not a date that can be read.
    A day or a month, such as:
    <code>/day 2024-06-18</code>
    <code>/day 18 June 2024</code>
    <code>/day yesterday</code>
day-received = The digest of { $day }, as it was sent:
day-last = The last digest that was sent:
day-none-received = No digest has been sent to this chat yet.
day-reports = <b>Reports of { $day }</b>
day-empty = No reports dated { $day }.

## Subscription and settings

subscribed = Subscribed: the digest comes { $days }, { $times }, { $zone } time.
subscribed-say = On a day without news one silent line is sent.
subscribed-skip = Nothing is sent on a day without news.
next-later = The next digest: { $day }, at { $time }.
next-now = The next digest: now, because today’s has not been sent yet.
next-silently = It comes without a sound, because its hour lies in the quiet hours.
next-today = The next digest: today, { $day }, at { $time }.
next-tomorrow = The next digest: tomorrow, { $day }, at { $time }.
unsubscribed =
    Unsubscribed: no digest will be sent.
    To subscribe again: /subscribe
not-subscribed =
    There is no subscription at present.
    To subscribe: /subscribe

not-understood = “{ $given }” was not understood. It can be written in other words.
understood = This was understood, and is not saved yet:
subscribe-examples =
    Examples:
    <code>/subscribe 7:30 Cairo</code>
    <code>/subscribe 7:30am and 8pm Riyadh</code>
    <code>/subscribe 20:00 London working days short</code>
which-zone =
    The name of the city has several meanings, or a letter too many or too few.
    Choose the zone that is meant, or write a clearer name:

answer-by-reply = Here the answer has to be a reply to this message.
ask-days = All days, the working days, or days of one’s choice.
ask-language = Language of the messages:
ask-length = What the digest holds of each report:
ask-location =
    The button “Send location” below sets the time zone.
    The name of a city can be written instead.
ask-quiet = A digest due in the quiet hours comes without a sound, and a late one waits for their end.
ask-times = An hour that is pressed is added; one that is set (✓) is removed.
ask-zone = Choose a city, or write the name of another one after “Another zone”.
type-quiet =
    Quiet hours, from one time to another, for example:
    <code>22:00-07:00</code>
    <code>11pm to 6am</code>
type-time =
    The time of the digest, or several times, for example:
    <code>7:30</code>
    <code>7:30am and 8pm</code>
    <code>19.30</code>
type-zone =
    The name of a city or a time zone, for example:
    <code>Cairo</code>
    <code>London</code>
    <code>Asia/Riyadh</code>
bad-place = No time zone is known for this location. The name of a city can be written.
bad-quiet =
    “{ $given }” was not understood as quiet hours.
    Write one time and another, for example:
    <code>22:00-07:00</code>
    <code>23:30-08:00</code>
    <code>11pm to 6am</code>
bad-time =
    “{ $given }” was not understood as a time.
    Write hours and minutes, from 00:00 to 23:59, for example:
    <code>07:30</code>
    <code>7:30am and 8pm</code>
    <code>19.30</code>
bad-zone =
    No time zone is known by the name “{ $given }”.
    Write a city, or continent and city, for example:
    <code>Riyadh</code>
    <code>London</code>
    <code>Africa/Cairo</code>

at-times =
    { $count ->
        [one] at { $times }
       *[other] at { $times }
    }
days-chosen =
    { $count ->
        [one] every { $days }
       *[other] every week on { $days }
    }
days-daily = every day
days-last = There has to be at least one day.
days-working = on working days ({ $days })
length-full = full (leads and sources)
length-normal = medium (leads)
length-short = short (headlines only)
nothing-say = one silent line
nothing-skip = nothing is sent
quiet-between = from { $from } to { $to }
quiet-off = none
sound-off = without a sound
sound-on = with sound
times-last = There has to be at least one time.
times-most =
    { $count ->
        [one] At most { $count } time; one can be removed first.
       *[other] At most { $count } times; one can be removed first.
    }
weekday-range = { $from } to { $to }

settings-active = Subscription: active
settings-days = Days: { $days }
settings-heading = <b>Settings</b>
settings-inactive = Subscription: inactive
settings-language = Language: { $name }
settings-length = Length: { $length }
settings-nothing = On a day without news: { $choice }
settings-quiet = Quiet hours: { $quiet }
settings-sound = Arrival: { $sound }
settings-times =
    { $count ->
        [one] Time: { $times }
       *[other] Times: { $times }
    }
settings-zone = Time zone: { $zone }

## Groups and channels

administrators-only = Only administrators can change the settings here.
channel-welcome =
    The bot can now post in the channel “{ $chat }”.
    For a daily digest there, post this command in the channel; it can be deleted afterwards:
    <code>/subscribe 7:30</code>
group-welcome =
    <b>Mujaz</b> sends this group what is new in the reports, every day.
    Administrators subscribe and set the time, with the button below or with a command such as
    <code>/subscribe 7:30</code>
    In forums every topic has its own subscription: write the command in the topic.
pause-fix-no-rights = Sending goes on once the bot may write again, with what was missed.
pause-fix-topic-closed = Sending goes on once the topic is open again, with what was missed.
pause-note = The digest for “{ $chat }” has been paused.
pause-why-no-rights = The reason: the bot may not write there any more.
pause-why-topic-closed = The reason: the topic it goes to has been closed or deleted.
unnamed-chat = a chat without a name

## Privacy

privacy =
    <b>Privacy</b>
    Stored about this chat: its id, language, settings of the digest, the id of whoever chose them, the last report it received, and the states of deliveries. No names are stored with them.

    Messages received are kept as they came for up to 48 hours, so that none is lost.
    A location that is sent is a message like any other; the settings keep the time zone alone.
    Search words are kept with their lists of results for up to 30 days, to page through them.
    Editors’ drafts are kept, with a record of editorial decisions.

    To erase the data of this chat: /forget
forget-question =
    Erase the data of this chat, subscription and settings included?
    This cannot be undone.
forgotten = The data of this chat has been erased, and any subscription has ended.

## General answers

cancelled = Cancelled.
failed = An error in the bot prevented this. Please try again in a while.
only-private = This command works only in a private chat with the bot.
too-long = The text is longer than allowed. A shorter one can be sent.
unknown-command =
    This command is not available.
    Available commands: /help

## Editors: the draft

cut-address = addresses
cut-agency-credit = agency credit
cut-byline = by-line
cut-caption = captions
cut-css = page styling
cut-disclaimer = disclaimer
cut-metadata = publication data
cut-page-furniture = parts of the page
cut-read-also = read also
cut-related = related headlines
cut-repeated-title = repeated title
cut-share = share buttons
cut-sign-off = sign-off
cut-site-name = site name
cut-site-summary = site summary
cut-tags = tags
cut-line = Line { $line }: { $text }
cut-line-reason = Line { $line } ({ $reason }): { $text }

draft-agency = Agency: { $agency }
draft-cuts =
    Cut: { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
draft-heading = <b>Draft of a report</b>
draft-heading-of = <b>Draft { $position } of { $count }</b>
draft-in-story = The report belongs to the story.
draft-in-story-words = The report belongs to the story, by these words: { $words }
draft-language = Language: { $name }
draft-lead = The sentences chosen:
draft-missing = Not found: { $parts }
draft-no-cuts = Nothing was cut from the text.
draft-not-in-story = The report does not seem to belong to the story.
draft-publisher = Publisher: { $publisher }
draft-summary =
    Publisher’s summary: { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
draft-title = Title: { $title }
draft-words =
    Length: { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
part-date = date of publication
part-publisher = publisher
part-title = title

## Editors: the dialogue

ask-date =
    Date of publication, whole or as far as it is known, for example:
    <code>2024-06-19 17:50</code>
    <code>19 June 2024</code>
    <code>2024-06</code>
ask-publisher = Name of the publisher, on one line:
ask-text = The text of the report as it stands in its source, with its title and date if there are any:
ask-title = Title of the report, on one line:
date-not-understood =
    “{ $given }” was not understood as a date.
    Write it whole or as far as it is known, for example:
    <code>2024-06-19 17:50</code>
    <code>19 June 2024</code>
    <code>2024-06</code>
publisher-not-usable = This text cannot be a publisher’s name: that is one line of at most 120 characters.
title-not-usable = This text cannot be a title: that is one line of at most 300 characters.
already-published = This draft has been published before.
already-there = This text is stored already: { $title }
discarded = The draft has been discarded; nothing of it was published.
draft-settled = This draft has been decided on before.
nothing-usable = There is no report in this text. The whole text of the report can be sent, with its title.
published = Published: { $title }

## Owners: runs

button-run-cancel = Cancel run { $id }
button-run-cancel-yes = Yes, cancel run { $id }
button-run-keep = No, leave it
button-run-pause = Pause run { $id }
button-run-resume = Resume run { $id }

duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }

run-braked = Run { $id } has paused itself. Nothing more of it is sent until an owner decides.
run-braked-advice = Resuming tries again from where it stopped; cancelling leaves the news to every reader’s next digest.
run-cancel-question =
    Cancel run { $id }? What waits will not be sent: { $count }.
    Its news stays new and comes with every reader’s next digest.
run-failed = Failed: { $count }
run-gone = Chats that are gone: { $count }
run-heading = <b>Run { $id }</b>
run-kept = Nothing has changed in run { $id }.
run-left = Time left: { $time }
run-not-known = This run is not known.
run-rate = Rate: { $rate } a second
run-reason = Reason: { $reason }
run-refused = Refused attempts: { $count }
run-sent = Sent: { $sent } of { $planned } ({ $percent }%)
run-skipped = Left to the next digest: { $count }
run-started = Started: { $time }
run-state-cancelled = State: cancelled
run-state-done = State: done
run-state-paused = State: paused
run-state-running = State: sending
run-took = Took: { $time }
run-waiting = Waiting: { $count }
runs-heading = <b>Runs</b>
runs-none = No runs yet.

## Owners: deliveries of a chat

reason-blocked = the bot was blocked
reason-by-operator = decided on the command line
reason-by-owner = decided by owner { $id }
reason-cancelled = cancelled
reason-chat-gone = the chat does not exist, or the bot was removed from it
reason-deactivated = the account was deleted
reason-flood = Telegram asked to wait { $time }
reason-forgotten = the subscription had ended
reason-moved = the group has a new id
reason-moved-on = the group’s id changed again and again
reason-no-answer = no valid answer from Telegram; it may have arrived
reason-no-rights = the bot may not write there
reason-nothing-new = nothing new
reason-stopped = sending to the chat had stopped
reason-superseded = replaced by a newer digest that covers it
reason-too-late = more than twelve hours late
reason-topic-closed = the topic is closed or deleted

why-attempts = Counted attempts: { $count }
why-chat = <b>Chat { $id }</b>
why-cursor = Last report received: { $id }
why-cursor-none = No digest received yet
why-edition =
    Edition { $id }: { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }, after report { $from } up to { $to }
why-edition-first =
    Edition { $id }: { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }, a first digest, up to report { $to }
why-hidden = Whoever wrote this message hides their identity, so the id of their chat is not known.
why-hold-all = A wait that Telegram asks for, all chats: until { $time }
why-hold-chat = A wait that Telegram asks for, this chat: until { $time }
why-kind = { $kind }, language: { $language }
why-kind-channel = Channel
why-kind-group = Group
why-kind-private = Private chat
why-kind-supergroup = Supergroup
why-next = Next digest: { $time } ({ $utc })
why-next-attempt = Not before: { $time }
why-no-slots = No slots yet.
why-no-subscription = Not subscribed
why-not-stopped = Sending: active
why-parts = Parts that arrived: { $arrived } of { $parts }
why-position = Reader { $page } of { $pages } in this chat
why-run = Run { $id }
why-set-by = Set up by: { $id }
why-slot = Slot { $slot }: { $state }
why-slot-asked = Asked for { $time }: { $state }
why-slot-nth = Slot { $slot }, digest { $number }: { $state }
why-slots = <b>Last slots</b>
why-state-failed = failed
why-state-gone = chat gone
why-state-pending = waiting
why-state-sending = being sent
why-state-sent = sent
why-state-sent-at = sent { $time }
why-state-skipped = not sent
why-stopped = Sending: stopped, { $reason }
why-topic = <b>Topic { $thread } of chat { $id }</b>
why-unknown = No chat is known by the id { $id }.
why-usage =
    Write the id of the chat behind the command, for example:
    <code>/why -1001234567890</code>
    A reply to a forwarded message works as well.
