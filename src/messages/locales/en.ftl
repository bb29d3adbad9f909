# Every word that a human reads in English. The same keys as ar.ftl; their list is in ../keys.ts.

## Buttons

button-back = Back to the list
button-best-first = Best match first
button-cancel = Cancel
button-digest = Digest now
button-discard = Discard draft
button-erase = Yes, erase
button-example = Search: { $words }
button-help = Help
button-language = Language
button-latest = Latest reports
button-newest-first = Newest first
button-next = Next
button-other-time = Another time
button-other-zone = Another zone
button-previous = Previous
button-publish = Publish
button-read = Read { $number }
button-set-date = Set date
button-set-publisher = Set publisher
button-set-title = Set title
button-settings = Settings
button-show-cuts = Show cuts
button-source = Open source
button-subscribe = Subscribe
button-time = Time
button-unsubscribe = Unsubscribe
button-zone = Time zone

expired-button = This button has expired. Ask for the list again.
saved = Saved.

## Languages and time zones

language-ar = العربية
language-en = English

zone-aden = Aden
zone-algiers = Algiers
zone-amman = Amman
zone-baghdad = Baghdad
zone-beirut = Beirut
zone-berlin = Berlin
zone-cairo = Cairo
zone-casablanca = Casablanca
zone-damascus = Damascus
zone-dubai = Dubai
zone-gaza = Gaza
zone-istanbul = Istanbul
zone-khartoum = Khartoum
zone-london = London
zone-moscow = Moscow
zone-riyadh = Riyadh
zone-tripoli = Tripoli (Libya)
zone-tunis = Tunis

## Command menu

command-add = Add a report by pasting its text
command-digest = The digest now, ahead of its time
command-forget = Erase the data of this chat
command-help = The commands and what they do
command-latest = The latest reports
command-privacy = What is stored, and for how long
command-search = Search the reports for a word or a name
command-settings = Language, time and time zone
command-start = What this is, and the newest headline
command-subscribe = Subscribe to the daily digest and set its time
command-unsubscribe = End the daily digest

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
digest-nothing-since = No new reports since { $day }.
digest-omitted =
    { $count ->
        [one] { $count } more new report: /latest
       *[other] { $count } more new reports: /latest
    }
digest-undated = Undated

## Subscription and settings

subscribed =
    Subscribed: the digest comes every day at { $time }, { $zone } time.
    The first one is due on { $day }. Nothing is sent on a day without news.
unsubscribed =
    Unsubscribed: no daily digest will be sent.
    To subscribe again: /subscribe
not-subscribed =
    There is no subscription at present.
    To subscribe: /subscribe
ask-language = Language of the messages:
ask-time =
    Time of the daily digest:
    choose a button or write the time on the 24-hour clock, for example 07:30
ask-zone =
    Time zone:
    choose a city or write the name of the zone, for example Africa/Cairo
bad-time =
    “{ $given }” was not understood as a time.
    Write hours and minutes, from 00:00 to 23:59, for example:
    <code>/subscribe 07:30</code>
    <code>/subscribe 13:00</code>
    <code>/subscribe 21:15 Africa/Cairo</code>
bad-zone =
    No time zone is known by the name “{ $given }”.
    Write continent and city, for example:
    <code>Asia/Riyadh</code>
    <code>Africa/Cairo</code>
    <code>Europe/London</code>
settings-active = Subscription: active
settings-heading = <b>Settings</b>
settings-inactive = Subscription: inactive
settings-language = Language: { $name }
settings-time = Time of the digest: { $time }
settings-zone = Time zone: { $zone }

## Privacy

privacy =
    <b>Privacy</b>
    Stored about this chat: its id, language, time of the digest, time zone, the last report it received, and the states of deliveries. No names are stored with them.

    Messages received are kept as they came for up to 48 hours, so that none is lost.
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
