import type { DeliveryState } from '../deliveries/delivery.ts'
import type { Outbox, Settlement } from '../deliveries/outbox.ts'
import type { Run } from '../deliveries/runs.ts'
import { IS_ALERT } from './alerts.ts'
import { createSkipCancelled } from './cancelled.ts'
import { createChatMove, createSkipCount } from './chat-moves.ts'
import type { Database } from './database.ts'
import { type RunRow, toRun } from './runs.ts'

/** What results add to the counts of one run. */
interface Added {
  sent: number
  gone: number
  failed: number
  refused: number
}

/** Records results of sends: see `Outbox.settle`. Every change begins at a claimed delivery. */
export function createSettle(database: Database): Outbox['settle'] {
  const settleOne = createSettleOne(database)
  const count = database.prepare<Added & { id: number }, RunRow>(
    `UPDATE runs SET sent = sent + @sent, gone = gone + @gone, failed = failed + @failed,
       refused = refused + @refused WHERE id = @id RETURNING *`,
  )
  const settle = database.transaction((settlements: readonly Settlement[], now: number) => {
    const byRun = new Map<number, Added>()
    for (const settlement of settlements) {
      const done = settleOne(settlement, now)
      if (done === null) continue
      const added = byRun.get(done.runId) ?? { sent: 0, gone: 0, failed: 0, refused: 0 }
      added[done.as] += 1
      byRun.set(done.runId, added)
    }
    const wrong: Run[] = []
    for (const [id, added] of byRun) {
      const row = count.get({ id, ...added })
      // The direct run is no run: what goes wrong in it is one reader's matter.
      if (row !== undefined && id > 1 && added.gone + added.failed + added.refused > 0) wrong.push(toRun(row))
    }
    return wrong
  })
  return async (settlements, now) => settle.immediate(settlements, now)
}

/** Records one result, inside a transaction; tells what it counts as in its run, or null where it counts as nothing. */
function createSettleOne(
  database: Database,
): (settlement: Settlement, now: number) => { runId: number; as: keyof Added } | null {
  const end = database.prepare<
    { id: number; state: DeliveryState; reason: string | null; now: number },
    { reader_id: number; run_id: number; edition_id: number }
  >(
    `UPDATE deliveries SET state = @state, reason = @reason, available_at = NULL, settled_at = @now
     WHERE id = @id AND state = 'sending' RETURNING reader_id, run_id, edition_id`,
  )
  const arrived = database.prepare<[string, number]>(
    `UPDATE deliveries SET message_ids = ? WHERE id = ? AND state = 'sending'`,
  )
  const sent = database.prepare<
    { id: number; messageIds: string; now: number },
    { reader_id: number; run_id: number; edition_id: number }
  >(
    `UPDATE deliveries SET state = 'sent', reason = NULL, message_ids = @messageIds, available_at = NULL,
       settled_at = @now
     WHERE id = @id AND state = 'sending' RETURNING reader_id, run_id, edition_id`,
  )
  const renew = database.prepare<[number, number]>(
    `UPDATE deliveries SET available_at = ? WHERE id = ? AND state = 'sending'`,
  )
  const later = database
    .prepare<{ id: number; at: number; attempts: number; reason: string | null }, number>(
      `UPDATE deliveries SET state = 'pending', available_at = @at, attempts = @attempts, reason = @reason
       WHERE id = @id AND state = 'sending' RETURNING run_id`,
    )
    .pluck()
  const attempts = database.prepare<[number, number]>(
    `UPDATE deliveries SET attempts = ? WHERE id = ? AND state = 'sending'`,
  )
  const stop = database.prepare<[string, number]>('UPDATE readers SET stopped = ? WHERE id = ?')
  const cancel = database
    .prepare<[number, number], number>(
      `UPDATE deliveries SET state = 'skipped', reason = 'reader_stopped', available_at = NULL, settled_at = ?
       WHERE reader_id = ? AND state IN ('pending', 'sending') AND state = 'pending' RETURNING run_id`,
    )
    .pluck()
  const chatOf = database
    .prepare<[number], number>(
      `SELECT chat_id FROM deliveries JOIN readers ON readers.id = reader_id
       WHERE deliveries.id = ? AND state = 'sending'`,
    )
    .pluck()
  const moveCursor = createCursor(database)
  const countSkipped = createSkipCount(database)
  const skipCancelled = createSkipCancelled(database)
  const moveChat = createChatMove(database)

  return (settlement, now) => {
    const { id } = settlement
    switch (settlement.kind) {
      case 'sent': {
        const row = sent.get({ id, messageIds: JSON.stringify(settlement.messageIds), now })
        if (row === undefined) return null
        moveCursor(row.reader_id, row.edition_id)
        return { runId: row.run_id, as: 'sent' }
      }
      case 'part':
        arrived.run(JSON.stringify(settlement.messageIds), id)
        renew.run(settlement.leaseUntil, id)
        return null
      case 'later': {
        const { at, attempts: counted, reason } = settlement
        const runId = later.get({ id, at, attempts: counted, reason })
        if (runId === undefined) return null
        skipCancelled([id], now)
        return settlement.refused ? { runId, as: 'refused' } : null
      }
      case 'gone': {
        const row = end.get({ id, state: 'gone', reason: settlement.reason, now })
        if (row === undefined) return null
        stop.run(settlement.reason, row.reader_id)
        countSkipped(cancel.all(now, row.reader_id))
        return { runId: row.run_id, as: 'gone' }
      }
      case 'failed': {
        attempts.run(settlement.attempts, id)
        const row = end.get({ id, state: 'failed', reason: settlement.reason, now })
        return row === undefined ? null : { runId: row.run_id, as: 'failed' }
      }
      case 'moved': {
        const chatId = chatOf.get(id)
        if (chatId === undefined) return null
        moveChat(chatId, settlement.chatId)
        later.get({ id, at: now, attempts: settlement.attempts, reason: 'moved' })
        skipCancelled([id], now)
        return null
      }
    }
  }
}

/** Moves a reader's cursor to where an edition ends; inside a transaction. */
function createCursor(database: Database): (readerId: number, editionId: number) => void {
  // Forward only: a digest that arrives late must not take back what a later one has covered.
  const move = database.prepare<{ readerId: number; upTo: number }>(
    'UPDATE readers SET cursor = @upTo WHERE id = @readerId AND (cursor IS NULL OR cursor < @upTo)',
  )
  // An alert holds one report, whatever came before it: it covers nothing.
  const upToOf = database
    .prepare<[number], number>(`SELECT up_to FROM editions WHERE id = ? AND NOT key ${IS_ALERT}`)
    .pluck()
  return (readerId, editionId) => {
    const upTo = upToOf.get(editionId)
    if (upTo !== undefined) move.run({ readerId, upTo })
  }
}
