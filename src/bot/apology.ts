import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { createWording } from '../messages/fluent.ts'
import { languageOf } from '../messages/language.ts'
import { failed } from '../messages/reader.ts'
import type { ReaderStore } from '../readers/reader-store.ts'

/** Tells the person behind an update, shortly and honestly, that their request failed. */
export function apologiesBy(api: Api, readers: ReaderStore): (update: Update) => Promise<void> {
  return async (update) => {
    const message = update.message ?? update.callback_query?.message
    // Readers of a channel asked for nothing.
    if (message === undefined || message.chat.type === 'channel') return
    const chatId = message.chat.id
    const isTopic = 'is_topic_message' in message && message.is_topic_message
    const threadId = (isTopic && message.message_thread_id) || null
    const reader = await readers.byAddress({ chatId, threadId })
    const from = update.message?.from ?? update.callback_query?.from
    const wording = createWording(reader?.language ?? languageOf(from?.language_code))
    await api.sendMessage(chatId, failed(wording).markup, {
      parse_mode: 'HTML',
      ...(threadId === null ? {} : { message_thread_id: threadId }),
    })
  }
}
