import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openApp } from '../../src/app.ts'
import type { ChatMessage } from '../../src/bot/loopback.ts'
import { systemClock } from '../../src/clock.ts'
import { createLog } from '../../src/log.ts'
import { simplePreferences } from '../../src/readers/subscription.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { type BotApiServer, startBotApiServer } from '../support/bot-api-server.ts'
import { testConfig } from '../support/config.ts'
import { eventually, type Program, startProgram, temporaryFolder } from '../support/program.ts'

const TOKEN = '123456789:AAcorrectionJourneyTokenThatOpensNothing'
const READERS = 60
/** One more, who edits. */
const OWNER = READERS + 1
/** Chats whose messages cannot be edited any more, one in five; and one that has deleted its digest. */
const stubborn = (chatId: number) => chatId % 5 === 0
const DELETED = 7
const REASON = 'نفى المصدر الخبر'
/** Killed after so many corrections have gone out. */
const KILLS = [0, 1, 9, 25, 40]
const IN_DOUBT = 3

let server: BotApiServer
let folder: ReturnType<typeof temporaryFolder>
let program: Program | null = null

beforeEach(async () => {
  folder = temporaryFolder()
  server = await startBotApiServer({ token: TOKEN, people: OWNER, latencyMs: 10 })
})
afterEach(async () => {
  program?.kill('SIGKILL')
  await program?.ended
  await server.stop()
  folder.remove()
})

function start(): Program {
  return startProgram({
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: server.url,
    DATABASE_PATH: join(folder.path, 'mujaz.sqlite'),
    OWNER_IDS: String(OWNER),
    PAID_BROADCAST: 'on',
    SEND_RATE: '60',
    PORT: '0',
    LOG_LEVEL: 'warn',
  })
}

const digestOf = (chatId: number): ChatMessage | undefined =>
  server.loopback.transcript(chatId).find(({ from }) => from === 'bot')
const saysWhy = (message: ChatMessage | undefined) => message?.text.includes(REASON) === true
/** Chats whose digest was edited, or which got a message that says so. */
const corrected = () =>
  Array.from({ length: READERS }, (_, index) => index + 1).filter((chatId) =>
    server.loopback.transcript(chatId).some(saysWhy),
  )
const keysOf = (chatId: number) =>
  server.loopback
    .transcript(chatId)
    .flatMap(({ keyboard, messageId }) => (keyboard ?? []).flat().map(({ data }) => ({ data, messageId })))

test('a retraction reaches everyone who has received the report, though the process is killed and chats refuse', {
  timeout: 180_000,
}, async () => {
  const config = testConfig({ databasePath: join(folder.path, 'mujaz.sqlite') })
  const app = await openApp(config, { clock: systemClock, log: createLog('silent', []) })
  const [article] = await app.articles.latest({ offset: 0, limit: 1 })
  if (article === undefined) throw new Error('The seeds hold no report.')
  const nextDueAt = systemClock.now() - 60_000
  const due = new Date(nextDueAt)
  const minute = due.getUTCHours() * 60 + due.getUTCMinutes()
  for (let chatId = 1; chatId <= READERS; chatId += 1) {
    const { id } = await app.readers.ensure({ chatId, threadId: null }, { language: 'ar', kind: 'private' })
    const length = (['short', 'normal', 'full'] as const)[chatId % 3] ?? 'normal'
    await app.readers.subscribe(id, { ...simplePreferences(minute, 'Etc/UTC'), length, nextDueAt }, chatId)
  }
  app.close()
  server.faults = (method, payload) => {
    if (method !== 'editMessageText') return 'pass'
    const chatId = Number(payload['chat_id'])
    if (chatId === DELETED) return refusal('message to edit not found')
    return stubborn(chatId) ? refusal("message can't be edited") : 'pass'
  }

  program = start()
  await eventually(
    () => Array.from({ length: READERS }, (_, index) => digestOf(index + 1)).every(Boolean),
    'every reader has the digest',
    60,
  )
  for (let chatId = 1; chatId <= READERS; chatId += 1) expect(digestOf(chatId)?.text).toContain(article.title)

  // Not before the last digest has been recorded: what is on its way is corrected after its arrival.
  server.loopback.say(OWNER, `/retract ${article.id} ${REASON}`)
  const yes = `retract:${article.id}:yes`
  await eventually(() => keysOf(OWNER).some(({ data }) => data === yes), 'the question')
  const question = keysOf(OWNER).find(({ data }) => data === yes)
  server.loopback.press(OWNER, question?.messageId ?? 0, yes)
  for (const count of KILLS) {
    await eventually(() => corrected().length >= count, `${count} readers told`, 60)
    program.kill('SIGKILL')
    await program.ended
    program = start()
  }
  await eventually(() => corrected().length === READERS, 'every reader told', 90)

  const outcomes = await settled()
  program.kill('SIGTERM')
  expect(await program.ended).toBe(0)

  // Every recipient ends with the correction: in the digest itself, or in an answer to it.
  for (let chatId = 1; chatId <= READERS; chatId += 1) {
    const edited = saysWhy(digestOf(chatId))
    expect([chatId, edited]).toEqual([chatId, !(stubborn(chatId) || chatId === DELETED)])
    expect(outcomes.get(chatId)).toBe(edited ? 'edited' : 'replied')
  }
  // An edit that is repeated changes nothing; a reply may come twice where a kill fell between sending and recording.
  const replies = server.sent.filter(
    ({ method, payload }) => method === 'sendMessage' && String(payload['text']).includes(REASON),
  )
  const toReaders = replies.filter(({ payload }) => Number(payload['chat_id']) !== OWNER)
  const expected = Array.from({ length: READERS }, (_, index) => index + 1).filter(
    (chatId) => stubborn(chatId) || chatId === DELETED,
  ).length
  expect(toReaders.length).toBeGreaterThanOrEqual(expected)
  expect(toReaders.length).toBeLessThanOrEqual(expected + KILLS.length * IN_DOUBT)
  for (const { payload } of toReaders)
    expect(payload['reply_parameters']).toMatchObject({ message_id: expect.any(Number) })
})

/** What the store holds of each chat's correction, once nothing waits. */
async function settled(): Promise<Map<number, string>> {
  for (let times = 0; times < 200; times += 1) {
    const database = await openDatabase(join(folder.path, 'mujaz.sqlite'))
    const rows = database
      .prepare<[], { chat: number; state: string }>(
        `SELECT chat_id AS chat, amendments.state FROM amendments
         JOIN deliveries ON deliveries.id = delivery_id JOIN readers ON readers.id = reader_id`,
      )
      .all()
    database.close()
    if (rows.length > 0 && rows.every(({ state }) => state !== 'pending')) {
      return new Map(rows.map(({ chat, state }) => [chat, state]))
    }
    await systemClock.sleep(50)
  }
  throw new Error('Corrections wait that should have been settled.')
}

function refusal(description: string) {
  return { status: 400, body: { ok: false, error_code: 400, description: `Bad Request: ${description}` } }
}
