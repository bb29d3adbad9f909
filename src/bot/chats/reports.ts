import type { Message } from 'grammy/types'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { notePause } from './pause-note.ts'
import { letChatReturn, letReturn } from './returning.ts'

/**
 * Acts on what Telegram reports of a chat in messages of its own: a group that became a supergroup, a topic that
 * was closed or reopened.
 * @returns whether the message was such a report
 */
export async function takeReportOfChat(ctx: BotContext, can: Capabilities): Promise<boolean> {
  const message = ctx.message
  if (message === undefined) return false
  if (message.migrate_to_chat_id !== undefined) {
    await moved(can, message.chat.id, message.migrate_to_chat_id)
    return true
  }
  if (message.migrate_from_chat_id !== undefined) {
    await moved(can, message.migrate_from_chat_id, message.chat.id)
    return true
  }
  if (message.forum_topic_closed !== undefined) {
    await topicClosed(ctx, can, message)
    return true
  }
  if (message.forum_topic_reopened !== undefined) {
    await topicReopened(can, message)
    return true
  }
  return false
}

/** Both chats report it, in whatever order; the second report finds nothing left to do. */
async function moved(can: Capabilities, from: number, to: number): Promise<void> {
  await can.readers.moveChat(from, to)
  // The old chat may have been taken for one that the bot was removed from.
  await letChatReturn(can, to)
}

async function topicClosed(ctx: BotContext, can: Capabilities, message: Message): Promise<void> {
  const reader = await can.readers.byAddress(addressOf(message))
  if (reader === null || reader.stopped !== null) return
  await can.readers.stop(reader.id, 'topic_closed')
  await notePause({ api: ctx.api, readers: can.readers }, reader, 'topic_closed')
}

async function topicReopened(can: Capabilities, message: Message): Promise<void> {
  const reader = await can.readers.byAddress(addressOf(message))
  if (reader?.stopped === 'topic_closed') await letReturn(can, [reader])
}

/** A report that names no topic is about the general one, which is the chat itself. */
function addressOf({ chat, is_topic_message: isTopic, message_thread_id: threadId }: Message) {
  return { chatId: chat.id, threadId: isTopic === true ? (threadId ?? null) : null }
}
