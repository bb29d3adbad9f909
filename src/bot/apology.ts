import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { createWording } from '../messages/fluent.ts'
import { languageOf } from '../messages/language.ts'
import { failed } from '../messages/reader.ts'
import type { ReaderStore } from '../readers/reader-store.ts'

/** Tells the person behind an update, shortly and honestly, that their request failed. */
export function apologiesBy(api: Api, readers: ReaderStore): (update: Update) => Promise<void> {
  return async (update) => {
    const chat = update.message?.chat ?? update.callback_query?.message?.chat
    const from = update.message?.from ?? update.callback_query?.from
    if (chat?.type !== 'private') return
    const reader = await readers.byChat(chat.id)
    const wording = createWording(reader?.language ?? languageOf(from?.language_code))
    await api.sendMessage(chat.id, failed(wording).markup, { parse_mode: 'HTML' })
  }
}
