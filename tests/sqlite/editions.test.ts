import { describe, expect, test } from 'vitest'
import type { Edition } from '../../src/digests/edition.ts'
import type { PlannedReader } from '../../src/digests/edition-store.ts'
import { createEditionStore } from '../../src/sqlite/editions.ts'
import { createWorld } from '../digests/store.ts'

const DUE = Date.parse('2026-11-22T05:00:00Z')

async function withReader() {
  const world = await createWorld()
  await world.addArticles(1)
  const reader = await world.subscribe(7)
  const planned: PlannedReader = {
    readerId: reader.id,
    slot: '2026-11-22',
    cursor: null,
    due: { from: DUE, to: DUE + 1000 },
  }
  const edition: Edition = {
    key: 'ar:first-1',
    language: 'ar',
    since: null,
    upTo: 1,
    articleIds: [1],
    omitted: 0,
    parts: ['نص'],
  }
  return { ...world, store: createEditionStore(world.database), planned, edition }
}
const nothing = { now: DUE, editions: [], skipped: [], passed: [] }

describe('a plan', () => {
  test('is carried out once: the second one has seen a due time that is past', async () => {
    const { store, planned, edition } = await withReader()
    const batch = { ...nothing, editions: [{ edition, readers: [planned] }] }
    expect(await store.plan(batch)).toEqual({ planned: 1, skipped: 0, handled: 1 })
    expect(await store.plan(batch)).toEqual({ planned: 0, skipped: 0, handled: 0 })
  })

  test.each([
    ['has changed the hour', 'UPDATE subscriptions SET next_due_at = 1'],
    ['has unsubscribed', 'DELETE FROM subscriptions'],
    ['has received another digest', 'UPDATE readers SET cursor = 1'],
    ['has been forgotten', 'DELETE FROM readers'],
  ])('leaves a reader alone who %s meanwhile, and writes no edition for nobody', async (_, sql) => {
    const { store, planned, edition, database } = await withReader()
    database.exec(sql)
    const plan = await store.plan({
      ...nothing,
      editions: [{ edition, readers: [planned] }],
      skipped: [{ reader: planned, reason: 'nothing_new' }],
      passed: [planned],
    })
    expect(plan).toEqual({ planned: 0, skipped: 0, handled: 0 })
    expect(database.prepare('SELECT * FROM editions').all()).toEqual([])
    expect(database.prepare('SELECT * FROM deliveries').all()).toEqual([])
  })
})

describe('the store', () => {
  test('refuses what must not be: two deliveries for a slot, an edition without text, a wait without a time', async () => {
    const { store, planned, edition, database } = await withReader()
    await expect(
      store.plan({ ...nothing, editions: [{ edition: { ...edition, parts: [] }, readers: [planned] }] }),
    ).rejects.toThrow('CHECK')
    await store.plan({ ...nothing, editions: [{ edition, readers: [planned] }] })
    expect(() => database.exec('UPDATE deliveries SET available_at = NULL')).toThrow('CHECK')
    expect(() =>
      database.exec(
        `INSERT INTO deliveries (reader_id, slot, edition_id, state, available_at, created_at)
         SELECT reader_id, slot, edition_id, state, available_at, created_at FROM deliveries`,
      ),
    ).toThrow('UNIQUE')
  })

  test('deletes the deliveries with their reader and keeps the edition', async () => {
    const { store, planned, edition, database, readers } = await withReader()
    await store.plan({ ...nothing, editions: [{ edition, readers: [planned] }] })
    await readers.forget(7)
    expect(database.prepare('SELECT count(*) FROM deliveries').pluck().get()).toBe(0)
    expect(database.prepare('SELECT count(*) FROM editions').pluck().get()).toBe(1)
  })

  test('finds who is due through the index, however many readers there are', async () => {
    const { database } = await createWorld()
    const plan = database
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT reader_id FROM subscriptions CROSS JOIN readers ON readers.id = reader_id
         WHERE next_due_at <= 1 AND NOT EXISTS (SELECT 1 FROM deliveries WHERE deliveries.reader_id = readers.id
           AND state IN ('pending', 'sending') AND (state = 'sending' OR message_ids <> '[]'))
         ORDER BY next_due_at LIMIT 500`,
      )
      .all()
      .map(({ detail }) => detail)
      .join('; ')
    expect(plan).toContain('INDEX subscriptions_due')
    expect(plan).toContain('INDEX deliveries_open')
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
  })
})
