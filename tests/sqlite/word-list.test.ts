import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packWords, unpackWords } from '../../src/sqlite/word-list.ts'

const number = fc.oneof(
  fc.nat(200),
  fc.integer({ min: 0, max: 0xffffffff }),
  // Where a number begins to need one byte more.
  fc.constantFrom(...[7, 14, 21, 28].flatMap((bits) => [2 ** bits - 1, 2 ** bits]), 0xffffffff),
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

  test('takes a byte for each frequent word', () => {
    expect([...packWords(2, [1, 127, 128, 0x3fff, 0x4000])]).toEqual([
      2, 1, 0x7f, 0x80, 1, 0xff, 0x7f, 0x80, 0x80, 1,
    ])
  })

  test('may be empty, and nothing at all is no title and no words', () => {
    expect([...packWords(0, [])]).toEqual([0])
    for (const bytes of [packWords(0, []), new Uint8Array()]) {
      const { titleLength, words } = unpackWords(bytes)
      expect([titleLength, words.length]).toEqual([0, 0])
    }
  })

  test('that was cut off gives the words before the cut', () => {
    const bytes = packWords(1, [5, 300, 70_000])
    for (let length = 0; length < bytes.length; length++) {
      const { words } = unpackWords(bytes.slice(0, length))
      expect([5, 300, 70_000].slice(0, words.length)).toEqual([...words])
    }
  })
})
