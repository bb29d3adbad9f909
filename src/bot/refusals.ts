import type { StopReason } from '../readers/reader.ts'

/** What an answer of Telegram means for a message: see `Outcome`. Waits and moves bring a number with them. */
export type RefusalMeaning =
  | { readonly kind: 'later' | 'moved' | 'plain' | 'refused' | 'unknown' | 'unreachable' | 'stopped' }
  | { readonly kind: 'gone' | 'paused'; readonly reason: StopReason }

interface Refusal {
  /** Matched against code and description, as in `403 Forbidden: bot was blocked by the user`. */
  readonly says: RegExp
  readonly means: RefusalMeaning
}

const gone = (reason: StopReason): RefusalMeaning => ({ kind: 'gone', reason })
const paused = (reason: StopReason): RefusalMeaning => ({ kind: 'paused', reason })

/**
 * Every answer that the Bot API is known to give instead of sending a message, and what follows from it; the first
 * that fits counts. The texts are those of tdlib/telegram-bot-api and tdlib/td. Only texts that are known to last
 * stop a reader, and they must fit from end to end: a new one is `refused`, which is tried again and never stops
 * anybody (a storm of unknown 403 answers must not empty the list of readers).
 */
const REFUSALS: readonly Refusal[] = [
  // The token, the address, the flow: these concern everybody.
  { says: /^401 /, means: { kind: 'stopped' } },
  { says: /^429 /, means: { kind: 'later' } },
  // A path that does not exist is a wrong address of the server: nobody gets anything, and nobody is at fault.
  { says: /^404 /, means: { kind: 'unreachable' } },

  // The reader is not there any more.
  { says: /^403 Forbidden: bot was blocked by the user$/, means: gone('blocked') },
  { says: /^403 Forbidden: bot can't initiate conversation with a user$/, means: gone('blocked') },
  { says: /^403 Forbidden: user is deactivated$/, means: gone('deactivated') },
  { says: /^403 Forbidden: the bot can't send messages to the bot$/, means: gone('chat_gone') },
  { says: /^403 Forbidden: the group chat was deleted$/, means: gone('chat_gone') },
  {
    says: /^403 Forbidden: bot (?:was kicked from|is not a member of) the (?:group|supergroup|channel) chat$/,
    means: gone('chat_gone'),
  },
  { says: /^400 Bad Request: chat not found$/, means: gone('chat_gone') },
  { says: /^400 Bad Request: group chat was upgraded to a supergroup chat$/, means: { kind: 'moved' } },

  // The chat is there and the bot may not write: its administrators can change that.
  { says: /^400 Bad Request: need administrator rights in the channel chat$/, means: paused('no_rights') },
  {
    says: /^400 Bad Request: not enough rights to send [a-z ]+ to the chat$/,
    means: paused('no_rights'),
  },
  { says: /^400 Bad Request: (?:message thread not found|TOPIC_CLOSED)$/, means: paused('topic_closed') },

  // Our text: without its markup it may pass. What is too long or empty without it will not.
  { says: /^400 Bad Request: can't parse entities/, means: { kind: 'plain' } },
  { says: /^400 Bad Request: text is too long$/, means: { kind: 'plain' } },
  { says: /^400 Bad Request: text must be encoded in UTF-8$/, means: { kind: 'plain' } },

  // Certainly not sent, for whatever reason; nobody is stopped.
  { says: /^4\d\d /, means: { kind: 'refused' } },
]

/** What a refusal means; answers that are none (5xx, and what nobody knows) leave open whether the message was sent. */
export function meaningOf(code: number, description: string): RefusalMeaning {
  const text = `${code} ${description}`
  return REFUSALS.find(({ says }) => says.test(text))?.means ?? { kind: 'unknown' }
}
