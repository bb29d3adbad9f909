import { expect, test } from 'vitest'
import { hashOfWord } from '../../src/sqlite/word-hash.ts'

test('the hash of a word fits into three bytes and is the same as ever: stores are full of them', () => {
  const words = ['', 'قمر', 'معاهده', 'putin', '2024']
  expect(words.map(hashOfWord)).toEqual([1_875_268, -52_020, -6_436_010, 3_796_593, 2_703_611])
})

test('words of few letters do not meet', () => {
  const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي']
  const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
  const hashes = words.map(hashOfWord)
  expect(Math.min(...hashes)).toBeGreaterThanOrEqual(-(2 ** 23))
  expect(Math.max(...hashes)).toBeLessThan(2 ** 23)
  expect(new Set(hashes).size).toBeGreaterThan(words.length * 0.99)
})
