import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/articles/article.ts'
import type { Match, Term } from '../../src/search/search-index.ts'
import { createSearchIndex } from '../../src/sqlite/search.ts'
import { addReports, openStore } from './store.ts'

const ALL: Match = {
  terms: [],
  need: 'all',
  must: [],
  without: [],
  since: null,
  until: null,
  sources: null,
}
const term = (...stems: string[]): Term => ({ anyOf: stems.map((stem) => stem.split(' ')) })

async function withReports(...reports: Partial<Report>[]) {
  const store = await openStore()
  await addReports(store, ...reports)
  const index = createSearchIndex(store.database)
  return {
    ...store,
    index,
    matches: (match: Partial<Match>, atMost = 100) => index.matches({ ...ALL, ...match }, atMost),
    best: (match: Partial<Match>, page = { window: 100, limit: 20 }) =>
      index.best({ ...ALL, ...match }, page),
  }
}

const REPORTS: Partial<Report>[] = [
  { title: 'قمر', body: 'صاروخ وشمس.', eventOn: '2024-06-18', publisher: 'أولى' },
  { title: 'شمس', body: 'قمر وقمر.', eventOn: '2023-01-01', agency: 'ثانية' },
  { title: 'نجم', body: 'قمر صاروخ.', eventOn: '2025-01-01' },
  { title: 'نجم', body: 'أرض.' },
]

describe('the index', () => {
  test.each<[string, Partial<Match>, number[]]>([
    ['everything', {}, [3, 1, 2, 4]],
    ['one term', { terms: [term('قمر')] }, [3, 1, 2]],
    ['all terms', { terms: [term('قمر'), term('صاروخ')] }, [3, 1]],
    ['any term', { terms: [term('صاروخ'), term('ارض')], need: 'any' }, [3, 1, 4]],
    ['a term of several spellings', { terms: [term('ارض', 'شمس')] }, [1, 2, 4]],
    ['a phrase', { terms: [term('قمر صاروخ')] }, [3]],
    ['what must be there', { terms: [term('قمر'), term('ارض')], need: 'any', must: [['شمس']] }, [1, 2]],
    ['nothing but what must be there', { must: [['نجم'], ['ارض']] }, [4]],
    ['what must not be there', { terms: [term('قمر')], without: [term('صاروخ')] }, [2]],
    ['nothing but what must not be there', { without: [term('قمر')] }, [4]],
    ['neither of two', { without: [term('صاروخ'), term('ارض')] }, [2]],
    ['a first day', { since: '2024-06-18' }, [3, 1]],
    ['a last day', { until: '2024-06-18' }, [1, 2]],
    ['a period of a term', { terms: [term('قمر')], since: '2023-01-01', until: '2024-06-17' }, [2]],
    ['a publisher or an agency', { sources: ['أولى', 'ثانية'] }, [1, 2]],
    ['no source there is', { sources: [] }, []],
    ['a source and a term', { sources: ['صحيفة'], terms: [term('نجم')] }, [3, 4]],
    ['a term that is nothing', { terms: [{ anyOf: [] }] }, []],
    ['a term that is nothing, and a period', { terms: [{ anyOf: [[]] }], since: '2000-01-01' }, []],
  ])('finds %s', async (_, match, wanted) => {
    const { index, matches, best } = await withReports(...REPORTS)
    const found = await matches(match)
    expect(found.toSorted()).toEqual(wanted.toSorted())
    expect(await index.byDay(found)).toEqual(wanted)
    expect(await matches(match, 1)).toEqual(found.slice(0, 1))
    expect((await best(match)).toSorted()).toEqual(wanted.toSorted())
  })

  test('gives the last to arrive first, and those of the last days where no words are asked for', async () => {
    const { matches } = await withReports(...REPORTS)
    expect(await matches({ terms: [term('قمر')] })).toEqual([3, 2, 1])
    expect(await matches({ terms: [term('قمر')] }, 2)).toEqual([3, 2])
    expect(await matches({ without: [term('صاروخ')] })).toEqual([2, 4])
    expect(await matches({}, 3)).toEqual([3, 1, 2])
  })

  test('gives the best first, looking at the newest matches only', async () => {
    const filler = 'جملة تملأ المكان ولا تقول شيئا. '.repeat(4)
    const { best } = await withReports(
      { title: 'قمر', body: 'قمر قمر قمر.' },
      { title: 'خبر', body: `${filler} قمر.` },
      { title: 'قمر', body: `${filler} نعم.` },
      ...Array.from({ length: 5 }, (_, index) => ({ title: 'غيره', body: `لا شيء ${index}.` })),
    )
    const match = { terms: [term('قمر')] }
    expect(await best(match)).toEqual([1, 3, 2])
    expect(await best(match, { window: 2, limit: 20 })).toEqual([3, 2])
    expect(await best(match, { window: 100, limit: 1 })).toEqual([1])
  })

  test.each([
    '"',
    '""',
    '*',
    'قمر*',
    'a" OR "قمر',
    '") OR ("قمر',
    'NEAR(قمر',
    'title:قمر',
    '\0',
    'قم\0ر',
    '^قمر',
    '',
  ])('takes %j for nothing but a stem', async (stem) => {
    const { matches, best } = await withReports({ title: 'خبر', body: 'نص.' })
    for (const match of [
      { terms: [term(stem)] },
      { terms: [{ anyOf: [[stem, stem]] }] },
      { must: [[stem]], terms: [term('براكين')] },
    ]) {
      expect([...(await best(match)), ...(await matches(match))]).toEqual([])
    }
    expect(await matches({ terms: [term('خبر')], without: [term(stem)] })).toEqual([1])
    expect(await matches({ sources: [stem] })).toEqual([])
  })

  test('gives words and articles in the order they came in, those after a place only', async () => {
    const { index } = await withReports(
      { title: 'قمر', body: 'قمر وشمس.' },
      { title: 'شمس', body: 'KN-23 ٢٠٢٤.' },
    )
    const all = await index.wordsAfter(0, 10)
    expect(all.map(({ word }) => word)).toEqual(['قمر', 'وشمس', 'شمس', 'kn', '23', '2024'])
    expect(await index.wordsAfter(all[3]?.id ?? 0, 10)).toEqual(all.slice(4))
    expect(await index.wordsAfter(0, 2)).toEqual(all.slice(0, 2))
    const idOf = (word: string) => all.find((each) => each.word === word)?.id ?? 0
    const lists = (await index.articlesAfter(0, 10)).map(({ articleId, list }) => ({
      articleId,
      titleLength: list.titleLength,
      words: [...list.words],
    }))
    expect(lists).toEqual([
      { articleId: 1, titleLength: 1, words: ['قمر', 'قمر', 'وشمس'].map(idOf) },
      { articleId: 2, titleLength: 1, words: ['شمس', 'kn', '23', '2024'].map(idOf) },
    ])
    expect((await index.articlesAfter(0, 1)).map(({ articleId }) => articleId)).toEqual([1])
    expect((await index.articlesAfter(1, 10)).map(({ articleId }) => articleId)).toEqual([2])
    expect((await index.articles([2, 99])).map(({ articleId }) => articleId)).toEqual([2])
    expect(await index.articles([])).toEqual([])
  })

  test('reads days without words in the order they are kept in', async () => {
    const { database } = await withReports()
    const plan = database
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT articles.id AS id FROM articles WHERE filed_on >= '2024'
         ORDER BY filed_on DESC, published_at DESC, articles.id DESC LIMIT 5 OFFSET 0`,
      )
      .all()
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('articles_newest (filed_on>?)'),
    ])
  })
})
