import { readLink } from './card.ts'
import { formatDay } from './dates.ts'
import type { Wording } from './fluent.ts'
import { type Html, html, joinHtml, link } from './html.ts'
import type { Language } from './language.ts'
import { foreign, inDirection, literal, oneLine, stack } from './lines.ts'
import { searchSyntax } from './search.ts'
import { shorten } from './shorten.ts'
import { zoneName } from './zones.ts'

const TITLE_LIMIT = 300
const GIVEN_LIMIT = 80
const DESCRIPTION_LIMIT = 256

/** What this is, in three lines, the newest headline among them. `story` is the story's name. */
export function start(
  wording: Wording,
  input: { story?: string; newest: { title: string; id: number } | null; botUsername: string },
): Html {
  const { story, newest, botUsername } = input
  const headline = (title: string) => literal(shorten(oneLine(title), TITLE_LIMIT))
  return inDirection(
    wording.language,
    stack(
      story === undefined
        ? wording.html('start-what')
        : wording.html('start-what-story', { story: shorten(oneLine(story), GIVEN_LIMIT) }),
      wording.html('start-how'),
      newest === null
        ? wording.html('start-empty')
        : wording.html('start-newest', {
            title: link(readLink(botUsername, newest.id), headline(newest.title)),
          }),
    ),
  )
}

/** The commands this reader may use, what any other text does, and what a search can do besides words. */
export function help(
  wording: Wording,
  input: { commands: readonly { command: string; description: string }[] },
): Html {
  const lines = input.commands.map(({ command, description }) => {
    const text = literal(shorten(oneLine(description), DESCRIPTION_LIMIT))
    return html`${foreign(`/${shorten(oneLine(command), 32)}`)} – ${text}`
  })
  return inDirection(
    wording.language,
    joinHtml(
      [
        stack(wording.html('help-heading'), ...lines),
        stack(wording.html('help-search'), searchSyntax(wording)),
      ],
      '\n\n',
    ),
  )
}

/** The digest will come daily at `time` (HH:MM), first on `nextDay`. */
export function subscribed(wording: Wording, input: { time: string; zone: string; nextDay: string }): Html {
  return wording.html('subscribed', {
    time: input.time,
    zone: zoneName(wording, input.zone),
    day: html`${formatDay(input.nextDay, wording.language)}`,
  })
}

/** The subscription has ended. */
export function unsubscribed(wording: Wording): Html {
  return wording.html('unsubscribed')
}

/** There was no subscription to end. */
export function notSubscribed(wording: Wording): Html {
  return wording.html('not-subscribed')
}

/** Asks for the time of the digest; times to choose from stand on the buttons. */
export function askTime(wording: Wording): Html {
  return wording.html('ask-time')
}

/** Asks for the time zone; cities to choose from stand on the buttons. */
export function askZone(wording: Wording): Html {
  return wording.html('ask-zone')
}

/** Asks for the language; the buttons name them. */
export function askLanguage(wording: Wording): Html {
  return wording.html('ask-language')
}

/** `given` is what was taken for a time. */
export function badTime(wording: Wording, input: { given: string }): Html {
  return wording.html('bad-time', { given: shorten(oneLine(input.given), GIVEN_LIMIT) })
}

/** `given` is what was taken for a zone. */
export function badZone(wording: Wording, input: { given: string }): Html {
  return wording.html('bad-zone', { given: shorten(oneLine(input.given), GIVEN_LIMIT) })
}

/** What is set; the buttons below change it. `time` and `zone` are null while nothing was chosen. */
export function settings(
  wording: Wording,
  input: { language: Language; time: string | null; zone: string | null; active: boolean },
): Html {
  const { language, time, zone, active } = input
  return inDirection(
    wording.language,
    stack(
      wording.html('settings-heading'),
      wording.html('settings-language', { name: wording.text(`language-${language}`) }),
      wording.html(active ? 'settings-active' : 'settings-inactive'),
      time === null ? null : wording.html('settings-time', { time }),
      zone === null ? null : wording.html('settings-zone', { zone: zoneName(wording, zone) }),
    ),
  )
}

/** What is stored, for how long, and how to erase it. */
export function privacy(wording: Wording): Html {
  return wording.html('privacy')
}

/** Asks once more before everything about the chat is erased. */
export function forgetQuestion(wording: Wording): Html {
  return wording.html('forget-question')
}

/** Everything about the chat has been erased. */
export function forgotten(wording: Wording): Html {
  return wording.html('forgotten')
}

/** What was under way is not done. */
export function cancelled(wording: Wording): Html {
  return wording.html('cancelled')
}

/** A command of private chats was given in a group. */
export function onlyPrivate(wording: Wording): Html {
  return wording.html('only-private')
}

/** There is no such command. */
export function unknownCommand(wording: Wording): Html {
  return wording.html('unknown-command')
}

/** The same words as for a command that does not exist, so that a refusal hints at nothing. */
export function notAllowed(wording: Wording): Html {
  return unknownCommand(wording)
}

/** Plain text: answers the press itself. */
export function expiredButton(wording: Wording): string {
  return wording.text('expired-button')
}

/** Plain text: answers the press itself. */
export function saved(wording: Wording): string {
  return wording.text('saved')
}

/** An update could not be handled because of an error of ours. */
export function failed(wording: Wording): Html {
  return wording.html('failed')
}

/** What was sent is longer than what can be taken. */
export function tooLong(wording: Wording): Html {
  return wording.html('too-long')
}
