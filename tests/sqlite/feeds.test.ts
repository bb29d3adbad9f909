import { describe, expect, test } from 'vitest'
import { createAuditLog } from '../../src/sqlite/audit.ts'
import { createFeedStore, createSeenWriter } from '../../src/sqlite/feeds.ts'
import { contents, NOW, openStore } from './store.ts'

const EDITOR = 22
const OTHER = 33
const URL = 'https://news.example/rss'

async function withFeeds() {
  const { database, clock } = await openStore()
  const feeds = createFeedStore(database, clock)
  const log = createAuditLog(database)
  return {
    database,
    clock,
    feeds,
    see: createSeenWriter(database, clock),
    audit: async (id = 1) =>
      (await log.of(`feed:${id}`)).map(({ actorId, act, detail }) => [actorId, act, detail]),
    add: async (url = URL) => (await feeds.add({ url, title: 'خلاصة' }, EDITOR)).feed,
  }
}

describe('a feed', () => {
  test('is added once, due at once, with its entry in the audit log', async () => {
    const { feeds, audit } = await withFeeds()
    const first = await feeds.add({ url: URL, title: 'خلاصة' }, EDITOR)
    expect(first).toEqual({
      added: true,
      feed: {
        id: 1,
        url: URL,
        title: 'خلاصة',
        state: 'active',
        etag: null,
        lastModified: null,
        nextPollAt: NOW,
        failures: 0,
        failingSince: null,
        lastError: null,
        ownersToldAt: null,
        polledAt: null,
        succeededAt: null,
        movedTo: null,
        addedBy: EDITOR,
        addedAt: NOW,
      },
    })
    expect(await feeds.add({ url: URL, title: 'غيرها' }, OTHER)).toEqual({ added: false, feed: first.feed })
    expect(await feeds.due(10)).toEqual([first.feed])
    expect(await audit()).toEqual([
      [EDITOR, 'manage-feeds', { 'state before': null, 'state after': 'active', address: URL }],
    ])
  })

  test('is paused and resumed once each, and due again at once', async () => {
    const { feeds, audit, add, clock } = await withFeeds()
    await add()
    await feeds.change(1, {
      nextPollAt: NOW + 9e9,
      failures: 9,
      failingSince: NOW,
      lastError: 'fetch_timeout',
    })
    expect([await feeds.pause(1, OTHER), await feeds.pause(1, OTHER), await feeds.pause(9, OTHER)]).toEqual([
      true,
      false,
      false,
    ])
    expect(await feeds.due(10)).toEqual([])
    await clock.advance(1000)
    expect([await feeds.resume(1, EDITOR), await feeds.resume(1, EDITOR)]).toEqual([true, false])
    expect(await feeds.due(10)).toMatchObject([
      { id: 1, nextPollAt: NOW + 1000, failures: 0, lastError: null, title: 'خلاصة' },
    ])
    expect((await audit()).slice(1)).toEqual([
      [OTHER, 'manage-feeds', { 'state before': 'active', 'state after': 'paused' }],
      [EDITOR, 'manage-feeds', { 'state before': 'paused', 'state after': 'active' }],
    ])
  })

  test('that is removed is neither listed nor polled, and comes back with what it remembers', async () => {
    const { feeds, add } = await withFeeds()
    await add()
    await feeds.ignore([{ feedId: 1, identity: 'a', digest: 'd' }])
    expect([await feeds.remove(1, EDITOR), await feeds.remove(1, EDITOR)]).toEqual([true, false])
    expect([
      await feeds.list({ offset: 0, limit: 9 }),
      await feeds.withCounts(1),
      await feeds.due(9),
    ]).toEqual([{ feeds: [], total: 0 }, null, []])
    expect([await feeds.pause(1, EDITOR), await feeds.resume(1, EDITOR)]).toEqual([false, false])
    expect(await feeds.add({ url: URL, title: null }, OTHER)).toMatchObject({
      added: true,
      feed: { id: 1, title: 'خلاصة' },
    })
    expect(await feeds.withCounts(1)).toMatchObject({ items: 1, drafts: 0 })
  })

  test('is listed in the order of adding, with what it has brought', async () => {
    const { feeds, add, database, see } = await withFeeds()
    for (const n of [1, 2, 3]) await add(`${URL}/${n}`)
    database.exec(
      "INSERT INTO materials (source, kind, text, facts, received_at) VALUES ('s', 'feed', '', '{}', 0)",
    )
    see({ feedId: 2, identity: 'a', digest: 'd' }, 1)
    see({ feedId: 2, identity: 'b', digest: 'e' }, null)
    expect(await feeds.list({ offset: 1, limit: 1 })).toMatchObject({
      feeds: [{ id: 2, items: 2, drafts: 1 }],
      total: 3,
    })
  })

  test('is due before those that were due later, and not before its time', async () => {
    const { feeds, add } = await withFeeds()
    for (const n of [1, 2, 3]) await add(`${URL}/${n}`)
    await feeds.change(1, { nextPollAt: NOW })
    await feeds.change(2, { nextPollAt: NOW - 5 })
    await feeds.change(3, { nextPollAt: NOW + 1 })
    expect((await feeds.due(10)).map(({ id }) => id)).toEqual([2, 1])
    expect((await feeds.due(1)).map(({ id }) => id)).toEqual([2])
  })

  test('changes by a poll only where the poll says so', async () => {
    const { feeds, add } = await withFeeds()
    const before = await add()
    await feeds.change(1, { etag: '"1"', lastError: 'fetch_timeout' })
    await feeds.change(1, { lastError: null })
    await feeds.change(1, {})
    expect(await feeds.byId(1)).toEqual({ ...before, etag: '"1"' })
  })

  test('does not take the address of another, and is not paused by a poll when an editor decided otherwise', async () => {
    const { feeds, add } = await withFeeds()
    await add()
    await add('https://new.example/rss')
    await feeds.change(1, { url: 'https://new.example/rss', failures: 3 })
    expect(await feeds.byId(1)).toMatchObject({ url: URL, failures: 3 })
    await feeds.remove(1, EDITOR)
    await feeds.change(1, { state: 'paused' })
    expect((await feeds.byId(1))?.state).toBe('removed')
    await feeds.change(2, { state: 'paused' })
    expect((await feeds.byId(2))?.state).toBe('paused')
  })

  test.each(['add', 'pause', 'remove'] as const)(
    '%s that cannot be written down does not happen',
    async (act) => {
      const { feeds, add, database } = await withFeeds()
      await add()
      const before = contents(database, 'feeds', 'audit')
      database.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'disk full'); END")
      const doing = act === 'add' ? add('https://new.example/rss') : feeds[act](1, EDITOR)
      await expect(doing).rejects.toThrow('disk full')
      expect(contents(database, 'feeds', 'audit')).toBe(before)
    },
  )
})

