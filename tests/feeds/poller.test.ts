import { describe, expect, test } from 'vitest'
import { MujazError } from '../../src/errors.ts'
import { INTERVAL_MS } from '../../src/feeds/backoff.ts'
import { ELSEWHERE, FEED_URL, feedOf, REPORT, startPolling } from './polling.ts'

const DOWN = new MujazError('fetch_unreachable', 'news.example cannot be reached.')
const HOUR_MS = 3_600_000

describe('a poll', () => {
  test('brings what is new of the story, the oldest first, and nothing twice', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => feedOf({ guid: 'b' }, { guid: 'x', text: ELSEWHERE }, { guid: 'a' })
    await polling.next()
    expect(polling.taken()).toEqual(['feed:1/a', 'feed:1/b'])
    expect(polling.seen()).toEqual(['a', 'b', 'x'])
    polling.web.answer = () => feedOf({ guid: 'c' }, { guid: 'b' }, { guid: 'x', text: ELSEWHERE })
    await polling.next()
    expect(polling.taken()).toEqual(['feed:1/a', 'feed:1/b', 'feed:1/c'])
    expect(await polling.feeds.withCounts(1)).toMatchObject({ items: 4, drafts: 3, title: 'صحيفة المثال' })
    expect(polling.drafts()).toMatchObject(
      ['a', 'b', 'c'].map((guid) => ({ title: `خبر ${guid}`, publisher: 'صحيفة المثال' })),
    )
  })

  test('happens when the feed is due, not before', async () => {
    const polling = await startPolling()
    await polling.add()
    await polling.poller.tick()
    await polling.clock.advance(INTERVAL_MS - 1)
    await polling.poller.tick()
    expect(polling.asked).toHaveLength(1)
    await polling.clock.advance(1)
    await polling.poller.tick()
    expect(polling.asked).toHaveLength(2)
  })

  test('takes the newest ten of a new feed and lets the rest be', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => feedOf(...Array.from({ length: 40 }, (_, n) => ({ guid: `g${n}` })))
    await polling.next()
    await polling.next()
    expect(polling.taken()).toEqual(Array.from({ length: 10 }, (_, n) => `feed:1/g${9 - n}`))
    expect(polling.seen()).toHaveLength(40)
  })

  test('brings an item again when it says something else, as another material', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => feedOf({ guid: 'a' })
    await polling.next()
    polling.web.answer = () => feedOf({ guid: 'a', text: `${REPORT} وصُحّح العدد.` })
    await polling.next()
    await polling.next()
    expect(polling.taken()).toEqual(['feed:1/a', expect.stringMatching(/^feed:1\/a@[0-9a-f]{32}$/)])
  })

  test('of two feeds with the same report brings it once', async () => {
    const polling = await startPolling()
    await polling.add()
    await polling.add('https://news.example/politics')
    const same = { guid: 'https://news.example/a/1' }
    polling.web.answer = () => feedOf(same)
    await polling.next()
    expect(polling.asked).toHaveLength(2)
    expect(polling.taken()).toEqual(['feed:https://news.example/a/1'])
    expect(polling.seen()).toHaveLength(2)
  })

  test('sends what the server gave to know its feed again, and takes "not modified" for an answer', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => ({
      body: Buffer.from(feedOf({ guid: 'a' })),
      etag: '"1"',
      lastModified: 'Fri',
    })
    await polling.next()
    polling.web.answer = () => ({ status: 304, etag: '"1"' })
    await polling.next()
    expect(polling.asked[1]?.options).toMatchObject({ etag: '"1"', lastModified: 'Fri', anyStatus: true })
    expect(await polling.feed()).toMatchObject({ failures: 0, etag: '"1"', succeededAt: polling.clock.now() })
  })

  test('that fails leaves the feed for later, and the other feeds to their turn', async () => {
    const polling = await startPolling()
    await polling.add()
    await polling.add('https://other.example/rss')
    polling.web.answer = (url) => (url === FEED_URL ? DOWN : feedOf({ guid: 'a' }))
    await polling.poller.tick()
    expect(polling.taken()).toEqual(['feed:2/a'])
    expect(await polling.feed(1)).toMatchObject({
      failures: 1,
      lastError: 'fetch_unreachable',
      nextPollAt: polling.clock.now() + 2 * INTERVAL_MS,
    })
  })

  test.each([
    [{ status: 500 }, 'fetch_http_status'],
    [{ status: 404 }, 'fetch_http_status'],
    ['<!doctype html><html><head><title>صفحة</title></head></html>', 'feed_invalid'],
    ['لا شيء', 'feed_invalid'],
    [new Error('a bug'), 'internal'],
  ])('that gets %j is a failure', async (answer, code) => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => answer
    await polling.poller.tick()
    expect(await polling.feed()).toMatchObject({ failures: 1, lastError: code, succeededAt: null })
  })

  test('waits as long as the server asks', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => ({ status: 429, retryAfter: 7200 })
    await polling.poller.tick()
    expect((await polling.feed()).nextPollAt).toBe(polling.clock.now() + 2 * HOUR_MS)
  })

  test('does not happen where robots.txt forbids it', async () => {
    const polling = await startPolling({ robots: { mayFetch: async () => false } })
    await polling.add()
    await polling.poller.tick()
    expect(polling.asked).toEqual([])
    expect(await polling.feed()).toMatchObject({ lastError: 'feed_robots' })
  })

  test('moves the feed when it is sent elsewhere for good twice', async () => {
    const polling = await startPolling()
    await polling.add()
    const url = 'https://new.example/rss'
    polling.web.answer = () => ({ body: Buffer.from(feedOf()), url, movedForGood: true })
    await polling.next()
    expect((await polling.feed()).url).toBe(FEED_URL)
    await polling.next()
    expect((await polling.feed()).url).toBe(url)
    await polling.next()
    expect(polling.asked.at(-1)?.url).toBe(url)
  })

  test('of one feed never runs beside that of another', async () => {
    let running = 0
    let most = 0
    const polling = await startPolling()
    const { fetch } = polling.parts
    await polling.add()
    await polling.add('https://other.example/rss')
    const { createFeedPoller } = await import('../../src/feeds/poller.ts')
    const poller = createFeedPoller({
      ...polling.parts,
      async fetch(url, options) {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setImmediate(resolve))
        running -= 1
        return fetch(url, options)
      },
    })
    await Promise.all([poller.tick(), poller.poll(1), poller.poll(2)])
    // What was polled by hand is not due any more.
    expect([most, polling.asked.length]).toEqual([1, 2])
  })

  test('by hand happens at once, also of what is paused, and not of what is removed', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => feedOf({ guid: 'a' }, { guid: 'b' })
    await polling.feeds.pause(1, 22)
    await polling.poller.tick()
    expect(polling.asked).toEqual([])
    expect(await polling.poller.poll(1)).toEqual({ kind: 'done', taken: 2 })
    expect((await polling.feed()).state).toBe('paused')
    polling.web.answer = () => DOWN
    expect(await polling.poller.poll(1)).toEqual({ kind: 'failed', code: 'fetch_unreachable' })
    await polling.feeds.remove(1, 22)
    expect([await polling.poller.poll(1), await polling.poller.poll(9)]).toEqual([
      { kind: 'not-polled' },
      { kind: 'not-polled' },
    ])
  })

  test('ends with the program: nothing is begun any more, and what was not dealt with comes again', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => {
      void polling.poller.stop()
      return feedOf({ guid: 'a' })
    }
    await polling.poller.tick()
    expect([polling.taken(), polling.seen()]).toEqual([[], []])
    await polling.poller.tick()
    expect(polling.asked).toHaveLength(1)
  })
})

