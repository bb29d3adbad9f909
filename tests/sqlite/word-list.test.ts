import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packWords, unpackWords } from '../../src/sqlite/word-list.ts'

const number = fc.oneof(
  fc.nat(200),
  fc.integer({ min: 0, max: 0xffffffff }),
  // Where a class of numbers ends and the next one begins, and where they need all their bits.
  fc.constantFrom(
    ...[32, 288, 1312, 3360, 7456, 15_648, 81_184, 1_129_759].flatMap((first) => [first - 1, first]),
    0x7fffffff,
    0x80000000,
    0xffffffff,
  ),
)

describe('a packed list of words', () => {
  test('is unpacked as it was, whatever the numbers', () => {
    fc.assert(
      fc.property(number, fc.array(number, { maxLength: 300 }), (titleLength, words) => {
        const list = unpackWords(packWords(titleLength, words))
        expect(list.titleLength).toBe(titleLength)
        expect([...list.words]).toEqual(words)
      }),
      { numRuns: 1000 },
    )
  })

  test('takes a byte for each of the most frequent words, and never more than seven', () => {
    const bytesFor = (each: number) => packWords(each, [each, each, each]).length / 4
    expect([0, 31].map(bytesFor)).toEqual([1, 1])
    expect([32, 287, 288, 1311, 15_647].map((each) => Math.ceil(bytesFor(each)))).toEqual([2, 2, 2, 2, 2])
    expect([1_129_758, 0xffffffff].map(bytesFor)).toEqual([3, 7])
  })

  test('is written as it always was: stores hold lists of long ago', () => {
    expect(Buffer.from(packWords(2, [1, 31, 32, 300, 20_000, 2_000_000])).toString('hex')).toBe(
      '1008f80110030688f8ffff03127a00fc',
    )
  })

  test('may be empty, and nothing at all is no title and no words', () => {
    expect([...packWords(0, [])]).toEqual([0])
    for (const bytes of [packWords(0, []), new Uint8Array()]) {
      const { titleLength, words } = unpackWords(bytes)
      expect([titleLength, words.length]).toEqual([0, 0])
    }
  })

  test('that was cut off gives the words before the cut', () => {
    const bytes = packWords(1, [5, 300, 70_000, 3_000_000])
    for (let length = 0; length < bytes.length; length++) {
      const { words } = unpackWords(bytes.slice(0, length))
      expect([5, 300, 70_000, 3_000_000].slice(0, words.length)).toEqual([...words])
    }
  })
})
