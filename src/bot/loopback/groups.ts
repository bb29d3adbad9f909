import type { BotCommand, Update, User } from 'grammy/types'
import { MujazError } from '../../errors.ts'
import type { createCallbackQueries } from './callback-queries.ts'
import { type Author, apiChatOf, type Chat, type Chats, userOf } from './chats.ts'
import type { createCommands } from './commands.ts'
import { administers, type GroupKind, type GroupState, type MemberStatus, memberOf } from './group.ts'
import type { createSpeaking, Place, SayingOptions } from './speaking.ts'

/** Who acts in a chat of several people: a person by their id, or the chat itself (anonymous, or a channel). */
export type Actor = number | 'chat'

/** What happens in chats of several people. The bot is not in them until somebody adds it. */
export interface Groups {
  /** Gives the chat's id. */
  create(options: {
    kind: GroupKind
    title?: string
    isForum?: boolean
    /** Who is in it. */
    members?: Readonly<Record<number, MemberStatus>>
    /** The channel whose discussion it is. */
    linkedChannelId?: number
  }): number
  /** Adds, promotes, restricts or removes the bot. */
  setBot(chatId: number, by: number, status: MemberStatus): void
  setMember(chatId: number, personId: number, status: MemberStatus): void
  /** Gives the topic's thread. */
  openTopic(chatId: number, by: Actor, name: string): number
  /** Null means the general topic. */
  closeTopic(chatId: number, by: Actor, threadId: number | null): void
  reopenTopic(chatId: number, by: Actor, threadId: number | null): void
  /** No report tells the bot of it. */
  deleteTopic(chatId: number, threadId: number): void
  /** The group becomes a supergroup; both chats report it. Gives the id of the new one. */
  migrate(chatId: number, by: Actor): number
  /** Nobody is told. */
  remove(chatId: number): void
  /** Gives the ids of the messages. */
  say(chatId: number, by: Actor, text: string, options?: SayingOptions): number[]
  sendLocation(chatId: number, by: Actor, place: Place, options?: SayingOptions): number
  /** Puts a message with any fields of the Bot API. */
  put(chatId: number, by: Actor, content: object, options?: Pick<SayingOptions, 'threadId'>): number
  press(chatId: number, personId: number, messageId: number, data: string): void
  /** The command menu as this person's client shows it there. */
  commandsFor(chatId: number, personId: number, languageCode: string): BotCommand[]
}

/** Supergroups and channels have numbers far below those of groups. */
const FIRST_GROUP = -500_000_000
const FIRST_SUPERGROUP = -1_002_000_000_000

