import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openApp } from '../../src/app.ts'
import { systemClock } from '../../src/clock.ts'
import { createLog } from '../../src/log.ts'
import { type BotApiServer, startBotApiServer } from '../support/bot-api-server.ts'
import { testConfig } from '../support/config.ts'
import { eventually, type Program, startProgram, temporaryFolder } from '../support/program.ts'

const TOKEN = '123456789:AAcrashJourneyTokenThatOpensNothing00'
const READERS = 200
/** Messages on their way at once; each is recorded before the next one goes. */
const IN_DOUBT = 3

let server: BotApiServer
let folder: ReturnType<typeof temporaryFolder>
let program: Program | null = null

beforeEach(async () => {
  folder = temporaryFolder()
  server = await startBotApiServer({ token: TOKEN, people: READERS, latencyMs: 5 })
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
    PORT: '0',
    LOG_LEVEL: 'warn',
  })
}

/** How many copies of each part of the digest have been sent to each reader, whether the answer arrived or not. */
function copies(): Map<string, number> {
  const seen = new Map<string, number>()
  for (const { method, payload } of server.sent) {
    if (method !== 'sendMessage') continue
    const key = `${String(payload['chat_id'])}: ${String(payload['text'])}`
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return seen
}

const reached = () =>
  new Set(
    server.sent.filter(({ method }) => method === 'sendMessage').map(({ payload }) => payload['chat_id']),
  ).size

test('a digest to 200 readers reaches everyone, however often the process is killed on the way', {
  timeout: 120_000,
}, async () => {
  const config = testConfig({ databasePath: join(folder.path, 'mujaz.sqlite') })
  const app = await openApp(config, { clock: systemClock, log: createLog('silent', []) })
  for (let chatId = 1; chatId <= READERS; chatId++) {
    await app.readers.ensure(chatId, 'ar')
    // A minute ago: due at once. The hour is now's, so that the next one is a day away.
    const nextDueAt = systemClock.now() - 60_000
    const due = new Date(nextDueAt)
    const minuteOfDay = due.getUTCHours() * 60 + due.getUTCMinutes()
    await app.readers.subscribe(chatId, { minuteOfDay, zone: 'Etc/UTC', nextDueAt })
  }
  app.close()

  // At the start, while planning, and after so many more readers have been reached.
  const kills = [0, 0, 1, 7, 20, 31, 45, 60]
  for (const more of kills) {
    const target = Math.min(READERS, reached() + more)
    program = start()
    if (more === 0) await program.until(' ').catch(() => undefined)
    else
      await eventually(
        () => reached() >= target || program?.child.exitCode !== null,
        `${target} readers reached`,
      )
    if (more > 0 && program.child.exitCode !== null) throw new Error(program.output())
    program.kill('SIGKILL')
    await program.ended
  }
  program = start()
  await eventually(() => reached() === READERS, 'all readers reached', 60)
  const outbox = async () => {
    const again = await openApp(config, { clock: systemClock, log: createLog('silent', []) })
    const counts = await again.outbox.counts()
    again.close()
    return counts
  }
  let counts = await outbox()
  for (let times = 0; times < 100 && counts.sent < READERS; times++) {
    await systemClock.sleep(50)
    counts = await outbox()
  }
  program.kill('SIGTERM')
  expect(await program.ended).toBe(0)

  expect(counts.sent).toBe(READERS)
  const sent = [...copies().values()]
  const parts = sent.length / READERS
  expect(Number.isInteger(parts)).toBe(true)
  const repeats = sent.reduce((sum, times) => sum + times - 1, 0)
  // Each kill repeats at most what was on the wire, or had arrived and was not recorded yet.
  expect(repeats).toBeLessThanOrEqual(kills.length * IN_DOUBT)
})
