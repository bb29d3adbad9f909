import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartialDate } from '../../src/arabic/dates.ts'
import type { Report } from '../../src/articles/article.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { createSearchIndex } from '../../src/sqlite/search.ts'
import { addReports, contents, NOW, openStore, report } from './store.ts'

async function withArticles() {
  const store = await openStore()
  return {
    ...store,
    articles: createArticleStore(store.database, store.clock),
    search: createSearchIndex(store.database),
    add: (...reports: Partial<Report>[]) => addReports(store, ...reports),
  }
}

const FULL: Report = {
  title: 'عنوان <b>&amp;</b> "كامل"',
  body: 'عنوان فرعي\n\nجملة أولى وصل فيها الوفد إلى المدينة. جملة ثانية.\n\n<i>غير مغلق 😀 𝔘',
  headings: [{ start: 0, end: 10 }],
  publisher: "o'Brien; DROP TABLE articles --",
  agency: 'وكالة',
  author: 'كاتبة',
  url: 'https://example.org/?a=1&b="2"',
  language: 'ar',
  publishedAt: { value: '2024-06-19T17:50:06', precision: 'second' },
  eventOn: '2024-06-18',
  topics: ['summit', 'قمة'],
  publisherSummary: ['نقطة أولى', 'نقطة ثانية'],
  note: 'إعادة صياغة',
}

describe('an article', () => {
  test('comes back exactly as it was stored, with its lead and the time', async () => {
    const { articles } = await withArticles()
    const prepared = prepareReport(FULL)
    expect(prepared.lead.length).toBeGreaterThan(0)
    const [stored] = await articles.addAll([prepared])
    const kept = { id: 1, lead: prepared.lead, addedAt: NOW, revision: 1, retraction: null }
    expect(stored).toEqual({ added: true, article: { ...FULL, ...kept } })
    expect(await articles.byId(1)).toEqual(stored?.article)
    expect(await articles.byIds([1])).toEqual([stored?.article])
  })

  test('keeps any text to the last character', async () => {
    const { articles } = await withArticles()
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(text), async (title, body, topics) => {
        const prepared = {
          report: report({ title, body, topics, note: title }),
          lead: [{ start: 0, end: body.length }],
          fingerprint: JSON.stringify([title, body, topics]),
          text: { title: { words: [title], stems: [title] }, body: { words: [body], stems: [body] } },
        }
        const [stored] = await articles.addAll([prepared])
        expect(stored?.article).toMatchObject({ title, body, topics, note: title, lead: prepared.lead })
      }),
      { numRuns: 200 },
    )
  })

  test.each<[string, PartialDate | null]>([
    ['nothing', null],
    ['the year', { value: '2024', precision: 'year' }],
    ['the month', { value: '2024-06', precision: 'month' }],
    ['the minute', { value: '2024-06-18T07:30', precision: 'minute' }],
  ])('is no more certain of its date than its source: %s', async (_, publishedAt) => {
    const { articles, add } = await withArticles()
    const [stored] = await add({ publishedAt })
    expect((await articles.byId(stored?.article.id ?? 0))?.publishedAt).toEqual(publishedAt)
  })

  test('that nobody stored is not found', async () => {
    const { articles } = await withArticles()
    expect(await articles.byId(1)).toBeNull()
    expect(await articles.count()).toBe(0)
    expect(await articles.newestId()).toBe(0)
    expect(await articles.latest({ offset: 0, limit: 5 })).toEqual([])
  })
})

/** What matches a word that only one report has. */
const UNIQUE = {
  terms: [{ anyOf: [['فريد']] }],
  need: 'all',
  must: [],
  without: [],
  since: null,
  until: null,
  sources: null,
} as const

