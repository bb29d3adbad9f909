import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/arabic/fold.ts'
import { gramsOf } from '../../src/arabic/grams.ts'

const SIZES = [3, 4] as const
const anyWord = fc.string({ unit: 'binary', maxLength: 20 })

function common(a: string, b: string, size: 3 | 4): number {
  const other = new Set(gramsOf(fold(b), size))
  return gramsOf(fold(a), size).filter((gram) => other.has(gram)).length
}

describe('the letter grams of a word', () => {
  test.each([
    ['قمر', 3, 3],
    ['قمر', 4, 2],
    ['صاروخ', 3, 5],
    ['صاروخ', 4, 4],
    ['في', 3, 2],
    ['في', 4, 1],
    ['و', 4, 1],
    ['', 3, 1],
  ] as const)('of %s by %i are %i', (word, size, count) => {
    expect(new Set(gramsOf(word, size)).size).toBe(count)
  })

  test('are 32-bit numbers, the same ones every time', () => {
    fc.assert(
      fc.property(anyWord, fc.constantFrom(...SIZES), (word, size) => {
        const grams = gramsOf(word, size)
        expect(grams).toHaveLength(Math.max(1, word.length + 3 - size))
        expect(grams.every((gram) => Number.isInteger(gram) && gram >= 0 && gram < 2 ** 32)).toBe(true)
        expect(gramsOf(word, size)).toEqual(grams)
      }),
    )
  })

  test('tell where a word begins and ends', () => {
    expect(common('قمر', 'مقمرة', 3)).toBe(1)
    expect(gramsOf('ابا', 3)[0]).not.toBe(gramsOf('ابا', 3).at(-1))
  })

  test('are mostly shared by the forms of a word, hardly by strangers', () => {
    for (const [one, other] of [
      ['صواريخ', 'الصواريخ'],
      ['معاهدة', 'والمعاهدات'],
      ['فلاديفوستوك', 'فلاديفستوك'],
    ] as const) {
      expect(common(one, other, 3) / gramsOf(fold(one), 3).length).toBeGreaterThanOrEqual(0.5)
    }
    expect(common('معاهدة', 'صاروخ', 3)).toBe(0)
  })

  test('of different letters are different numbers, for all that two letters can be', () => {
    const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي']
    const seen = new Set<number>()
    for (const one of letters) for (const other of letters) seen.add(gramsOf(one + other, 4)[0] ?? -1)
    expect(seen.size).toBe(letters.length ** 2)
  })

  test('of three letters are never taken for grams of four', () => {
    const three = new Set(gramsOf('الاستراتيجيه', 3))
    expect(gramsOf('الاستراتيجيه', 4).some((gram) => three.has(gram))).toBe(false)
  })
})
