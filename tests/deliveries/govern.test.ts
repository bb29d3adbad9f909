import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { governorOf, isBraked, readReason, reasonBy } from '../../src/deliveries/govern.ts'
import type { Run } from '../../src/deliveries/runs.ts'

const run = (changes: Partial<Run>): Run => ({
  id: 7,
  state: 'running',
  reason: null,
  planned: 0,
  sent: 0,
  gone: 0,
  failed: 0,
  skipped: 0,
  refused: 0,
  startedAt: 0,
  endedAt: null,
  ...changes,
})

describe('a stored reason', () => {
  test('tells who decided, whoever it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('pause', 'cancel'), fc.integer({ min: 1, max: 2 ** 52 }), (act, owner) => {
        expect(governorOf(reasonBy(act as 'pause', { owner }))).toEqual({ owner })
      }),
    )
    expect(governorOf(reasonBy('pause', 'operator'))).toBe('operator')
    expect(readReason(reasonBy('cancel', { owner: 22 }))).toEqual({ by: { owner: 22 } })
  })

  test('of anything else is left as it is written', () => {
    for (const stored of [
      'nothing_new',
      '',
      'paused by owner x',
      'it was paused by owner 22',
      'ECONNRESET',
    ]) {
      expect(readReason(stored)).toEqual({ stored })
    }
  })
})

test('a run is braked when it is paused and nobody paused it', () => {
  expect(isBraked(run({ state: 'paused', reason: '30 of 100 refused' }))).toBe(true)
  expect(isBraked(run({ state: 'paused', reason: reasonBy('pause', { owner: 22 }) }))).toBe(false)
  expect(isBraked(run({ state: 'paused', reason: reasonBy('pause', 'operator') }))).toBe(false)
  expect(isBraked(run({ state: 'running' }))).toBe(false)
})
