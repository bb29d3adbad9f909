import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { MujazError } from '../src/errors.ts'

const TOKEN = `123456789:${'Ab-_'.repeat(9)}`
const VARIABLES = [
  'BOT_TOKEN',
  'TELEGRAM_API_ROOT',
  'OWNER_IDS',
  'DATABASE_PATH',
  'DEFAULT_TIME_ZONE',
  'DEFAULT_DIGEST_TIME',
  'SEND_RATE',
  'PAID_BROADCAST',
  'SEED',
  'HOST',
  'PORT',
  'LOG_LEVEL',
]

/** The mistakes found, one line each. */
function mistakesOf(environment: Record<string, string | undefined>): string[] {
  try {
    readConfig(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(MujazError)
    const { code, message, hint } = error as MujazError
    expect(code).toBe('config_invalid')
    expect(hint).toContain('.env')
    return message.split('\n').slice(1)
  }
  throw new Error('No mistake was found.')
}

describe('without any variable', () => {
  test('everything has its documented default', () => {
    expect(readConfig({})).toEqual({
      botToken: null,
      telegramApiRoot: 'https://api.telegram.org',
      ownerIds: [],
      databasePath: 'data/mujaz.sqlite',
      defaultZone: 'Asia/Riyadh',
      defaultDigestMinute: 480,
      sendRate: 28,
      paidBroadcast: false,
      seed: true,
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'info',
    })
  })

  test('a variable set to nothing counts as not set', () => {
    const blank = Object.fromEntries(VARIABLES.map((name, index) => [name, ' '.repeat(index % 3)]))
    expect(readConfig(blank)).toEqual(readConfig({}))
  })
})

describe('what is set', () => {
  test('is read, spaces around it ignored, and cannot be changed afterwards', () => {
    const config = readConfig({
      BOT_TOKEN: ` ${TOKEN} `,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081//',
      OWNER_IDS: '1, 22',
      DATABASE_PATH: '/tmp/a b.sqlite',
      DEFAULT_TIME_ZONE: 'Africa/Cairo',
      DEFAULT_DIGEST_TIME: '23:59',
      SEND_RATE: ' 200 ',
      PAID_BROADCAST: 'on',
      SEED: 'off',
      HOST: '0.0.0.0',
      PORT: '0',
      LOG_LEVEL: 'silent',
    })
    expect(config).toEqual({
      botToken: TOKEN,
      telegramApiRoot: 'http://127.0.0.1:8081',
      ownerIds: [1, 22],
      databasePath: '/tmp/a b.sqlite',
      defaultZone: 'Africa/Cairo',
      defaultDigestMinute: 1439,
      sendRate: 200,
      paidBroadcast: true,
      seed: false,
      host: '0.0.0.0',
      port: 0,
      logLevel: 'silent',
    })
    expect(Object.isFrozen(config)).toBe(true)
    expect(Object.isFrozen(config.ownerIds)).toBe(true)
  })

  test.each([
    ['7', [7]],
    ['11111111,22222222', [11111111, 22222222]],
    ['1 2\t3', [1, 2, 3]],
    [' 1 ,  2 ', [1, 2]],
    ['999999999999999', [999_999_999_999_999]],
  ])('owners may be given as "%s"', (text, ids) => {
    expect(readConfig({ OWNER_IDS: text }).ownerIds).toEqual(ids)
  })

  test.each(['0', '-5', 'me', '@owner', '1,,2', '1,', '1;2', '1.5', '1234567890123456', '١٢'])(
    'owners are not given as "%s"',
    (text) => {
      expect(mistakesOf({ OWNER_IDS: text })).toEqual([
        `  OWNER_IDS: found ${JSON.stringify(text)}, expected Telegram user ids, separated by commas, such as 11111111,22222222`,
      ])
    },
  )

  test('a list of owners comes back as it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999_999_999_999_999 }), { minLength: 1 }), (ids) => {
        expect(readConfig({ OWNER_IDS: ids.join(',') }).ownerIds).toEqual(ids)
      }),
    )
  })

  test.each(['Asia/Riyadh', 'Africa/Cairo', 'America/Argentina/Buenos_Aires', 'UTC'])(
    '%s is a zone',
    (zone) => {
      expect(readConfig({ DEFAULT_TIME_ZONE: zone }).defaultZone).toBe(zone)
    },
  )

  test.each(['+03:00', 'GMT+3', 'Riyadh', 'Asia/Nowhere', 'الرياض', '../etc/passwd'])(
    '%s is no zone',
    (zone) => {
      expect(mistakesOf({ DEFAULT_TIME_ZONE: zone })).toEqual([
        `  DEFAULT_TIME_ZONE: found ${JSON.stringify(zone)}, expected an IANA time zone such as Asia/Riyadh or Africa/Cairo`,
      ])
    },
  )

  test.each([
    ['00:00', 0],
    ['08:00', 480],
    ['19:05', 1145],
  ])('%s is a time', (time, minute) => {
    expect(readConfig({ DEFAULT_DIGEST_TIME: time }).defaultDigestMinute).toBe(minute)
  })

  test.each(['24:00', '8:00', '08:60', '0800', '08:00:00', '٠٨:٠٠', '8am'])('%s is no time', (time) => {
    expect(mistakesOf({ DEFAULT_DIGEST_TIME: time })[0]).toContain('a time from 00:00 to 23:59')
  })

  test.each(['65536', '-1', '80.5', '0x50', '1e3', 'http', '123456'])('%s is no port', (port) => {
    expect(mistakesOf({ PORT: port })).toEqual([
      `  PORT: found ${JSON.stringify(port)}, expected a port from 0 to 65535`,
    ])
  })

  test.each(['65535', '443'])('%s is a port', (port) => {
    expect(readConfig({ PORT: port }).port).toBe(Number(port))
  })

  test.each(['ftp://example.org', 'api.telegram.org', 'localhost:8081', 'file:///etc/passwd'])(
    '%s is no Bot API address',
    (address) => {
      expect(mistakesOf({ TELEGRAM_API_ROOT: address })[0]).toContain('expected an http(s) address')
    },
  )
})

