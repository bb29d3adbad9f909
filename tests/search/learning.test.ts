import { describe, expect, test } from 'vitest'
import { createSearch } from '../../src/search/engine.ts'
import { createLearning } from '../../src/search/learning.ts'
import { createLexicon } from '../../src/search/lexicon.ts'
import { type Knowledge, planSearch } from '../../src/search/query.ts'
import type { SearchIndex, SearchOrder } from '../../src/search/search-index.ts'
import { createSearchIndex } from '../../src/sqlite/search.ts'
import { addReports, openStore } from '../sqlite/store.ts'

const KNOW: Knowledge = {
  spellingsOf: (words) => words.map(({ stem }) => ({ anyOf: [[stem]] })),
  publishers: [],
  today: '2026-11-22',
}

async function withBodies(...bodies: string[]) {
  const store = await openStore()
  const add = (...more: string[]) => addReports(store, ...more.map((body) => ({ title: 'خبر', body })))
  await add(...bodies)
  return { ...store, add, index: createSearchIndex(store.database) }
}

/** What a lexicon knows of some words. */
async function learnt(index: SearchIndex) {
  const lexicon = createLexicon()
  const learning = createLearning(index, lexicon)
  await learning.learn()
  return { lexicon, learning }
}

function tells(lexicon: ReturnType<typeof createLexicon>) {
  const stems = ['قمر', 'شمس', 'خبر']
  return {
    counts: lexicon.counts(),
    average: lexicon.averageLength(),
    stems: stems.map((stem) => lexicon.articlesWithStem(lexicon.stemNumber(stem) ?? 0)),
    near: lexicon.near('زلزاال', { typos: true, most: 4 }),
  }
}

/** 1,200 articles are more than are read at once, and enough for the counts to be kept. */
const MANY = Array.from({ length: 1200 }, (_, at) => (at % 3 === 0 ? `قمر رقم ${at}` : `شمس زلزال ${at}`))

describe('what was counted', () => {
  test('is kept, and a new process knows the same without reading the articles again', async () => {
    const { index } = await withBodies(...MANY)
    const first = await learnt(index)
    await first.learning.keep()
    const read: number[] = []
    const later = await learnt({
      ...index,
      articlesAfter: (id, limit) => {
        read.push(id)
        return index.articlesAfter(id, limit)
      },
    })
    expect(read).toEqual([1200])
    expect(tells(later.lexicon)).toEqual(tells(first.lexicon))
    expect(first.lexicon.articlesWithStem(first.lexicon.stemNumber('قمر') ?? 0)).toBe(400)
  })

  test('is gone on from when more has been stored', async () => {
    const { index, add } = await withBodies(...MANY)
    await (await learnt(index)).learning.keep()
    await add('قمر جديد', 'بركان')
    const later = await learnt(index)
    expect(tells(later.lexicon).counts.articles).toBe(1202)
    expect(tells(later.lexicon).stems[0]).toBe(401)
    expect(later.lexicon.stemOfWord('بركان')).toBeDefined()
  })

  test('is not kept for a few articles', async () => {
    const { index } = await withBodies(...MANY.slice(0, 900))
    await (await learnt(index)).learning.keep()
    expect((await index.counts()).articles).toBe(0)
  })

  test('does not count any more once the index has been made anew', async () => {
    const { database, index } = await withBodies(...MANY)
    const before = await learnt(index)
    // As `rebuild` leaves it, before anybody has counted.
    database.exec('UPDATE search_counts SET generation = generation + 1')
    await before.learning.keep()
    expect((await index.counts()).articles).toBe(0)
  })
})

describe('while a large store is being learnt', () => {
  async function withSlowIndex() {
    const { index } = await withBodies('قمر وشمس', 'قمر', 'شمس قمر قمر قمر', 'زلزال')
    let go: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    const slow: SearchIndex = {
      ...index,
      async wordsAfter(id, limit) {
        await gate
        return index.wordsAfter(id, limit)
      },
    }
    const search = createSearch(slow, { patienceMs: 0 })
    const ask = async (words: string, order: SearchOrder = 'newest', offset = 0) => {
      const page = { order, offset, limit: 10 }
      const { hits, ...rest } = await search.find(planSearch(words, KNOW), page)
      return { ids: hits.map(({ articleId }) => articleId), ...rest }
    }
    return { ask, go, search }
  }

  test('searches answer by stems alone', async () => {
    const { ask } = await withSlowIndex()
    expect(await ask('القمر')).toMatchObject({ ids: [3, 2, 1], total: 3, matched: 'all', widened: [] })
    expect(await ask('قمر شمس')).toMatchObject({ ids: [3, 1], matched: 'all' })
    expect(await ask('قمر زلزال')).toMatchObject({ ids: [4, 3, 2, 1], matched: 'any' })
    expect(await ask('قمر شمس', 'newest', 1)).toMatchObject({ ids: [1], total: 2 })
    expect((await ask('قمر', 'relevance')).ids.toSorted()).toEqual([1, 2, 3])
    expect(await ask('-قمر', 'relevance')).toMatchObject({ ids: [4], total: 1 })
    expect(await ask('زلزاال')).toMatchObject({ ids: [], total: 0 })
  })

  test('and by all that is known as soon as it is', async () => {
    const { ask, go, search } = await withSlowIndex()
    expect((await ask('زلزاال')).ids).toEqual([])
    go()
    await search.warmUp()
    expect(await ask('زلزاال')).toMatchObject({ ids: [4], widened: [{ word: 'زلزاال', to: ['زلزال'] }] })
  })

  test('a search that may wait does so', async () => {
    const { index } = await withBodies('زلزال')
    const search = createSearch(index, { patienceMs: 60_000 })
    const found = await search.find(planSearch('زلزاال', KNOW), { order: 'relevance', offset: 0, limit: 5 })
    expect(found.hits).toHaveLength(1)
  })
})

test('what cannot be learnt fails the search, and the next one tries again', async () => {
  const { index } = await withBodies('قمر')
  let broken = true
  const search = createSearch({
    ...index,
    wordsAfter: (id, limit) => (broken ? Promise.reject(new Error('disk')) : index.wordsAfter(id, limit)),
  })
  const ask = () => search.find(planSearch('قمر', KNOW), { order: 'newest', offset: 0, limit: 5 })
  await expect(ask()).rejects.toThrow('disk')
  broken = false
  expect((await ask()).hits).toHaveLength(1)
})
