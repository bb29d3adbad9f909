import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRandom } from '../../bench/random.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import { systemClock } from '../../src/clock.ts'
import { sendingLimits } from '../../src/deliveries/limits.ts'
import { DIGEST_LENGTHS, simplePreferences } from '../../src/readers/subscription.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { createReaderStore } from '../../src/sqlite/readers.ts'
import { type BotApiServer, startBotApiServer } from '../support/bot-api-server.ts'
import { eventually, type Program, startProgram, temporaryFolder } from '../support/program.ts'
import { createArrivals } from './arrivals.ts'

const TOKEN = '123456789:AAcrashJourneyTokenThatOpensNothing00'
/** To have what a failed run had: the points of the kills, not the times of the machine. */
const SEED = Number(process.env['CRASH_SEED'] ?? Date.now() % 2_147_483_646) + 1
/** Of a hundred messages, so many meet a connection that breaks before they are processed, and as many one that does after. */
const RESETS = 1.5
/** Messages are on their way long enough to be caught there. */
const latencyOf = (method: string) => (method === 'sendMessage' ? 40 : 0)
/** What was sent before the kill has arrived by then. */
const ARRIVED_MS = 30

let server: BotApiServer
let folder: ReturnType<typeof temporaryFolder>
let database: string
let program: Program | null = null

beforeEach(() => {
  folder = temporaryFolder()
  database = join(folder.path, 'mujaz.sqlite')
})
afterEach(async () => {
  program?.kill('SIGKILL')
  await program?.ended
  await server.stop()
  folder.remove()
})

/** Where in the life of a process it is killed, and how long after that. */
interface Point {
  readonly when: 'starting' | 'planning' | 'sending'
  /** So many digests have been planned; while sending, so many readers have been reached. */
  readonly count: number
  readonly afterMs: number
}

test.each([
  { readers: 2000, kills: { starting: 4, planning: 6, sending: 40 }, rate: 200, paid: 'on' },
  { readers: 90, kills: { starting: 1, planning: 1, sending: 6 }, rate: 30, paid: 'off' },
])(
  'a digest to $readers readers reaches everyone, at $rate a second, however often the process is killed',
  {
    timeout: 300_000,
  },
  async ({ readers, kills, rate, paid }) => {
    const random = createRandom(SEED)
    const arrivals = createArrivals()
    server = await startBotApiServer({ token: TOKEN, people: readers, latencyMs: latencyOf })
    server.faults = (method, payload) => {
      if (method !== 'sendMessage') return 'pass'
      const chance = random() * 100
      if (chance < RESETS) return 'reset-before'
      const lost = chance < RESETS * 2
      arrivals.add(Number(payload['chat_id']), String(payload['text']), lost)
      return lost ? 'reset-after' : 'pass'
    }
    await subscribeAll(readers)
    const start = () => {
      arrivals.nextLife()
      return startProgram({
        BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: server.url,
        DATABASE_PATH: database,
        SEND_RATE: String(rate),
        PAID_BROADCAST: paid,
        SEED: 'off',
        PORT: '0',
        LOG_LEVEL: 'error',
      })
    }

    const mostInDoubt = sendingLimits(rate).inDoubt
    let bound = 0
    for (const point of pointsOf(kills, readers, random)) {
      program = start()
      await reach(point, program, arrivals.readers)
      expect(program.child.exitCode, program.output()).toBeNull()
      program.kill('SIGKILL')
      await program.ended
      await systemClock.sleep(ARRIVED_MS)
      const doubtful = arrivals.inDoubt(await recordedParts())
      expect(doubtful, `in doubt after a kill while ${point.when}, seed ${SEED - 1}`).toBeLessThanOrEqual(
        mostInDoubt,
      )
      bound += doubtful
    }
    program = start()
    await eventually(() => arrivals.readers() === readers, `all readers reached, seed ${SEED - 1}`, 120)
    let left = await waiting()
    for (let tries = 0; tries < 300 && left > 0; tries += 1) {
      await systemClock.sleep(100)
      left = await waiting()
    }
    program.kill('SIGTERM')
    expect(await program.ended, program.output()).toBe(0)

    const report = `seed ${SEED - 1}: ${arrivals.repeats()} repeats, at most ${bound} in doubt and ${arrivals.lost()} lost`
    expect(await deliveryStates(), report).toEqual([{ state: 'sent', count: readers }])
    expect(arrivals.readers(), report).toBe(readers)
    // Every reader of an edition has got its parts, in its order, each at least once.
    expect(arrivals.sequences().length, report).toBe(DIGEST_LENGTHS.length)
    expect(Math.max(...arrivals.sequences().map((texts) => texts.length)), report).toBeGreaterThan(1)
    // What repeats was on its way or not yet recorded at a kill, or its answer was lost; nothing else.
    expect(arrivals.repeats(), report).toBeLessThanOrEqual(bound + arrivals.lost())
    expect(bound, report).toBeLessThanOrEqual((kills.starting + kills.planning + kills.sending) * mostInDoubt)
  },
)

