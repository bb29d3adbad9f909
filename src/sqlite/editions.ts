import type { Edition } from '../digests/edition.ts'
import type {
  DigestReader,
  DueReader,
  EditionStore,
  PlanBatch,
  PlannedReader,
  PlanResult,
} from '../digests/edition-store.ts'
import type { Language } from '../messages/language.ts'
import type { Database } from './database.ts'

interface ReaderRow {
  reader_id: number
  language: Language
  cursor: number | null
}

interface DueRow extends ReaderRow {
  stopped: 0 | 1
  minute_of_day: number
  zone: string
  next_due_at: number
}

/**
 * A digest of this reader is being sent, or one of its parts has arrived: where the cursor will be is not known.
 * The repeated `state IN` is what lets SQLite use the partial index.
 */
const ON_THE_WAY = `EXISTS (SELECT 1 FROM deliveries WHERE deliveries.reader_id = readers.id
  AND state IN ('pending', 'sending') AND (state = 'sending' OR message_ids <> '[]'))`

/** Editions, and how deliveries begin, in SQLite. */
export function createEditionStore(database: Database): EditionStore {
  const due = database.prepare<[number, number], DueRow>(
    `SELECT reader_id, language, cursor, stopped IS NOT NULL AS stopped, minute_of_day, zone, next_due_at
     FROM subscriptions CROSS JOIN readers ON readers.id = reader_id
     WHERE next_due_at <= ? AND NOT ${ON_THE_WAY} ORDER BY next_due_at LIMIT ?`,
  )
  const byChat = database.prepare<[number], ReaderRow>(
    'SELECT id AS reader_id, language, cursor FROM readers WHERE chat_id = ?',
  )
  const plan = createPlan(database)

  return {
    due: async (now, limit) => due.all(now, limit).map(toDueReader),
    async reader(chatId) {
      const row = byChat.get(chatId)
      return row === undefined ? null : toReader(row)
    },
    plan: async (batch) => plan.immediate(batch),
  }
}

function createPlan(database: Database) {
  // Between what was read and this transaction others may have written: only what is still so is carried out.
  const unchanged = database
    .prepare<[number, number | null], 1>(
      `SELECT 1 FROM readers WHERE id = ? AND cursor IS ? AND NOT ${ON_THE_WAY}`,
    )
    .pluck()
  const moveDue = database.prepare<[number, number, number]>(
    'UPDATE subscriptions SET next_due_at = ? WHERE reader_id = ? AND next_due_at = ?',
  )
  const insertEdition = database.prepare(
    `INSERT INTO editions (key, language, since, up_to, article_ids, omitted, parts, created_at)
     VALUES (@key, @language, @since, @upTo, @articleIds, @omitted, @parts, @now) ON CONFLICT (key) DO NOTHING`,
  )
  const editionId = database.prepare<[string], number>('SELECT id FROM editions WHERE key = ?').pluck()
  // Whoever must wait (because Telegram said so) waits with the new digest as well.
  const waitingUntil = database
    .prepare<[number], number | null>(
      `SELECT max(available_at) FROM deliveries WHERE reader_id = ? AND state IN ('pending', 'sending')`,
    )
    .pluck()
  const replaceWaiting = database.prepare<{ readerId: number; slot: string; now: number }>(
    `UPDATE deliveries SET state = 'skipped', reason = 'superseded', available_at = NULL, settled_at = @now
     WHERE reader_id = @readerId AND state IN ('pending', 'sending') AND state = 'pending' AND slot <> @slot`,
  )
  // One delivery per reader and slot. A skipped slot was no digest: with another hour, the date may get its one.
  const insertDelivery = database.prepare(
    `INSERT INTO deliveries (reader_id, slot, edition_id, state, available_at, created_at)
     VALUES (@readerId, @slot, @editionId, 'pending', @availableAt, @now)
     ON CONFLICT (reader_id, slot) DO UPDATE SET edition_id = excluded.edition_id, state = 'pending',
       reason = NULL, attempts = 0, message_ids = '[]', available_at = excluded.available_at,
       created_at = excluded.created_at, settled_at = NULL
     WHERE state = 'skipped'`,
  )
  const insertSkipped = database.prepare(
    `INSERT INTO deliveries (reader_id, slot, state, reason, created_at, settled_at)
     VALUES (@readerId, @slot, 'skipped', @reason, @now, @now) ON CONFLICT (reader_id, slot) DO NOTHING`,
  )

  function isStillSo({ readerId, cursor, due }: PlannedReader): boolean {
    if (unchanged.get(readerId, cursor) === undefined) return false
    return due === null || moveDue.run(due.to, readerId, due.from).changes === 1
  }

  function deliver(edition: Edition, readers: readonly PlannedReader[], now: number, result: Counted): void {
    const current = readers.filter(isStillSo)
    result.handled += current.length
    if (current.length === 0) return
    insertEdition.run(toParameters(edition, now))
    const id = editionId.get(edition.key)
    for (const { readerId, slot } of current) {
      const availableAt = Math.max(now, waitingUntil.get(readerId) ?? now)
      const planned = insertDelivery.run({ readerId, slot, editionId: id, availableAt, now }).changes
      if (planned === 1) replaceWaiting.run({ readerId, slot, now })
      result.planned += planned
    }
  }

  return database.transaction(({ now, editions, skipped, passed }: PlanBatch): PlanResult => {
    const result: Counted = { planned: 0, skipped: 0, handled: 0 }
    for (const { edition, readers } of editions) deliver(edition, readers, now, result)
    for (const { reader, reason } of skipped.filter((skip) => isStillSo(skip.reader))) {
      const { readerId, slot } = reader
      result.handled += 1
      const closed = insertSkipped.run({ readerId, slot, reason, now }).changes
      // What waits since an earlier slot is later still.
      if (closed === 1 && reason === 'too_late') replaceWaiting.run({ readerId, slot, now })
      result.skipped += closed
    }
    result.handled += passed.filter(isStillSo).length
    return result
  })
}

interface Counted {
  planned: number
  skipped: number
  handled: number
}

function toParameters(edition: Edition, now: number) {
  return {
    key: edition.key,
    language: edition.language,
    since: edition.since,
    upTo: edition.upTo,
    articleIds: JSON.stringify(edition.articleIds),
    omitted: edition.omitted,
    parts: JSON.stringify(edition.parts),
    now,
  }
}

function toReader(row: ReaderRow): DigestReader {
  return { readerId: row.reader_id, language: row.language, cursor: row.cursor }
}

function toDueReader(row: DueRow): DueReader {
  return {
    ...toReader(row),
    stopped: row.stopped === 1,
    minuteOfDay: row.minute_of_day,
    zone: row.zone,
    dueAt: row.next_due_at,
  }
}
