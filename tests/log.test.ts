import fc from 'fast-check'
import { BotError, type Context, GrammyError, HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import { createLog, describeError, type Log, type LogLevel, redact } from '../src/log.ts'

const TOKEN = `987654321:${'Zy-_xW9'.repeat(5)}`
const URL_OF_CALL = `https://api.telegram.org/bot${TOKEN}/sendMessage`

function record(level: LogLevel = 'debug', secrets: readonly string[] = [TOKEN]) {
  const lines: string[] = []
  const log: Log = createLog(level, secrets, (line) => lines.push(line))
  return { log, lines, entry: () => JSON.parse(lines.at(-1) ?? 'null') as Record<string, unknown> }
}

/** Neither the token nor its secret part, whole or encoded. */
function expectNoToken(text: string): void {
  expect(text).not.toContain(TOKEN.slice(10))
  expect(text).not.toContain(encodeURIComponent(TOKEN))
}

describe('a line', () => {
  test('is one line of JSON: when, how bad, what, and the facts given', () => {
    const { log, lines, entry } = record()
    log.info('digest planned', { readers: 3, zone: 'Asia/Riyadh', none: null, list: [1, { deep: true }] })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1)
    expect(entry()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as string,
      readers: 3,
      zone: 'Asia/Riyadh',
      none: null,
      list: [1, { deep: true }],
      msg: 'digest planned',
    })
  })

  test.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ] as const)('is written from the level %s on', (level, written) => {
    const { log, lines } = record(level)
    log.debug('debug')
    log.info('info')
    log.warn('warn')
    log.error('error')
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(written)
  })

  test('cannot be forged by a fact with line ends', () => {
    const { log, lines } = record()
    log.warn('odd', { value: 'a\n{"level":"error","msg":"forged"}\u2028' })
    expect(lines.join('').trimEnd().split('\n')).toHaveLength(1)
  })

  test('survives facts that run in a circle, that are huge numbers, and that JSON cannot hold', () => {
    const { log, entry } = record()
    const circle: Record<string, unknown> = { name: 'circle' }
    circle['self'] = circle
    log.info('odd', {
      circle,
      big: 2n ** 70n,
      when: new Date(0),
      never: new Date(Number.NaN),
      call: () => 1,
      missing: undefined,
      not: Number.NaN,
      set: new Set([1]),
    })
    expect(entry()).toMatchObject({
      big: '1180591620717411303424',
      when: '1970-01-01T00:00:00.000Z',
      never: null,
      set: '[Set]',
      msg: 'odd',
    })
  })
})

