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
  /** Whose chats it concerned; nobody's for settings of the bot. */
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
    /** Newest last; with a person only what concerned that person's chat. */
    of(personId?: number): ApiCall[] {
      return calls.filter((call) => personId === undefined || call.people.includes(personId))
    },
  }
}

/** The people that a call and its result concern, found in the usual places. */
export function peopleOf(payload: Payload, result: unknown): number[] {
  const ids = new Set<number>()
  const chatId = readInteger(payload, 'chat_id')
  if (chatId !== null) ids.add(chatId)
  for (const update of Array.isArray(result) ? result : []) {
    for (const content of isRecord(update) ? Object.values(update) : []) {
      const from = isRecord(content) ? content['from'] : undefined
      if (isRecord(from) && typeof from['id'] === 'number') ids.add(from['id'])
    }
  }
  return [...ids]
}
