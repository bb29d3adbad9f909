import { describe, expect, test } from 'vitest'
import {
  afterAttempt,
  backOff,
  CHANGES,
  DELIVERY_STATES,
  MOST_ATTEMPTS,
} from '../../src/deliveries/delivery.ts'

const attempt = { attempts: 0, outages: 1, now: 1_000_000, jitter: 0 }

describe('after an attempt', () => {
  test('a delivered message is delivered', () => {
    expect(afterAttempt({ kind: 'delivered', messageId: 5 }, attempt)).toEqual({
      kind: 'delivered',
      messageId: 5,
    })
  })

  test.each([1, 60, 3019, 10_072])('a wait of %i s is exactly that, and does not count', (seconds) => {
    expect(
      afterAttempt({ kind: 'later', seconds, scope: 'chat' }, { ...attempt, attempts: 3, jitter: 1 }),
    ).toMatchObject({
      kind: 'later',
      at: 1_000_000 + seconds * 1000,
      attempts: 3,
      hold: 'chat',
      asked: true,
      refused: false,
    })
  })

  test('an outage makes everybody wait, longer each time, and does not count', () => {
    const outcome = { kind: 'unreachable', description: 'ENOTFOUND' } as const
    const waits = [1, 2, 3].map((outages) => afterAttempt(outcome, { ...attempt, outages }))
    expect(waits).toMatchObject(
      [1000, 2000, 4000].map((ms) => ({ at: 1_000_000 + ms, attempts: 0, hold: 'global', asked: false })),
    )
  })

  test.each([
    ['refused', true],
    ['plain', true],
    ['unknown', false],
  ] as const)('what is %s comes back later, counted', (kind, refused) => {
    expect(afterAttempt({ kind, description: 'why' }, attempt)).toEqual({
      kind: 'later',
      at: 1_001_000,
      attempts: 1,
      reason: 'why',
      hold: null,
      asked: false,
      refused,
    })
  })

  test('the twelfth counted failure is the last, and its reason is kept', () => {
    const outcome = { kind: 'unknown', description: '502 Bad Gateway' } as const
    expect(afterAttempt(outcome, { ...attempt, attempts: MOST_ATTEMPTS - 2 }).kind).toBe('later')
    expect(afterAttempt(outcome, { ...attempt, attempts: MOST_ATTEMPTS - 1 })).toEqual({
      kind: 'failed',
      attempts: 12,
      reason: '502 Bad Gateway',
    })
  })

  test('a moved chat is followed, but not for ever', () => {
    expect(afterAttempt({ kind: 'moved', chatId: -1001 }, attempt)).toEqual({
      kind: 'moved',
      chatId: -1001,
      attempts: 1,
    })
    expect(afterAttempt({ kind: 'moved', chatId: -1001 }, { ...attempt, attempts: 11 }).kind).toBe('failed')
  })

  test('a chat that must not be written to is paused, with the reason', () => {
    expect(afterAttempt({ kind: 'paused', reason: 'topic_closed' }, { ...attempt, attempts: 11 })).toEqual({
      kind: 'paused',
      reason: 'topic_closed',
    })
  })

  test('a reader who is gone is gone, and a refused token stops everything', () => {
    expect(afterAttempt({ kind: 'gone', reason: 'blocked' }, attempt)).toEqual({
      kind: 'gone',
      reason: 'blocked',
    })
    expect(afterAttempt({ kind: 'stopped', description: '401' }, attempt)).toEqual({
      kind: 'stop',
      reason: '401',
    })
  })
})

test('back-off grows from one second to an hour, or to what an outage allows, and spreads by its jitter', () => {
  expect([1, 2, 3, 8, 12, 500].map((failures) => backOff(failures, 0))).toEqual([
    1000, 2000, 4000, 128_000, 1_800_000, 1_800_000,
  ])
  expect([1, 2, 9, 12].map((failures) => backOff(failures, 1))).toEqual([2000, 4000, 512_000, 3_600_000])
  expect([8, 9, 500].map((outages) => backOff(outages, 0, 300_000))).toEqual([128_000, 150_000, 150_000])
})

test('every state that is left is left towards a known one, and ends are ends', () => {
  for (const state of DELIVERY_STATES) {
    for (const to of CHANGES[state]) expect(DELIVERY_STATES).toContain(to)
  }
  expect(DELIVERY_STATES.filter((state) => CHANGES[state].length === 0)).toEqual(['sent', 'gone', 'failed'])
})
