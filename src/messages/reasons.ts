import { duration } from './durations.ts'
import type { Wording } from './fluent.ts'
import { type Html, html } from './html.ts'
import type { WordingKey } from './keys.ts'
import { foreign, oneLine } from './lines.ts'
import { shorten } from './shorten.ts'

/** A stored reason: somebody's decision, or what was written down when it happened. */
export type Reason = { readonly by: 'operator' | { readonly owner: number } } | { readonly stored: string }

/** What is stored for the reasons that we know ourselves. */
const KNOWN = {
  nothing_new: 'reason-nothing-new',
  too_late: 'reason-too-late',
  superseded: 'reason-superseded',
  cancelled: 'reason-cancelled',
  reader_stopped: 'reason-stopped',
  unsubscribed: 'reason-forgotten',
  moved: 'reason-moved',
  'moved on and on': 'reason-moved-on',
  'no valid answer': 'reason-no-answer',
  blocked: 'reason-blocked',
  deactivated: 'reason-deactivated',
  chat_gone: 'reason-chat-gone',
  no_rights: 'reason-no-rights',
  topic_closed: 'reason-topic-closed',
} as const satisfies Record<string, WordingKey>

const FLOOD = /^wait (\d{1,9}) s$/
const LITERAL_LIMIT = 200

/** Why something was not sent, in words; what others have written (Telegram, the network) is shown as it is. */
export function reasonWords(wording: Wording, reason: Reason): Html {
  if ('by' in reason) {
    return reason.by === 'operator'
      ? wording.html('reason-by-operator')
      : wording.html('reason-by-owner', { id: String(reason.by.owner) })
  }
  const { stored } = reason
  if (isKnown(stored)) return wording.html(KNOWN[stored])
  const [, seconds] = FLOOD.exec(stored) ?? []
  if (seconds !== undefined) {
    return wording.html('reason-flood', { time: duration(wording, Number(seconds)) })
  }
  return html`${foreign(shorten(oneLine(stored), LITERAL_LIMIT))}`
}

function isKnown(stored: string): stored is keyof typeof KNOWN {
  return Object.hasOwn(KNOWN, stored)
}
