import { afterEach, describe, expect, test } from 'vitest'
import { createParser, type Parser } from '../../src/sources/parser.ts'
import type { PARSING_TASKS } from './hostile-tasks.ts'

const TASKS = new URL('./hostile-tasks.ts', import.meta.url)
const open: Parser<typeof PARSING_TASKS>[] = []

function hostile(options: { timeoutMs?: number; memoryMb?: number; idleMs?: number } = {}) {
  const parser = createParser<typeof PARSING_TASKS>({ tasks: TASKS, ...options })
  open.push(parser)
  return parser
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((parser) => parser.close()))
})

describe('the parsing thread', () => {
  test('answers each asker with what is theirs, in order', async () => {
    const parser = hostile()
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => parser.run('echo', { text })))
    expect(answers).toEqual(['a', 'b', 'c'])
  })

  test.each(['forever', 'never'] as const)(
    'that works %s is ended, and the next one is served',
    async (task) => {
      const parser = hostile({ timeoutMs: 200 })
      const stuck = parser.run(task, undefined)
      const after = parser.run('echo', { text: 'next' })
      await expect(stuck).rejects.toMatchObject({ code: 'parse_timeout' })
      expect(await after).toBe('next')
    },
  )

  test('leaves the main loop free while it is stuck', async () => {
    let turns = 0
    const counting = setInterval(() => turns++, 5)
    await expect(hostile({ timeoutMs: 300 }).run('forever', undefined)).rejects.toMatchObject({
      code: 'parse_timeout',
    })
    clearInterval(counting)
    expect(turns).toBeGreaterThan(10)
  })

  test('that fills its memory is ended alone, and the next one is served', async () => {
    const parser = hostile({ memoryMb: 32, timeoutMs: 15_000 })
    const filled = parser.run('memory', undefined)
    const after = parser.run('echo', { text: 'next' })
    await expect(filled).rejects.toMatchObject({ code: 'parse_too_large' })
    expect(await after).toBe('next')
  })

  test.each(['depth', 'exit'] as const)(
    'that breaks by %s says so, and the next one is served',
    async (task) => {
      const parser = hostile()
      await expect(parser.run(task, undefined)).rejects.toMatchObject({ code: 'parse_failed' })
      expect(await parser.run('echo', { text: 'next' })).toBe('next')
    },
  )

  test('refuses with the code, sentence and hint of its task', async () => {
    await expect(hostile().run('refusal', undefined)).rejects.toMatchObject({
      name: 'MujazError',
      code: 'document_invalid',
      message: 'It is no report.',
      hint: 'Send another.',
    })
  })

  test('sees nothing of the environment, where the token is', async () => {
    expect(await hostile().run('thread', undefined)).toEqual({ env: 0 })
  })

  test('refuses what cannot be handed over, and goes on', async () => {
    const parser = hostile()
    const given = { text: (() => 'code') as unknown as string }
    await expect(parser.run('echo', given)).rejects.toMatchObject({ code: 'parse_failed' })
    expect(await parser.run('echo', { text: 'next' })).toBe('next')
  })

  test('comes back after it was ended for being idle', async () => {
    const parser = hostile({ idleMs: 1 })
    expect(await parser.run('echo', { text: 'one' })).toBe('one')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await parser.run('echo', { text: 'two' })).toBe('two')
  })

  test('is gone after closing, with everything that waited', async () => {
    const parser = hostile()
    const stuck = parser.run('forever', undefined)
    const waiting = parser.run('echo', { text: 'late' })
    await Promise.all([
      expect(stuck).rejects.toMatchObject({ code: 'parse_failed' }),
      expect(waiting).rejects.toMatchObject({ code: 'parse_failed' }),
      parser.close(),
    ])
    await expect(parser.run('echo', { text: 'later' })).rejects.toMatchObject({ code: 'parse_failed' })
  })
})
