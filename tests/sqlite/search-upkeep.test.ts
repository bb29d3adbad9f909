import { describe, expect, test } from 'vitest'
import { openApp } from '../../src/app.ts'
import { TEXT_RULES } from '../../src/arabic/rules.ts'
import type { Report } from '../../src/articles/article.ts'
import { indexedText } from '../../src/articles/indexed-text.ts'
import { createLog } from '../../src/log.ts'
import { createSearch } from '../../src/search/engine.ts'
import { planSearch } from '../../src/search/query.ts'
import type { QueryWord } from '../../src/search/search-index.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { createSearchIndex } from '../../src/sqlite/search.ts'
import { createSearchUpkeep } from '../../src/sqlite/search-upkeep.ts'
import { testConfig } from '../support/config.ts'
import { createTestClock } from '../support/test-clock.ts'
import { addReports, contents, openStore } from './store.ts'
import { tempFolder } from './temp-folder.ts'

const TABLES = [
  'article_words',
  'search_words',
  'search_state',
  'article_search_data',
  'article_search_docsize',
]
const ignore = () => undefined
const KNOW = {
  spellingsOf: (words: readonly QueryWord[]) => words.map(({ stem }) => ({ anyOf: [[stem]] })),
  publishers: [],
  today: '2026-11-22',
}
const REPORTS: Partial<Report>[] = [
  { title: 'قمة موسكو', body: 'التقى الزعيمان في القمة.' },
  { title: 'معاهدة', body: 'وقعا معاهدة للدفاع.' },
  { title: 'طقس', body: 'أمطار غزيرة اليوم.' },
]

async function withIndex(path = ':memory:', reports: Partial<Report>[] = REPORTS) {
  const store = await openStore(path)
  await addReports(store, ...reports)
  const engine = createSearch(createSearchIndex(store.database))
  return {
    ...store,
    upkeep: createSearchUpkeep(store.database, indexedText),
    engine,
    async find(words: string) {
      const page = { order: 'newest', offset: 0, limit: 20 } as const
      return (await engine.find(planSearch(words, KNOW), page)).hits.map(({ articleId }) => articleId)
    },
  }
}

describe('drift', () => {
  test('is none while nobody touches the rows', async () => {
    const { upkeep } = await withIndex()
    expect(await upkeep.drift()).toEqual({ missing: 0, orphaned: 0 })
    expect(await (await withIndex(':memory:', [])).upkeep.drift()).toEqual({ missing: 0, orphaned: 0 })
  })

  test.each<[string, string, { missing: number; orphaned: number }]>([
    ['a row of stems is gone', 'DELETE FROM article_search WHERE rowid = 2', { missing: 1, orphaned: 0 }],
    [
      'a list of words is gone',
      'DELETE FROM article_words WHERE article_id = 2',
      { missing: 1, orphaned: 0 },
    ],
    [
      'a list was altered',
      "UPDATE article_words SET words = x'0101' WHERE article_id = 1",
      { missing: 1, orphaned: 0 },
    ],
    [
      'a body was altered',
      "UPDATE articles SET body = 'نص جديد تماما.' WHERE id = 1",
      { missing: 1, orphaned: 0 },
    ],
    ['a title was altered', "UPDATE articles SET title = 'اسم' WHERE id = 3", { missing: 1, orphaned: 0 }],
    [
      'a word was altered',
      "UPDATE search_words SET word = 'شمس' WHERE word = 'غزيره'",
      { missing: 1, orphaned: 0 },
    ],
    ['all words are gone', 'DELETE FROM search_words', { missing: 3, orphaned: 0 }],
    ['an article is gone', 'DELETE FROM articles WHERE id = 1', { missing: 0, orphaned: 2 }],
    [
      'a list of nothing is there',
      "INSERT INTO article_words VALUES (77, x'00')",
      { missing: 0, orphaned: 1 },
    ],
    [
      'FTS5 rows are damaged',
      "UPDATE article_search_data SET block = x'0000000400000000' WHERE id > 10",
      { missing: 3, orphaned: 0 },
    ],
  ])('is seen where %s, and rebuilding repairs it', async (_, harm, drift) => {
    const { database, upkeep } = await withIndex()
    database.unsafeMode(true).exec(harm)
    database.unsafeMode(false)
    expect(await upkeep.drift()).toEqual(drift)
    await upkeep.rebuild(TEXT_RULES, ignore)
    expect(await upkeep.drift()).toEqual({ missing: 0, orphaned: 0 })
  })

  test('is none where an article was altered in marks only', async () => {
    const { database, upkeep } = await withIndex()
    database.exec("UPDATE articles SET title = 'قِمّة موسكو!' WHERE id = 1")
    expect(await upkeep.drift()).toEqual({ missing: 0, orphaned: 0 })
  })
})

