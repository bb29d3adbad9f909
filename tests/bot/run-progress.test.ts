import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLarge, isOver, LARGE_RUN, progressOf } from '../../src/bot/owner/run-progress.ts'
import type { Run } from '../../src/deliveries/runs.ts'

const START = Date.parse('2026-11-22T05:00:00Z')

const run = (changes: Partial<Run> = {}): Run => ({
  id: 7,
  state: 'running',
  reason: null,
  planned: 1000,
  sent: 0,
  gone: 0,
  failed: 0,
  skipped: 0,
  refused: 0,
  startedAt: START,
  endedAt: null,
  ...changes,
})
const look = (seconds: number, changes: Partial<Run> = {}) => ({
  run: run(changes),
  at: START + seconds * 1000,
})

describe('the progress of a run', () => {
  test('has no rate and no end in sight at the first look', () => {
    expect(progressOf(null, look(5, { sent: 100, gone: 20 }))).toMatchObject({
      waiting: 880,
      done: 0.12,
      rate: null,
      secondsLeft: null,
      secondsTaken: null,
    })
  })

  test('has the rate since the look before, and the time that the rest takes at it', () => {
    const progress = progressOf(look(10, { sent: 100 }), look(15, { sent: 225, gone: 10, failed: 15 }))
    expect(progress).toMatchObject({ waiting: 750, rate: 25, secondsLeft: 25 })
  })

  test('has a rate of nothing and no end in sight while nothing moves', () => {
    expect(progressOf(look(10, { sent: 100 }), look(15, { sent: 100 }))).toMatchObject({
      rate: 0,
      secondsLeft: null,
    })
  })

  test.each(['paused', 'cancelled'] as const)('has no rate while it is %s, nor over the pause', (state) => {
    expect(progressOf(look(10), look(15, { state, sent: 50 })).rate).toBeNull()
    expect(progressOf(look(10, { state }), look(15, { sent: 50 })).rate).toBeNull()
  })

  test('has the figures of the whole at its end', () => {
    const ended = look(45, { state: 'done', sent: 990, failed: 10, endedAt: START + 40_000 })
    expect(progressOf(look(40, { sent: 980 }), ended)).toMatchObject({
      waiting: 0,
      done: 1,
      rate: 24.75,
      secondsLeft: null,
      secondsTaken: 40,
    })
  })

  test('is a number that can be shown whatever the counts and the clock say', () => {
    const count = fc.nat({ max: 100_000 })
    const runs = fc
      .record({ sent: count, gone: count, failed: count, skipped: count, waiting: count })
      .map(({ waiting, ...counts }) =>
        run({ ...counts, planned: counts.sent + counts.gone + counts.failed + counts.skipped + waiting }),
      )
    const at = fc.integer({ min: START - 10_000, max: START + 10_000_000 })
    fc.assert(
      fc.property(runs, at, runs, at, (one, first, other, second) => {
        const { done, rate, secondsLeft } = progressOf({ run: one, at: first }, { run: other, at: second })
        expect(done).toBeGreaterThanOrEqual(0)
        expect(done).toBeLessThanOrEqual(1)
        for (const figure of [rate, secondsLeft]) {
          if (figure !== null) expect(Number.isFinite(figure) && figure >= 0).toBe(true)
        }
      }),
    )
  })
})

test('a run is shown as it goes on from two hundred deliveries on', () => {
  expect(isLarge(run({ planned: LARGE_RUN - 1 }))).toBe(false)
  expect(isLarge(run({ planned: 200 }))).toBe(true)
})

test('a cancelled run is over when what was on its way has come back', () => {
  expect(isOver(run({ state: 'cancelled', planned: 10, sent: 3, skipped: 4 }))).toBe(false)
  expect(isOver(run({ state: 'cancelled', planned: 10, sent: 6, skipped: 4 }))).toBe(true)
  expect(isOver(run({ state: 'done', planned: 10, sent: 10 }))).toBe(true)
  expect(isOver(run({ state: 'paused', planned: 10, sent: 10 }))).toBe(false)
})
