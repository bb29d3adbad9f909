import type { CallbackQuery, Message } from 'grammy/types'
import { badRequest } from './answer.ts'
import { apiChatOf, type Chat, type Chats, type Person, userOf } from './chats.ts'
import { type Payload, readFlag, readText } from './fields.ts'

/** A button that was pressed and has not been answered yet. */
export interface Press {
  readonly messageId: number
  readonly data: string
}

interface OpenQuery extends Press {
  readonly chat: Chat
  readonly at: number
  answered: boolean
}

/** Clients give up about here; Telegram then refuses the answer. */
const OPEN_FOR = 15_000
const EXPIRED = 'query is too old and response timeout expired or query ID is invalid'

/** Presses of buttons from the press to its answer. */
export function createCallbackQueries(chats: Chats, firstId: number) {
  const queries = new Map<string, OpenQuery>()
  let lastId = firstId * 1000

  function forgetExpired(now: number): void {
    for (const [id, query] of queries) if (now - query.at > OPEN_FOR) queries.delete(id)
  }

  return {
    /** Begins a query. A client may send any data, whatever buttons the message has now. */
    open(chat: Chat, by: Person, press: Press, message: Message | null, now: number): CallbackQuery {
      forgetExpired(now)
      lastId += 1
      queries.set(String(lastId), { ...press, chat, at: now, answered: false })
      return {
        id: String(lastId),
        from: userOf(by),
        chat_instance: String(chat.id),
        data: press.data,
        message: message ?? { chat: apiChatOf(chat), message_id: press.messageId, date: 0 },
      }
    },

    /** answerCallbackQuery: ends the waiting of the button and shows the text, if there is one. */
    answer(payload: Payload, now: number): true {
      forgetExpired(now)
      const query = queries.get(readText(payload, 'callback_query_id'))
      if (query === undefined) return badRequest(EXPIRED)
      const text = readText(payload, 'text')
      if ([...text].length > 200) badRequest('MESSAGE_TOO_LONG')
      if (text !== '' && !query.answered) {
        const alert = readFlag(payload, 'show_alert')
        chats.notify(query.chat, { at: now, messageId: query.messageId, text, alert })
      }
      query.answered = true
      return true
    },

    /** In whose chat, or in which, the query is that a call answers. */
    chatOf(payload: Payload): number[] {
      const query = queries.get(readText(payload, 'callback_query_id'))
      return query === undefined ? [] : [query.chat.id]
    },

    /** The buttons of a chat that still wait. */
    waiting(chat: Chat, now: number): Press[] {
      return [...queries.values()]
        .filter((query) => query.chat === chat && !query.answered && now - query.at <= OPEN_FOR)
        .map(({ messageId, data }) => ({ messageId, data }))
    },
  }
}
