import { readLink } from './card.ts'
import type { Wording } from './fluent.ts'
import { type Html, html, joinHtml, link } from './html.ts'
import { foreign, inDirection, literal, oneLine, stack } from './lines.ts'
import { searchSyntax } from './search.ts'
import { shorten } from './shorten.ts'

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
