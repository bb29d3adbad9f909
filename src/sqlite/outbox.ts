import type { DeliveryState } from '../deliveries/delivery.ts'
import type { Claim, Outbox } from '../deliveries/outbox.ts'
import type { Rendered } from '../messages/rendered.ts'
import { createSkipCancelled } from './cancelled.ts'
import type { Database } from './database.ts'
import { createHolds } from './holds.ts'
import { createSettle } from './settle.ts'

interface ClaimRow {
  id: number
  run_id: number
  edition_id: number
  chat_id: number
  thread_id: number
  silent: 0 | 1
  message_ids: string
  attempts: number
  available_at: number
}

/** Texts of editions kept at hand: many claims share one, and a frozen text never changes. */
const EDITIONS_AT_HAND = 50

/** The repeated `state IN` is what lets SQLite use the partial index of what is open. */
const RUNNING = "state IN ('running', 'paused') AND state = 'running'"

/** The outbox in SQLite. */
export function createOutbox(database: Database): Outbox {
  const holds = createHolds(database)
  const next = database
    .prepare<[], number | null>(
      `SELECT min((SELECT min(available_at) FROM deliveries
         WHERE run_id = runs.id AND state IN ('pending', 'sending'))) FROM runs WHERE ${RUNNING}`,
    )
    .pluck()
  const counts = database.prepare<[], { state: DeliveryState; count: number }>(
    'SELECT state, count(*) AS count FROM deliveries GROUP BY state',
  )
  const { release, releaseAll } = createRelease(database)

  return {
    claim: createClaim(database),
    settle: createSettle(database),
    release: async (ids, at) => release(ids, at),
    releaseLeases: async (now) => releaseAll(now),
    nextAttemptAt: async () => next.get() ?? null,
    async counts() {
      const all = { pending: 0, sending: 0, sent: 0, skipped: 0, gone: 0, failed: 0 }
      for (const { state, count } of counts.all()) all[state] = count
      return all
    },
    ...holds,
  }
}

function createClaim(database: Database): Outbox['claim'] {
  // The direct run is the oldest there is, so the order of ids puts it first.
  const running = database.prepare<[], number>(`SELECT id FROM runs WHERE ${RUNNING} ORDER BY id`).pluck()
  const claimOf = database.prepare<
    { runId: number; limit: number; now: number; leaseUntil: number },
    ClaimRow
  >(
    `UPDATE deliveries SET state = 'sending', available_at = @leaseUntil
     WHERE id IN (
       SELECT id FROM deliveries
       WHERE run_id = @runId AND state IN ('pending', 'sending') AND available_at <= @now
       ORDER BY available_at, id LIMIT @limit)
     RETURNING id, run_id, edition_id, silent, message_ids, attempts, available_at,
       (SELECT chat_id FROM readers WHERE readers.id = reader_id) AS chat_id,
       (SELECT thread_id FROM readers WHERE readers.id = reader_id) AS thread_id`,
  )
  const claim = database.transaction((limit: number, now: number, leaseUntil: number) => {
    const claimed: ClaimRow[] = []
    for (const runId of running.all()) {
      if (claimed.length >= limit) break
      const rows = claimOf.all({ runId, limit: limit - claimed.length, now, leaseUntil })
      claimed.push(...rows.sort((a, b) => a.id - b.id))
    }
    return claimed
  })
  const rendered = createRendered(database)
  const toClaim = (row: ClaimRow): Claim => ({
    id: row.id,
    runId: row.run_id,
    chatId: row.chat_id,
    threadId: row.thread_id === 0 ? null : row.thread_id,
    ...rendered(row.edition_id),
    silent: row.silent === 1,
    messageIds: JSON.parse(row.message_ids) as number[],
    attempts: row.attempts,
    leaseUntil: row.available_at,
  })
  return async (limit, now, leaseUntil) => claim.immediate(limit, now, leaseUntil).map(toClaim)
}

function createRendered(database: Database): (editionId: number) => Rendered {
  const select = database.prepare<[number], { parts: string; buttons: string }>(
    'SELECT parts, buttons FROM editions WHERE id = ?',
  )
  const atHand = new Map<number, Rendered>()
  return (editionId) => {
    const kept = atHand.get(editionId)
    if (kept !== undefined) return kept
    const { parts = '[]', buttons = '[]' } = select.get(editionId) ?? {}
    const read = {
      parts: JSON.parse(parts) as Rendered['parts'],
      buttons: JSON.parse(buttons) as Rendered['buttons'],
    }
    if (atHand.size >= EDITIONS_AT_HAND) atHand.clear()
    atHand.set(editionId, read)
    return read
  }
}

/** Gives claims back; those of a run that was cancelled meanwhile are skipped, as the rest of it has been. */
function createRelease(database: Database) {
  const release = database.prepare<[number, string]>(
    `UPDATE deliveries SET state = 'pending', available_at = ?
     WHERE state = 'sending' AND id IN (SELECT value FROM json_each(?))`,
  )
  const claimed = database
    .prepare<[], number>(
      `SELECT id FROM deliveries WHERE state IN ('pending', 'sending') AND state = 'sending'`,
    )
    .pluck()
  const skipCancelled = createSkipCancelled(database)
  const giveBack = database.transaction((ids: readonly number[], at: number) => {
    const { changes } = release.run(at, JSON.stringify(ids))
    skipCancelled(ids, at)
    return changes
  })
  return {
    release(ids: readonly number[], at: number): void {
      giveBack.immediate(ids, at)
    },
    releaseAll: database.transaction((now: number) => giveBack(claimed.all(), now)).immediate,
  }
}
