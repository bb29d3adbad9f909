import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEWEST, MOST, nextSize, TARGET_MS } from '../../src/digests/slices.ts'

describe('the next slice', () => {
  test('is larger after a quick one, smaller after a slow one, and as large after one that was right', () => {
    expect(nextSize(1000, 1)).toBeGreaterThan(1000)
    expect(nextSize(1000, TARGET_MS - 1)).toBe(1000)
    expect(nextSize(1000, TARGET_MS + 1)).toBeLessThan(1000)
    expect(nextSize(1000, 1000)).toBeLessThan(nextSize(1000, TARGET_MS + 1))
  })

  test('stays within its bounds, also when the clock is set in between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 50 }), (times) => {
        const size = times.reduce(nextSize, FEWEST)
        expect(Number.isInteger(size)).toBe(true)
        expect(size).toBeGreaterThanOrEqual(FEWEST)
        expect(size).toBeLessThanOrEqual(MOST)
      }),
    )
  })

  test('comes near to what the disk can take in the time, whatever that is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.05, noNaN: true }), (msPerReader) => {
        let size = FEWEST
        for (let times = 0; times < 40; times += 1) size = nextSize(size, size * msPerReader)
        const took = size * msPerReader
        expect(took).toBeLessThanOrEqual(TARGET_MS * 1.5)
        expect(took >= TARGET_MS / 3 || size === MOST).toBe(true)
      }),
    )
  })
})
