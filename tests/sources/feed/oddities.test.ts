import { describe, expect, test } from 'vitest'
import { feedItems } from '../../../src/sources/feed/feed-items.ts'
import { FEED_URL, ODDITIES } from './oddities.ts'

const NOW = Date.parse('2026-11-22T06:00:00Z')

test('there are at least thirty kinds of them', () => {
  expect(new Set(ODDITIES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(30)
})

describe('a feed is read in spite of', () => {
  test.each(ODDITIES)('$name', async ({ feed, charset, items, title }) => {
    const bytes = typeof feed === 'string' ? Buffer.from(feed) : feed
    const parsed = await feedItems(bytes, FEED_URL, charset ?? null, NOW)
    if (parsed.kind !== 'feed') throw new Error('It was taken for a page.')
    expect(parsed.items).toHaveLength(items.length)
    if (title !== undefined) expect(parsed.title).toBe(title)
    for (const [index, expected] of items.entries()) {
      const { publishedAt, ...read } = parsed.items[index] ?? {}
      expect({ ...read, date: publishedAt?.value ?? null }).toMatchObject(expected)
    }
    expect(new Set(parsed.items.map(({ identity }) => identity)).size).toBe(items.length)
  })
})
