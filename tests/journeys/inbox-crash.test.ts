import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BotApiServer, startBotApiServer } from '../support/bot-api-server.ts'
import { eventually, type Program, startProgram, temporaryFolder } from '../support/program.ts'

const TOKEN = '123456789:AAinboxJourneyTokenThatOpensNothing00'
const PEOPLE = 40
const EACH = 6
const KILLS = 8

let server: BotApiServer
let folder: ReturnType<typeof temporaryFolder>
let program: Program | null = null

beforeEach(async () => {
  folder = temporaryFolder()
  server = await startBotApiServer({ token: TOKEN, people: PEOPLE, latencyMs: 20 })
})
afterEach(async () => {
  program?.kill('SIGKILL')
  await program?.ended
  await server.stop()
  folder.remove()
})

/** The words of the searches that have been answered, in the order of the answers, person by person. */
function answers(person: number): string[] {
  return server.sent
    .filter(({ method, payload }) => method === 'sendMessage' && Number(payload['chat_id']) === person)
    .map(({ payload }) => /قصة(\d+)/.exec(String(payload['text']))?.[1] ?? '?')
}

const answered = () =>
  Array.from({ length: PEOPLE }, (_, index) => new Set(answers(index + 1)).size).reduce((a, b) => a + b)

test('no update is lost and none is answered out of order, however often the process is killed', {
  timeout: 120_000,
}, async () => {
  for (let round = 0; round < EACH; round++) {
    for (let person = 1; person <= PEOPLE; person++) server.loopback.say(person, `قصة${round}`)
  }
  const start = () =>
    startProgram({
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: server.url,
      DATABASE_PATH: join(folder.path, 'mujaz.sqlite'),
      PORT: '0',
      LOG_LEVEL: 'warn',
    })
  const all = PEOPLE * EACH
  for (let kill = 1; kill <= KILLS; kill++) {
    const target = Math.floor((all * kill) / (KILLS + 1))
    program = start()
    await eventually(() => answered() >= target || program?.child.exitCode !== null, `${target} answers`)
    expect(program.child.exitCode, program.output()).toBeNull()
    program.kill('SIGKILL')
    await program.ended
  }
  program = start()
  await eventually(() => answered() === all, 'all answers')
  program.kill('SIGTERM')
  expect(await program.ended).toBe(0)

  let repeats = 0
  for (let person = 1; person <= PEOPLE; person++) {
    const given = answers(person)
    expect([...new Set(given)]).toEqual(Array.from({ length: EACH }, (_, round) => String(round)))
    repeats += given.length - EACH
  }
  // An answer that was on its way at a kill may come again: at most one for each chat that was being served.
  expect(repeats).toBeLessThanOrEqual(KILLS * PEOPLE)
  expect(program.output()).not.toContain(TOKEN)
})
