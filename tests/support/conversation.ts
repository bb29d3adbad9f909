import type { Update } from 'grammy/types'
import { type App, openApp } from '../../src/app.ts'
import { createAlertRenderer } from '../../src/bot/alert-text.ts'
import { createBot } from '../../src/bot/bot.ts'
import { createFeeding } from '../../src/bot/editor/feeding.ts'
import { createReadingJobs } from '../../src/bot/editor/reading-jobs.ts'
import type { Actor } from '../../src/bot/loopback/groups.ts'
import { toLoopback } from '../../src/bot/loopback/transformer.ts'
import { type ChatMessage, createLoopback, type Loopback } from '../../src/bot/loopback.ts'
import { createDigestRenderer } from '../../src/bot/reader/digest-text.ts'
import type { Config } from '../../src/config.ts'
import { createAlerts } from '../../src/digests/alert.ts'
import { createDigests, type Digests } from '../../src/digests/publish.ts'
import { createLog } from '../../src/log.ts'
import { createWording } from '../../src/messages/fluent.ts'
import type { SafeFetch } from '../../src/sources/fetch.ts'
import { testConfig } from './config.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

export const READER = 11
export const OWNER = 22
export const ENGLISH_READER = 33

const USERNAME = 'MujazBot'

export interface Conversation {
  readonly app: App
  readonly loopback: Loopback
  readonly digests: Digests
  readonly clock: TestClock
  /** Says something and gives what the bot sent in answer. */
  say(person: number, text: string, options?: { replyToMessageId?: number }): Promise<ChatMessage[]>
  /** Presses the newest button with this label, or the one whose data is this, and gives the message as it is afterwards. */
  press(person: number, button: string): Promise<ChatMessage>
  /** Says something in a chat of several people and gives what the bot sent there in answer. */
  sayIn(
    chat: number,
    who: Actor,
    text: string,
    options?: { threadId?: number | null; replyTo?: number },
  ): Promise<ChatMessage[]>
  /** A person presses the newest such button of a chat of several people; gives the message as it is afterwards. */
  pressIn(chat: number, person: number, button: string): Promise<ChatMessage>
  /** Any chat as clients show it. */
  transcriptOf(chat: number): ChatMessage[]
  /** The newest message of the bot. */
  last(chat: number): ChatMessage
  /** Hands the bot one update as it stands. */
  handle(update: Update): Promise<void>
  /** Lets the bot act on whatever has happened. */
  settle(): Promise<void>
  close(): void
}

/** A whole bot over the loopback and a store in memory, acting only when the test says so. */
export async function startConversation(
  overrides: Partial<Config> = {},
  { fetch }: { fetch?: SafeFetch } = {},
): Promise<Conversation> {
  const clock = createTestClock('2026-11-22T06:00:00Z')
  const log = createLog('silent', [])
  const config = testConfig({ ownerIds: [OWNER], ...overrides })
  const app = await openApp(config, { clock, log, ...(fetch === undefined ? {} : { fetch }) })
  const loopback = createLoopback({
    clock,
    botName: 'موجز',
    username: USERNAME,
    people: [
      { id: READER, name: 'Reader', languageCode: 'ar' },
      { id: OWNER, name: 'Owner', languageCode: 'ar' },
      { id: ENGLISH_READER, name: 'English', languageCode: 'en' },
    ],
  })
  const digests = createDigests({
    editions: app.editions,
    articles: app.articles,
    clock,
    render: createDigestRenderer(() => USERNAME),
  })
  const wordingOf = async (chatId: number) =>
    createWording((await app.readers.byAddress({ chatId, threadId: null }))?.language ?? 'ar')
  const feeding = createFeeding({ ...app, ...config, api: () => bot.api, wordingOf })
  const bot = createBot(
    { token: '1:test', apiRoot: 'http://127.0.0.1:1', transformers: [toLoopback(loopback)] },
    {
      ...app,
      ...config,
      digests,
      alerts: createAlerts({ ...app, render: createAlertRenderer(() => USERNAME) }),
      wakeSender: () => {},
      wakeReadings: () => readings.wake(),
      feeds: feeding.feeds,
    },
  )
  await bot.init()
  const readings = createReadingJobs({
    ...app,
    ...config,
    api: bot.api,
    username: () => bot.botInfo.username,
    files: loopback,
  })
  let offset = 0

  async function settle(): Promise<void> {
    for (;;) {
      const answer = await loopback.call('getUpdates', { offset, timeout: 0 })
      const updates = (answer.ok ? answer.result : []) as Update[]
      if (updates.length === 0) return readings.idle()
      for (const update of updates) {
        offset = update.update_id + 1
        await bot.handleUpdate(update)
      }
    }
  }
  const fromBot = (chat: number) => loopback.transcript(chat).filter(({ from }) => from === 'bot')

  function last(chat: number): ChatMessage {
    const message = fromBot(chat).at(-1)
    if (message === undefined) throw new Error('The bot has said nothing.')
    return message
  }

  /** What the bot sends into the chat while something happens. */
  async function answersTo(chat: number, happens: () => unknown): Promise<ChatMessage[]> {
    const before = new Set(fromBot(chat).map(({ messageId }) => messageId))
    happens()
    await settle()
    return fromBot(chat).filter(({ messageId }) => !before.has(messageId))
  }

  async function pressNewest(
    chat: number,
    button: string,
    act: (messageId: number, data: string) => void,
  ): Promise<ChatMessage> {
    for (const message of fromBot(chat).toReversed()) {
      const found = (message.keyboard ?? [])
        .flat()
        .find(({ text, data }) => data !== null && (text === button || data === button))
      if (!found?.data) continue
      act(message.messageId, found.data)
      await settle()
      return fromBot(chat).find(({ messageId }) => messageId === message.messageId) ?? last(chat)
    }
    throw new Error(`No button ${button}`)
  }

  return {
    app,
    loopback,
    digests,
    clock,
    settle,
    last,
    transcriptOf: (chat) => loopback.transcript(chat),
    handle: (update) => bot.handleUpdate(update),
    say: (person, text, options) => answersTo(person, () => loopback.say(person, text, options)),
    sayIn: (chat, who, text, { threadId, replyTo } = {}) =>
      answersTo(chat, () => loopback.groups.say(chat, who, text, { threadId, replyToMessageId: replyTo })),
    press: (person, button) =>
      pressNewest(person, button, (messageId, data) => loopback.press(person, messageId, data)),
    pressIn: (chat, person, button) =>
      pressNewest(chat, button, (messageId, data) => loopback.groups.press(chat, person, messageId, data)),
    close: () => app.close(),
  }
}

/** The data of a message's buttons, in the order of the rows. */
export function buttonsOf(message: ChatMessage | undefined): string[] {
  return (message?.keyboard ?? []).flat().flatMap(({ data }) => data ?? [])
}
