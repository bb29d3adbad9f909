import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '../../src/cli/commands.ts'
import { systemClock } from '../../src/clock.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { createRunStore } from '../../src/sqlite/runs.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'
import { createRecordingTerminal } from './recording-terminal.ts'

let path: string
beforeEach(() => {
  path = join(tempFolder(), 'mujaz.sqlite')
})

async function run(...args: string[]) {
  const terminal = createRecordingTerminal()
  const environment = { DATABASE_PATH: path, LOG_LEVEL: 'silent', SEED: 'off' }
  const code = await runCommand(['deliveries', ...args], environment, terminal)
  return { code, printed: terminal.printed.join('\n'), complained: terminal.complained.join('\n') }
}

/** As the running bot would have left it. */
async function write(sql: string): Promise<void> {
  const database = await openDatabase(path)
  migrate(database, systemClock.now())
  database.exec(sql)
  database.close()
}

async function states(): Promise<Record<number, [string, string | null]>> {
  const database = await openDatabase(path)
  const runs = await createRunStore(database).recent(10)
  database.close()
  return Object.fromEntries(runs.map(({ id, state, reason }) => [id, [state, reason]]))
}

const addRun = (id: number, state = 'running', ended = 'NULL') =>
  `INSERT INTO runs (id, state, reason, planned, sent, failed, started_at, ended_at)
   VALUES (${id}, '${state}', ${state === 'paused' ? "'30 of 100 refused'" : 'NULL'}, 1000, 400, 5,
     ${Date.parse('2026-11-22T05:00:00Z')}, ${ended});`

const READER = `INSERT INTO readers (id, chat_id, thread_id, kind, language, cursor, created_at) VALUES
    (1, -1001234567890, 0, 'supergroup', 'ar', 9, 0), (2, -1001234567890, 17, 'supergroup', 'en', NULL, 0);
  INSERT INTO deliveries (reader_id, slot, state, reason, created_at, settled_at)
    VALUES (1, '2026-11-22', 'skipped', 'nothing_new', 1, 2);
  INSERT INTO holds VALUES ('-1001234567890', 99999999999999);`

