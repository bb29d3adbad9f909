import type { Edition } from '../digests/edition.ts'
import type { PlanBatch, PlannedReader, PlanResult } from '../digests/edition-store.ts'
import { IS_ALERT } from './alerts.ts'
import { createSkipCount } from './chat-moves.ts'
import type { Database } from './database.ts'

/** What a plan that is carried out adds up to. */
interface Counted {
  planned: number
  skipped: number
  handled: number
}

interface NewDelivery {
  readonly readerId: number
  readonly slot: string
  readonly runId: number
  readonly editionId: number
  readonly silent: 0 | 1
  readonly availableAt: number
  readonly now: number
}

/** Carries out a plan in one transaction: see `EditionStore.plan`. */
export function createPlan(database: Database): (batch: PlanBatch) => PlanResult {
  const transaction = createTransaction(database)
  return (batch) => {
    if (!batch.repeatable) return transaction.immediate(batch)
    // A commit that waits for the disk makes all before it safe, and every claim is one: what a power cut can take
    // back has not been sent to anybody, and is planned again.
    database.pragma('synchronous = NORMAL')
    try {
      return transaction.immediate(batch)
    } finally {
      database.pragma('synchronous = FULL')
    }
  }
}

function createTransaction(database: Database) {
  const check = createCheck(database)
  const runs = createRunCount(database)
  const editionId = createEditionId(database)
  const replaceWaiting = createReplacement(database)
  // One delivery per reader and slot. A skipped slot was no digest: with another hour, the date may get its one.
  const insertDelivery = database.prepare<NewDelivery>(
    `INSERT INTO deliveries (reader_id, slot, run_id, edition_id, state, silent, available_at, created_at)
     VALUES (@readerId, @slot, @runId, @editionId, 'pending', @silent, @availableAt, @now)
     ON CONFLICT (reader_id, slot) DO UPDATE SET run_id = excluded.run_id, edition_id = excluded.edition_id,
       state = 'pending', reason = NULL, silent = excluded.silent, attempts = 0, message_ids = '[]',
       available_at = excluded.available_at, created_at = excluded.created_at, settled_at = NULL
     WHERE state = 'skipped'`,
  )
  const insertSkipped = database.prepare<{ readerId: number; slot: string; reason: string; now: number }>(
    `INSERT INTO deliveries (reader_id, slot, state, reason, created_at, settled_at)
     VALUES (@readerId, @slot, 'skipped', @reason, @now, @now) ON CONFLICT (reader_id, slot) DO NOTHING`,
  )

  return database.transaction(({ now, runId: wanted, editions, skipped, passed }: PlanBatch): PlanResult => {
    const result: Counted = { planned: 0, skipped: 0, handled: 0 }
    let runId = wanted === null ? null : runs.usable(wanted)

    for (const { edition, readers } of editions) {
      let id: number | null = null
      for (const reader of readers) {
        const found = check(reader)
        if (found === null) continue
        result.handled += 1
        id ??= editionId(edition, now)
        runId ??= runs.open(now)
        const { readerId, slot } = reader
        // Whoever must wait after an attempt that failed waits with the new digest as well.
        const availableAt = Math.max(reader.availableAt, found.notBefore ?? 0)
        const silent = reader.silent ? 1 : 0
        const delivery = { readerId, slot, runId, editionId: id, silent, availableAt, now } as const
        if (insertDelivery.run(delivery).changes === 0) continue
        result.planned += 1
        if (found.waits === 1) replaceWaiting({ readerId, slot, now })
      }
    }
    for (const { reader, reason } of skipped) {
      if (check(reader) === null) continue
      result.handled += 1
      result.skipped += insertSkipped.run({
        readerId: reader.readerId,
        slot: reader.slot,
        reason,
        now,
      }).changes
    }
    for (const reader of passed) if (check(reader) !== null) result.handled += 1

    if (result.planned > 0) runs.add(runId as number, result.planned)
    else if (runId !== null && runId !== wanted) {
      // All slots had had their digest.
      runs.drop(runId)
      runId = null
    }
    return { runId, ...result }
  })
}

