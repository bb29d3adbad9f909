import type { Transformer } from 'grammy'
import type { Pace } from '../deliveries/pace.ts'

/** Calls that Telegram counts as messages of a chat. */
const COUNTED = /^(?:send|edit|copy|forward)(?!ChatAction)/

/**
 * Tells the pace of every answer to a person, so that the broadcast makes room for it. Answers themselves never
 * wait. For the API that answers go through; digests have one of their own.
 */
export function answerPace(pace: Pick<Pace, 'noteAnswer'>): Transformer {
  return (previous, method, payload, signal) => {
    const { chat_id: chatId } = payload as { chat_id?: unknown }
    if (COUNTED.test(method) && typeof chatId === 'number') pace.noteAnswer(chatId)
    return previous(method, payload, signal)
  }
}
