import type { Chat as ApiChat, Message, MessageEntity, Update, User } from 'grammy/types'
import { MujazError } from '../../errors.ts'
import { type GroupState, groupChat } from './group.ts'

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
  /** The forum's topic it stands in; null for the chat itself. */
  readonly threadId: number | null
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
  readonly id: number
  /** Whose private chat it is; null for a chat of several people. */
  readonly person: Person | null
  /** Null for a private chat. */
  readonly group: GroupState | null
  readonly messages: Map<number, StoredMessage>
  readonly notices: ChatNotice[]
  /** Whether the person has stopped the bot. */
  blocked: boolean
  /** Epoch milliseconds; the "typing" line is shown until then. */
  typingUntil: number
}

/** Who writes: the bot, a person, or the chat itself (anonymous administrators, posts of a channel). */
export type Author = 'bot' | 'chat' | Person

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
/** In whose name anonymous administrators write. */
const ANONYMOUS: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

export type Chats = ReturnType<typeof createChats>

/** All chats of the bot. `firstId` keeps message ids rising from one run to the next. */
export function createChats(people: readonly Person[], bot: User, firstId: number) {
  const chats = new Map<number, Chat>()
  for (const person of people) open(person.id, person, null)
  let lastId = firstId

  function open(id: number, person: Person | null, group: GroupState | null): Chat {
    const chat = { id, person, group, messages: new Map(), notices: [], blocked: false, typingUntil: 0 }
    chats.set(id, chat)
    return chat
  }

  return {
    /** Undefined for somebody the bot has never met, and for a chat it was never in. */
    find: (chatId: number): Chat | undefined => chats.get(chatId),

    /** The private chat of somebody who acts; an unknown person is a mistake of the caller. */
    of(personId: number): Chat & { readonly person: Person } {
      const chat = chats.get(personId)
      const person = chat?.person ?? null
      if (chat === undefined || person === null)
        throw new MujazError('not_found', `No person ${personId} here`)
      return chat as Chat & { readonly person: Person }
    },

    found: (id: number, group: GroupState): Chat => open(id, null, group),

    /** Puts a new message at the end of a chat. */
    add(chat: Chat, author: Author, date: number, content: object, fixed = false): Message.TextMessage {
      lastId += 1
      const from = author === 'bot' ? 'bot' : 'person'
      const message = {
        message_id: lastId,
        ...signature(chat, author, bot),
        chat: apiChatOf(chat),
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

/** Posts of a channel tell the channel alone, whoever wrote them. */
function signature(chat: Chat, author: Author, bot: User): { from?: User; sender_chat?: ApiChat } {
  if (chat.group?.kind === 'channel') return { sender_chat: apiChatOf(chat) }
  if (author === 'chat') return { from: ANONYMOUS, sender_chat: apiChatOf(chat) }
  return { from: author === 'bot' ? bot : userOf(author) }
}

/** A chat as messages and updates tell it. */
export function apiChatOf({ id, person, group }: Chat): ApiChat {
  if (group !== null) return groupChat(id, group)
  return { id, type: 'private', first_name: person?.name ?? '' }
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
    // What has no text is a report of Telegram, or a place.
    text: message.text ?? '',
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
    threadId: message.is_topic_message === true ? (message.message_thread_id ?? null) : null,
  }
}

/** The update of a person who stops or restarts the bot. */
export function membershipUpdate(
  chat: Chat & { readonly person: Person },
  bot: User,
  date: number,
): Omit<Update, 'update_id'> {
  const member = { user: bot, status: 'member' } as const
  const kicked = { user: bot, status: 'kicked', until_date: 0 } as const
  return {
    my_chat_member: {
      chat: { id: chat.id, type: 'private', first_name: chat.person.name },
      from: userOf(chat.person),
      date,
      old_chat_member: chat.blocked ? member : kicked,
      new_chat_member: chat.blocked ? kicked : member,
    },
  }
}
