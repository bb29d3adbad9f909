import { describe, expect, test, vi } from 'vitest'
import type { Edition } from '../../src/digests/edition.ts'
import type { DueMark, PlanBatch, PlannedReader } from '../../src/digests/edition-store.ts'
import { createEditionStore } from '../../src/sqlite/editions.ts'
import { countRows, createWorld, sendAll } from '../digests/store.ts'

const DUE = Date.parse('2026-11-22T05:00:00Z')
const NOTHING: PlanBatch = { now: DUE, runId: null, editions: [], skipped: [], passed: [], repeatable: true }
const EDITION: Edition = {
  key: 'ar:normal:first-1',
  language: 'ar',
  length: 'normal',
  since: null,
  upTo: 1,
  articleIds: [1],
  omitted: 0,
  parts: ['نص'],
  buttons: [[{ label: 'المزيد', url: 'https://t.me/mujaz' }]],
}

async function withReader() {
  const world = await createWorld()
  await world.addArticles(1)
  const reader = await world.subscribe(7)
  const planned: PlannedReader = {
    readerId: reader.id,
    slot: '2026-11-22',
    cursor: null,
    availableAt: DUE,
    silent: false,
    due: { from: DUE, to: DUE + 1000 },
  }
  world.clock.jump('2026-11-22T05:00:00Z')
  const batchOf = (changes: Partial<PlannedReader>, runId: number | null = null): PlanBatch => ({
    ...NOTHING,
    runId,
    editions: [{ edition: EDITION, readers: [{ ...planned, ...changes }] }],
  })
  return { ...world, store: createEditionStore(world.database), planned, one: batchOf({}), batchOf }
}

describe('a plan', () => {
  test('is carried out once: the second one has seen a due time that is past', async () => {
    const { store, one } = await withReader()
    expect(await store.plan(one)).toEqual({ runId: 2, planned: 1, skipped: 0, handled: 1 })
    expect(await store.plan(one)).toEqual({ runId: null, planned: 0, skipped: 0, handled: 0 })
  })

  test.each([
    ['has changed the hour', 'UPDATE subscriptions SET next_due_at = 1'],
    ['has unsubscribed', 'DELETE FROM subscriptions'],
    ['has received another digest', 'UPDATE readers SET cursor = 1'],
    ['has been forgotten', 'DELETE FROM readers'],
  ])('leaves a reader alone who %s meanwhile, and writes nothing for nobody', async (_, sql) => {
    const world = await withReader()
    world.database.exec(sql)
    const plan = await world.store.plan({
      ...world.one,
      skipped: [{ reader: world.planned, reason: 'nothing_new' }],
      passed: [world.planned],
    })
    expect(plan).toEqual({ runId: null, planned: 0, skipped: 0, handled: 0 })
    expect(countRows(world, 'editions')).toBe(0)
    expect(world.rows()).toEqual([])
    expect(world.runs()).toEqual([])
  })

  test('leaves a reader alone whose digest is on its way, until that is settled', async () => {
    const { store, one, batchOf, outbox } = await withReader()
    await store.plan(one)
    const [claim] = await outbox.claim(1, DUE, DUE + 1000)
    const later = batchOf({ slot: 'later', due: null })
    expect(await store.plan(later)).toMatchObject({ handled: 0 })
    await outbox.release([claim?.id ?? 0], DUE)
    expect(await store.plan(later)).toMatchObject({ handled: 1, planned: 1 })
  })

  test('that finds its slot taken moves the due time on, and leaves no empty run behind', async () => {
    const world = await withReader()
    await world.store.plan(world.one)
    await sendAll(world)
    const again = world.batchOf({ cursor: 1, due: { from: DUE + 1000, to: DUE + 2000 } })
    expect(await world.store.plan(again)).toEqual({ runId: null, planned: 0, skipped: 0, handled: 1 })
    expect(world.runs()).toHaveLength(1)
    expect(await world.dueAt(7)).toBe('2026-11-22T05:00:02.000Z')
  })

  test('passed over a stopped reader moves their due time and writes nothing else', async () => {
    const world = await withReader()
    const plan = await world.store.plan({ ...NOTHING, passed: [world.planned] })
    expect(plan).toEqual({ runId: null, planned: 0, skipped: 0, handled: 1 })
    expect(await world.dueAt(7)).toBe('2026-11-22T05:00:01.000Z')
    expect(world.rows()).toEqual([])
  })
})