describe('rebuilding', () => {
  test('finds again what was lost, and no longer what is gone', async () => {
    const { database, upkeep, find } = await withIndex()
    database.exec(`DELETE FROM article_search; DELETE FROM article_words;
      UPDATE articles SET body = 'زلزال كبير.' WHERE id = 3`)
    expect(await find('قمة')).toEqual([])
    await upkeep.rebuild(TEXT_RULES, ignore)
    expect(await find('قمة')).toEqual([1])
    expect(await find('زلزال')).toEqual([3])
    expect(await find('أمطار')).toEqual([])
  })

  test('says how far it is, from nothing to all', async () => {
    const many = Array.from({ length: 450 }, (_, index) => ({ body: `رقم ${index}.` }))
    const { upkeep } = await withIndex(':memory:', many)
    const shares: number[] = []
    await upkeep.rebuild(TEXT_RULES, (done) => shares.push(done))
    expect(shares[0]).toBe(0)
    expect(shares.at(-1)).toBe(1)
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  test('of an empty store is done at once', async () => {
    const { upkeep } = await withIndex(':memory:', [])
    const shares: number[] = []
    await upkeep.rebuild(7, (done) => shares.push(done))
    expect(shares).toEqual([1])
    expect(await upkeep.rules()).toBe(7)
  })

  test('remembers the rules', async () => {
    const { upkeep } = await withIndex()
    expect(await upkeep.rules()).toBeNull()
    await upkeep.rebuild(3, ignore)
    await upkeep.rebuild(4, ignore)
    expect(await upkeep.rules()).toBe(4)
  })

  test('that is broken off leaves everything as it was', async () => {
    const { database, upkeep, find } = await withIndex(`${tempFolder()}/store.db`)
    await upkeep.rebuild(1, ignore)
    const before = contents(database, ...TABLES)
    let told = 0
    const breakOff = () => {
      told += 1
      if (told > 1) throw new Error('killed')
    }
    await expect(upkeep.rebuild(2, breakOff)).rejects.toThrow('killed')
    expect(told).toBe(2)
    expect(contents(database, ...TABLES)).toBe(before)
    expect(await upkeep.rules()).toBe(1)
    expect(await find('قمة')).toEqual([1])
  })

  test('shows nobody else anything before it is done', async () => {
    const path = `${tempFolder()}/store.db`
    const { upkeep } = await withIndex(path)
    const other = await openDatabase(path)
    try {
      const before = contents(other, ...TABLES)
      await upkeep.rebuild(2, () => {
        expect(contents(other, ...TABLES)).toBe(before)
      })
      expect(contents(other, ...TABLES)).not.toBe(before)
    } finally {
      other.close()
    }
  })

  test('by another process leaves the words that this one has learnt what they are', async () => {
    const path = `${tempFolder()}/store.db`
    const { engine, database } = await withIndex(path)
    const ask = async (words: string) => {
      const page = { order: 'relevance', offset: 0, limit: 5 } as const
      const { hits } = await engine.find(planSearch(words, KNOW), page)
      return hits
    }
    const before = await ask('معاهدة الدفاع')
    expect(before.map(({ articleId }) => articleId)).toEqual([2])
    // Made in another order, every word would have another number.
    database.exec("UPDATE articles SET title = 'زلزال جديد' WHERE id = 1")
    const other = await openDatabase(path)
    try {
      await createSearchUpkeep(other, indexedText).rebuild(TEXT_RULES, ignore)
    } finally {
      other.close()
    }
    expect(await ask('معاهدة الدفاع')).toEqual(before)
    expect((await ask('زلزال')).map(({ articleId }) => articleId)).toEqual([1])
  })
})

describe('an app', () => {
  const log = createLog('silent', [])
  const open = (path: string) =>
    openApp(testConfig({ databasePath: path, seed: true }), {
      clock: createTestClock('2026-11-22T06:00:00Z'),
      log,
    })

  test('opened on a new store follows the rules from the start', async () => {
    const app = await open(':memory:')
    try {
      expect(await app.searchUpkeep.rules()).toBe(TEXT_RULES)
      expect(await app.searchUpkeep.drift()).toEqual({ missing: 0, orphaned: 0 })
    } finally {
      app.close()
    }
  })

  test.each([
    ['other rules', 'UPDATE search_state SET rules = 0'],
    ['no rules', 'DELETE FROM search_state'],
  ])('opened on a store of %s makes the index anew', async (_, forget) => {
    const path = `${tempFolder()}/store.db`
    ;(await open(path)).close()
    const database = await openDatabase(path)
    database.exec(`${forget}; DELETE FROM article_search; DELETE FROM article_words`)
    database.close()
    const app = await open(path)
    try {
      expect(await app.searchUpkeep.rules()).toBe(TEXT_RULES)
      expect(await app.searchUpkeep.drift()).toEqual({ missing: 0, orphaned: 0 })
      expect(await app.articles.count()).toBe(6)
    } finally {
      app.close()
    }
  })

  test('opened on a store of the same rules leaves the index alone', async () => {
    const path = `${tempFolder()}/store.db`
    ;(await open(path)).close()
    const database = await openDatabase(path)
    database.exec('DELETE FROM article_words WHERE article_id = 1')
    database.close()
    const app = await open(path)
    try {
      expect(await app.searchUpkeep.drift()).toEqual({ missing: 1, orphaned: 0 })
    } finally {
      app.close()
    }
  })
})

describe('tidying', () => {
  test('puts the parts of the index together, and everything is found as before', async () => {
    const { database, clock, upkeep, find } = await withIndex(':memory:', [])
    for (let round = 0; round < 12; round++)
      await addReports({ database, clock }, { title: 'قمة', body: `رقم ${round}.` })
    const parts = () =>
      database.prepare('SELECT count(DISTINCT segid) FROM article_search_idx').pluck().get() as number
    const before = [parts(), await find('قمة')] as const
    await upkeep.tidy()
    expect(parts()).toBeLessThan(before[0])
    expect(await find('قمة')).toEqual(before[1])
    expect(await upkeep.drift()).toEqual({ missing: 0, orphaned: 0 })
    const data = contents(database, 'article_search_data')
    await upkeep.tidy()
    expect(contents(database, 'article_search_data')).toBe(data)
  })

  test('of nothing is nothing', async () => {
    const { upkeep } = await withIndex(':memory:', [])
    await upkeep.tidy()
    expect(await upkeep.drift()).toEqual({ missing: 0, orphaned: 0 })
  })
})

test('making the index anew takes back what was counted', async () => {
  const { database, upkeep } = await withIndex()
  database.exec("UPDATE search_counts SET up_to = 3, articles = 3, places = 20, words = x'000000'")
  await upkeep.rebuild(TEXT_RULES, ignore)
  expect(
    database.prepare('SELECT generation, up_to, articles, length(words) AS bytes FROM search_counts').all(),
  ).toEqual([{ generation: 1, up_to: 0, articles: 0, bytes: 0 }])
})
