import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sendingLimits } from '../../src/deliveries/limits.ts'

test.each([
  [1, 3, 0],
  [28, 3, 0],
  [30, 3, 0],
  [31, 3, 20],
  [100, 12, 20],
  [1000, 125, 20],
  [Number.POSITIVE_INFINITY, 128, 20],
])(
  'at %d messages a second %i are on their way and %i may be unrecorded',
  (rate, concurrency, unrecorded) => {
    expect(sendingLimits(rate)).toEqual({ concurrency, unrecorded, inDoubt: concurrency + unrecorded })
  },
)

test('what a crash may repeat is never more than a fifth of a second, or three, and a group of results', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (rate) => {
      const { concurrency, inDoubt } = sendingLimits(rate)
      expect(concurrency).toBeLessThanOrEqual(Math.max(3, rate / 5))
      expect(inDoubt).toBeLessThanOrEqual(148)
      // Fast enough at the 60 ms that Telegram takes.
      expect(Math.min(1000, rate)).toBeLessThanOrEqual(concurrency / 0.06)
    }),
  )
})
