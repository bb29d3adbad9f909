import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterPoll,
  INTERVAL_MS,
  isWorthTelling,
  LONGEST_MS,
  MINUTE_MS,
  nextPollAt,
  PATIENCE_MS,
} from '../../src/feeds/backoff.ts'
import type { Feed } from '../../src/feeds/feed.ts'

const NOW = Date.parse('2026-11-22T06:00:00Z')
const FEED: Feed = {
  id: 1,
  url: 'https://news.example/rss',
  title: null,
  state: 'active',
  etag: '"a"',
  lastModified: null,
  nextPollAt: NOW,
  failures: 0,
  failingSince: null,
  lastError: null,
  ownersToldAt: null,
  polledAt: null,
  succeededAt: null,
  movedTo: null,
  addedBy: 22,
  addedAt: NOW,
}
const READ = {
  kind: 'read',
  title: 'خلاصة',
  etag: '"b"',
  lastModified: null,
  complete: true,
  retryAfter: null,
  movedTo: null,
} as const
const wait = (failures: number, retryAfter: number | null = null, chance = 0.5) =>
  nextPollAt(NOW, { failures, retryAfter }, chance) - NOW

describe('a feed is polled again', () => {
  test('after a quarter of an hour, and after twice the time with every failure, up to twelve hours', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 1000].map((failures) => wait(failures) / MINUTE_MS)).toEqual([
      15, 30, 60, 120, 240, 480, 720, 720,
    ])
  })

  test('a tenth earlier or later by chance', () => {
    expect([wait(0, null, 0), wait(0, null, 1)]).toEqual([810_000, 990_000])
  })

  test('never before its server has asked for', () => {
    expect(wait(0, 3600)).toBe(3_600_000)
    expect(wait(0, 60)).toBe(INTERVAL_MS)
    expect(wait(6, 31 * 86_400)).toBe(31 * 86_400_000)
  })

  test('within bounds, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.option(fc.nat(2_678_400)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, retryAfter, chance) => {
          const waited = wait(failures, retryAfter, chance)
          expect(waited).toBeGreaterThanOrEqual(Math.max(0.9 * INTERVAL_MS - 1, (retryAfter ?? 0) * 1000))
          expect(waited).toBeLessThanOrEqual(Math.max(1.1 * LONGEST_MS + 1, (retryAfter ?? 0) * 1000))
        },
      ),
    )
  })
})

describe('after a poll', () => {
  test('that succeeded the failures are forgotten', () => {
    const failing = { ...FEED, failures: 7, failingSince: NOW - 5, lastError: 'fetch_timeout' }
    expect(afterPoll(failing, READ, NOW, 0.5)).toMatchObject({
      failures: 0,
      failingSince: null,
      lastError: null,
      succeededAt: NOW,
      nextPollAt: NOW + INTERVAL_MS,
      title: 'خلاصة',
      etag: '"b"',
    })
  })

  test('that brought nothing new the validators stay', () => {
    const change = afterPoll(FEED, { kind: 'unchanged', retryAfter: null, movedTo: null }, NOW, 0.5)
    expect(change).toMatchObject({ succeededAt: NOW, failures: 0 })
    expect(change).not.toHaveProperty('etag')
  })

  test('that left items over the whole feed is asked for again', () => {
    expect(afterPoll(FEED, { ...READ, complete: false }, NOW, 0.5)).toMatchObject({
      etag: null,
      lastModified: null,
    })
  })

  test('that failed the beginning of the trouble is kept', () => {
    const failed = { kind: 'failed', code: 'fetch_timeout', retryAfter: null } as const
    const first = afterPoll(FEED, failed, NOW, 0.5)
    expect(first).toMatchObject({
      failures: 1,
      failingSince: NOW,
      lastError: 'fetch_timeout',
      nextPollAt: NOW + 2 * INTERVAL_MS,
    })
    const second = afterPoll({ ...FEED, failures: 1, failingSince: NOW - 9 }, failed, NOW, 0.5)
    expect(second).toMatchObject({ failures: 2, failingSince: NOW - 9 })
    expect(second).not.toHaveProperty('succeededAt')
  })

  test('that found it gone it is paused', () => {
    expect(afterPoll(FEED, { kind: 'gone' }, NOW, 0.5)).toMatchObject({
      state: 'paused',
      lastError: 'feed_gone',
    })
  })

  test('the owners hear of it once it has failed for a day, and once only', () => {
    const failing = { ...FEED, failingSince: NOW - PATIENCE_MS }
    expect(isWorthTelling(failing, NOW)).toBe(true)
    expect(isWorthTelling(failing, NOW - 1)).toBe(false)
    expect(isWorthTelling({ ...failing, ownersToldAt: NOW - 1 }, NOW)).toBe(false)
    expect(isWorthTelling(FEED, NOW)).toBe(false)
  })
})

describe('a feed that is sent elsewhere for good', () => {
  const to = (feed: Feed, movedTo: string | null) => afterPoll(feed, { ...READ, movedTo }, NOW, 0.5)

  test('moves when two polls in a row are sent to the same address', () => {
    const once = to(FEED, 'https://new.example/rss')
    expect(once).toMatchObject({ movedTo: 'https://new.example/rss' })
    expect(once).not.toHaveProperty('url')
    expect(to({ ...FEED, ...once, state: 'active' }, 'https://new.example/rss')).toMatchObject({
      url: 'https://new.example/rss',
      movedTo: null,
    })
  })

  test('stays when the second redirect leads elsewhere, or there is none', () => {
    const once = { ...FEED, movedTo: 'https://new.example/rss' }
    expect(to(once, 'https://other.example/rss')).toMatchObject({ movedTo: 'https://other.example/rss' })
    expect(to(once, null)).toMatchObject({ movedTo: null })
    expect(to(once, FEED.url)).toMatchObject({ movedTo: null })
    for (const target of ['https://other.example/rss', null])
      expect(to(once, target)).not.toHaveProperty('url')
  })
})