describe('items', () => {
  test('are known by their name and by what they say, within their feed', async () => {
    const { feeds, add } = await withFeeds()
    await add()
    await add(`${URL}/2`)
    await feeds.ignore([{ feedId: 1, identity: 'a', digest: 'd' }])
    const asked = [
      { identity: 'a', digest: 'x' },
      { identity: 'b', digest: 'd' },
    ]
    expect(await feeds.known(1, asked)).toEqual({
      byIdentity: new Map([['a', { digest: 'd', changes: 0, taken: false }]]),
      digests: new Set(['d']),
    })
    expect(await feeds.known(2, asked)).toEqual({ byIdentity: new Map(), digests: new Set() })
  })

  test('count their changes and keep their material', async () => {
    const { feeds, add, see, database } = await withFeeds()
    await add()
    database.exec(
      "INSERT INTO materials (source, kind, text, facts, received_at) VALUES ('s', 'feed', '', '{}', 0)",
    )
    see({ feedId: 1, identity: 'a', digest: '1' }, 1)
    see({ feedId: 1, identity: 'a', digest: '1' }, null)
    see({ feedId: 1, identity: 'a', digest: '2' }, null)
    const { byIdentity } = await feeds.known(1, [{ identity: 'a', digest: '2' }])
    expect(byIdentity.get('a')).toEqual({ digest: '2', changes: 1, taken: true })
  })
})
