import { describe, expect, test } from 'vitest'
import { createStatistics } from '../../src/sqlite/statistics.ts'
import { addReports, NOW, openStore } from './store.ts'

const DAY = 86_400_000
const day = (value: string) => ({ publishedAt: { value, precision: 'day' } as const })

describe('figures', () => {
  test('of an empty store are all zero', async () => {
    const { database } = await openStore()
    expect(await createStatistics(database).figures(NOW)).toEqual({
      articles: { published: 0, retracted: 0, byMonth: [] },
      readers: { subscribed: 0, stopped: [] },
      deliveries: { sent: 0, skipped: 0, gone: 0, failed: 0, waiting: 0 },
      feeds: { active: 0, failing: 0, paused: 0 },
      waiting: { drafts: 0, deliveries: 0, amendments: 0 },
    })
  })

  test('count articles by the month they are filed under and by publisher, without the retracted ones', async () => {
    const store = await openStore()
    await addReports(
      store,
      { ...day('2024-06-18'), publisher: 'أ' },
      { ...day('2024-07-02'), eventOn: '2024-06-30', publisher: 'أ' },
      { publishedAt: { value: '2024-06', precision: 'month' }, publisher: 'ب' },
      { publishedAt: { value: '2024', precision: 'year' }, publisher: 'ب' },
      { publisher: 'أ' },
      { ...day('2024-06-01'), publisher: 'ج' },
    )
    store.database.exec('UPDATE articles SET retracted_at = 1 WHERE id = 6')
    const { articles } = await createStatistics(store.database).figures(NOW)
    expect(articles).toEqual({
      published: 5,
      retracted: 1,
      byMonth: [
        { month: null, publisher: 'أ', count: 1 },
        { month: null, publisher: 'ب', count: 1 },
        { month: '2024-06', publisher: 'أ', count: 2 },
        { month: '2024-06', publisher: 'ب', count: 1 },
      ],
    })
  })

  test('count subscriptions that can be served, and readers that cannot be written to by reason', async () => {
    const { database } = await openStore()
    const stops = [null, null, null, 'blocked', 'blocked', 'topic_closed']
    stops.forEach((stopped, index) => {
      database
        .prepare(
          "INSERT INTO readers (chat_id, kind, language, stopped, created_at) VALUES (?, 'private', 'ar', ?, 1)",
        )
        .run(index + 1, stopped)
    })
    for (const reader of [1, 2, 4])
      database
        .prepare(
          "INSERT INTO subscriptions (reader_id, times, zone, next_due_at) VALUES (?, '[1]', 'UTC', 1)",
        )
        .run(reader)
    const { readers } = await createStatistics(database).figures(NOW)
    expect(readers).toEqual({
      subscribed: 2,
      stopped: [
        { reason: 'blocked', count: 2 },
        { reason: 'topic_closed', count: 1 },
      ],
    })
  })

  test('count the deliveries planned since a moment by their state, and all that wait', async () => {
    const { database } = await openStore()
    database.exec(`INSERT INTO readers (chat_id, kind, language, created_at) VALUES (1, 'private', 'ar', 1);
      INSERT INTO editions (key, language, up_to, article_ids, omitted, parts, created_at)
      VALUES ('k', 'ar', 1, '[]', 0, '["x"]', 1)`)
    const insert = database.prepare(
      `INSERT INTO deliveries (reader_id, slot, edition_id, state, reason, available_at, settled_at, created_at)
       VALUES (1, ?, 1, ?, 'r', ?, ?, ?)`,
    )
    const states = ['pending', 'sending', 'sent', 'skipped', 'gone', 'failed'] as const
    let slot = 0
    for (const [age, times] of [
      [9, 3],
      [8, 2],
      [6, 1],
      [0, 2],
    ] as const) {
      for (const state of states) {
        for (let time = 0; time < times; time += 1) {
          const open = state === 'pending' || state === 'sending'
          slot += 1
          insert.run(String(slot), state, open ? 1 : null, open ? null : 1, NOW - age * DAY)
        }
      }
    }
    database.exec('DELETE FROM deliveries WHERE id % 7 = 0')
    const left = (state: string, since: number) =>
      database
        .prepare('SELECT count(*) FROM deliveries WHERE state = ? AND created_at >= ?')
        .pluck()
        .get(state, since)
    for (const since of [0, NOW - 8 * DAY, NOW - 7 * DAY, NOW, NOW + 1]) {
      const { deliveries, waiting } = await createStatistics(database).figures(since)
      expect(deliveries).toEqual({
        sent: left('sent', since),
        skipped: left('skipped', since),
        gone: left('gone', since),
        failed: left('failed', since),
        waiting: (left('pending', since) as number) + (left('sending', since) as number),
      })
      expect(waiting.deliveries).toBe((left('pending', 0) as number) + (left('sending', 0) as number))
    }
  })

  test('count feeds that are followed, that fail and that are paused, and what waits to be decided or sent', async () => {
    const store = await openStore()
    await addReports(store, {})
    const { database } = store
    database.exec(`INSERT INTO feeds (url, state, next_poll_at, failing_since, added_by, added_at) VALUES
        ('a', 'active', 1, NULL, 1, 1), ('b', 'active', 1, 5, 1, 1), ('c', 'paused', 1, 5, 1, 1), ('d', 'removed', 1, 5, 1, 1);
      INSERT INTO drafts (source, chat_id, editor_id, state, draft, created_at) VALUES
        ('a', 1, 1, 'open', '{}', 1), ('b', 1, 1, 'open', '{}', 1), ('c', 1, 1, 'discarded', '{}', 1);
      INSERT INTO readers (chat_id, kind, language, created_at) VALUES (1, 'private', 'ar', 1);
      INSERT INTO deliveries (reader_id, slot, state, reason, settled_at, created_at) VALUES (1, 's', 'skipped', 'r', 1, 1);
      INSERT INTO corrections (article_id, kind, note, made_by, made_at) VALUES (1, 'correction', 'n', 1, 1), (1, 'correction', 'n', 1, 1);
      INSERT INTO amendments (correction_id, delivery_id, state, available_at) VALUES (1, 1, 'pending', 1), (2, 1, 'edited', NULL)`)
    const { feeds, waiting } = await createStatistics(database).figures(NOW)
    expect(feeds).toEqual({ active: 2, failing: 1, paused: 1 })
    expect(waiting).toEqual({ drafts: 2, deliveries: 0, amendments: 1 })
  })
})
