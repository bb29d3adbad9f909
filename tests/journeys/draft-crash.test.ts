import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { type BotApiServer, startBotApiServer } from '../support/bot-api-server.ts'
import { eventually, type Program, startProgram, temporaryFolder } from '../support/program.ts'

const TOKEN = '123456789:AAdraftJourneyTokenThatOpensNothing00'
const OWNER = 1
/** Reports that are brought in, every second one as a file; the process is killed twice on the way of each. */
const REPORTS = 8

let server: BotApiServer
let folder: ReturnType<typeof temporaryFolder>
let program: Program | null = null

beforeEach(async () => {
  folder = temporaryFolder()
  server = await startBotApiServer({ token: TOKEN, people: 1, latencyMs: 5 })
})
afterEach(async () => {
  program?.kill('SIGKILL')
  await program?.ended
  await server.stop()
  folder.remove()
})

const databasePath = () => join(folder.path, 'mujaz.sqlite')
const start = () =>
  startProgram({
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: server.url,
    OWNER_IDS: String(OWNER),
    DATABASE_PATH: databasePath(),
    SEED: 'off',
    PORT: '0',
    LOG_LEVEL: 'warn',
  })
const text = (n: number) =>
  [
    `وفد اقتصادي روسي رقم ${n} يبدأ مباحثات في بيونغ يانغ`,
    `بدأ الوفد الروسي رقم ${n} يوم الاثنين مباحثات في كوريا الشمالية عن ${'التجارة '.repeat(n + 1)}والنقل.`,
    'الموقع : example.org',
  ].join('\n\n')

/** Calls that changed something Telegram shows. */
const told = () => server.sent.filter(({ method }) => /^(?:send|edit)Message/.test(method)).length

/** The newest message that offers to publish report `n`. */
function cardOf(n: number) {
  return server.loopback
    .transcript(OWNER)
    .filter(({ from, text: shown }) => from === 'bot' && shown.includes(`رقم ${n} `))
    .toReversed()
    .flatMap(({ messageId, keyboard }) => {
      const data = (keyboard ?? [])
        .flat()
        .find((button) => /^draft:\d+:(?:publish|separate)$/.test(button.data ?? ''))
      return data?.data ? [{ messageId, data: data.data }] : []
    })[0]
}

/** Lets the program work until it has told `calls` things more, or so long, and kills it. */
async function killAfter(calls: number, milliseconds: number): Promise<void> {
  const target = told() + calls
  const end = performance.now() + milliseconds
  while (told() < target && performance.now() < end) await systemClock.sleep(1)
  program?.kill('SIGKILL')
  await program?.ended
  program = start()
}

test('killed at any step from paste to publish, no draft is lost and none is published twice', {
  timeout: 120_000,
}, async () => {
  program = start()
  for (let n = 0; n < REPORTS; n++) {
    // Some while the program starts, some while it reads, some when it has just told of it.
    const [calls, milliseconds] = [n % 3, 150 * (n % 5) + 50]
    if (n % 2 === 0) server.loopback.say(OWNER, `/add ${text(n)}`)
    else server.loopback.sendFile(OWNER, { name: `report-${n}.txt`, bytes: Buffer.from(text(n)) })
    await killAfter(calls + 1, milliseconds)
    await eventually(() => cardOf(n) !== undefined, `the card of report ${n}`)
    const card = cardOf(n)
    if (card === undefined) throw new Error('The card is gone.')
    server.loopback.press(OWNER, card.messageId, card.data)
    server.loopback.press(OWNER, card.messageId, card.data)
    await killAfter(calls, milliseconds)
    const shown = () =>
      server.loopback.transcript(OWNER).find(({ messageId }) => messageId === card.messageId)
    await eventually(() => shown()?.text.startsWith('نُشر التقرير') === true, `report ${n} is published`)
  }
  // The last one may still be starting: it is at work when it has asked for updates.
  const polls = () => server.sent.filter(({ method }) => method === 'getUpdates').length
  const before = polls()
  await eventually(() => polls() > before, 'the program is at work')
  program.kill('SIGTERM')
  expect(await program.ended, program.output()).toBe(0)

  const database = await openDatabase(databasePath())
  const rows = (sql: string) => database.prepare(sql).pluck().all()
  const titles = rows('SELECT title FROM articles ORDER BY id') as string[]
  expect(titles).toEqual(Array.from({ length: REPORTS }, (_, n) => text(n).split('\n')[0]))
  expect(rows("SELECT count(*) FROM drafts WHERE state <> 'published'")).toEqual([0])
  expect(rows('SELECT count(*) FROM drafts')).toEqual([REPORTS])
  expect(rows("SELECT count(*) FROM audit WHERE act = 'publish'")).toEqual([REPORTS])
  expect(rows("SELECT count(*) FROM undoable_acts WHERE act = 'publish'")).toEqual([REPORTS])
  expect(rows('SELECT count(*) FROM readings WHERE finished_at IS NULL')).toEqual([0])
  database.close()
  expect(program.output()).not.toContain(TOKEN)
})
