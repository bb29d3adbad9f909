import type { BotCommand, MessageOrigin } from 'grammy/types'
import type { Clock } from '../clock.ts'
import { MujazError } from '../errors.ts'
import { type ApiAnswer, answerOf, refuse } from './loopback/answer.ts'
import { botUser } from './loopback/bot-user.ts'
import { type ApiCall, createCallLog, peopleOf } from './loopback/call-log.ts'
import { createCallbackQueries, type Press } from './loopback/callback-queries.ts'
import {
  type ChatMessage,
  type ChatNotice,
  createChats,
  membershipUpdate,
  type Person,
  shownMessages,
} from './loopback/chats.ts'
import { createCommands } from './loopback/commands.ts'
import { type Payload, readFlag } from './loopback/fields.ts'
import { createGroups, type Groups } from './loopback/groups.ts'
import { createMemberMethods } from './loopback/members.ts'
import { createMessageMethods } from './loopback/messages.ts'
import { createProfile } from './loopback/profile.ts'
import { createSentFiles, type SentFile } from './loopback/sent-files.ts'
import { createSpeaking, type Place } from './loopback/speaking.ts'
import { createUpdates, type StopSignal } from './loopback/updates.ts'
import { createUploadMethods } from './loopback/uploads.ts'

export type { ApiAnswer, ApiCall, ChatMessage, ChatNotice, Person, Press }

export interface LoopbackOptions {
  readonly clock: Clock
  readonly botName: string
  /** Without the @. */
  readonly username: string
  /** Everybody who can talk to the bot, and whom the bot may write to at once. */
  readonly people: readonly Person[]
}

/** What a client shows besides the messages. */
export interface Presence {
  readonly blocked: boolean
  readonly typing: boolean
  /** Buttons that were pressed and not answered yet. */
  readonly pressed: readonly Press[]
}

/** An in-process Bot API together with the people who use the bot. */
export interface Loopback {
  /** One call of the Bot API; it never rejects for what Telegram would refuse. */
  call(method: string, payload: Record<string, unknown>, signal?: StopSignal): Promise<ApiAnswer>
  /** A person writes; long texts become several messages, as clients send them. Gives the ids of the messages. */
  say(personId: number, text: string, options?: { replyToMessageId?: number }): number[]
  /** A person sends a place on the map. Gives the message's id. */
  sendLocation(personId: number, place: Place, options?: { replyToMessageId?: number }): number
  /** A person sends a file, or forwards what stood elsewhere first. Gives the message's id. */
  sendFile(personId: number, file: SentFile, caption?: string): number
  forward(personId: number, text: string, origin: MessageOrigin): number
  /** What stands at a path that getFile has told; null for nothing. */
  file(path: string): Uint8Array | null
  /** A person presses a button. What the bot answers appears among the notices. */
  press(personId: number, messageId: number, data: string): void
  block(personId: number): void
  unblock(personId: number): void
  /** Chats of several people. */
  readonly groups: Groups
  /** A private chat, or another one by its id, as clients show it, oldest first. */
  transcript(chatId: number): ChatMessage[]
  /** Answers to pressed buttons that carried a text, oldest first. */
  notices(chatId: number): ChatNotice[]
  presence(personId: number): Presence
  /** The newest 500 calls and their answers, newest last. */
  calls(chatId?: number): ApiCall[]
  /** The command menu as this person's client shows it. */
  commandsFor(personId: number, languageCode: string): BotCommand[]
  /** Tells of every change in a chat; null for one of the bot itself. Gives a function that ends the telling. */
  onChange(listener: (chatId: number | null) => void): () => void
}

/**
 * An offline twin of api.telegram.org for one bot. It refuses what Telegram refuses, in the same
 * words, so that mistakes show in tests and in the sandbox and not in front of readers.
 */
