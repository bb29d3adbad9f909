import type { ApiAnswer } from './answer.ts'
import { isRecord, type Payload, readInteger } from './fields.ts'

/** One call of the Bot API with its answer. */
export interface ApiCall {
  readonly number: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly method: string
  readonly payload: Payload
  readonly answer: ApiAnswer
  /** Which chats it concerned, a private one by its person; none for settings of the bot. */
  readonly people: readonly number[]
}

const KEPT = 500

/** The newest calls, for people who want to see how the bot talks to Telegram. */
export function createCallLog() {
  const calls: ApiCall[] = []
  let number = 0
  return {
    /** Keeps a copy, because callers may go on using their objects. Empty polls are not worth a line. */
    add(call: Omit<ApiCall, 'number'>): void {
      number += 1
      calls.push({ ...(JSON.parse(JSON.stringify(call)) as typeof call), number })
      if (calls.length > KEPT) calls.shift()
    },
    /** Newest last; with a chat only what concerned it. */
    of(chatId?: number): ApiCall[] {
      return calls.filter((call) => chatId === undefined || call.people.includes(chatId))
    },
  }
}

/** The chats that a call and its result concern, found in the usual places; a private chat has its person's id. */
export function peopleOf(payload: Payload, result: unknown): number[] {
  const ids = new Set<number>()
  const chatId = readInteger(payload, 'chat_id')
  if (chatId !== null) ids.add(chatId)
  for (const update of Array.isArray(result) ? result : []) {
    for (const content of isRecord(update) ? Object.values(update) : []) {
      if (!isRecord(content)) continue
      const within = isRecord(content['message']) ? content['message'] : content
      const place = within['chat'] ?? content['from']
      if (isRecord(place) && typeof place['id'] === 'number') ids.add(place['id'])
    }
  }
  return [...ids]
}
