import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BotApiServer, startBotApiServer } from '../support/bot-api-server.ts'
import { eventually, type Program, startProgram, temporaryFolder } from '../support/program.ts'

const TOKEN = '123456789:AAoverHttpJourneyTokenThatOpensNothing'
const READER = 7
const OWNER = 8

let server: BotApiServer
let folder: ReturnType<typeof temporaryFolder>
let program: Program

beforeEach(async () => {
  folder = temporaryFolder()
  server = await startBotApiServer({ token: TOKEN, people: 10 })
})
afterEach(async () => {
  program.kill('SIGKILL')
  await program.ended
  await server.stop()
  folder.remove()
})

function start(environment: Readonly<Record<string, string>> = {}): Program {
  program = startProgram({
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: server.url,
    OWNER_IDS: String(OWNER),
    DATABASE_PATH: join(folder.path, 'mujaz.sqlite'),
    PORT: '0',
    LOG_LEVEL: 'debug',
    ...environment,
  })
  return program
}

async function say(person: number, text: string): Promise<string> {
  const fromBot = () => server.loopback.transcript(person).filter(({ from }) => from === 'bot')
  const before = fromBot().length
  server.loopback.say(person, text)
  await eventually(() => fromBot().length > before, `an answer to ${text}`)
  return fromBot().at(-1)?.text ?? ''
}

describe('with a token, against a Bot API server', () => {
  test('ten messages are answered, the menus are there, and no line printed holds the token', async () => {
    start()
    await program.until('bot connected')
    expect(await say(READER, '/start')).toContain('موجز')
    expect(await say(READER, '/latest')).toContain('كورسك')
    expect(await say(READER, '/search معاهدة')).toContain('معاهدة')
    expect(await say(READER, '/search كيم جونج')).toContain('جونغ')
    expect(await say(READER, '/subscribe 07:30 Africa/Cairo')).toContain('07:30')
    expect(await say(READER, '/settings')).toContain('القاهرة')
    expect(await say(READER, '/digest')).toContain('بوتين')
    expect(await say(READER, '/privacy')).toContain('/forget')
    expect(await say(READER, '/add نص')).toBe(await say(READER, '/nothing'))
    expect(await say(OWNER, '/help')).toContain('/add')
    expect(server.loopback.commandsFor(READER, 'ar').map(({ command }) => command)).not.toContain('add')
    expect(server.loopback.commandsFor(OWNER, 'ar').map(({ command }) => command)).toContain('add')
    expect(program.output()).not.toContain(TOKEN)
  })

  test('SIGTERM ends it within five seconds with exit code 0, and a restart adds no seeds', async () => {
    start()
    await program.until('seeds loaded')
    await program.until('bot connected')
    await say(READER, '/latest')
    const began = performance.now()
    program.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(performance.now() - began).toBeLessThan(5000)
    start()
    await program.until('bot connected')
    expect(program.output()).not.toContain('seeds loaded')
  })

  test('a token that Telegram refuses ends it with one clear sentence and exit code 3', async () => {
    start({ BOT_TOKEN: '123456789:AAwrongJourneyTokenThatOpensNothing' })
    expect(await program.ended).toBe(3)
    expect(program.output()).toContain('does not accept the bot token')
    expect(program.output()).not.toContain('AAwrongJourneyToken')
  })

  test('another poller ends it with one clear sentence and exit code 4', async () => {
    const description =
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
    server.faults = (method) =>
      method === 'getUpdates' ? { status: 409, body: { ok: false, error_code: 409, description } } : 'pass'
    start()
    expect(await program.ended).toBe(4)
    expect(program.output()).toContain('Another program is fetching the updates')
  })

  test('resets, gateway pages and flood control are waited out; the answer comes', async () => {
    const trouble = [
      'reset-before',
      'html-502',
      {
        status: 429,
        body: {
          ok: false,
          error_code: 429,
          description: 'Too Many Requests: retry after 1',
          parameters: { retry_after: 1 },
        },
      },
    ] as const
    server.faults = (method, _payload, n) => (method === 'sendMessage' ? (trouble[n - 1] ?? 'pass') : 'pass')
    start()
    await program.until('bot connected')
    expect(await say(READER, '/help')).toContain('/latest')
    expect(program.output()).not.toContain(TOKEN)
  })

  test('a second process on the same database stands by, and takes over when the first one is killed', async () => {
    const first = start()
    await first.until('bot connected')
    const second = start()
    await second.until('stands by')
    expect(await say(READER, '/help')).toContain('/latest')
    expect(second.output()).not.toContain('bot connected')
    first.kill('SIGKILL')
    await second.until('bot connected')
    expect(await say(READER, '/help')).toContain('/latest')
  })

  test('a process that stands by ends at a signal, with exit code 0', async () => {
    const first = start()
    await first.until('bot connected')
    const second = startProgram({ DATABASE_PATH: join(folder.path, 'mujaz.sqlite'), PORT: '0' })
    await second.until('stands by')
    second.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(await say(READER, '/help')).toContain('/latest')
  })

  test('mistakes in the configuration are all told at once, with exit code 2 and without the token', async () => {
    start({ BOT_TOKEN: 'not-a-token', PORT: '99999', DEFAULT_TIME_ZONE: 'Mars/Olympus' })
    expect(await program.ended).toBe(2)
    for (const name of ['BOT_TOKEN', 'PORT', 'DEFAULT_TIME_ZONE']) expect(program.output()).toContain(name)
    expect(program.output()).not.toContain('not-a-token')
  })
})