export function createLoopback(options: LoopbackOptions): Loopback {
  const { clock } = options
  const seconds = () => Math.floor(clock.now() / 1000)
  // Ids begin at the time of day's seconds: they rise across restarts, and the store knows an update by its id.
  const firstId = seconds()
  const bot = botUser(options.botName, options.username)
  const sender = { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username }
  const chats = createChats(options.people, sender, firstId)
  const updates = createUpdates(clock, firstId)
  const queries = createCallbackQueries(chats, firstId)
  const commands = createCommands(chats)
  const messages = createMessageMethods(chats)
  const uploads = createUploadMethods(chats)
  const members = createMemberMethods(chats, sender)
  const speaking = createSpeaking({ chats, updates }, seconds)
  const files = createSentFiles()
  const profile = createProfile()
  const log = createCallLog()
  const listeners = new Set<(chatId: number | null) => void>()

  const groups = createGroups(
    { chats, speaking, updates, queries, commands, bot: sender, now: () => clock.now() },
    (chatId) => tell([chatId]),
  )

  const tell = (people: readonly (number | null)[]) => {
    for (const personId of people) for (const listener of listeners) listener(personId)
  }

  /** Everything but getUpdates, which alone takes its time. */
  const methods: Readonly<Record<string, (payload: Payload) => unknown>> = {
    getme: () => bot,
    sendmessage: (payload) => messages.send(payload, clock.now()),
    editmessagetext: (payload) => messages.editText(payload, clock.now()),
    editmessagereplymarkup: (payload) => messages.editMarkup(payload, clock.now()),
    deletemessage: (payload) => messages.remove(payload, clock.now()),
    sendphoto: (payload) => uploads.sendPhoto(payload, clock.now()),
    senddocument: (payload) => uploads.sendDocument(payload, clock.now()),
    getfile: files.get,
    sendchataction: (payload) => messages.act(payload, clock.now()),
    getchat: members.getChat,
    getchatmember: members.getMember,
    getchatadministrators: members.getAdministrators,
    answercallbackquery: (payload) => queries.answer(payload, clock.now()),
    setmycommands: commands.set,
    deletemycommands: commands.delete,
    getmycommands: commands.get,
    setmyname: profile.setName,
    getmyname: profile.getName,
    setmydescription: profile.setDescription,
    getmydescription: profile.getDescription,
    setmyshortdescription: profile.setShortDescription,
    getmyshortdescription: profile.getShortDescription,
    setchatmenubutton: profile.setMenuButton,
    deletewebhook(payload) {
      if (readFlag(payload, 'drop_pending_updates')) updates.drop()
      return true
    },
    getwebhookinfo: () => ({
      url: '',
      has_custom_certificate: false,
      pending_update_count: updates.pending(),
    }),
  }

  async function answer(
    method: string,
    payload: Payload,
    signal: StopSignal | undefined,
  ): Promise<ApiAnswer> {
    try {
      if (method === 'getupdates') return { ok: true, result: await updates.get(payload, signal) }
      const act = Object.hasOwn(methods, method) ? methods[method] : undefined
      return act === undefined
        ? refuse(404, 'Not Found: method not found')
        : { ok: true, result: act(payload) }
    } catch (error) {
      const refusal = answerOf(error)
      if (refusal === null) throw error
      return refusal
    }
  }

  return {
    async call(method, payload, signal) {
      const at = clock.now()
      const answered = await answer(method.toLowerCase(), payload, signal)
      const result = answered.ok ? answered.result : undefined
      const people =
        method.toLowerCase() === 'answercallbackquery' ? queries.chatOf(payload) : peopleOf(payload, result)
      // An empty poll tells nobody anything.
      if (!Array.isArray(result) || result.length > 0) {
        log.add({ at, method, payload, answer: answered, people })
        tell(people.length > 0 ? people : [null])
      }
      return structuredClone(answered)
    },

    say: (personId, text, how) => written(personId, (chat) => speaking.say(chat, chat.person, text, how)),
    sendLocation: (personId, place, how) =>
      written(personId, (chat) => speaking.locate(chat, chat.person, place, how)),
    sendFile: (personId, file, caption) =>
      written(personId, (chat) => {
        const text = caption === undefined ? {} : { caption }
        return speaking.put(chat, chat.person, { ...files.keep(file), ...text })
      }),
    forward: (personId, text, origin) =>
      written(personId, (chat) => speaking.put(chat, chat.person, { text, forward_origin: origin })),
    file: files.read,

    press(personId, messageId, data) {
      const chat = chats.of(personId)
      const stored = chat.messages.get(messageId)
      if (stored?.from !== 'bot')
        throw new MujazError('not_found', `No message ${messageId} of the bot there`)
      // Of a message that is gone the bot is told no more than its number.
      const message = stored.deleted ? null : structuredClone(stored.message)
      updates.add({
        callback_query: queries.open(chat, chat.person, { messageId, data }, message, clock.now()),
      })
      tell([personId])
    },

    block: (personId) => setBlocked(personId, true),
    unblock: (personId) => setBlocked(personId, false),
    groups,
    transcript: (chatId) => shownMessages(chats.find(chatId) ?? chats.of(chatId)),
    notices: (chatId) => [...(chats.find(chatId) ?? chats.of(chatId)).notices],

    presence(personId) {
      const chat = chats.of(personId)
      const now = clock.now()
      return { blocked: chat.blocked, typing: chat.typingUntil > now, pressed: queries.waiting(chat, now) }
    },

    calls: (chatId) => log.of(chatId),
    commandsFor: (personId, languageCode) => commands.shownTo(personId, languageCode),

    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }

  function writerOf(personId: number) {
    const chat = chats.of(personId)
    if (chat.blocked) throw new MujazError('usage', 'Whoever has blocked the bot cannot write to it')
    return chat
  }

  function written<Sent>(personId: number, how: (chat: ReturnType<typeof writerOf>) => Sent): Sent {
    const sent = how(writerOf(personId))
    tell([personId])
    return sent
  }

  function setBlocked(personId: number, blocked: boolean): void {
    const chat = chats.of(personId)
    if (chat.blocked === blocked) return
    chat.blocked = blocked
    updates.add(membershipUpdate(chat, sender, seconds()))
    tell([personId])
  }
}
