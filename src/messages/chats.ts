import type { Wording } from './fluent.ts'
import type { Html } from './html.ts'
import { inDirection, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'

/** Titles are at most 128 characters at Telegram; a note needs less of them. */
const TITLE_LIMIT = 80

/** The bot has been added to a group: what it does, and how to begin. */
export function groupWelcome(wording: Wording): Html {
  return wording.html('group-welcome')
}

/** The bot may post in a channel now: how to subscribe it. For whoever added it, in private. */
export function channelWelcome(wording: Wording, input: { title: string | null }): Html {
  return wording.html('channel-welcome', { chat: chatTitle(wording, input.title) })
}

/** A subscription pauses, why, and what ends the pause. */
export function pauseNote(
  wording: Wording,
  input: { title: string | null; reason: 'no_rights' | 'topic_closed' },
): Html {
  const closed = input.reason === 'topic_closed'
  return inDirection(
    wording.language,
    stack(
      wording.html('pause-note', { chat: chatTitle(wording, input.title) }),
      wording.html(closed ? 'pause-why-topic-closed' : 'pause-why-no-rights'),
      wording.html(closed ? 'pause-fix-topic-closed' : 'pause-fix-no-rights'),
    ),
  )
}

/** Settings of a chat of several people are its administrators' business. */
export function administratorsOnly(wording: Wording): Html {
  return wording.html('administrators-only')
}

/** {@link administratorsOnly} as plain text: answers the press itself. */
export function administratorsOnlyNotice(wording: Wording): string {
  return wording.text('administrators-only')
}

function chatTitle(wording: Wording, title: string | null): string {
  const line = shorten(oneLine(title ?? ''), TITLE_LIMIT)
  return line === '' ? wording.text('unnamed-chat') : line
}
