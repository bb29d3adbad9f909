import { describe, expect, test } from 'vitest'
import { MujazError } from '../../src/errors.ts'
import { createFeedDesk } from '../../src/feeds/desk.ts'
import { createAuditLog } from '../../src/sqlite/audit.ts'
import { EDITOR, FEED_URL, feedOf, startPolling } from './polling.ts'

async function openDesk(changes: Parameters<typeof startPolling>[0] = {}) {
  const polling = await startPolling(changes)
  const { parts, poller, database } = polling
  const desk = createFeedDesk({ ...parts, poller })
  const log = createAuditLog(database)
  return {
    ...polling,
    desk,
    audit: async (id = 1) => (await log.of(`feed:${id}`)).map(({ detail }) => detail),
  }
}

describe('an address', () => {
  test('of a feed is added with the title that stands there', async () => {
    const { desk, web } = await openDesk()
    web.answer = () => feedOf({ guid: 'a' }, { guid: 'b' })
    const outcome = await desk.add(FEED_URL, EDITOR)
    expect(outcome).toMatchObject({
      kind: 'added',
      items: 2,
      feed: { id: 1, url: FEED_URL, title: 'صحيفة المثال' },
    })
    expect(await desk.add(FEED_URL, EDITOR)).toMatchObject({ kind: 'known', feed: { id: 1 } })
    expect((await desk.list({ offset: 0, limit: 9 })).total).toBe(1)
  })

  test.each([
    'news.example/rss',
    ' https://news.example/rss ',
    'feed://news.example/rss',
    'feed:https://news.example/rss',
  ])('may be written as %s', async (address) => {
    const { desk } = await openDesk()
    expect(await desk.add(address, EDITOR)).toMatchObject({ feed: { url: FEED_URL } })
  })

  test('that has moved for good is added as it is now', async () => {
    const { desk, web } = await openDesk()
    const url = 'https://new.example/rss'
    web.answer = () => ({ body: Buffer.from(feedOf()), url, movedForGood: true })
    expect(await desk.add(FEED_URL, EDITOR)).toMatchObject({ feed: { url } })
    web.answer = () => ({ body: Buffer.from(feedOf()), url: 'https://cdn.example/rss' })
    expect(await desk.add('https://a.example/rss', EDITOR)).toMatchObject({
      feed: { url: 'https://a.example/rss' },
    })
  })

  test('of a page gives the feeds that the page names', async () => {
    const { desk, web, feeds } = await openDesk()
    web.answer = () =>
      '<!doctype html><head><link rel="alternate" type="application/rss+xml" title="أخبار" href="/rss"></head>'
    expect(await desk.add('https://news.example/', EDITOR)).toEqual({
      kind: 'page',
      feeds: [{ url: FEED_URL, title: 'أخبار' }],
    })
    expect((await feeds.list({ offset: 0, limit: 9 })).total).toBe(0)
  })

  test.each([
    ['<!doctype html><title>بلا خلاصات</title>', 'feed_invalid'],
    ['نص', 'feed_invalid'],
    [new MujazError('fetch_refused_address', 'No.'), 'fetch_refused_address'],
    [new MujazError('parse_timeout', 'No.'), 'parse_timeout'],
  ])('where %s stands is refused', async (answer, code) => {
    const { desk, web, feeds } = await openDesk()
    web.answer = () => answer
    expect(await desk.add(FEED_URL, EDITOR)).toEqual({ kind: 'refused', code })
    expect((await feeds.list({ offset: 0, limit: 9 })).total).toBe(0)
  })

  test('that robots.txt keeps to itself is refused', async () => {
    const { desk, asked } = await openDesk({ robots: { mayFetch: async () => false } })
    expect(await desk.add(FEED_URL, EDITOR)).toEqual({ kind: 'refused', code: 'feed_robots' })
    expect(asked).toEqual([])
  })

  test('a fault of ours is not taken for one of the address', async () => {
    const { desk, web } = await openDesk()
    web.answer = () => new Error('a bug')
    await expect(desk.add(FEED_URL, EDITOR)).rejects.toThrow('a bug')
  })
})

test('polling by hand is written down, with who asked for it', async () => {
  const { desk, web, audit } = await openDesk()
  web.answer = () => feedOf({ guid: 'a' })
  await desk.add(FEED_URL, EDITOR)
  expect(await desk.pollNow(1, EDITOR)).toEqual({ kind: 'done', taken: 1 })
  expect((await audit()).at(-1)).toEqual({ polled: 'now' })
  expect(await desk.pollNow(9, EDITOR)).toEqual({ kind: 'not-polled' })
  expect(await audit(9)).toEqual([])
})
