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

command-add = Add a report: its text, address or file
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
    What editors send, their drafts and their names are kept, with a record of editorial decisions.

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

draft-address = Link: { $address }
draft-agency = Agency: { $agency }
draft-cuts =
    Cut: { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
draft-heading = <b>Draft of a report</b>
draft-heading-of = <b>Draft { $position } of { $count }</b>
draft-language = Language: { $name }
draft-lead = The sentences chosen:
draft-missing = Not found: { $parts }
draft-no-cuts = Nothing was cut from the text.
draft-published = Published: { $date } (known to the { $precision })
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
precision-day = day
precision-minute = minute
precision-month = month
precision-second = second
precision-year = year

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
already-there = This text is stored already: { $title }
discarded = The draft has been discarded; nothing of it was published.
draft-settled = This draft has been decided on before.
nothing-usable = There is no report in this text. The whole text of the report can be sent, with its title.
published = Published: { $title }

## Fetching pages and feeds

fetch-bad-certificate =
    The site’s certificate is not valid, so the page was not fetched: { $address }
    The text of the report itself can be sent.
fetch-bad-response =
    The site sent a damaged or incomplete answer: { $address }
    It can be tried again later, or the text of the report itself can be sent.
fetch-bad-url =
    This address cannot be opened: { $address }
    What will do is the address of a page that begins with http or https, on a usual port, without a user name or password.
fetch-http-status =
    The site answered that the page is not available: { $address }
    The address can be checked, or the text of the report itself can be sent.
fetch-insecure-redirect =
    The site redirects from a secure connection to one that is not, so the page was not fetched: { $address }
    The text of the report itself can be sent.
fetch-refused-address =
    This address does not belong to a public site on the internet, so it was not opened: { $address }
fetch-timeout =
    The page did not arrive within 10 seconds: { $address }
    It can be tried again later, or the text of the report itself can be sent.
fetch-too-large =
    The page is larger than 5 MB, so it was not fetched: { $address }
    The text of the report itself can be sent.
fetch-too-many-redirects =
    The site redirects from one address to another many times without reaching a page: { $address }
    The text of the report itself can be sent.
fetch-unreachable =
    The site cannot be reached: { $address }
    It may be down at the moment, or there is a mistake in the address.
fetch-wrong-type =
    What is at this address is of a kind that is not read here: { $address }
    A web page will do, or a feed where feeds are asked for.

## The radar on the card of a draft

button-radar-revise = Save as a new version
button-radar-separate = Publish separately
radar-copy = <b>Published before:</b> the same text is stored.
radar-event =
    Event: { $title } ({ $count ->
        [one] { $count } report
       *[other] { $count } reports
    })
radar-event-day =
    Event: { $title } ({ $day }, { $count ->
        [one] { $count } report
       *[other] { $count } reports
    })
radar-event-new = Event: new to the story.
radar-foreign = <b>Not this story:</b> the report does not seem to belong to it.
radar-in-passing = Both sides of the story are named in passing only, late in the text.
radar-missing = The text names none of: { $words }
radar-near-copy = <b>An edited copy:</b> { $percent } percent of the text is shared with a stored report.
radar-nearest = Nearest stored report: { $title } ({ $credit }, { $date })
radar-new = <b>New:</b> no stored report is a copy of it.
radar-revision = <b>A new version:</b> the report is stored already with another text.
radar-same-event = <b>The same event:</b> another publisher has written about it.
radar-words = Words of the story: { $words }

## Editors: statistics and export

button-export-atom = Atom feed
button-export-csv = CSV table
button-export-json = JSON file
command-export = Export the story as a file
command-stats = Reports, readers and deliveries in numbers
export-caption =
    The story as { $form }: { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
export-empty = No reports to export yet.
export-offer = Format of the export:
export-too-large =
    The story is larger than Telegram takes. It can be exported on the server:
    <code>mujaz export story.json</code>
stats-amendments = Corrections on their way: { $count }
stats-articles = Published reports: { $count }
stats-chart-others = Other publishers
stats-chart-title = Reports by month and publisher
stats-deliveries-failed = Failed: { $count }
stats-deliveries-gone = Chats out of reach: { $count }
stats-deliveries-heading = <b>Digests of the last seven days</b>
stats-deliveries-sent = Delivered: { $count }
stats-deliveries-skipped = Skipped: { $count }
stats-deliveries-waiting = On their way: { $count }
stats-drafts = Open drafts: { $count }
stats-feeds-active = Followed: { $count }
stats-feeds-failing = Failing among them: { $count }
stats-feeds-heading = <b>Feeds</b>
stats-feeds-paused = Paused: { $count }
stats-heading = <b>Statistics</b>
stats-no-picture = The picture could not be drawn.
stats-older = Older than the picture: { $count }
stats-readers-heading = <b>Readers</b>
stats-retracted = Retracted reports: { $count }
stats-stopped = Sending stopped: { $count }
stats-stopped-blocked = blocked the bot: { $count }
stats-stopped-chat-gone = chat is gone: { $count }
stats-stopped-deactivated = account deleted: { $count }
stats-stopped-no-rights = no right to write: { $count }
stats-stopped-topic-closed = topic closed: { $count }
stats-subscribed = Subscribed: { $count }
stats-substitute = { $label } in the picture: { $publisher }
stats-undated = Without a known month: { $count }
stats-unsent = Digests not delivered yet: { $count }
stats-waiting-heading = <b>Waiting</b>
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

## Editors: appointment and log

editors-heading = <b>Editors</b>
editors-none = No editors yet.
editors-entry = { $name } ({ $id }), since { $day }
editors-how =
    To appoint: <code>/editors 123456789</code> with the account's id, /editors in reply to a message forwarded from the person, or the button below.
editors-ask = The id of the new editor's account, their contact card, or a message forwarded from them:
editors-appointed = Appointed editor: { $name }
editors-already = An editor already: { $name }
editors-dismissed = No editor any more: { $name }
editors-none-such = There is no editor with this id: { $id }
editors-is-owner = This is an owner's account; owners come from the configuration.
editors-hidden = Whoever wrote the forwarded message hides their account. Send their id or their contact card.
editors-not-a-person =
    It is not clear who is meant.
    Send the account's id, such as <code>/editors 123456789</code>
editors-question = Dismiss { $name }? The buttons of their drafts will do nothing for them any more.
editors-welcome =
    You have been appointed editor of this bot.
    To add a report: /add; all commands: /help
editors-farewell = You are no editor of this bot any more; your subscription stays as it is.
button-appoint = Appoint an editor
button-dismiss = Dismiss { $name }
button-dismiss-yes = Yes, dismiss
role-owner = an owner
role-person = account { $id }
audit-heading = <b>Log of decisions</b>
audit-empty = No decisions in the log yet.
audit-entry = { $time } · { $actor } · { $act }: { $subject }
audit-change = { $field }: from { $before } to { $after }
audit-fact = { $field }: { $value }
act-open-draft = opened a draft
act-revise-draft = changed a draft
act-publish = published
act-discard = discarded
act-edit-article = changed a report
act-retract = retracted a report
act-undo = undid
act-send-alert = sent an alert
act-manage-feeds = feeds
act-see-statistics = statistics
act-export = exported
act-see-ranking = ranking
act-govern-deliveries = deliveries
act-appoint = editors
act-read-audit = read the log
subject-draft = draft { $id }
subject-article = report { $id }
subject-editor = editor { $id }
subject-feed = feed { $id }
command-editors = Editors, and appointing them
command-audit = The log of editorial decisions

## Editors: the drafts desk

button-cut-again = Cut { $line }
button-draft = Draft { $number }
button-lead = Choose sentences
button-lead-auto = Choose automatically
button-restore = Restore { $line }
button-split = Split the draft
button-to-draft = Back to the draft
command-drafts = Drafts that wait for a decision
cut-line-restored = Line { $line } (back in the text): { $text }
draft-discarded-by =
    This draft was discarded before.
    Decided by: { $name }
draft-editor = Editor { $id }
draft-overtaken = The stored report has been changed or retracted meanwhile, so the new version was not kept. The draft stays.
draft-owner = the owner
draft-published-by =
    This draft was published before: { $title }
    Decided by: { $name }
draft-revised = The new version is kept: { $title }
draft-too-long = The text is too long for one report. The draft can be split.
draft-unusable = The draft cannot be published as it is: the text or one of the fields is not usable.
drafts-entry =
    { $number }. <b>{ $title }</b>
    { $facts }
drafts-heading =
    { $count ->
        [one] One draft waits for a decision:
       *[other] { $count } drafts wait for a decision:
    }
drafts-more =
    { $count ->
        [one] One more draft waits in /drafts
       *[other] { $count } more drafts wait in /drafts
    }
drafts-none = No draft waits for a decision.
drafts-untitled = Draft without a title
lead-choice =
    <b>Sentences of the report</b>
    Press the number of a sentence to add it or to take it out; at most { $sentences } sentences and { $characters } characters.
lead-chosen = { $number }. ✓ { $text }
lead-sentence = { $number }. { $text }
lead-too-long = Not added: the chosen sentences would have more than { $characters } characters.
lead-too-many = Not added: { $sentences } sentences are chosen already.
lens-heading =
    <b>What was cut from the text, and why</b>
    Press the number of a line to put it back in its place, or to cut it again.
nothing-in-file = There is no report in the file { $name }.
nothing-in-page = There is no report on the page { $address }.
page-of = Page { $page } of { $pages }
reading-failed = { $name } could not be read. The text of the report can be pasted instead.
reading-file = Reading the file { $name }…
reading-page = Reading the address { $address }…
split-choice =
    <b>Splitting the draft</b>
    The second draft begins at the paragraph whose number is pressed.
split-impossible = The draft cannot be split at this paragraph: one of the parts would hold no report.
split-paragraph = { $number }. { $text }

## Feeds

command-feeds = Feeds that news comes in by
button-feed = Feed { $number }
button-feed-add = Add a feed
button-feed-keep = No, keep it
button-feed-pause = Pause
button-feed-poll = Read it now
button-feed-remove = Remove the feed
button-feed-remove-yes = Yes, remove it
button-feed-resume = Resume
button-feed-try = Add: { $title }
feed-added =
    The feed was added and will be read within minutes. { $count ->
        [one] It holds one item now.
       *[other] It holds { $count } items now.
    }
feed-address = Address: { $address }
feed-ask = The address of the feed (RSS, Atom or JSON Feed), or of the site that publishes it:
feed-brought = Items read: { $items }, drafts among them: { $drafts }
feed-entry = { $number }. { $title }
feed-failing = Cannot be read: { $reason }
feed-failing-since = Failed attempts since { $time }: { $count }
feed-invalid =
    There is no news feed at this address: { $address }
    A feed in RSS, Atom or JSON Feed will do, or a page that names its feed.
feed-known = This feed has been added before.
feed-next = Next read: { $time }
feed-not-read-yet = Not read yet.
feed-not-there = There is no such feed, or it was removed.
feed-notice-failing = <b>A feed has failed for a day:</b> { $title }
feed-notice-gone =
    <b>A feed was paused:</b> { $title }
    Its site says that it is gone for good.
feed-notice-recovered = <b>A feed works again:</b> { $title }
feed-on-page =
    A web page stands at this address: { $address }
    It names these feeds; any of them can be added:
feed-paused = State: paused
feed-poll-failed = The feed could not be read: { $reason }
feed-polled =
    The feed was read; { $count ->
        [one] one new draft came of it.
       *[other] { $count } new drafts came of it.
    }
feed-question =
    Remove this feed: { $title }
    Its drafts and reports stay as they are.
feed-reason-address = the address cannot be opened, or leads where nothing can be opened
feed-reason-certificate = the security certificate is not valid
feed-reason-gone = it is gone for good
feed-reason-invalid = what stands at the address is no sound feed
feed-reason-other = an error of the bot
feed-reason-robots = the site asks programs not to read it
feed-reason-status = the site answers that it is not available
feed-reason-too-large = it is too large
feed-reason-unreachable = the site does not answer, or its answer breaks off
feed-removed = The feed was removed: { $title }
feed-robots =
    The site asks programs not to read this address (robots.txt): { $address }
    Its reports can be added as texts.
feed-succeeded = Last read in full: { $time }
feed-too-heavy =
    What stands at this address could not be read: { $address }
    It is too large, or its structure is broken.
feed-untitled = A feed without a title
feed-works = State: followed
feeds-heading = <b>Feeds</b>
feeds-how =
    To add a feed: the button below, or the command with its address, such as
    <code>/feeds https://news.example/rss</code>
feeds-none = No feeds yet.

## Files

document-empty =
    There is no text in { $name }.
    The text of the report itself can be sent.
document-invalid =
    { $name } could not be read: it is broken, or holds no report.
    The text of the report itself can be sent.
document-not-text =
    What is in { $name } is no text.
    Text in UTF-8, UTF-16 or windows-1256 can be read.
document-too-large =
    { $name } is larger than 5 MB, or its text is longer than what is read.
    The text of the report alone can be sent.
document-unsupported =
    Files of this kind are not read: { $name }
    A txt, md, html or json file can be sent.
parse-failed =
    { $name } could not be read: it is broken.
    The text of the report itself can be sent.
parse-timeout =
    { $name } could not be read in acceptable time: it is too intricate.
    The text of the report itself can be sent.
parse-too-large =
    { $name } could not be read: it takes too much memory.
    The text of the report itself can be sent.

## After publishing

alert-ask-id = The number of the report is needed: <code>/alert 12</code>
alert-heading = <b>Urgent</b>
alert-later =
    Of them, { $count ->
        [one] one reader is in quiet hours and gets it when they end
       *[other] { $count } readers are in quiet hours and get it when they end
    }.
alert-nobody = Nobody would get this alert now: whoever asked for urgent reports has had it, or nobody asked.
alert-question =
    Send “{ $title }” as an alert?
    It reaches { $count ->
        [one] one reader who has
       *[other] { $count } readers who have
    } asked for urgent reports.
alert-sent =
    The alert is on its way to { $count ->
        [one] one reader
       *[other] { $count } readers
    }.
alerts-off = with the digest only
alerts-on = at once
article-retracted = This report was retracted on { $day }: <b>{ $title }</b>
article-unknown = There is no report with the number { $id }.

button-alert = Alert
button-alert-yes =
    Send to { $count ->
        [one] one reader
       *[other] { $count } readers
    }
button-alerts-off = Urgent reports: off
button-alerts-on = Urgent reports at once
button-edit = Edit
button-field-address = Address
button-field-agency = Agency
button-field-author = Author
button-field-date = Date
button-field-event = Day of the event
button-field-publisher = Publisher
button-field-text = Text
button-field-title = Title
button-history = History
button-keep-correction = Save as a correction and tell readers
button-keep-quietly = Save without telling
button-note-standard = Send: { $note }
button-remove-field = Remove the value
button-retract = Retract
button-retract-yes = Yes, retract it
button-undo = { $act }: { $title }

change-after = After: { $value }
change-before = Before: { $value }
change-field = Change of <b>{ $field }</b>
change-kept = Saved: { $title }, now revision { $revision }.
change-not-address = The address is that of a page, with https or http in front.
change-not-duplicate = Another report has this very text: { $title }
change-not-overtaken = The report has been changed meanwhile. Open it again, then edit it.
change-not-retracted = This report is retracted, and what is retracted is not edited.
change-not-same = The new value is what stands there already.
change-not-text = The text is empty, or longer than what is kept.
change-question = Is it a correction that readers are to be told of?
change-received =
    The report has arrived in { $count ->
        [one] one message
       *[other] { $count } messages
    }.
change-told =
    Those who have received it are told: { $count ->
        [one] one message
       *[other] { $count } messages
    }.

edit-ask-address = The new address, in a message.
edit-ask-agency = The name of the agency, in a message.
edit-ask-author = The name of the author, in a message.
edit-ask-event = The day of the event, in a message, such as: <code>18 June 2024</code>
edit-ask-id = The number of the report is needed: <code>/edit 12</code>, or the button under the opened report.
edit-ask-note = What readers are told about this correction, in a line or two.
edit-ask-text = The whole new text in a message, or in several right after each other.
edit-heading = Editing report { $id }, revision { $revision }
edit-note-too-long =
    A note is needed, of at most { $most ->
        [one] one character
       *[other] { $most } characters
    }.

field-address = address
field-agency = agency
field-author = author
field-date = date of publication
field-event = day of the event
field-headings = sub-headings
field-language = language
field-lead = lead
field-note = note
field-publisher = publisher
field-summary = publisher's summary
field-text = text
field-title = title
field-topics = topics
field-value = { $field }: { $value }

history-ask-id = The number of the report is needed: <code>/history 12</code>
history-characters =
    { $count ->
        [one] one character
       *[other] { $count } characters
    }
history-current = Revision { $revision }, which stands now
history-heading = <b>History of report { $id }</b>: { $title }
history-version = Revision { $revision }, changed { $time } by { $editor }

note-standard = Corrected in this report: { $field }.
notice-corrected = <b>Correction:</b> { $note }
notice-restored = The earlier notice is withdrawn; the report stands as published.
notice-retracted = This report was retracted: { $note }
notice-withdrawn = This report was retracted.

retract-ask-id = The number of the report and the reason are needed: <code>/retract 12 reason</code>
retract-ask-reason =
    Retracting “{ $title }”.
    Send the reason, as readers will be told.
retract-before = This report was retracted before: { $title }
retract-done = Retracted: { $title }
retract-question = Retract “{ $title }”?

settings-alerts = Urgent reports: { $choice }

told-corrected = Correction of a report that was sent to you: { $title }
told-reason = Reason: { $note }
told-restored = An earlier notice is withdrawn; the report stands as published: { $title }
told-retracted = A report that was sent to you has been retracted: { $title }

undo-before = This has been undone before.
undo-discard = discard
undo-done-discard = The draft is open again: { $title }
undo-done-edit = The former revision is back: { $title }
undo-done-publish = What was published is withdrawn, and its draft is open again: { $title }
undo-done-retract = The report stands again: { $title }
undo-edit = edit
undo-empty = There is nothing to undo yet.
undo-entry = { $time } – { $act }: { $title } ({ $editor })
undo-entry-undone = { $time } – { $act }: { $title } ({ $editor }), undone
undo-heading = <b>What can be undone</b>
undo-overtaken = Something has changed since, so undoing this would undo more. Undo what is newer first.
undo-publish = publish
undo-retract = retract
undo-untitled = untitled

why-amendment-edited = Correction of report { $id }: the message was edited
why-amendment-failed = Correction of report { $id }: did not arrive
why-amendment-gone = Correction of report { $id }: the chat cannot be reached
why-amendment-pending = Correction of report { $id }: waits
why-amendment-replied = Correction of report { $id }: sent in a message of its own
why-slot-alert = Alert of report { $id }: { $state }
command-edit = Edit a published report
command-retract = Retract a report and tell readers
command-history = The revisions of a report
command-undo = Undo the latest acts
command-alert = Send a report as an alert