/** The first kills hit the planning, which happens once; the others lie anywhere on the way. */
function pointsOf(
  kills: Readonly<Record<Point['when'], number>>,
  readers: number,
  random: () => number,
): Point[] {
  const many = (when: Point['when'], afterMs: number): Point[] =>
    Array.from({ length: kills[when] }, () => ({
      when,
      count: 1 + Math.floor(random() * readers * 0.97),
      afterMs: Math.floor(random() * afterMs),
    }))
  const inOrder = (points: Point[]) => points.sort((a, b) => a.count - b.count)
  return [...inOrder(many('planning', 5)), ...inOrder([...many('sending', 40), ...many('starting', 600)])]
}

/** Waits until the process is where it is to be killed. */
async function reach(
  { when, count, afterMs }: Point,
  { child }: Program,
  reached: () => number,
): Promise<void> {
  const before = server.sent.length
  const sends = () => server.sent.slice(before).some(({ method }) => method === 'sendMessage')
  const until = (holds: () => boolean, what: string) =>
    eventually(() => holds() || child.exitCode !== null, `${what}, seed ${SEED - 1}`)
  if (when === 'planning') {
    const store = await openDatabase(database)
    const planned = store.prepare<[], number>('SELECT count(*) FROM deliveries').pluck()
    // What has been planned before is there from the start.
    const more = Math.max(count, (planned.get() ?? 0) + 1)
    await until(() => sends() || (planned.get() ?? 0) >= more, `${more} planned`)
    store.close()
  }
  if (when === 'sending') {
    await until(() => reached() >= count, `${count} readers reached`)
    // They may have been reached before this process began.
    await until(sends, 'it sends')
  }
  await systemClock.sleep(afterMs)
}

/** Readers of all lengths who are due; the longest digest has more than one part. */
async function subscribeAll(readers: number): Promise<void> {
  const store = await openDatabase(database)
  migrate(store, systemClock.now())
  await createArticleStore(store, systemClock).addAll(
    Array.from({ length: 14 }, (_, index) => reportOf(index)),
  )
  const subscribers = createReaderStore(store, systemClock)
  // A minute ago: due at once. The hour is now's, so that the next one is a day away.
  const nextDueAt = systemClock.now() - 60_000
  const due = new Date(nextDueAt)
  const preferences = simplePreferences(due.getUTCHours() * 60 + due.getUTCMinutes(), 'Etc/UTC')
  store.exec('BEGIN')
  for (let chatId = 1; chatId <= readers; chatId += 1) {
    const { id } = await subscribers.ensure({ chatId, threadId: null }, { language: 'ar', kind: 'private' })
    const length = DIGEST_LENGTHS[chatId % DIGEST_LENGTHS.length] ?? 'normal'
    await subscribers.subscribe(id, { ...preferences, length, nextDueAt }, chatId)
  }
  store.exec('COMMIT')
  store.close()
}

function reportOf(index: number) {
  const sentence = 'التقى وزيرا خارجية البلدين في بيونغ يانغ وبحثا التعاون في مجالي الطاقة والنقل.'
  return prepareReport({
    title: `تقرير رقم ${index + 1} عن محادثات بين موسكو وبيونغ يانغ`,
    body: Array.from({ length: 25 }, (_, line) => `${sentence} (${index}-${line})`).join('\n'),
    headings: [],
    publisher: 'وكالة',
    agency: null,
    author: null,
    url: null,
    language: 'ar',
    publishedAt: { value: '2026-11-20', precision: 'day' },
    eventOn: null,
    topics: [],
    publisherSummary: [],
    note: null,
  })
}

async function ask<Row>(path: string, sql: string): Promise<Row[]> {
  const store = await openDatabase(path)
  try {
    return store.prepare<[], Row>(sql).all()
  } finally {
    store.close()
  }
}

/** How many parts a process that was killed has recorded as arrived, by chat. */
async function recordedParts(): Promise<Map<number, number>> {
  // A copy is asked, so that the next process finds what the kill has left, untouched.
  const copy = join(folder.path, 'copy.sqlite')
  for (const part of ['', '-wal']) {
    if (existsSync(database + part)) copyFileSync(database + part, copy + part)
  }
  const rows = await ask<{ chatId: number; parts: number }>(
    copy,
    `SELECT chat_id AS chatId, json_array_length(message_ids) AS parts FROM deliveries
     JOIN readers ON readers.id = reader_id`,
  )
  return new Map(rows.map(({ chatId, parts }) => [chatId, parts]))
}

const deliveryStates = () =>
  ask<{ state: string; count: number }>(
    database,
    'SELECT state, count(*) AS count FROM deliveries GROUP BY state',
  )

async function waiting(): Promise<number> {
  const states = await deliveryStates()
  return states.reduce((sum, { state, count }) => sum + (state === 'sent' ? 0 : count), 0)
}
