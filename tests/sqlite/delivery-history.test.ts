import { expect, test } from 'vitest'
import type { Database } from '../../src/sqlite/database.ts'
import { createDeliveryHistory } from '../../src/sqlite/delivery-history.ts'
import { openStore } from './store.ts'

function addReader(database: Database, chatId: number): number {
  return Number(
    database
      .prepare(
        `INSERT INTO readers (chat_id, kind, language, created_at) VALUES (?, 'private', 'ar', 0) RETURNING id`,
      )
      .pluck()
      .get(chatId),
  )
}

function addEdition(database: Database, articles: readonly number[], parts: readonly string[]): number {
  return Number(
    database
      .prepare(
        `INSERT INTO editions (key, language, since, up_to, article_ids, omitted, parts, created_at)
         VALUES (?, 'ar', 3, 9, ?, 0, ?, 0) RETURNING id`,
      )
      .pluck()
      .get(`ar:${articles.join()}`, JSON.stringify(articles), JSON.stringify(parts)),
  )
}

interface Row {
  readonly slot: string
  readonly state: string
  readonly createdAt: number
  readonly editionId?: number
  readonly reason?: string
  readonly attempts?: number
  readonly messageIds?: readonly number[]
  readonly availableAt?: number
  readonly settledAt?: number
}

function addDelivery(database: Database, readerId: number, row: Row): void {
  database
    .prepare(
      `INSERT INTO deliveries (reader_id, slot, run_id, edition_id, state, reason, attempts, message_ids,
         available_at, created_at, settled_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      readerId,
      row.slot,
      row.editionId ?? null,
      row.state,
      row.reason ?? null,
      row.attempts ?? 0,
      JSON.stringify(row.messageIds ?? []),
      row.availableAt ?? null,
      row.createdAt,
      row.settledAt ?? null,
    )
}

test('a reader without deliveries has no history, and neither has one who is not known', async () => {
  const { database } = await openStore()
  const readerId = addReader(database, 11)
  expect(await createDeliveryHistory(database).ofReader(readerId, 10)).toEqual([])
  expect(await createDeliveryHistory(database).ofReader(999, 10)).toEqual([])
})

test('a slot tells its edition, the parts that arrived, its attempts and what it ran into', async () => {
  const { database } = await openStore()
  const readerId = addReader(database, 11)
  const editionId = addEdition(database, [9, 7, 8], ['one', 'two'])
  addDelivery(database, readerId, {
    slot: '2026-11-22',
    state: 'pending',
    reason: 'ECONNRESET',
    attempts: 3,
    messageIds: [501],
    createdAt: 100,
    availableAt: 900,
    editionId,
  })
  expect(await createDeliveryHistory(database).ofReader(readerId, 10)).toEqual([
    {
      id: 1,
      slot: '2026-11-22',
      runId: 1,
      state: 'pending',
      reason: 'ECONNRESET',
      attempts: 3,
      edition: { id: editionId, since: 3, upTo: 9, articles: 3, parts: 2 },
      arrived: 1,
      plannedAt: 100,
      availableAt: 900,
      settledAt: null,
      amendments: [],
    },
  ])
})

test('a skipped slot has its reason and no edition', async () => {
  const { database } = await openStore()
  const readerId = addReader(database, 11)
  addDelivery(database, readerId, {
    slot: '2026-11-22',
    state: 'skipped',
    reason: 'nothing_new',
    createdAt: 5,
    settledAt: 6,
  })
  const [past] = await createDeliveryHistory(database).ofReader(readerId, 1)
  expect(past).toMatchObject({
    state: 'skipped',
    reason: 'nothing_new',
    edition: null,
    arrived: 0,
    settledAt: 6,
  })
})

test('slots come in the order in which they were planned, the newest first, and no more than asked for', async () => {
  const { database } = await openStore()
  const [mine, another] = [addReader(database, 11), addReader(database, 12)]
  const skipped = { state: 'skipped', reason: 'nothing_new', settledAt: 1 }
  for (let day = 10; day <= 22; day += 1) {
    addDelivery(database, mine, { ...skipped, slot: `2026-11-${day}`, createdAt: day })
    addDelivery(database, another, { ...skipped, slot: `2026-11-${day}`, createdAt: day })
  }
  // A skipped slot that was planned once more, with a later hour.
  database
    .prepare('UPDATE deliveries SET created_at = 99 WHERE reader_id = ? AND slot = ?')
    .run(mine, '2026-11-12')
  const slots = (await createDeliveryHistory(database).ofReader(mine, 4)).map(({ slot }) => slot)
  expect(slots).toEqual(['2026-11-12', '2026-11-22', '2026-11-21', '2026-11-20'])
})
