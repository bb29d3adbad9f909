import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCommand } from '../../src/cli/commands.ts'
import { exitCodeOf } from '../../src/cli/exit-codes.ts'
import { explain } from '../../src/cli/terminal.ts'
import { type ErrorCode, MujazError } from '../../src/errors.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'
import { createRecordingTerminal } from './recording-terminal.ts'

const TOKEN = `123456789:${'AbCdEfG'.repeat(5)}`

async function run(args: readonly string[], environment: Record<string, string | undefined> = {}) {
  const terminal = createRecordingTerminal()
  const code = await runCommand(args, { LOG_LEVEL: 'silent', ...environment }, terminal)
  return { code, terminal }
}

describe('a command', () => {
  test.each([
    ['that nobody knows', ['serve'], "unknown command 'serve'"],
    ['with an option that nobody knows', ['start', '--fast'], "unknown option '--fast'"],
    ['with something too much', ['start', 'now'], 'too many arguments'],
    ['without what it needs', ['import'], "missing required argument 'file'"],
    ['with an option that lacks its value', ['import', 'x.txt', '--title'], 'argument missing'],
  ])('%s ends with 2 and says why', async (_, args, why) => {
    const { code, terminal } = await run(args)
    expect(code).toBe(2)
    expect(terminal.complained.join('\n')).toContain(why)
    expect(terminal.printed).toEqual([])
  })

  test.each([
    [['--help'], ['start', 'import', '--help']],
    [
      ['import', '--help'],
      ['--dry-run', '--show-cuts', '--title', '--publisher', '--agency', '--author', '--date'],
    ],
    [['help', 'start'], ['sandbox']],
  ])('%j explains itself and ends with 0', async (args, words) => {
    const { code, terminal } = await run(args)
    expect(code).toBe(0)
    for (const word of words) expect(terminal.printed.join('\n')).toContain(word)
    expect(terminal.complained).toEqual([])
  })
})

describe('a configuration with mistakes', () => {
  test.each([[[]], [['start']], [['import', 'x.txt']]])(
    'ends %j with 2, every mistake told',
    async (args) => {
      const { code, terminal } = await run(args, {
        BOT_TOKEN: `${TOKEN} oops`,
        PORT: 'eighty',
        OWNER_IDS: TOKEN,
        DEFAULT_TIME_ZONE: 'Mars/Base',
      })
      expect(code).toBe(2)
      const told = terminal.complained.join('\n')
      for (const part of [
        'BOT_TOKEN',
        'PORT: found "eighty"',
        'OWNER_IDS',
        'DEFAULT_TIME_ZONE',
        '.env.example',
      ]) {
        expect(told).toContain(part)
      }
      expect(terminal.all()).not.toContain(TOKEN.slice(10))
    },
  )
})

describe('a start that cannot be', () => {
  test('ends with 7 where the database is none', async () => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    writeFileSync(path, 'not a database at all, whatever its name may say '.repeat(30))
    const { code, terminal } = await run(['start'], { DATABASE_PATH: path })
    expect(code).toBe(7)
    expect(terminal.complained.join('\n')).toMatch(
      /cannot be opened\.\nCause: file is not a database\nCheck DATABASE_PATH/,
    )
  })

  test('ends with 6 where the port is taken', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const port = String((server.address() as AddressInfo).port)
    const { code, terminal } = await run(['start'], {
      DATABASE_PATH: join(tempFolder(), 'm.sqlite'),
      PORT: port,
    })
    expect(code).toBe(6)
    expect(terminal.complained.join('\n')).toContain(port)
  })
})

describe('an error', () => {
  test.each<[ErrorCode, number]>([
    ['config_invalid', 2],
    ['usage', 2],
    ['telegram_unauthorized', 3],
    ['telegram_conflict', 4],
    ['database_locked', 5],
    ['port_taken', 6],
    ['database_invalid', 7],
    ['migration_refused', 7],
    ['file_unreadable', 1],
    ['internal', 1],
  ])('%s has the exit code %d', (code, exit) => {
    expect(exitCodeOf(new MujazError(code, 'x'))).toBe(exit)
  })

  test('that nobody foresaw has the exit code 1', () => {
    expect([exitCodeOf(new Error('x')), exitCodeOf('x'), exitCodeOf(null)]).toEqual([1, 1, 1])
  })

  test('is explained by its sentence, its cause in one line, and its hint', () => {
    const cause = new Error('no such table: nowhere\nand more')
    expect(
      explain(new MujazError('migration_refused', 'It failed.', { hint: 'Try again.', cause }), []),
    ).toBe('It failed.\nCause: no such table: nowhere\nTry again.')
    expect(explain(new MujazError('usage', 'Wrong.'), [])).toBe('Wrong.')
  })

  test('is explained with its stack when nobody foresaw it', () => {
    expect(explain(new TypeError('x is not a function'), [])).toMatch(
      /^TypeError: x is not a function\n +at /,
    )
    expect(explain(new MujazError('internal', 'Broken.'), [])).toContain('    at ')
  })

  test('is explained without the token', () => {
    const cause = new Error(`https://api.telegram.org/bot${TOKEN}/getMe`)
    for (const error of [
      new Error(TOKEN, { cause }),
      new MujazError('telegram_unauthorized', TOKEN, { cause }),
    ]) {
      expect(explain(error, [TOKEN])).not.toContain(TOKEN.slice(10))
      expect(explain(error, [])).not.toContain(TOKEN.slice(10))
    }
  })
})
