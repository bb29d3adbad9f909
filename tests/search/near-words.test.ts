import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../src/arabic/edit-distance.ts'
import { createNearWords } from '../../src/search/near-words.ts'

function wordsAround(all: readonly string[]) {
  const near = createNearWords((id) => all[id - 1] ?? '')
  all.forEach((word, id) => {
    near.keep(id + 1, word)
  })
  return near
}

/** Few letters, so that words have something in common; of both halves of the alphabet, and of other scripts. */
const word = fc.string({ unit: fc.constantFrom(...'ابتيونظaz7'), minLength: 1, maxLength: 10 })

test('all words within a distance are found, and no others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 60 }),
      word,
      fc.integer({ min: 1, max: 2 }),
      (all, asked, limit) => {
        const found: [string, number][] = []
        wordsAround(all).forEachWithin(asked, limit, (id, distance) => {
          found.push([all[id - 1] ?? '', distance])
        })
        const expected = all.flatMap((each): [string, number][] => {
          const distance = editDistance(asked, each, limit)
          return distance <= limit ? [[each, distance]] : []
        })
        expect(found.toSorted()).toEqual(expected.toSorted())
      },
    ),
    { numRuns: 2000 },
  )
})

test('thousands of words are found again', () => {
  const all = Array.from({ length: 5000 }, (_, number) => `كلمه${number}`)
  const near = wordsAround(all)
  for (const asked of [0, 7, 4999]) {
    const found: number[] = []
    near.forEachWithin(`كلمه${asked}`, 0, (id) => found.push(id))
    expect(found).toEqual([asked + 1])
  }
})

test('words that sound alike are found by their sound; the shortest have none', () => {
  const all = ['بيونغ', 'بيونج', 'قمر', 'لا']
  const near = wordsAround(all)
  expect(
    near
      .soundLike('بيونق')
      .map((id) => all[id - 1])
      .toSorted(),
  ).toEqual(['بيونج', 'بيونغ'])
  expect(near.soundLike('لا')).toEqual([])
  expect(near.soundLike('زلزال')).toEqual([])
})
