import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCandidates } from '../../src/search/candidates.ts'
import { createLexicon } from '../../src/search/lexicon.ts'
import type { Match } from '../../src/search/search-index.ts'
import { createSearchIndex } from '../../src/sqlite/search.ts'
import { addReports, openStore } from '../sqlite/store.ts'

const WORDS = ['قمر', 'شمس', 'نجم', 'كوكب', 'زلزال', 'بركان']
const ALL: Match = {
  terms: [],
  need: 'all',
  must: [],
  without: [],
  since: null,
  until: null,
  sources: null,
}

async function withBodies(...bodies: string[]) {
  const store = await openStore()
  await addReports(store, ...bodies.map((body, at) => ({ title: `عنوان ${at}`, body })))
  const index = createSearchIndex(store.database)
  const lexicon = createLexicon()
  lexicon.learnWords(await index.wordsAfter(0, 10_000))
  lexicon.learnArticles(await index.articlesAfter(0, 10_000))
  const asked: Match[] = []
  const listening = {
    ...index,
    matches: (match: Match, atMost: number) => {
      asked.push(match)
      return index.matches(match, atMost)
    },
  }
  return {
    index,
    asked,
    find: (match: Partial<Match>, enough = 1) =>
      findCandidates({ ...ALL, ...match }, { index: listening, lexicon, enough, atMost: 200 }),
  }
}

describe('articles with all terms', () => {
  test('are those that the index gives when it is asked for all of them', async () => {
    const phrase = fc.array(fc.constantFrom(...WORDS, 'مجهول'), { minLength: 1, maxLength: 2 })
    const term = fc.record({ anyOf: fc.array(phrase, { minLength: 1, maxLength: 3 }) })
    const body = fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' '))
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1, maxLength: 12 }),
        fc.array(term, { minLength: 1, maxLength: 4 }),
        async (bodies, terms) => {
          const numbered = bodies.map((text, at) => `${text} ${at}`)
          const { find, index } = await withBodies(...numbered)
          const { match, ids } = await find({ terms })
          const expected = await index.matches({ ...ALL, terms }, 200)
          if (expected.length > 0 || terms.length < 2) expect([match.need, ids]).toEqual(['all', expected])
          else expect(match.need).toBe('any')
        },
      ),
      { numRuns: 60 },
    )
  })

  test('are read where the rarest terms leave few of them, and left to the index where they do not', async () => {
    const many = Array.from({ length: 150 }, (_, at) => `قمر شمس نجم رقم${at}`)
    const { find, asked } = await withBodies(...many, 'قمر شمس زلزال', 'شمس زلزال')
    const term = (stem: string) => ({ anyOf: [[stem]] })
    expect((await find({ terms: ['قمر', 'شمس', 'زلزال'].map(term) })).ids).toEqual([151])
    expect(asked.map(({ terms }) => terms.length)).toEqual([1])
    asked.length = 0
    expect((await find({ terms: ['قمر', 'شمس', 'نجم'].map(term) })).ids).toHaveLength(150)
    expect(asked.at(-1)?.terms).toHaveLength(3)
  })

  test('hold no phrase that begins in the title and ends in the body', async () => {
    const store = await openStore()
    await addReports(store, { title: 'قمر', body: 'شمس زلزال.' }, { title: 'قمر شمس', body: 'زلزال آخر.' })
    const index = createSearchIndex(store.database)
    const lexicon = createLexicon()
    lexicon.learnWords(await index.wordsAfter(0, 10_000))
    lexicon.learnArticles(await index.articlesAfter(0, 10))
    const terms = [{ anyOf: [['قمر', 'شمس']] }, { anyOf: [['زلزال']] }]
    const { ids } = await findCandidates({ ...ALL, terms }, { index, lexicon, enough: 1, atMost: 9 })
    expect(ids).toEqual([2])
  })
})

test('where no article has all terms, those with one of the rarest are given', async () => {
  const { find } = await withBodies('قمر شمس', 'نجم', 'زلزال نجم')
  const { match, ids } = await find({ terms: [{ anyOf: [['قمر']] }, { anyOf: [['زلزال']] }] })
  expect([match.need, ids]).toEqual(['any', [3, 1]])
})
