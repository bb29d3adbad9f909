import type { Context } from 'grammy'
import type { ChatAddress, ChatKind } from '../../readers/reader.ts'

/** Whose act an update is. */
export type Actor =
  | { readonly kind: 'person'; readonly id: number }
  /** An anonymous administrator, or whoever posted in a channel: Telegram names the chat only. */
  | { readonly kind: 'chat'; readonly id: number }
  /** A person who speaks as a channel. */
  | { readonly kind: 'channel'; readonly id: number }

/** Where an update happened and whose act it is, as Telegram tells it. */
export interface Whereabouts {
  readonly address: ChatAddress
  readonly kind: ChatKind
  readonly actor: Actor
  readonly languageCode: string | undefined
}

/** Null for updates without a chat, or without anybody who acts: those are not for this bot. */
export function whereaboutsOf(ctx: Context): Whereabouts | null {
  const { chat } = ctx
  const actor = actorOf(ctx)
  if (chat === undefined || actor === null) return null
  const kind = chat.type
  const languageCode = actor.kind === 'person' ? ctx.from?.language_code : undefined
  return { address: { chatId: chat.id, threadId: threadOf(ctx, kind) }, kind, actor, languageCode }
}

function actorOf(ctx: Context): Actor | null {
  const { chat, from } = ctx
  // A press is a person's, even under a post of a channel.
  const posted =
    ctx.callbackQuery === undefined ? (ctx.message?.sender_chat ?? ctx.channelPost?.chat) : undefined
  if (posted !== undefined && chat?.type !== 'private') {
    return posted.id === chat?.id ? { kind: 'chat', id: posted.id } : { kind: 'channel', id: posted.id }
  }
  return from === undefined ? null : { kind: 'person', id: from.id }
}

/** Replies form threads in other chats too; only a forum's topic is a place of its own. */
function threadOf(ctx: Context, kind: ChatKind): number | null {
  if (kind !== 'supergroup') return null
  const message = ctx.callbackQuery?.message ?? ctx.message
  if (message === undefined || !('is_topic_message' in message) || !message.is_topic_message) return null
  return message.message_thread_id ?? null
}