describe('mistakes', () => {
  test('are all told at once, each with its variable, what was found and what is expected', () => {
    const mistakes = mistakesOf({
      BOT_TOKEN: 'nonsense',
      TELEGRAM_API_ROOT: 'nowhere',
      OWNER_IDS: 'me',
      DEFAULT_TIME_ZONE: 'Mars',
      DEFAULT_DIGEST_TIME: 'noon',
      SEED: 'yes',
      PORT: 'x',
      LOG_LEVEL: 'loud',
    })
    expect(mistakes).toHaveLength(8)
    for (const line of mistakes) expect(line).toMatch(/^ {2}[A-Z_]+: found .+, expected .+$/)
    expect(mistakes.at(-1)).toBe(
      '  LOG_LEVEL: found "loud", expected one of trace, debug, info, warn, error, silent',
    )
  })

  test.each([
    ['cut short', 'BOT_TOKEN', '123456789:Secret.part'],
    ['with a space in it', 'BOT_TOKEN', '123456789: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['in the variable of the owners', 'OWNER_IDS', TOKEN],
    ['in the variable of the port', 'PORT', `bot${TOKEN}`],
    ['in an address without http', 'TELEGRAM_API_ROOT', `api.telegram.org/bot${encodeURIComponent(TOKEN)}`],
  ])('never repeat a token, %s', (_, name, value) => {
    const [line = ''] = mistakesOf({ [name]: value })
    expect(line).toContain(`${name}: found something else (not shown), expected`)
    expect(line).not.toContain(value.slice(-9))
  })
})

describe('.env.example', () => {
  const file = new URL('../.env.example', import.meta.url)
  test.skipIf(!existsSync(file))('documents every variable, and none that does nothing', () => {
    const named = [...readFileSync(file, 'utf8').matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)
    expect([...new Set(named)].sort()).toEqual([...VARIABLES].sort())
  })

  test('has the whole list of variables to be checked against', () => {
    const source = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8')
    const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name)
    expect(read.sort()).toEqual([...VARIABLES].sort())
  })
})

describe('the rate of digests', () => {
  test('is the paid one where broadcasts are paid for', () => {
    expect(readConfig({ PAID_BROADCAST: 'on' }).sendRate).toBe(1000)
  })

  test.each([
    [{ SEND_RATE: '31' }, 'SEND_RATE'],
    [{ SEND_RATE: '0' }, 'SEND_RATE'],
    [{ SEND_RATE: '-3' }, 'SEND_RATE'],
    [{ SEND_RATE: 'fast' }, 'SEND_RATE'],
    [{ SEND_RATE: '1001', PAID_BROADCAST: 'on' }, 'SEND_RATE'],
    [{ PAID_BROADCAST: 'yes' }, 'PAID_BROADCAST'],
  ])('%j is a mistake', (environment, name) => {
    expect(() => readConfig(environment)).toThrow(name)
  })
})