describe('the owners', () => {
  test('are told once of a feed that fails for a day, and once when it works again', async () => {
    const polling = await startPolling()
    await polling.add()
    const start = polling.clock.now()
    polling.web.answer = () => DOWN
    await polling.next()
    while ((await polling.feed()).nextPollAt < start + 24 * HOUR_MS) await polling.next()
    expect((await polling.feed()).failures).toBe(6)
    expect(polling.notices).toEqual([])
    for (let times = 0; times < 4; times++) await polling.next()
    expect(polling.notices).toMatchObject([{ kind: 'failing', feed: { lastError: 'fetch_unreachable' } }])
    polling.web.answer = () => feedOf()
    for (let times = 0; times < 2; times++) await polling.next()
    expect(polling.notices.map(({ kind }) => kind)).toEqual(['failing', 'recovered'])
    expect(await polling.feed()).toMatchObject({ ownersToldAt: null, failures: 0 })
  })

  test('are told nothing of a failure that passes', async () => {
    const polling = await startPolling()
    await polling.add()
    for (let times = 0; times < 20; times++) {
      polling.web.answer = () => (times % 2 === 0 ? DOWN : feedOf())
      await polling.next()
    }
    expect(polling.notices).toEqual([])
  })

  test('are told at the next poll when they could not be told', async () => {
    const told: string[] = []
    let down = true
    const polling = await startPolling({
      async tellOwners({ kind }) {
        if (down) throw new Error('Telegram is away.')
        told.push(kind)
      },
    })
    await polling.add()
    polling.web.answer = () => DOWN
    for (let times = 0; times < 9; times++) await polling.next()
    down = false
    for (let times = 0; times < 3; times++) await polling.next()
    expect(told).toEqual(['failing'])
  })

  test('are told that a feed is gone for good, which is paused', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => ({ status: 410 })
    await polling.poller.tick()
    expect(polling.notices.map(({ kind }) => kind)).toEqual(['gone'])
    expect(await polling.feed()).toMatchObject({ state: 'paused', lastError: 'feed_gone' })
    await polling.next()
    expect(polling.asked).toHaveLength(1)
  })
})
