import { describe, expect, test } from 'vitest'
import type { Feed } from '../../src/feeds/feed.ts'
import { isTeaser, materialOf } from '../../src/feeds/feed-material.ts'
import { FIRST_ITEMS, MOST_CHANGES, planItems } from '../../src/feeds/items.ts'
import type { FeedItem } from '../../src/sources/feed/feed-item.ts'

const item = (identity: string, changes: Partial<FeedItem> = {}): FeedItem => ({
  identity,
  digest: `d-${identity}`,
  title: `خبر ${identity}`,
  url: null,
  publishedAt: null,
  author: null,
  publisher: null,
  text: '',
  summary: null,
  ...changes,
})
const NOTHING = { byIdentity: new Map(), digests: new Set<string>() }
const known = (...rows: [string, string, number?][]) => ({
  byIdentity: new Map(
    rows.map(([identity, digest, changes = 0]) => [identity, { digest, changes, taken: true }]),
  ),
  digests: new Set(rows.map(([, digest]) => digest)),
})
const names = (items: readonly { item: FeedItem }[]) => items.map((each) => each.item.identity)

describe('of the items of a poll', () => {
  test('those that nobody has seen are new, the oldest first', () => {
    const { fresh, ignored } = planItems([item('3'), item('2'), item('1')], known(['1', 'd-1']), false)
    expect(names(fresh)).toEqual(['2', '3'])
    expect(ignored).toEqual([])
  })

  test('one that says something else is changed', () => {
    const { fresh } = planItems([item('1', { digest: 'other' })], known(['1', 'd-1']), false)
    expect(fresh).toMatchObject([{ changed: true }])
  })

  test('one that changes all the time is left alone', () => {
    const { fresh } = planItems([item('1', { digest: 'other' })], known(['1', 'd-1', MOST_CHANGES]), false)
    expect(fresh).toEqual([])
  })

  test('one whose guid alone has changed is known all the same', () => {
    const { fresh, ignored } = planItems([item('new', { digest: 'd-1' })], known(['1', 'd-1']), false)
    expect([fresh, ignored.map(({ identity }) => identity)]).toEqual([[], ['new']])
  })

  test('the newest alone are taken of a new feed, the others are remembered', () => {
    const items = Array.from({ length: 30 }, (_, n) => item(String(n)))
    const { fresh, ignored } = planItems(items, NOTHING, true)
    expect(names(fresh)).toEqual(Array.from({ length: FIRST_ITEMS }, (_, n) => String(FIRST_ITEMS - 1 - n)))
    expect(ignored).toHaveLength(20)
    expect(planItems(items, NOTHING, false).fresh).toHaveLength(30)
  })
})

describe('an item', () => {
  const long = 'كلمة '.repeat(100)

  test('is a teaser when it is short or breaks off', () => {
    expect([item('1'), item('1', { text: 'كلمة '.repeat(40) })].map(isTeaser)).toEqual([true, true])
    for (const end of ['…', '[…]', '...', '[...] '])
      expect(isTeaser(item('1', { text: long + end }))).toBe(true)
    expect(isTeaser(item('1', { text: `${long}.` }))).toBe(false)
  })

  const feed = { id: 4, title: 'صحيفة المثال' } as Feed
  const whole = item('https://news.example/a', {
    text: long.trim(),
    url: 'https://news.example/a',
    publishedAt: { value: '2026-11-20', precision: 'day' },
    author: 'سلمى',
    summary: 'ملخص',
  })

  test('becomes a material with everything that the feed tells', () => {
    expect(materialOf(feed, { item: whole, changed: false }, null)).toEqual({
      kind: 'feed',
      source: 'feed:https://news.example/a',
      text: `${whole.title}\n\n${whole.text}`,
      facts: {
        title: whole.title,
        publisher: 'صحيفة المثال',
        author: 'سلمى',
        url: whole.url,
        publishedAt: whole.publishedAt,
        summary: ['ملخص'],
      },
    })
  })

  test('is named within its feed, unless its name is an address; a change is another material', () => {
    const source = (changed: boolean, of = item('7')) => materialOf(feed, { item: of, changed }, null).source
    expect([source(false), source(true), source(true, whole)]).toEqual([
      'feed:4/7',
      'feed:4/7@d-7',
      `feed:https://news.example/a@${whole.digest}`,
    ])
  })

  test('is told by its page where that was read; the feed adds what the page does not say', () => {
    const page = {
      kind: 'page',
      source: 'x',
      text: 'نص الصفحة',
      facts: { title: 'عنوان الصفحة', language: 'ar' },
    } as const
    expect(materialOf(feed, { item: whole, changed: false }, page)).toMatchObject({
      kind: 'feed',
      source: 'feed:https://news.example/a',
      text: 'نص الصفحة',
      facts: { title: 'عنوان الصفحة', language: 'ar', author: 'سلمى', publisher: 'صحيفة المثال' },
    })
  })

  test('takes its publisher from itself, and from the feed only where its title is certainly a name', () => {
    const publisher = (title: string | null, of = item('7')) =>
      materialOf({ ...feed, title }, { item: of, changed: false }, null).facts.publisher
    expect(publisher('المثال', item('7', { publisher: 'وكالة' }))).toBe('وكالة')
    for (const title of ['العالم - صحيفة المثال', 'المثال » أخبار', 'المثال | RSS', null])
      expect(publisher(title)).toBeUndefined()
  })
})