describe('mujaz deliveries', () => {
  test('of an empty store says that nothing is on its way and nobody sends', async () => {
    const { code, printed } = await run()
    expect(code).toBe(0)
    expect(printed).toContain('sender    nobody')
    expect(printed).toContain('waiting   0 pending, 0 being sent')
    expect(printed).toContain('all chats: none, single chats: 0')
    expect(printed).toContain('runs      none')
  })

  test('lists what is open and what ended last, with its rate since the start, and who sends', async () => {
    const end = Date.parse('2026-11-22T05:00:40Z')
    await write(`${addRun(7)} ${addRun(8, 'paused')} ${addRun(6, 'done', String(end))}
      INSERT INTO sender_lease VALUES (1, 'host:4711', 99999999999999);
      INSERT INTO holds VALUES ('all', 99999999999999), ('5', 99999999999999);`)
    const { code, printed } = await run('list')
    expect(code).toBe(0)
    expect(printed).toContain('sender    host:4711, lease until 5138-11-16')
    expect(printed).toContain('all chats: until 5138-11-16 09:46:39 UTC, single chats: 1')
    const rows = printed.split('\n').map((line) => line.split(/ {2,}/))
    expect(rows).toContainEqual(expect.arrayContaining(['6', 'done', '1000', '400', '595', '5', '10.0']))
    expect(rows).toContainEqual(expect.arrayContaining(['8', 'paused', '30 of 100 refused']))
    expect(rows.findIndex(([id]) => id === '7')).toBeLessThan(rows.findIndex(([id]) => id === '6'))
  })

  test('does not take a lease that has run out for a sender', async () => {
    await write(`INSERT INTO sender_lease VALUES (1, 'host:4711', 5);`)
    expect((await run()).printed).toContain('sender    nobody')
  })

  test('pauses, resumes and cancels a run, and says whose decision it was', async () => {
    await write(addRun(7))
    expect(await run('pause', '7')).toMatchObject({ code: 0, printed: 'Run 7 paused.' })
    expect(await states()).toEqual({ 7: ['paused', 'paused by the operator'] })
    expect(await run('resume', '7')).toMatchObject({ code: 0, printed: 'Run 7 resumed.' })
    expect((await states())[7]?.[0]).toBe('running')
    expect(await run('cancel', '7')).toMatchObject({ code: 0, printed: 'Run 7 cancelled.' })
    expect(await states()).toEqual({ 7: ['cancelled', 'cancelled by the operator'] })
  })

  test('does it to every open run at once', async () => {
    await write(`${addRun(7)} ${addRun(8)} ${addRun(9, 'done', '1')}`)
    expect(await run('pause', 'all')).toMatchObject({ code: 0, printed: 'Run 7 paused.\nRun 8 paused.' })
    expect(await run('pause', 'all')).toMatchObject({
      code: 0,
      printed: 'There was no run that could be paused.',
    })
    expect(Object.values(await states()).map(([state]) => state)).toEqual(['paused', 'paused', 'done'])
  })

  test.each([
    ['is not running', ['pause', '8'], 'Run 8 cannot be paused: it is paused.'],
    ['is not paused', ['resume', '7'], 'Run 7 cannot be resumed: it is running.'],
    ['has ended', ['cancel', '6'], 'Run 6 is not open'],
    ['is not there', ['cancel', '99'], 'Run 99 is not open'],
    ['is what people ask for out of turn', ['pause', '1'], 'Run 1 is not open'],
  ])('ends with 1 where the run %s', async (_, args, why) => {
    await write(`${addRun(7)} ${addRun(8, 'paused')} ${addRun(6, 'done', '1')}`)
    const before = await states()
    const { code, complained } = await run(...args)
    expect(code).toBe(1)
    expect(complained).toContain(why)
    expect(await states()).toEqual(before)
  })

  test.each([
    [['stop']],
    [['pause']],
    [['pause', 'x']],
    [['resume', '0']],
    [['why']],
    [['why', 'me']],
    [['list', '3']],
  ])('%j ends with 2 and says what there is', async (args) => {
    const { code, complained } = await run(...args)
    expect(code).toBe(2)
    expect(complained).toContain('deliveries pause|resume|cancel')
  })
})

describe('mujaz deliveries why', () => {
  test('prints what /why shows of the chat and of each topic, in plain text', async () => {
    await write(READER)
    const { code, printed } = await run('why', '-1001234567890')
    expect(code).toBe(0)
    for (const part of [
      'Chat -1001234567890\nReader 1 of 2 in this chat\nSupergroup',
      'Slot 2026-11-22: not sent\nReason: nothing new',
      'A wait that Telegram asks for, this chat',
      'Topic 17 of chat -1001234567890\nReader 2 of 2 in this chat',
      'No slots yet.',
    ]) {
      expect(printed).toContain(part)
    }
    // What was asked for out of turn is in no run.
    expect(printed).not.toContain('Run 1')
    expect(printed).not.toMatch(/[\u{2066}-\u{2069}\u{200F}<>]/u)
  })

  test('ends with 1 where nobody is known by this id', async () => {
    const { code, complained } = await run('why', '5')
    expect(code).toBe(1)
    expect(complained).toBe('No chat is known by the id 5.')
  })
})

test('doctor ends with 1 while a run that paused itself waits for a decision', async () => {
  await write(addRun(8, 'paused'))
  const terminal = createRecordingTerminal()
  const environment = { DATABASE_PATH: path, LOG_LEVEL: 'silent', SEED: 'off' }
  expect(await runCommand(['doctor'], environment, terminal)).toBe(1)
  expect(terminal.complained.join('\n')).toContain('Run 8 has paused itself (30 of 100 refused)')
  await run('pause', 'all')
  await run('cancel', '8')
  expect(await runCommand(['doctor'], environment, createRecordingTerminal())).toBe(0)
})
