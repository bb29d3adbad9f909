import type { Message, Update } from 'grammy/types'
import type { Author, Chat, Chats } from './chats.ts'
import { findEntities } from './found-entities.ts'
import { administers, isPresent } from './group.ts'
import { inTopic, withoutReply } from './messages.ts'
import { messagesOf } from './person-text.ts'

/** What goes with something said. */
export interface SayingOptions {
  readonly replyToMessageId?: number | undefined
  readonly threadId?: number | null | undefined
}

export interface Place {
  readonly latitude: number
  readonly longitude: number
}

/** What people, and Telegram itself, put into chats; the bot is told of what concerns it. */
export function createSpeaking(
  { chats, updates }: { chats: Chats; updates: { add(content: Omit<Update, 'update_id'>): void } },
  seconds: () => number,
) {
  function put(chat: Chat, author: Author, content: object, threadId: number | null = null) {
    const place = threadId === null ? {} : inTopic(threadId)
    const message = chats.add(chat, author, seconds(), { ...content, ...place })
    if (reachesBot(chat, message)) {
      const told = structuredClone(message)
      updates.add(
        (chat.group?.kind === 'channel' ? { channel_post: told } : { message: told }) as unknown as Update,
      )
    }
    return message.message_id
  }

  function quoted(chat: Chat, { replyToMessageId }: SayingOptions): object {
    const stored = replyToMessageId === undefined ? undefined : chat.messages.get(replyToMessageId)
    return stored === undefined ? {} : { reply_to_message: withoutReply(stored.message) }
  }

  return {
    /** A text; long ones become several messages, as clients send them. Gives the ids of the messages. */
    say(chat: Chat, author: Author, text: string, options: SayingOptions = {}): number[] {
      return messagesOf(text).map((part, index) => {
        const entities = findEntities(part)
        const content = { text: part, ...(entities.length > 0 ? { entities } : {}) }
        // Clients answer with the first part only.
        const reply = index === 0 ? quoted(chat, options) : {}
        return put(chat, author, { ...content, ...reply }, options.threadId)
      })
    },

    /** A place on the map. */
    locate(chat: Chat, author: Author, location: Place, options: SayingOptions = {}): number {
      return put(chat, author, { location, ...quoted(chat, options) }, options.threadId)
    },

    /** A report of what happened in the chat, or a message that no client writes by itself. */
    put,
  }
}

/** In groups a bot that is no administrator is told of commands, replies to it and reports only (privacy mode). */
function reachesBot({ group }: Chat, message: Message.TextMessage): boolean {
  if (group === null) return true
  if (!isPresent(group.bot)) return false
  if (group.kind === 'channel' || administers(group.bot)) return true
  const isReport = message.text === undefined && !('location' in message)
  const isCommand = message.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0)
  // Anonymous administrators write in the name of a bot, but not of this one.
  const toBot =
    message.reply_to_message?.from?.is_bot === true && message.reply_to_message.sender_chat === undefined
  return isReport || isCommand === true || toBot
}
