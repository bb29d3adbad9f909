import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripDirection } from '../../../src/arabic/direction.ts'
import type { ArchivedArticle, ArticleArchive } from '../../../src/articles/archive.ts'
import { prepareReport } from '../../../src/articles/intake.ts'
import { exportStory, STORY_FORMATS, type StoryFormat } from '../../../src/sources/story/export.ts'
import { importStory, recogniseStory } from '../../../src/sources/story/import.ts'
import { createArticleArchive } from '../../../src/sqlite/archive.ts'
import type { Database } from '../../../src/sqlite/database.ts'
import { openStore } from '../../sqlite/store.ts'
import { anything, articles, writable } from './articles.ts'

async function exported(archive: ArticleArchive, format: StoryFormat): Promise<string> {
  let text = ''
  for await (const chunk of exportStory(archive, format, 'قصة')) text += chunk
  return text
}

async function* once(text: string): AsyncIterable<string> {
  yield text
}

async function everything(archive: ArticleArchive): Promise<readonly ArchivedArticle[]> {
  return (await archive.slice(0, 1000)).articles
}

const line = (text: string) => stripDirection(text).replace(/\s+/g, ' ').trim().slice(0, 100)

/** What the intake lets in, as hostile as it may be: notes, summaries and topics are not its business. */
function storable(article: ArchivedArticle, index: number): ArchivedArticle {
  const blocks = stripDirection(article.body).split('\n\n')
  const body = [`الخبر رقم ${index}`, ...blocks].join('\n\n')
  const heading = { start: 0, end: `الخبر رقم ${index}`.length }
  return {
    ...article,
    title: line(article.title),
    publisher: line(article.publisher),
    agency: article.agency === null ? null : line(article.agency),
    author: article.author === null ? null : line(article.author),
    body,
    headings: [heading],
    lead: [{ start: 0, end: 5 }],
  }
}