describe('a batch', () => {
  test('is stored whole or not at all, search rows included', async () => {
    const { database, articles, search, add } = await withArticles()
    await add({ title: 'أول' })
    const tables = [
      'articles',
      'article_search_docsize',
      'article_search_data',
      'article_words',
      'search_words',
      'search_word_hashes',
      'sqlite_sequence',
    ]
    const before = contents(database, ...tables)
    const good = prepareReport(report({ title: 'جيد', body: 'سطر جيد فريد.' }))
    // The store itself refuses a precision that it does not know.
    const bad = prepareReport(report({ publishedAt: { value: '2024', precision: 'century' as 'year' } }))
    await expect(articles.addAll([good, bad])).rejects.toThrow('CHECK')
    expect(contents(database, ...tables)).toBe(before)
    expect(await search.matches(UNIQUE, 5)).toEqual([])
    // And the same report is welcome afterwards.
    expect((await articles.addAll([good]))[0]).toMatchObject({ added: true, article: { id: 2 } })
    expect(await search.matches(UNIQUE, 5)).toEqual([2])
  })

  test('keeps nothing of an article whose search row cannot be written', async () => {
    const { database, articles, add } = await withArticles()
    database.exec('DROP TABLE article_search; CREATE TABLE article_search (title)')
    expect(() => createArticleStore(database, { now: () => 0, sleep: async () => undefined })).toThrow('body')
    expect(await articles.count()).toBe(0)
    await expect(add({})).rejects.toThrow('body')
    expect(await articles.count()).toBe(0)
  })

  test('does not store a text twice, whether it came before or stands in it twice', async () => {
    const { database, articles, add } = await withArticles()
    const [first] = await add({ title: 'قمة', body: 'وصل الوفد إلى بيونج يانج.', publisher: 'الأولى' })
    const again = await add(
      { title: 'قِمّة', body: 'وصل الوفد الى بيونج يانج', publisher: 'الثانية' },
      { title: 'خبر آخر', body: 'نص آخر تمامًا.' },
      { title: 'خبر آخر', body: 'نص آخر تمامًا.' },
    )
    expect(again.map(({ added, article }) => [added, article.id])).toEqual([
      [false, 1],
      [true, 2],
      [false, 2],
    ])
    expect(again[0]?.article).toEqual(first?.article)
    expect(await articles.count()).toBe(2)
    for (const table of ['article_search', 'article_words']) {
      expect(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(2)
    }
  })

  test('may be empty', async () => {
    const { articles } = await withArticles()
    expect(await articles.addAll([])).toEqual([])
  })
})

describe('the latest articles', () => {
  const day = (value: string): PartialDate => ({ value, precision: 'day' })
  const minute = (value: string): PartialDate => ({ value, precision: 'minute' })

  test('go by the day of the event, else of publication; then by publication; unknown dates last', async () => {
    const { articles, add } = await withArticles()
    await add(
      { title: 'بلا تاريخ 1' },
      { title: 'حدث قديم نشر أخيرا', eventOn: '2024-06-01', publishedAt: day('2024-06-30') },
      { title: 'يوم 18 صباحا', publishedAt: minute('2024-06-18T07:00') },
      { title: 'حدث 18 نشر مساء', eventOn: '2024-06-18', publishedAt: minute('2024-06-18T20:00') },
      { title: 'حدث 18 نشر في 19', eventOn: '2024-06-18', publishedAt: day('2024-06-19') },
      { title: 'حدث 18 بلا نشر', eventOn: '2024-06-18' },
      { title: 'شهر 6', publishedAt: { value: '2024-06', precision: 'month' } },
      { title: 'نشر 19', publishedAt: day('2024-06-19') },
      { title: 'نشر 19 أيضا', publishedAt: day('2024-06-19') },
      { title: 'سنة 2025', publishedAt: { value: '2025', precision: 'year' } },
      { title: 'بلا تاريخ 2' },
    )
    const order = [
      'سنة 2025',
      'نشر 19 أيضا',
      'نشر 19',
      'حدث 18 نشر في 19',
      'حدث 18 نشر مساء',
      'يوم 18 صباحا',
      'حدث 18 بلا نشر',
      'حدث قديم نشر أخيرا',
      'شهر 6',
      'بلا تاريخ 2',
      'بلا تاريخ 1',
    ]
    const all = await articles.latest({ offset: 0, limit: 20 })
    expect(all.map(({ title }) => title)).toEqual(order)

    const paged: string[] = []
    for (let offset = 0; offset < 12; offset += 3) {
      paged.push(...(await articles.latest({ offset, limit: 3 })).map(({ title }) => title))
    }
    expect(paged).toEqual(order)
  })

  test('are the same on pages of any size, whatever is known of their dates', async () => {
    const days = fc.constantFrom('2024', '2024-06', '2024-06-17', '2024-06-18', '2024-06-18T07:30', null)
    const events = fc.constantFrom('2024-06-17', '2024-06-18', null, null)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ value: days, eventOn: events }), { maxLength: 14 }),
        fc.integer({ min: 1, max: 5 }),
        async (dates, size) => {
          const { database, articles, add } = await withArticles()
          const reports = dates.map(({ value, eventOn }) => ({
            eventOn,
            publishedAt: value === null ? null : { value, precision: 'day' as const },
          }))
          await add(...reports)
          const paged: number[] = []
          for (let offset = 0; offset <= dates.length; offset += size) {
            paged.push(...(await articles.latest({ offset, limit: size })).map(({ id }) => id))
          }
          // The order in the words of the design.
          const filed = ({ eventOn, publishedAt }: (typeof reports)[number]) =>
            eventOn ?? publishedAt?.value.slice(0, 10) ?? ''
          const down = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
          const wanted = reports
            .map((each, index) => ({ ...each, id: index + 1 }))
            .sort(
              (a, b) =>
                down(filed(a), filed(b)) ||
                down(a.publishedAt?.value ?? '', b.publishedAt?.value ?? '') ||
                b.id - a.id,
            )
          expect(paged).toEqual(wanted.map(({ id }) => id))
          database.close()
        },
      ),
      { numRuns: 40 },
    )
  })

  test('are found through the index, however many there are', async () => {
    const { database } = await withArticles()
    const plan = (sql: string) =>
      database
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail)
    expect(
      plan('SELECT * FROM articles ORDER BY filed_on DESC, published_at DESC, id DESC LIMIT 5 OFFSET 9'),
    ).toEqual(['SCAN articles USING INDEX articles_newest'])
  })
})