describe('the disk', () => {
  test('is not waited for where a tick would plan the same again, and is again after it, done or failed', async () => {
    const { store, one, batchOf, database } = await withReader()
    const settings = vi.spyOn(database, 'pragma')
    await store.plan({ ...one, repeatable: false })
    expect(settings).not.toHaveBeenCalled()
    await store.plan({ ...batchOf({ slot: 'b', due: null }), repeatable: true })
    database.exec("CREATE TRIGGER full BEFORE INSERT ON deliveries BEGIN SELECT raise(ABORT, 'full'); END")
    await expect(store.plan({ ...batchOf({ slot: 'c', due: null }), repeatable: true })).rejects.toThrow(
      'full',
    )
    const pair = [['synchronous = NORMAL'], ['synchronous = FULL']]
    expect(settings.mock.calls).toEqual([...pair, ...pair])
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
  })
})

describe('a run', () => {
  test('is joined by the slices that follow, and by direct digests only where that is said', async () => {
    const { store, one, batchOf, runs, rows } = await withReader()
    await store.plan(one)
    await store.plan(batchOf({ slot: 'b', due: null }, 2))
    await store.plan(batchOf({ slot: 'c', due: null }, 1))
    expect(rows().map(({ run_id, state }) => [run_id, state])).toEqual([
      [2, 'skipped'],
      [2, 'skipped'],
      [1, 'pending'],
    ])
    expect(runs()).toEqual([{ id: 2, state: 'running', planned: 2, skipped: 2 }])
  })

  test('that the sender has brought to its end goes on when there is more of it', async () => {
    const { store, one, batchOf, runs, database } = await withReader()
    await store.plan(one)
    database.exec("UPDATE runs SET state = 'done', ended_at = 5 WHERE id = 2")
    expect(await store.plan(batchOf({ slot: 'b', due: null }, 2))).toMatchObject({ runId: 2 })
    expect(runs()).toMatchObject([{ state: 'running', planned: 2 }])
    expect(database.prepare('SELECT ended_at FROM runs WHERE id = 2').pluck().get()).toBeNull()
  })

  test('that is paused stays so, and one that was cancelled is not joined: nobody would send it', async () => {
    const { store, one, batchOf, runs, database } = await withReader()
    await store.plan(one)
    database.exec("UPDATE runs SET state = 'paused' WHERE id = 2")
    expect(await store.plan(batchOf({ slot: 'b', due: null }, 2))).toMatchObject({ runId: 2 })
    database.exec("UPDATE runs SET state = 'cancelled' WHERE id = 2")
    expect(await store.plan(batchOf({ slot: 'c', due: null }, 2))).toMatchObject({ runId: 3, planned: 1 })
    expect(runs().map(({ state }) => state)).toEqual(['cancelled', 'running'])
  })

  test('takes over a slot that another had skipped', async () => {
    const { store, one, batchOf, rows, database } = await withReader()
    await store.plan(one)
    database.exec(`UPDATE deliveries SET state = 'skipped', reason = 'cancelled', available_at = NULL, settled_at = 1;
      UPDATE runs SET state = 'cancelled', skipped = 1 WHERE id = 2`)
    await store.plan(batchOf({ due: null, silent: true }))
    expect(rows()).toMatchObject([{ run_id: 3, state: 'pending', reason: null, silent: 1 }])
  })
})