/** @param tell called with the id of every chat in which something happened */
export function createGroups(
  parts: {
    chats: Chats
    speaking: ReturnType<typeof createSpeaking>
    updates: { add(content: Omit<Update, 'update_id'>): void }
    queries: ReturnType<typeof createCallbackQueries>
    commands: ReturnType<typeof createCommands>
    bot: User
    now: () => number
  },
  tell: (chatId: number) => void,
): Groups {
  const { chats, speaking, updates, queries, commands, bot, now } = parts
  let made = 0

  function groupOf(chatId: number): { chat: Chat; group: GroupState } {
    const chat = chats.find(chatId)
    if (chat === undefined || chat.group === null)
      throw new MujazError('not_found', `No group ${chatId} here`)
    return { chat, group: chat.group }
  }

  function found(state: Omit<GroupState, 'topics' | 'generalClosed' | 'migratedTo' | 'deleted'>): number {
    made += 1
    const id = (state.kind === 'group' ? FIRST_GROUP : FIRST_SUPERGROUP) - made
    chats.found(id, { ...state, topics: new Map(), generalClosed: false, migratedTo: null, deleted: false })
    return id
  }

  const authorOf = (by: Actor): Author => (by === 'chat' ? by : chats.of(by).person)

  function report(chatId: number, by: Actor, content: object, threadId: number | null = null): number {
    const id = speaking.put(groupOf(chatId).chat, authorOf(by), content, threadId)
    tell(chatId)
    return id
  }

  function setClosed(chatId: number, threadId: number | null, closed: boolean): void {
    const { group } = groupOf(chatId)
    const topic = threadId === null ? null : group.topics.get(threadId)
    if (topic === undefined) throw new MujazError('not_found', `No topic ${threadId} here`)
    if (topic === null) group.generalClosed = closed
    else topic.closed = closed
  }

  return {
    create({ kind, title = 'Group', isForum = false, members = {}, linkedChannelId = null }) {
      const all = new Map(Object.entries(members).map(([id, status]) => [Number(id), status]))
      return found({ kind, title, isForum, members: all, bot: 'left', linkedChannelId })
    },
    setBot(chatId, by, status) {
      const { chat, group } = groupOf(chatId)
      const before = group.bot
      group.bot = status
      updates.add({
        my_chat_member: {
          chat: apiChatOf(chat),
          from: userOf(chats.of(by).person),
          date: Math.floor(now() / 1000),
          old_chat_member: memberOf(bot, before, group.kind),
          new_chat_member: memberOf(bot, status, group.kind),
        },
      })
      tell(chatId)
    },
    setMember(chatId, personId, status) {
      groupOf(chatId).group.members.set(personId, status)
    },
    openTopic(chatId, by, name) {
      const { chat, group } = groupOf(chatId)
      const content = { forum_topic_created: { name, icon_color: 0x6fb9f0 } }
      // A topic is named after the message that reports it, so that one is known only afterwards.
      const threadId = speaking.put(chat, authorOf(by), content)
      group.topics.set(threadId, { name, closed: false })
      tell(chatId)
      return threadId
    },
    closeTopic(chatId, by, threadId) {
      setClosed(chatId, threadId, true)
      report(chatId, by, { forum_topic_closed: {} }, threadId)
    },
    reopenTopic(chatId, by, threadId) {
      setClosed(chatId, threadId, false)
      report(chatId, by, { forum_topic_reopened: {} }, threadId)
    },
    deleteTopic(chatId, threadId) {
      groupOf(chatId).group.topics.delete(threadId)
    },
    migrate(chatId, by) {
      const { group } = groupOf(chatId)
      const { title, members, bot: status, linkedChannelId } = group
      const kind = 'supergroup'
      const id = found({
        kind,
        title,
        isForum: false,
        members: new Map(members),
        bot: status,
        linkedChannelId,
      })
      report(chatId, by, { migrate_to_chat_id: id })
      group.migratedTo = id
      report(id, 'chat', { migrate_from_chat_id: chatId })
      return id
    },
    remove(chatId) {
      groupOf(chatId).group.deleted = true
    },
    say(chatId, by, text, options) {
      const ids = speaking.say(groupOf(chatId).chat, authorOf(by), text, options)
      tell(chatId)
      return ids
    },
    sendLocation(chatId, by, place, options) {
      const id = speaking.locate(groupOf(chatId).chat, authorOf(by), place, options)
      tell(chatId)
      return id
    },
    put: (chatId, by, content, { threadId = null } = {}) => report(chatId, by, content, threadId),
    press(chatId, personId, messageId, data) {
      const { chat } = groupOf(chatId)
      const stored = chat.messages.get(messageId)
      if (stored?.from !== 'bot')
        throw new MujazError('not_found', `No message ${messageId} of the bot there`)
      const message = stored.deleted ? null : structuredClone(stored.message)
      const { person } = chats.of(personId)
      updates.add({ callback_query: queries.open(chat, person, { messageId, data }, message, now()) })
      tell(chatId)
    },
    commandsFor(chatId, personId, languageCode) {
      const status = groupOf(chatId).group.members.get(personId) ?? 'left'
      return commands.shownIn(chatId, personId, administers(status), languageCode)
    },
  }
}
