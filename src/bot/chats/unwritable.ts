import { GrammyError } from 'grammy'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { readOutcome } from '../telegram-messenger.ts'
import { notePause } from './pause-note.ts'

/**
 * Handles an update of a chat of several people in which the answer may not be deliverable: what Telegram then says
 * about the chat is taken note of, as with a digest, and the update is done. Everything else is thrown on.
 */
export async function unlessUnwritable(
  ctx: BotContext,
  can: Capabilities,
  handle: () => Promise<void>,
): Promise<void> {
  try {
    await handle()
  } catch (error) {
    const { chat } = ctx
    const isAnswer = error instanceof GrammyError && error.payload['chat_id'] === chat?.id
    if (chat === undefined || chat.type === 'private' || !isAnswer) throw error
    const outcome = readOutcome(error)
    if (outcome.kind === 'moved') return can.readers.moveChat(chat.id, outcome.chatId)
    if (outcome.kind === 'gone') return can.readers.stopChat(chat.id, outcome.reason)
    if (outcome.kind !== 'paused') throw error
    const reader = await can.readers.byAddress({ chatId: chat.id, threadId: ctx.visit?.threadId ?? null })
    if (reader === null || reader.stopped !== null) return
    await can.readers.stop(reader.id, outcome.reason)
    await notePause({ api: ctx.api, readers: can.readers }, reader, outcome.reason)
  }
}