describe('the token', () => {
  const thrown = (): [string, unknown][] => {
    const fetchError = new TypeError(`request to ${URL_OF_CALL} failed`, { cause: new Error(URL_OF_CALL) })
    const http = new HttpError("Network request for 'sendMessage' failed!", fetchError)
    const telegram = new GrammyError(
      `Call to 'sendMessage' failed! ${URL_OF_CALL}`,
      { ok: false, error_code: 400, description: `Bad Request: ${TOKEN}` },
      'sendMessage',
      { chat_id: 1, text: TOKEN },
    )
    const context = { api: { token: TOKEN }, update: { message: { text: 'private words' } } }
    return [
      ['a message', new Error(`failed: ${URL_OF_CALL}`)],
      ['a cause', new Error('failed', { cause: new Error('inner', { cause: fetchError }) })],
      ['several causes', new AggregateError([fetchError, new Error(TOKEN)], 'all failed')],
      ["grammY's HttpError", http],
      ["grammY's GrammyError", telegram],
      ["grammY's BotError", new BotError(http, context as unknown as Context)],
      ['a URL-encoded address', new Error(`https://example.org/?to=${encodeURIComponent(URL_OF_CALL)}`)],
      ['a doubly encoded one', new Error(encodeURIComponent(encodeURIComponent(TOKEN)))],
      ['lower case encoding', new Error(TOKEN.replace(':', '%3a'))],
      ['the part behind the colon alone', new Error(TOKEN.slice(10))],
      ['no error at all', { url: URL_OF_CALL }],
      ['a bare string', URL_OF_CALL],
    ]
  }

  test.each(thrown())('does not reach the line through %s, at any depth', (_, error) => {
    const { log, lines } = record()
    log.error('failed', { error })
    log.error('failed', { outer: { inner: [error] } })
    log.error(`failed ${String(error)}`, { [String(error)]: 1 })
    expect(lines).toHaveLength(3)
    expectNoToken(lines.join(''))
    expect(lines.join('')).toMatch(/\[redacted\]|failed/)
  })

  test.each(thrown())('is recognised without being known: %s', (name, error) => {
    if (name === 'the part behind the colon alone') return
    const { log, lines } = record('debug', [])
    log.error('failed', { error })
    expectNoToken(lines.join(''))
  })

  test('is redacted when it is too short to be recognised, but known', () => {
    const secret = '123:short-secret'
    expect(redact(`a ${secret} b ${encodeURIComponent(secret)} c`, [` ${secret} `])).toBe(
      'a [redacted] b [redacted] c',
    )
  })

  test('is gone from any text around it, whose other words stay', () => {
    const word = fc.stringMatching(/^[a-z\u0621-\u064a ]{0,20}$/)
    fc.assert(
      fc.property(word, word, (before, after) => {
        const clean = redact(`${before}/${TOKEN}/${after}`, [])
        expect(clean).toBe(`${before}/[redacted]/${after}`)
      }),
    )
  })

  test('does not make other numbers and times disappear', () => {
    const text = 'at 12345:30, 2026-11-22T08:00:00Z, id 123456789, 10:00'
    expect(redact(text, [TOKEN, ''])).toBe(text)
  })
})

describe('private things', () => {
  const PRIVATE = 'كلام خاص'

  test('do not follow an error: neither the payload of a call nor the update it came from', () => {
    const { log, lines, entry } = record()
    const telegram = new GrammyError(
      "Call to 'sendMessage' failed!",
      { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' },
      'sendMessage',
      { chat_id: 5550001, text: PRIVATE },
    )
    const update = { message: { text: PRIVATE, from: { id: 5550001, first_name: 'Salma' } } }
    const wrapped = new BotError(telegram, { update } as unknown as Context)
    log.error('an update failed', { error: wrapped, nested: { errors: [telegram] } })
    expect(lines.join('')).not.toMatch(/كلام|5550001|Salma/)
    expect(Object.keys(entry()).sort()).toEqual(['error', 'level', 'msg', 'nested', 'time'])
    expect(entry()['error']).toContain('Forbidden: bot was blocked by the user')
  })

  test('do not follow an object of a class, which may hold anything', () => {
    class Update {
      readonly text = PRIVATE
      toJSON() {
        return { text: this.text }
      }
    }
    const { log, lines, entry } = record()
    log.info('handled', { update: new Update(), list: [new Map([[PRIVATE, 1]])] })
    expect(lines.join('')).not.toContain(PRIVATE)
    expect(entry()).toMatchObject({ update: '[Update]', list: ['[Map]'] })
  })
})

describe('an error in words', () => {
  test('tells its causes in turn', () => {
    const root = new Error('root')
    const text = describeError(new TypeError('outer', { cause: new Error('middle', { cause: root }) }))
    expect(text).toMatch(/TypeError: outer[\s\S]+ <- Error: middle[\s\S]+ <- Error: root/)
  })

  test('tells what grammY wrapped', () => {
    const text = describeError(new HttpError('Network request failed!', new Error('ECONNREFUSED')))
    expect(text).toMatch(/HttpError: Network request failed![\s\S]+ <- Error: ECONNREFUSED/)
  })

  test('comes to an end when an error is its own cause', () => {
    const error = new Error('circle')
    error.cause = error
    expect(describeError(error)).toContain('circle')
  })

  test.each([undefined, null, 'text', 7, { code: 1 }])('is found for %j, which is no error', (thrown) => {
    expect(describeError(thrown)).not.toBe('')
  })
})
