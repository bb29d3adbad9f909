import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/articles/article.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { createEventStore } from '../../src/sqlite/events.ts'
import { eventRules } from '../../src/story/events.ts'
import { createNaming } from '../../src/story/naming.ts'
import { contents, openStore, report } from './store.ts'

const naming = createNaming(readSeeds().story.entities)
const day = (value: string) => ({ value, precision: 'day' }) as const

const TREATY: Partial<Report> = {
  title: 'روسيا وكوريا الشمالية توقعان معاهدة للنقل البحري',
  body: 'وقعت روسيا وكوريا الشمالية معاهدة للنقل البحري في فلاديفوستوك.',
  publishedAt: day('2025-04-02'),
}
const AGAIN: Partial<Report> = {
  title: 'معاهدة نقل بحري بين موسكو وكوريا الشمالية',
  body: 'معاهدة للنقل البحري وقعتها كوريا الشمالية مع روسيا في فلاديفوستوك تبدأ في الصيف.',
  publisher: 'قناة',
  publishedAt: day('2025-04-03'),
}
const OTHER: Partial<Report> = {
  title: 'متحف في كورسك يعرض لوحات من كوريا الشمالية',
  body: 'افتتح في كورسك متحف صغير يعرض عشرين لوحة أعارتها كوريا الشمالية.',
  publishedAt: day('2025-04-02'),
}

async function withEvents() {
  const { database, clock } = await openStore()
  const events = createEventStore(
    database,
    eventRules(() => naming),
  )
  const articles = createArticleStore(database, clock, { placeAmongEvents: events.file })
  const add = async (...reports: Partial<Report>[]) =>
    (await articles.addAll(reports.map((changes) => prepareReport(report(changes))))).map(
      ({ article }) => article.id,
    )
  return { database, clock, events, articles, add }
}

describe('events', () => {
  test('gather the reports of one happening and keep others apart', async () => {
    const { events, add } = await withEvents()
    await add(TREATY, OTHER)
    await add(AGAIN)
    expect(await events.ofArticle(1)).toEqual({
      id: 1,
      title: TREATY.title,
      happenedOn: '2025-04-02',
      articles: [1, 3],
    })
    expect(await events.ofArticle(3)).toEqual(await events.byId(1))
    expect(await events.ofArticle(2)).toMatchObject({ id: 2, articles: [2] })
    expect([await events.ofArticle(9), await events.byId(9)]).toEqual([null, null])
  })

  test('tell which one a report on its way in would join, and change nothing by it', async () => {
    const { database, events, add } = await withEvents()
    await add(TREATY, OTHER)
    const before = contents(database, 'events', 'event_articles')
    const grouped = (changes: Partial<Report>) => {
      const all = report(changes)
      return { ...all, lead: [{ start: 0, end: all.body.length }] }
    }
    expect(await events.forReport(grouped(AGAIN))).toMatchObject({ id: 1 })
    expect(await events.forReport(grouped(AGAIN), 1)).toBeNull()
    expect(await events.forReport(grouped({ ...AGAIN, publishedAt: day('2025-04-12') }))).toBeNull()
    expect(await events.forReport(grouped({ ...AGAIN, publishedAt: null }))).toBeNull()
    expect(contents(database, 'events', 'event_articles')).toBe(before)
  })

  test('stand under the day that is certain, else under the first day of a report', async () => {
    const { events, add } = await withEvents()
    await add(AGAIN)
    expect(await events.byId(1)).toMatchObject({ happenedOn: '2025-04-03' })
    await add({ ...TREATY, eventOn: '2025-04-02' })
    expect(await events.byId(1)).toMatchObject({ happenedOn: '2025-04-02', articles: [1, 2] })
  })

  test('of reports without a day, or known to the month only, are their own', async () => {
    const { events, add } = await withEvents()
    await add(
      TREATY,
      { ...AGAIN, publishedAt: null },
      { ...OTHER, publishedAt: { value: '2025-04', precision: 'month' } },
    )
    expect(await events.ofArticle(2)).toMatchObject({ happenedOn: null, articles: [2] })
    expect(await events.ofArticle(3)).toMatchObject({ happenedOn: null, articles: [3] })
  })

  test('are left by an article that has changed, and end with their last one', async () => {
    const { database, events, add } = await withEvents()
    await add(TREATY, AGAIN)
    const change = database.prepare("UPDATE articles SET published_at = '2025-05-20' WHERE id = ?")
    change.run(1)
    events.file(1)
    expect(await events.ofArticle(1)).toMatchObject({ happenedOn: '2025-05-20', articles: [1] })
    expect(await events.ofArticle(2)).toMatchObject({ id: 1, title: AGAIN.title, articles: [2] })
    change.run(2)
    events.file(2)
    expect(await events.ofArticle(2)).toMatchObject({ articles: [1, 2] })
    expect(database.prepare('SELECT count(*) AS events FROM events').get()).toEqual({ events: 1 })
  })

  test('keep their number when their only article is filed anew', async () => {
    const { database, events, add } = await withEvents()
    await add(TREATY, OTHER)
    const before = contents(database, 'events', 'event_articles')
    events.file(2)
    events.file(9)
    expect(contents(database, 'events', 'event_articles')).toBe(before)
  })

  test('are not left behind when the article is not stored', async () => {
    const { database, clock, events } = await withEvents()
    const failing = createArticleStore(database, clock, {
      placeAmongEvents: (id) => {
        events.file(id)
        if (id === 2) throw new Error('no')
      },
    })
    const two = [TREATY, OTHER].map((changes) => prepareReport(report(changes)))
    await expect(failing.addAll(two)).rejects.toThrow('no')
    expect(contents(database, 'articles', 'events', 'event_articles')).toBe('[[],[],[]]')
  })

  test('are made for many articles in more than one go', async () => {
    const { database, clock, events } = await withEvents()
    const many = Array.from({ length: 450 }, (_, index) =>
      prepareReport(
        report({
          ...OTHER,
          title: `${OTHER.title} ${index}`,
          publishedAt: day(`20${10 + (index % 80)}-01-01`),
        }),
      ),
    )
    await createArticleStore(database, clock).addAll(many)
    expect(await events.fileMissing()).toBe(450)
    expect(database.prepare('SELECT count(*) AS filed FROM event_articles').get()).toEqual({ filed: 450 })
  })

  test('are made for articles of before there were events, once', async () => {
    const { database, clock, events } = await withEvents()
    const before = createArticleStore(database, clock)
    await before.addAll([AGAIN, TREATY, OTHER].map((changes) => prepareReport(report(changes))))
    expect(await events.fileMissing()).toBe(3)
    expect(await events.ofArticle(2)).toMatchObject({ articles: [1, 2], happenedOn: '2025-04-02' })
    const once = contents(database, 'events', 'event_articles')
    expect(await events.fileMissing()).toBe(0)
    expect(contents(database, 'events', 'event_articles')).toBe(once)
  })
})