interface Found {
  /** Whether an earlier digest still waits. */
  readonly waits: 0 | 1
  /** When it may be tried again, where an attempt has failed. */
  readonly notBefore: number | null
}

/**
 * Between what was read and this transaction others may have written: only what is still so is carried out. Moves
 * the due time on; null where the reader is not what the plan has seen.
 */
function createCheck(database: Database): (reader: PlannedReader) => Found | null {
  // A digest of this reader that is being sent, or of which a part has arrived, stands in the way: where their cursor
  // will be is not known. `state IN` is what lets SQLite use the partial index.
  const unchanged = database.prepare<[number, number | null], Found>(
    `SELECT count(state) > 0 AS waits, max(available_at) FILTER (WHERE reason IS NOT NULL) AS notBefore
     FROM readers LEFT JOIN deliveries ON reader_id = readers.id AND state IN ('pending', 'sending')
     WHERE readers.id = ? AND cursor IS ? GROUP BY readers.id
     HAVING coalesce(max(state = 'sending' OR message_ids <> '[]'), 0) = 0`,
  )
  const moveDue = database.prepare<[number, number, number]>(
    'UPDATE subscriptions SET next_due_at = ? WHERE reader_id = ? AND next_due_at = ?',
  )
  return ({ readerId, cursor, due }) => {
    const found = unchanged.get(readerId, cursor)
    if (found === undefined) return null
    return due === null || moveDue.run(due.to, readerId, due.from).changes === 1 ? found : null
  }
}

/** The newer digest covers what an older one, of which nothing has been sent, would have brought; an alert stays. */
function createReplacement(
  database: Database,
): (by: { readerId: number; slot: string; now: number }) => void {
  const replace = database
    .prepare<{ readerId: number; slot: string; now: number }, number>(
      `UPDATE deliveries SET state = 'skipped', reason = 'superseded', available_at = NULL, settled_at = @now
       WHERE reader_id = @readerId AND state IN ('pending', 'sending') AND state = 'pending' AND slot <> @slot
         AND NOT slot ${IS_ALERT}
       RETURNING run_id`,
    )
    .pluck()
  const count = createSkipCount(database)
  return (by) => count(replace.all(by))
}

function createEditionId(database: Database): (edition: Edition, now: number) => number {
  const insert = database.prepare(
    `INSERT INTO editions (key, language, length, since, up_to, article_ids, omitted, parts, buttons, created_at)
     VALUES (@key, @language, @length, @since, @upTo, @articleIds, @omitted, @parts, @buttons, @now)
     ON CONFLICT (key) DO NOTHING`,
  )
  const byKey = database.prepare<[string], number>('SELECT id FROM editions WHERE key = ?').pluck()
  return (edition, now) => {
    const kept = byKey.get(edition.key)
    if (kept !== undefined) return kept
    const { key, language, length, since, upTo, omitted } = edition
    const [articleIds, parts, buttons] = [edition.articleIds, edition.parts, edition.buttons].map((value) =>
      JSON.stringify(value),
    )
    const made = { key, language, length, since, upTo, articleIds, omitted, parts, buttons, now }
    return Number(insert.run(made).lastInsertRowid)
  }
}

function createRunCount(database: Database) {
  const insert = database.prepare<[number]>("INSERT INTO runs (state, started_at) VALUES ('running', ?)")
  const usable = database
    .prepare<[number], number>("SELECT id FROM runs WHERE id = ? AND state <> 'cancelled'")
    .pluck()
  // The sender may have brought everything planned so far and ended the run: now there is more of it.
  const add = database.prepare<[number, number]>(
    `UPDATE runs SET planned = planned + ?, state = CASE state WHEN 'done' THEN 'running' ELSE state END,
       ended_at = NULL WHERE id = ?`,
  )
  const drop = database.prepare<[number]>('DELETE FROM runs WHERE id = ?')
  return {
    drop(id: number): void {
      drop.run(id)
    },
    /** The run itself, or null where owners have cancelled it while it was being planned. */
    usable: (id: number): number | null => usable.get(id) ?? null,
    open: (now: number): number => Number(insert.run(now).lastInsertRowid),
    add(id: number, planned: number): void {
      add.run(planned, id)
    },
  }
}
