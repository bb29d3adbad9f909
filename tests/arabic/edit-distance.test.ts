import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceFrom, editDistance } from '../../src/arabic/edit-distance.ts'

const FAR = 99
/** Few letters, so that words have something in common. */
const word = fc.string({ unit: fc.constantFrom(...'ابتس'), maxLength: 9 })
const letter = fc.constantFrom(...'ابتس')

/** The definition, letter by letter and without any cleverness. */
function byDefinition(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : i)),
  )
  const at = (i: number, j: number): number => (rows[i] as number[])[j] as number
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1)
      ;(rows[i] as number[])[j] = Math.min(...ways)
    }
  }
  return at(a.length, b.length)
}

describe('the distance of two words', () => {
  test.each([
    ['', '', 0],
    ['قمر', 'قمر', 0],
    ['', 'قمر', 3],
    ['قمر', 'قمة', 1],
    ['صاروخ', 'صارخ', 1],
    ['صارخ', 'صاروخ', 1],
    ['معاهده', 'معهاده', 1],
    ['قذايف', 'قذاايف', 1],
    ['بوتين', 'بوتني', 1],
    ['لافروف', 'لفاورف', 2],
    ['شويغو', 'بيسكوف', 5],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, FAR)).toBe(distance)
  })

  test('is the one of the definition, as far as the limit', () => {
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(byDefinition(a, b), limit + 1))
      }),
      { numRuns: 2000 },
    )
  })

  test('is the same both ways, and zero for equal words only', () => {
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(editDistance(b, a, limit))
        expect(editDistance(a, b, limit) === 0).toBe(a === b)
      }),
    )
  })

  test('is one for any single mistake', () => {
    fc.assert(
      fc.property(word, fc.nat(8), letter, (text, place, other) => {
        const at = Math.min(place, text.length)
        expect(editDistance(text, text.slice(0, at) + other + text.slice(at), FAR)).toBe(1)
        if (at >= text.length) return
        expect(editDistance(text, text.slice(0, at) + text.slice(at + 1), FAR)).toBe(1)
        const changed = text.slice(0, at) + other + text.slice(at + 1)
        expect(editDistance(text, changed, FAR)).toBe(changed === text ? 0 : 1)
        const swapped =
          text.slice(0, at) +
          text
            .slice(at, at + 2)
            .split('')
            .toReversed()
            .join('') +
          text.slice(at + 2)
        expect(editDistance(text, swapped, FAR)).toBe(swapped === text ? 0 : 1)
      }),
    )
  })

  test('is never more than the limit and one', () => {
    expect(editDistance('ا'.repeat(500), 'ب'.repeat(500), 2)).toBe(3)
    expect(editDistance('ا', 'ب'.repeat(500), 2)).toBe(3)
    expect(editDistance('ا', 'ب', 0)).toBe(1)
  })
})

describe('the distance from one word to many', () => {
  test('is the same as between two, for any words and limits', () => {
    const longer = fc.string({ unit: fc.constantFrom(...'ابتس'), maxLength: 40 })
    fc.assert(
      fc.property(
        fc.oneof(word, longer),
        fc.array(fc.oneof(word, longer), { maxLength: 8 }),
        fc.integer({ min: 0, max: 4 }),
        (a, others, limit) => {
          const distanceTo = distanceFrom(a, limit)
          for (const b of others) expect(distanceTo(b)).toBe(editDistance(a, b, limit))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