const lists = (text: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(articles(text), { minLength: 1, maxLength: 6, selector: ({ uid }) => uid })
    .map((list) => list.map(storable))

async function filled(archive: ArticleArchive, list: readonly ArchivedArticle[]): Promise<void> {
  const stored = await archive.restore(
    list.map((article) => ({ prepared: prepareReport(article), facts: article })),
  )
  expect(stored).toEqual(list.map(() => true))
}

/** Two stores that every run of a property finds empty. */
async function twoStores(): Promise<{ from: ArticleArchive; to: ArticleArchive; empty(): void }> {
  const databases: Database[] = [(await openStore()).database, (await openStore()).database]
  const [from, to] = databases.map((database) => createArticleArchive(database)) as [
    ArticleArchive,
    ArticleArchive,
  ]
  const empty = () => {
    for (const database of databases)
      database.exec(
        "DELETE FROM article_words; INSERT INTO article_search (article_search) VALUES ('delete-all'); DELETE FROM articles",
      )
  }
  return { from, to, empty }
}

describe.each(STORY_FORMATS)('the story exported as %s', (format) => {
  test('and imported into an empty store is exported as the same bytes', async () => {
    const { from, to, empty } = await twoStores()
    await fc.assert(
      fc.asyncProperty(lists(writable), async (list) => {
        empty()
        await filled(from, list)
        const text = await exported(from, format)
        expect(recogniseStory(text.slice(0, 2048))).toBe(format)
        expect(await importStory(to, format, once(text))).toEqual({
          stored: list.length,
          known: 0,
          refused: [],
        })
        expect(await everything(to)).toEqual(await everything(from))
        expect(await exported(to, format)).toBe(text)
        expect(await importStory(to, format, once(text))).toEqual({
          stored: 0,
          known: list.length,
          refused: [],
        })
      }),
      { numRuns: 40 },
    )
  })

  test('is the same after one way round, whatever a note, a topic or a summary holds', async () => {
    const { from, to, empty } = await twoStores()
    await fc.assert(
      fc.asyncProperty(lists(anything), async (list) => {
        empty()
        await filled(from, list)
        const text = await exported(from, format)
        const { refused } = await importStory(to, format, once(text))
        expect(refused).toEqual([])
        expect(await exported(to, format)).toBe(text)
      }),
      { numRuns: 40 },
    )
  })

  test('of an empty store is a whole document without articles', async () => {
    const { from, to } = await twoStores()
    const text = await exported(from, format)
    expect(recogniseStory(text)).toBe(format)
    expect(await importStory(to, format, once(text))).toEqual({ stored: 0, known: 0, refused: [] })
  })

  test('that breaks off is stored as far as it goes, and the whole can follow', async () => {
    const { from, to } = await twoStores()
    const list = fc.sample(lists(writable), { numRuns: 20, seed: 11 }).find(({ length }) => length > 4) ?? []
    await filled(from, list)
    const text = await exported(from, format)
    const broken = importStory(to, format, once(text.slice(0, Math.floor(text.length * 0.7))))
    await expect(broken).rejects.toMatchObject({ code: 'file_unreadable' })
    const { count } = await to.extent()
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThan(list.length)
    expect(await importStory(to, format, once(text))).toMatchObject({
      stored: list.length - count,
      known: count,
    })
    expect(await exported(to, format)).toBe(text)
  })

  test('is checked without being stored where no store is given', async () => {
    const { from, to } = await twoStores()
    const [list = []] = fc.sample(lists(writable), { numRuns: 1, seed: 4 })
    await filled(from, list)
    const outcome = await importStory(null, format, once(await exported(from, format)))
    expect(outcome).toEqual({ stored: list.length, known: 0, refused: [] })
    expect(await to.extent()).toMatchObject({ count: 0 })
  })

  test('is read slice by slice while it is written', async () => {
    const [article] = fc.sample(articles(fc.constant('نص')), { numRuns: 1, seed: 2 })
    let taken = 0
    const endless: ArticleArchive = {
      slice: async (_, limit) => {
        taken += limit
        return { articles: Array.from({ length: limit }, () => article as ArchivedArticle), next: taken }
      },
      extent: async () => ({ count: Number.POSITIVE_INFINITY, changedAt: 1, bytes: 0 }),
      restore: async () => [],
    }
    let chunks = 0
    for await (const chunk of exportStory(endless, format, 'قصة')) {
      chunks += 1
      expect(chunk.length).toBeLessThan(1_000_000)
      if (chunks > 20) break
    }
    expect(taken).toBeLessThanOrEqual(25 * 200)
  })
})

describe('an article of a file', () => {
  const sound = {
    id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    title: 'عنوان',
    body: 'نص الخبر.',
    headings: [],
    lead: [[0, 4]],
    publisher: 'صحيفة',
    agency: null,
    author: null,
    url: null,
    language: 'ar',
    published_at: '2024-06-18',
    published_precision: 'day',
    event_on: null,
    topics: [],
    summary: [],
    note: null,
    revision: 1,
    retracted_at: null,
    retraction: null,
    added_at: '2026-11-22T06:00:00.000Z',
  }
  const file = (record: object) =>
    `{"format":"mujaz-story","version":1,"articles":[${JSON.stringify(record)}]}`

  test('is stored where it keeps the rules', async () => {
    expect(await importStory(null, 'json', once(file(sound)))).toEqual({ stored: 1, known: 0, refused: [] })
  })

  test.each([
    ['no title', { title: '' }, 'The title is empty.'],
    ['a title of two lines', { title: 'أ\nب' }, 'The title has more than one line.'],
    ['no body', { body: '' }, 'outside the body'],
    ['a body that is no text', { body: 7 }, 'body: '],
    ['a body with NUL', { body: 'نص \u0000 الخبر.' }, 'direction or control characters'],
    ['an address of a program', { url: 'javascript:alert(1)' }, 'http(s)'],
    ['an id that is none', { id: '1; DROP TABLE articles' }, 'id: '],
    ['a lead behind the end', { lead: [[0, 99]] }, 'the lead lies outside'],
    [
      'a lead that goes back',
      {
        lead: [
          [3, 5],
          [0, 2],
        ],
      },
      'the lead lies outside',
    ],
    ['a heading behind the end', { headings: [[0, 99]] }, 'a heading lies outside'],
    ['a day that does not exist', { published_at: '2024-02-30' }, 'no date known to the day'],
    ['a date more precise than it says', { published_precision: 'year' }, 'no date known to the year'],
    ['a date without precision', { published_precision: null }, 'no date'],
    ['an event of a month', { event_on: '2024-06' }, 'no day such as'],
    ['a revision of none', { revision: 0 }, 'revision: '],
    ['a time that is none', { added_at: 'yesterday' }, 'added_at: '],
    ['far too many topics', { topics: Array.from({ length: 501 }, () => 'و') }, 'topics: '],
    ['a field that is missing', { publisher: undefined }, 'publisher: '],
  ])('with %s is refused, by its place and its fault', async (_, change, problem) => {
    const both = `{"format":"mujaz-story","version":1,"articles":[${JSON.stringify(sound)},${JSON.stringify({ ...sound, ...change })}]}`
    const { stored, refused } = await importStory(null, 'json', once(both))
    expect(stored).toBe(1)
    expect(refused).toEqual([{ place: 2, problem: expect.stringContaining(problem) as string }])
  })

  test('leaves the way objects are made alone', async () => {
    const hostile = file(sound).replace('{"id"', '{"__proto__":{"polluted":1},"constructor":1,"id"')
    expect(await importStory(null, 'json', once(hostile))).toMatchObject({ stored: 1 })
    expect({}).not.toHaveProperty('polluted')
  })
})

test.each([
  ['a report', 'افتتاح مكتبة عامة\n\nنص الخبر.'],
  ['other JSON', '{"format":"other","version":1,"articles":[]}'],
  ['a later version', '{"format":"mujaz-story","version":12,"articles":[]}'],
  ['another table', 'name,title,body\r\n'],
  ['another feed', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>x</id></feed>'],
  ['nothing', ''],
])('%s is no exported story', (_, text) => {
  expect(recogniseStory(text)).toBeNull()
})
