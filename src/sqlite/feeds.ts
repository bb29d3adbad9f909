import type { Clock } from '../clock.ts'
import type { FeedState } from '../feeds/feed.ts'
import type { FeedChange, FeedStore, SeenItem } from '../feeds/feed-store.ts'
import { createAuditWriter } from './audit.ts'
import type { Database } from './database.ts'
import { FEED_COLUMNS, type FeedRow, type FeedRowWithCounts, toFeed, toFeedWithCounts } from './feed-rows.ts'

/** Feeds in SQLite. */
export function createFeedStore(database: Database, clock: Clock): FeedStore {
  const due = database.prepare<[number, number], FeedRow>(
    "SELECT * FROM feeds WHERE state = 'active' AND next_poll_at <= ? ORDER BY next_poll_at, id LIMIT ?",
  )
  const byId = database.prepare<[number], FeedRow>('SELECT * FROM feeds WHERE id = ?')
  const byUrl = database.prepare<[string], FeedRow>('SELECT * FROM feeds WHERE url = ?')
  const counted = `SELECT feeds.*,
      (SELECT count(*) FROM feed_items WHERE feed_id = feeds.id) AS items,
      (SELECT count(*) FROM feed_items WHERE feed_id = feeds.id AND material_id IS NOT NULL) AS drafts
    FROM feeds WHERE state <> 'removed'`
  const list = database.prepare<[number, number], FeedRowWithCounts>(
    `${counted} ORDER BY id LIMIT ? OFFSET ?`,
  )
  const one = database.prepare<[number], FeedRowWithCounts>(`${counted} AND id = ?`)
  const count = database.prepare<[], number>("SELECT count(*) FROM feeds WHERE state <> 'removed'").pluck()
  const insert = database.prepare<[string, string | null, number, number, number]>(
    'INSERT INTO feeds (url, title, next_poll_at, added_by, added_at) VALUES (?, ?, ?, ?, ?)',
  )
  // What is known of a failure belongs to the time before: the address has just been read.
  const begin = database.prepare<[number, string | null, number]>(
    `UPDATE feeds SET state = 'active', next_poll_at = ?, failures = 0, failing_since = NULL, last_error = NULL,
       owners_told_at = NULL, moved_to = NULL, etag = NULL, last_modified = NULL, title = coalesce(?, title)
     WHERE id = ?`,
  )
  const setState = database.prepare<[FeedState, number]>('UPDATE feeds SET state = ? WHERE id = ?')
  const known = database.prepare<
    [string, number],
    { identity: string; digest: string; changes: number; taken: number }
  >(
    `SELECT identity, digest, changes, material_id IS NOT NULL AS taken FROM feed_items
     WHERE identity IN (SELECT value FROM json_each(?)) AND feed_id = ?`,
  )
  const knownDigests = database
    .prepare<[string, number], string>(
      'SELECT DISTINCT digest FROM feed_items WHERE digest IN (SELECT value FROM json_each(?)) AND feed_id = ?',
    )
    .pluck()
  const audit = createAuditWriter(database, clock)
  const see = createSeenWriter(database, clock)

  const note = (id: number, editorId: number, detail: Record<string, string | number | null>) =>
    audit({ actorId: editorId, act: 'manage-feeds', subject: `feed:${id}`, detail })
  const add = database.transaction(
    ({ url, title }: { url: string; title: string | null }, editorId: number) => {
      const before = byUrl.get(url)
      if (before !== undefined && before.state !== 'removed') return { feed: toFeed(before), added: false }
      const id =
        before?.id ?? Number(insert.run(url, title, clock.now(), editorId, clock.now()).lastInsertRowid)
      if (before !== undefined) begin.run(clock.now(), title, id)
      note(id, editorId, { 'state before': before?.state ?? null, 'state after': 'active', address: url })
      return { feed: toFeed(byId.get(id) as FeedRow), added: true }
    },
  )
  const become = database.transaction(
    (id: number, from: readonly FeedState[], to: FeedState, editorId: number): boolean => {
      const before = byId.get(id)
      if (before === undefined || !from.includes(before.state)) return false
      if (to === 'active') begin.run(clock.now(), null, id)
      else setState.run(to, id)
      note(id, editorId, { 'state before': before.state, 'state after': to })
      return true
    },
  )
  const ignore = database.transaction((items: readonly SeenItem[]) => {
    for (const item of items) see(item, null)
  })
  const change = database.transaction((id: number, { state, ...values }: FeedChange): void => {
    const owner = values.url === undefined ? undefined : byUrl.get(values.url)
    const taken = owner !== undefined && owner.id !== id
    const columns = Object.entries(FEED_COLUMNS).flatMap(([field, column]) => {
      const value = values[field as keyof typeof FEED_COLUMNS]
      return value === undefined || (field === 'url' && taken) ? [] : [[column, value] as const]
    })
    if (columns.length > 0) {
      const set = columns.map(([column]) => `${column} = ?`).join(', ')
      database.prepare(`UPDATE feeds SET ${set} WHERE id = ?`).run(...columns.map(([, value]) => value), id)
    }
    if (state !== undefined && byId.get(id)?.state === 'active') setState.run(state, id)
  })

  return {
    due: async (limit) => due.all(clock.now(), limit).map(toFeed),
    async byId(id) {
      const row = byId.get(id)
      return row === undefined ? null : toFeed(row)
    },
    async list({ offset, limit }) {
      return { feeds: list.all(limit, offset).map(toFeedWithCounts), total: count.get() ?? 0 }
    },
    async withCounts(id) {
      const row = one.get(id)
      return row === undefined ? null : toFeedWithCounts(row)
    },
    add: async (feed, editorId) => add.immediate(feed, editorId),
    pause: async (id, editorId) => become.immediate(id, ['active'], 'paused', editorId),
    resume: async (id, editorId) => become.immediate(id, ['paused'], 'active', editorId),
    remove: async (id, editorId) => become.immediate(id, ['active', 'paused'], 'removed', editorId),
    async noteAsked(id, editorId) {
      if (byId.get(id) !== undefined) note(id, editorId, { polled: 'now' })
    },
    async known(feedId, items) {
      const identities = JSON.stringify(items.map(({ identity }) => identity))
      const digests = JSON.stringify(items.map(({ digest }) => digest))
      return {
        byIdentity: new Map(
          known
            .all(identities, feedId)
            .map(({ identity, taken, ...item }) => [identity, { ...item, taken: taken === 1 }]),
        ),
        digests: new Set(knownDigests.all(digests, feedId)),
      }
    },
    ignore: async (items) => ignore.immediate(items),
    change: async (id, changes) => change.immediate(id, changes),
  }
}

/**
 * Marks an item of a feed as seen; to be called inside the transaction that stores what is made of it.
 * @returns takes the item and the id of its material, null when nothing is made of it
 */
export function createSeenWriter(
  database: Database,
  clock: Clock,
): (item: SeenItem, materialId: number | null) => void {
  const upsert = database.prepare(
    `INSERT INTO feed_items (feed_id, identity, digest, material_id, seen_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (feed_id, identity) DO UPDATE SET
       changes = changes + (digest <> excluded.digest), digest = excluded.digest, seen_at = excluded.seen_at,
       material_id = coalesce(excluded.material_id, material_id)`,
  )
  return ({ feedId, identity, digest }, materialId) => {
    upsert.run(feedId, identity, digest, materialId, clock.now())
  }
}
