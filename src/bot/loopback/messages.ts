import type { Message } from 'grammy/types'
import { chatOf, checkAccess, checkWritable } from './access.ts'
import { badRequest } from './answer.ts'
import type { Chat, Chats, StoredMessage } from './chats.ts'
import { isRecord, type Payload, readFlag, readInteger, readStructure, readText } from './fields.ts'
import { readInlineMarkup, readReplyMarkup } from './keyboard.ts'
import { type MessageText, readMessageText } from './message-text.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same ' +
  'as a current content and reply markup of the message'
const DELETABLE_FOR = 48 * 3600
const TYPING_SHOWN_FOR = 5000
const ACTIONS = [
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker',
  'find_location record_video_note upload_video_note',
]
  .join(' ')
  .split(' ')

/** The methods on messages. `now` is epoch milliseconds throughout. */
export function createMessageMethods(chats: Chats) {
  function messageOf(payload: Payload, chat: Chat, missing: string): StoredMessage {
    const id = readInteger(payload, 'message_id')
    if (id === null || id <= 0) return badRequest('message identifier is not specified')
    const stored = chat.messages.get(id)
    return stored === undefined || stored.deleted ? badRequest(missing) : stored
  }

  function editableOf(payload: Payload): StoredMessage {
    const chat = chatOf(chats, payload)
    checkAccess(chat)
    const stored = messageOf(payload, chat, 'message to edit not found')
    return stored.from !== 'bot' || stored.fixed ? badRequest("message can't be edited") : stored
  }

  return {
    send(payload: Payload, now: number): Message {
      const text = readMessageText(payload, 'message is too long')
      const reply = readReplyParameters(payload)
      const markup = readReplyMarkup(payload)
      const chat = chatOf(chats, payload)
      const threadId = readInteger(payload, 'message_thread_id') ?? 0
      checkWritable(chat, threadId)
      if (markup === 'other' && chat.group?.kind === 'channel') badRequest('inline keyboard expected')
      const repliedTo = reply === null ? undefined : chat.messages.get(reply.messageId)
      const replyGone = repliedTo === undefined || repliedTo.deleted
      if (reply !== null && replyGone && !reply.optional) badRequest('message to be replied not found')
      chat.typingUntil = 0
      const content = {
        ...contentOf(text),
        ...(chat.group?.isForum === true && threadId !== 0 ? inTopic(threadId) : {}),
        ...(replyGone ? {} : { reply_to_message: withoutReply(repliedTo.message) }),
        ...(markup === null || markup === 'other' ? {} : { reply_markup: markup }),
      }
      return chats.add(chat, 'bot', Math.floor(now / 1000), content, markup === 'other')
    },

    editText(payload: Payload, now: number): Message {
      const text = readMessageText(payload, 'MESSAGE_TOO_LONG')
      const markup = readInlineMarkup(payload)
      const stored = editableOf(payload)
      return replace(stored, { ...contentOf(text), reply_markup: markup }, now)
    },

    editMarkup(payload: Payload, now: number): Message {
      const markup = readInlineMarkup(payload)
      const stored = editableOf(payload)
      return replace(stored, { reply_markup: markup }, now)
    },

    remove(payload: Payload, now: number): true {
      const chat = chatOf(chats, payload)
      checkAccess(chat)
      const stored = messageOf(payload, chat, 'message to delete not found')
      const age = Math.floor(now / 1000) - stored.message.date
      if (age > DELETABLE_FOR) badRequest("message can't be deleted for everyone")
      stored.deleted = true
      return true
    },

    act(payload: Payload, now: number): true {
      const action = readText(payload, 'action')
      if (!ACTIONS.includes(action)) badRequest('wrong parameter action in request')
      const chat = chatOf(chats, payload)
      checkWritable(chat, readInteger(payload, 'message_thread_id') ?? 0)
      chat.typingUntil = now + TYPING_SHOWN_FOR
      return true
    },
  }
}

/** What tells that a message stands in a topic of a forum. */
export function inTopic(threadId: number) {
  return { message_thread_id: threadId, is_topic_message: true } as const
}

type Content = Pick<Message.TextMessage, 'text' | 'entities'>

function contentOf({ text, entities }: MessageText): Content {
  return entities.length === 0 ? { text } : { text, entities }
}

/** Puts an edited message in the place of the old one; the same again is refused. */
function replace(
  stored: StoredMessage,
  change: Partial<Content> & { reply_markup: Message.TextMessage['reply_markup'] | null },
  now: number,
): Message {
  const { entities, reply_markup: _markup, ...rest } = stored.message
  const kept = change.text === undefined && entities !== undefined ? { entities } : {}
  const { reply_markup: markup, ...content } = change
  const edited = { ...rest, ...kept, ...content, ...(markup ? { reply_markup: markup } : {}) }
  const essence = (message: Partial<Message.TextMessage>) =>
    JSON.stringify([message.text, message.entities ?? [], message.reply_markup ?? null])
  if (essence(edited) === essence(stored.message)) badRequest(NOT_MODIFIED)
  stored.message = { ...edited, edit_date: Math.floor(now / 1000) }
  return stored.message
}

function readReplyParameters(payload: Payload): { messageId: number; optional: boolean } | null {
  const given = readStructure(payload, 'reply_parameters', 'reply parameters')
  if (given !== undefined && !isRecord(given)) badRequest('object expected as reply parameters')
  const source: Payload = isRecord(given) ? given : payload
  const messageId = readInteger(source, isRecord(given) ? 'message_id' : 'reply_to_message_id') ?? 0
  return messageId <= 0 ? null : { messageId, optional: readFlag(source, 'allow_sending_without_reply') }
}

/** A quoted message is told without what it quotes itself. */
export function withoutReply(message: Message.TextMessage): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _quoted, ...rest } = message
  return rest as NonNullable<Message['reply_to_message']>
}