describe('the store', () => {
  test('refuses what must not be: two deliveries for a slot, an edition without text, a wait without a time', async () => {
    const { store, planned, one, database } = await withReader()
    await expect(
      store.plan({ ...NOTHING, editions: [{ edition: { ...EDITION, parts: [] }, readers: [planned] }] }),
    ).rejects.toThrow('CHECK')
    await store.plan(one)
    expect(() => database.exec('UPDATE deliveries SET available_at = NULL')).toThrow('CHECK')
    expect(() =>
      database.exec(
        `INSERT INTO deliveries (reader_id, slot, edition_id, state, available_at, created_at)
         SELECT reader_id, slot, edition_id, state, available_at, created_at FROM deliveries`,
      ),
    ).toThrow('UNIQUE')
  })

  test('deletes the deliveries with their reader and keeps the edition', async () => {
    const world = await withReader()
    await world.store.plan(world.one)
    await world.readers.forget(1)
    expect(world.rows()).toEqual([])
    expect(countRows(world, 'editions')).toBe(1)
  })

  test('gives readers who chose the same one preferences object, others another', async () => {
    const { store, subscribe } = await withReader()
    await subscribe(8)
    await subscribe(9, { length: 'full' })
    const tomorrow = DUE + 24 * 60 * 60 * 1000
    const due = await store.due([1, 2, 3, 99], tomorrow)
    expect(due.map(({ readerId, length }) => [readerId, length])).toEqual([
      [1, 'normal'],
      [2, 'normal'],
      [3, 'full'],
    ])
    expect(due[0]?.preferences).toBe(due[1]?.preferences)
    expect(due[0]?.preferences).toBe((await store.due([1], tomorrow))[0]?.preferences)
    expect(due[0]?.preferences).not.toEqual(due[2]?.preferences)
  })

  test('knows what a reader wants who has no subscription, and nobody who is unknown', async () => {
    const { store, readers, subscribe } = await withReader()
    await readers.ensure({ chatId: -3, threadId: 4 }, { language: 'en', kind: 'supergroup' })
    expect(await store.reader(2)).toEqual({ readerId: 2, language: 'en', length: 'normal', cursor: null })
    await subscribe(9, { length: 'short' })
    expect(await store.reader(3)).toMatchObject({ length: 'short' })
    expect(await store.reader(99)).toBeNull()
  })

  test('finds who is due page by page, the longest due first, those who are due together in order', async () => {
    const { store, subscribe } = await withReader()
    for (const chatId of [8, 9, 10]) await subscribe(chatId, { minuteOfDay: 60 * (18 - chatId) })
    await subscribe(11, { minuteOfDay: 8 * 60 })
    const until = Date.parse('2026-11-23T06:00:00Z')
    const found: number[] = []
    let last: DueMark | null = null
    for (let pages = 0; pages < 9; pages += 1) {
      const marks: DueMark[] = await store.dueMarks(until, last, 2)
      found.push(...marks.map(({ readerId }) => readerId))
      last = marks.at(-1) ?? null
      if (last === null) break
    }
    expect(found).toEqual([1, 3, 2, 4, 5])
    expect(await store.dueMarks(until, null, 99)).toHaveLength(5)
    expect(await store.due([5, 2, 1], DUE + 2 * 60 * 60 * 1000)).toMatchObject([
      { readerId: 2 },
      { readerId: 1 },
    ])
  })

  test('finds who is due through the index alone, however many readers there are', async () => {
    const { database } = await createWorld()
    const plan = database
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT next_due_at, reader_id FROM subscriptions
         WHERE (next_due_at, reader_id) > (1, 1) AND next_due_at <= 2 ORDER BY next_due_at, reader_id LIMIT 9`,
      )
      .all()
      .map(({ detail }) => detail)
      .join('; ')
    expect(plan).toBe(
      'SEARCH subscriptions USING COVERING INDEX subscriptions_due (next_due_at>? AND next_due_at<?)',
    )
  })
})
