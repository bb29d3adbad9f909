import { type Api, GrammyError, HttpError } from 'grammy'
import { pauseNote } from '../../messages/chats.ts'
import { createWording } from '../../messages/fluent.ts'
import type { ChatAddress, StopReason } from '../../readers/reader.ts'
import type { ReaderStore } from '../../readers/reader-store.ts'

/** What notes need of the Bot API. */
export type NoteApi = Pick<Api, 'sendMessage' | 'getChat' | 'getChatAdministrators'>

/**
 * Tells whoever set a subscription up, in private, that it has to pause and what would end the pause. Only chats
 * that are still there pause; and a note that cannot be delivered is no error.
 */
export async function notePause(
  { api, readers }: { api: NoteApi; readers: ReaderStore },
  address: ChatAddress,
  reason: StopReason,
): Promise<void> {
  if (reason !== 'no_rights' && reason !== 'topic_closed') return
  const reader = await readers.byAddress(address)
  if (reader === null || reader.kind === 'private' || reader.setBy === null) return
  if (reader.subscription === null) return
  const { chatId } = address
  // An anonymous administrator stands for the chat: its creator is told.
  const personId = reader.setBy > 0 ? reader.setBy : await creatorOf(api, chatId)
  if (personId === null) return
  const person = await readers.byAddress({ chatId: personId, threadId: null })
  const wording = createWording(person?.language ?? reader.language)
  const title = await unlessLost(async () => (await api.getChat(chatId)).title ?? null)
  const { markup } = pauseNote(wording, { title, reason })
  await unlessLost(() => api.sendMessage(personId, markup, { parse_mode: 'HTML' }))
}

async function creatorOf(api: NoteApi, chatId: number): Promise<number | null> {
  const all = await unlessLost(() => api.getChatAdministrators(chatId))
  return all?.find(({ status }) => status === 'creator')?.user.id ?? null
}

/** Null where Telegram refuses or is out of reach. */
async function unlessLost<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof GrammyError || error instanceof HttpError) return null
    throw error
  }
}
