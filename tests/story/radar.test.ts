import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/articles/draft.ts'
import { createIntake } from '../../src/articles/intake.ts'
import { canonicalUrl } from '../../src/sources/canonical-url.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { createEventStore } from '../../src/sqlite/events.ts'
import { createPostings } from '../../src/sqlite/postings.ts'
import { eventRules } from '../../src/story/events.ts'
import { createNaming } from '../../src/story/naming.ts'
import { createRadar } from '../../src/story/radar.ts'
import { openStore, report } from '../sqlite/store.ts'

const { story } = readSeeds()
const naming = createNaming(story.entities)

const BODY =
  'وقعت روسيا وكوريا الشمالية في فلاديفوستوك اتفاقا للملاحة في نهر تومين يسمح للقوارب الصغيرة بالعبور نهارا ويمنع الصيد في موسم التكاثر، وقال مسؤول محلي إن اللجنة اجتمعت سبع مرات قبل أن تتفق على الخرائط.'
const STORED = {
  title: 'اتفاق للملاحة في نهر تومين',
  body: BODY,
  publisher: 'صحيفة',
  url: 'https://news.example.org/tumen?id=7',
  publishedAt: { value: '2025-04-02', precision: 'day' } as const,
}

const draft = (changes: Partial<Draft> = {}): Draft => ({
  ...STORED,
  headings: [],
  agency: null,
  author: null,
  language: 'ar',
  publisherSummary: [],
  cuts: [],
  ...changes,
})

async function withRadar(...stored: Partial<ReturnType<typeof report>>[]) {
  const { database, clock } = await openStore()
  const events = createEventStore(
    database,
    eventRules(() => naming),
  )
  const articles = createArticleStore(database, clock, { placeAmongEvents: events.file })
  await createIntake(articles, canonicalUrl).add(stored.map(report))
  const parts = { articles, postings: createPostings(database), events, canonicalUrl }
  return { articles, radar: createRadar({ ...parts, story }), free: createRadar({ ...parts, story: null }) }
}

describe('the radar', () => {
  test('sees nothing in an empty store', async () => {
    const { radar } = await withRadar()
    expect(await radar.look(draft())).toMatchObject({
      verdict: 'new',
      nearest: null,
      overlap: 0,
      event: null,
    })
  })

  test('knows the same text, whoever runs it and wherever', async () => {
    const { radar } = await withRadar(STORED)
    const changes = { publisher: 'قناة', url: null, publishedAt: null }
    expect(await radar.look(draft(changes))).toMatchObject({
      verdict: 'copy',
      nearest: { id: 1 },
      overlap: 1,
    })
  })

  test('knows the same page by its address, cleaned of where the reader came from', async () => {
    const { radar } = await withRadar(STORED)
    const address = 'https://NEWS.example.org/tumen?id=7&utm_source=x#part'
    const changed = { title: 'عنوان جديد', body: 'نص آخر تماما عن موسكو وبيونغ يانغ.', url: address }
    expect(await radar.look(draft(changed))).toMatchObject({ verdict: 'revision', nearest: { id: 1 } })
    expect(
      await radar.look(draft({ ...changed, url: 'https://news.example.org/tumen?id=8' })),
    ).not.toMatchObject({
      verdict: 'revision',
    })
  })

  test('does not take a home page for the page of a report', async () => {
    const home = 'https://news.example.org/'
    const { radar } = await withRadar({ ...STORED, url: home })
    const other = {
      title: 'عنوان جديد',
      body: 'نص آخر تماما عن موسكو وبيونغ يانغ.',
      url: home,
      publisher: 'قناة',
    }
    expect((await radar.look(draft(other))).verdict).toBe('new')
  })

  test('does not hold an article that is edited against itself', async () => {
    const { radar } = await withRadar(STORED)
    expect((await radar.look(draft(), { except: 1 })).verdict).toBe('new')
    expect((await radar.look(draft(), { except: 2 })).verdict).toBe('copy')
  })

  test('takes the agency for the publisher where that is all there is', async () => {
    const { radar } = await withRadar(STORED)
    const longer = { title: 'ملاحة', body: `${BODY}\n\nوتبدأ الرحلات في مايو.`, url: null }
    expect(await radar.look(draft({ ...longer, publisher: null, agency: 'صحيفة' }))).toMatchObject({
      verdict: 'revision',
    })
    expect(await radar.look(draft({ ...longer, publisher: null }))).toMatchObject({ verdict: 'near-copy' })
  })

  test('calls it the same event only where another publisher tells of it', async () => {
    const again = {
      title: 'قوارب تعبر نهر تومين بعد اتفاق روسيا وكوريا الشمالية',
      body: 'صار عبور نهر تومين متاحا للقوارب الصغيرة بعد اتفاق بين روسيا وكوريا الشمالية وُقع في فلاديفوستوك وينظم الملاحة والصيد.',
      url: null,
    }
    const { radar } = await withRadar(STORED)
    expect(await radar.look(draft({ ...again, publisher: 'قناة' }))).toMatchObject({
      verdict: 'same-event',
      nearest: { id: 1 },
      event: { id: 1, articles: [1] },
    })
    expect(await radar.look(draft(again))).toMatchObject({ verdict: 'new', event: { id: 1 } })
  })

  test('says why a report is not of the story; without a story everything belongs', async () => {
    const { radar, free } = await withRadar(STORED)
    const soup = draft({ title: 'حساء العدس', body: 'يطبخ العدس مع البصل في موسكو.', url: null })
    expect(await radar.look(soup)).toMatchObject({
      verdict: 'foreign',
      relevance: { belongs: false, found: ['موسكو'], missing: ['كوريا الشمالية'] },
    })
    expect((await free.look(soup)).verdict).toBe('new')
  })

  test('looks at what is not finished: no title, no day, no words', async () => {
    const { radar } = await withRadar(STORED)
    expect(
      await radar.look(draft({ title: null, publisher: null, url: null, publishedAt: null })),
    ).toMatchObject({
      verdict: 'copy',
      nearest: { id: 1 },
      overlap: 1,
    })
    expect(
      await radar.look(draft({ title: null, url: null, body: `${BODY} وللحديث بقية غدا.` })),
    ).toMatchObject({
      verdict: 'revision',
    })
    expect((await radar.look(draft({ title: null, body: '', url: null }))).verdict).toBe('foreign')
    expect((await radar.look(draft({ url: 'not an address' }))).verdict).toBe('copy')
  })

  test('finds a copy among many that share its day and its every common word', async () => {
    const others = Array.from({ length: 120 }, (_, index) => ({
      ...STORED,
      title: `خبر ${index}`,
      body: `وقعت روسيا وكوريا الشمالية اتفاقا رقم ${index} عن أمر لا يعرفه سوى كاتب${index}.`,
      url: null,
    }))
    const { radar } = await withRadar(STORED, ...others)
    expect(await radar.look(draft({ title: 'ملاحة', publisher: 'قناة', url: null }))).toMatchObject({
      verdict: 'near-copy',
      nearest: { id: 1 },
    })
  })
})