test('publishers are all publishers and agencies, each once', async () => {
  const { articles, add } = await withArticles()
  expect(await articles.publishers()).toEqual([])
  await add(
    { publisher: 'أولى' },
    { publisher: 'أولى', agency: 'ثانية' },
    { publisher: 'ثانية', agency: 'ثالثة' },
  )
  expect((await articles.publishers()).toSorted()).toEqual(['أولى', 'ثالثة', 'ثانية'])
})

describe('ids', () => {
  test('fetch articles in the order asked for; unknown ones are left out', async () => {
    const { articles, add } = await withArticles()
    await add({}, {}, {}, {})
    expect((await articles.byIds([3, 1, 99, 4])).map(({ id }) => id)).toEqual([3, 1, 4])
    expect(await articles.byIds([])).toEqual([])
    const many = Array.from({ length: 5000 }, (_, index) => 5000 - index)
    expect((await articles.byIds(many)).map(({ id }) => id)).toEqual([4, 3, 2, 1])
  })

  test('tell what came after a cursor, oldest first', async () => {
    const { articles, add } = await withArticles()
    await add({}, {}, {}, {})
    expect(await articles.idsBetween(1, 3)).toEqual([2, 3])
    expect(await articles.idsBetween(0, 99)).toEqual([1, 2, 3, 4])
    expect(await articles.idsBetween(4, 99)).toEqual([])
    expect(await articles.idsBetween(3, 2)).toEqual([])
  })

  test('are never used again, not even that of the newest article when it is removed', async () => {
    const { database, articles, add } = await withArticles()
    await add({}, {})
    database.exec('DELETE FROM articles WHERE id = 2; DELETE FROM article_search WHERE rowid = 2')
    expect(await articles.newestId()).toBe(2)
    const [next] = await add({ body: 'نص جديد.' })
    expect(next?.article.id).toBe(3)
    expect(await articles.newestId()).toBe(3)
    expect(await articles.idsBetween(0, 3)).toEqual([1, 3])
  })
})

describe('the articles of a day', () => {
  const onDay = (title: string, eventOn: string | null, published: PartialDate | null = null) => ({
    title,
    body: `نص ${title}.`,
    eventOn,
    publishedAt: published,
  })

  test('are those filed on it, those of a month also those known to the month only', async () => {
    const { articles, add } = await withArticles()
    await add(
      onDay('أول', '2024-06-18'),
      onDay('ثان', null, { value: '2024-06-18T10:00', precision: 'minute' }),
      onDay('ثالث', null, { value: '2024-06', precision: 'month' }),
      onDay('رابع', '2024-07-01'),
      onDay('خامس', null),
    )
    const titles = async (period: string) =>
      (await articles.filedIn(period, { offset: 0, limit: 9 })).articles.map(({ title }) => title)
    expect(await titles('2024-06-18')).toEqual(['ثان', 'أول'])
    expect(await titles('2024-06')).toEqual(['ثان', 'أول', 'ثالث'])
    expect(await titles('2024')).toHaveLength(4)
    expect(await titles('2023')).toEqual([])
    expect((await articles.filedIn('2024', { offset: 3, limit: 2 })).total).toBe(4)
  })

  test('have neighbours: the nearest days before and after with articles', async () => {
    const { articles, add } = await withArticles()
    await add(onDay('أول', '2024-06-18'), onDay('ثان', '2024-07-01'))
    expect(await articles.daysAround('2024-06-20')).toEqual({ before: '2024-06-18', after: '2024-07-01' })
    expect(await articles.daysAround('2024-06')).toEqual({ before: null, after: '2024-07-01' })
    expect(await articles.daysAround('2024-07-01')).toEqual({ before: '2024-06-18', after: null })
  })
})
