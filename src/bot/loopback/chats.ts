import type { Message, MessageEntity, Update, User } from 'grammy/types'
import { MujazError } from '../../errors.ts'

/** Somebody who can talk to the bot. */
export interface Person {
  readonly id: number
  readonly name: string
  readonly languageCode: string
}

/** A message as a client shows it. */
export interface ChatMessage {
  readonly messageId: number
  readonly from: 'bot' | 'person'
  readonly text: string
  readonly entities: readonly MessageEntity[]
  /** Rows of buttons; null without any. */
  readonly keyboard: readonly (readonly ChatButton[])[] | null
  /** Epoch seconds. */
  readonly date: number
  readonly edited: boolean
  readonly replyTo: number | null
}

export interface ChatButton {
  readonly text: string
  readonly url: string | null
  readonly data: string | null
}

/** What answerCallbackQuery showed: briefly above the chat, or as a window to be closed. */
export interface ChatNotice {
  /** Epoch milliseconds. */
  readonly at: number
  readonly messageId: number
  readonly text: string
  readonly alert: boolean
}

export interface Chat {
  readonly person: Person
  readonly messages: Map<number, StoredMessage>
  readonly notices: ChatNotice[]
  blocked: boolean
  /** Epoch milliseconds; the "typing" line is shown until then. */
  typingUntil: number
}

export interface StoredMessage {
  readonly from: 'bot' | 'person'
  /** As the Bot API tells it; an edit puts another in its place. */
  message: Message.TextMessage
  /** Sent with a keyboard for the phone, so it can never be edited. */
  readonly fixed: boolean
  deleted: boolean
}

/** Older messages of a chat fall out of memory beyond this. */
const KEPT_PER_CHAT = 2000
const NOTICES_KEPT = 50

export type Chats = ReturnType<typeof createChats>

/** All private chats of the bot. `firstId` keeps message ids rising from one run to the next. */
export function createChats(people: readonly Person[], bot: User, firstId: number) {
  const chats = new Map<number, Chat>()
  for (const person of people) {
    chats.set(person.id, { person, messages: new Map(), notices: [], blocked: false, typingUntil: 0 })
  }
  let lastId = firstId

  return {
    /** Undefined for somebody the bot has never met. */
    find: (personId: number): Chat | undefined => chats.get(personId),

    /** The chat of somebody who acts; an unknown person is a mistake of the caller. */
    of(personId: number): Chat {
      const chat = chats.get(personId)
      if (chat === undefined) throw new MujazError('not_found', `No person ${personId} here`)
      return chat
    },

    /** Puts a new message at the end of a chat. */
    add(
      chat: Chat,
      from: 'bot' | 'person',
      date: number,
      content: Pick<Message.TextMessage, 'text' | 'entities' | 'reply_markup' | 'reply_to_message'>,
      fixed = false,
    ): Message.TextMessage {
      lastId += 1
      const message = {
        message_id: lastId,
        from: from === 'bot' ? bot : userOf(chat.person),
        chat: { id: chat.person.id, type: 'private', first_name: chat.person.name },
        date,
        ...content,
      } as Message.TextMessage
      chat.messages.set(lastId, { from, message, fixed, deleted: false })
      const oldest = chat.messages.size > KEPT_PER_CHAT ? chat.messages.keys().next().value : undefined
      if (oldest !== undefined) chat.messages.delete(oldest)
      return message
    },

    notify(chat: Chat, notice: ChatNotice): void {
      chat.notices.push(notice)
      if (chat.notices.length > NOTICES_KEPT) chat.notices.shift()
    },
  }
}

export function userOf(person: Person): User {
  return { id: person.id, is_bot: false, first_name: person.name, language_code: person.languageCode }
}

/** The messages of a chat as a client shows them, oldest first. */
export function shownMessages(chat: Chat): ChatMessage[] {
  return [...chat.messages.values()].filter((stored) => !stored.deleted).map(shown)
}

function shown({ from, message }: StoredMessage): ChatMessage {
  const rows = message.reply_markup?.inline_keyboard ?? []
  return {
    messageId: message.message_id,
    from,
    text: message.text,
    entities: message.entities ?? [],
    keyboard:
      rows.length === 0
        ? null
        : rows.map((row) =>
            row.map((button) => ({
              text: button.text,
              url: 'url' in button ? button.url : null,
              data: 'callback_data' in button ? button.callback_data : null,
            })),
          ),
    date: message.date,
    edited: message.edit_date !== undefined,
    replyTo: message.reply_to_message?.message_id ?? null,
  }
}

/** The update of a person who stops or restarts the bot. */
export function membershipUpdate(chat: Chat, bot: User, date: number): Omit<Update, 'update_id'> {
  const member = { user: bot, status: 'member' } as const
  const kicked = { user: bot, status: 'kicked', until_date: 0 } as const
  return {
    my_chat_member: {
      chat: { id: chat.person.id, type: 'private', first_name: chat.person.name },
      from: userOf(chat.person),
      date,
      old_chat_member: chat.blocked ? member : kicked,
      new_chat_member: chat.blocked ? kicked : member,
    },
  }
}
