import type { DeliveryState } from '../deliveries/delivery.ts'
import type { Claim, Outbox, Settlement } from '../deliveries/outbox.ts'
import type { Database } from './database.ts'

interface ClaimRow {
  id: number
  edition_id: number
  chat_id: number
  message_ids: string
  attempts: number
  available_at: number
}

/** Texts of editions kept at hand: many claims share one, and a frozen text never changes. */
const EDITIONS_AT_HAND = 50

/** The outbox in SQLite. */
export function createOutbox(database: Database): Outbox {
  const claim = database.prepare<{ limit: number; now: number; leaseUntil: number }, ClaimRow>(
    `UPDATE deliveries SET state = 'sending', available_at = @leaseUntil
     WHERE id IN (
       SELECT id FROM deliveries WHERE state IN ('pending', 'sending') AND available_at <= @now
       ORDER BY available_at, id LIMIT @limit)
     RETURNING id, edition_id, message_ids, attempts, available_at,
       (SELECT chat_id FROM readers WHERE readers.id = reader_id) AS chat_id`,
  )
  const partsOf = database.prepare<[number], string>('SELECT parts FROM editions WHERE id = ?').pluck()
  const release = database.prepare<[number, string]>(
    `UPDATE deliveries SET state = 'pending', available_at = ?
     WHERE state = 'sending' AND id IN (SELECT value FROM json_each(?))`,
  )
  const releaseAll = database.prepare<[number]>(
    `UPDATE deliveries SET state = 'pending', available_at = ?
     WHERE id IN (SELECT id FROM deliveries WHERE state IN ('pending', 'sending') AND state = 'sending')`,
  )
  const next = database
    .prepare<[], number | null>(
      `SELECT min(available_at) FROM deliveries WHERE state IN ('pending', 'sending')`,
    )
    .pluck()
  const counts = database.prepare<[], { state: DeliveryState; count: number }>(
    'SELECT state, count(*) AS count FROM deliveries GROUP BY state',
  )
  const settleOne = createSettle(database)
  const settle = database.transaction((settlements: readonly Settlement[], now: number) => {
    for (const settlement of settlements) settleOne(settlement, now)
  })

  const atHand = new Map<number, readonly string[]>()
  function parts(editionId: number): readonly string[] {
    const kept = atHand.get(editionId)
    if (kept !== undefined) return kept
    const read = JSON.parse(partsOf.get(editionId) ?? '[]') as string[]
    if (atHand.size >= EDITIONS_AT_HAND) atHand.clear()
    atHand.set(editionId, read)
    return read
  }
  const toClaim = (row: ClaimRow): Claim => ({
    id: row.id,
    chatId: row.chat_id,
    parts: parts(row.edition_id),
    messageIds: JSON.parse(row.message_ids) as number[],
    attempts: row.attempts,
    leaseUntil: row.available_at,
  })

  return {
    async claim(limit, now, leaseUntil) {
      const rows = claim.all({ limit, now, leaseUntil })
      return rows.sort((a, b) => a.id - b.id).map(toClaim)
    },
    settle: async (settlements, now) => settle.immediate(settlements, now),
    async release(ids, at) {
      release.run(at, JSON.stringify(ids))
    },
    releaseLeases: async (now) => releaseAll.run(now).changes,
    nextAttemptAt: async () => next.get() ?? null,
    async counts() {
      const all = { pending: 0, sending: 0, sent: 0, skipped: 0, gone: 0, failed: 0 }
      for (const { state, count } of counts.all()) all[state] = count
      return all
    },
  }
}

/** Records one result; to be called inside a transaction. Every change begins at a claimed delivery. */
function createSettle(database: Database): (settlement: Settlement, now: number) => void {
  const end = database
    .prepare<{ id: number; state: DeliveryState; reason: string | null; now: number }, number>(
      `UPDATE deliveries SET state = @state, reason = @reason, available_at = NULL, settled_at = @now
       WHERE id = @id AND state = 'sending' RETURNING reader_id`,
    )
    .pluck()
  const arrived = database.prepare<[string, number]>(
    `UPDATE deliveries SET message_ids = ? WHERE id = ? AND state = 'sending'`,
  )
  const renew = database.prepare<[number, number]>(
    `UPDATE deliveries SET available_at = ? WHERE id = ? AND state = 'sending'`,
  )
  const later = database.prepare<{ id: number; at: number; attempts: number; reason: string | null }>(
    `UPDATE deliveries SET state = 'pending', available_at = @at, attempts = @attempts, reason = @reason
     WHERE id = @id AND state = 'sending'`,
  )
  const count = database.prepare<[number, number]>('UPDATE deliveries SET attempts = ? WHERE id = ?')
  // Forward only: a digest that arrives late must not take back what a later one has covered.
  const moveCursor = database.prepare<[number, number]>(
    `UPDATE readers SET cursor = max(coalesce(cursor, 0),
       (SELECT up_to FROM editions JOIN deliveries ON edition_id = editions.id WHERE deliveries.id = ?))
     WHERE id = ?`,
  )
  const stop = database.prepare<[string, number]>('UPDATE readers SET stopped = ? WHERE id = ?')
  const cancel = database.prepare<[number, number]>(
    `UPDATE deliveries SET state = 'skipped', reason = 'reader_stopped', available_at = NULL, settled_at = ?
     WHERE reader_id = ? AND state = 'pending'`,
  )
  const moveChat = createMoveChat(database)

  return (settlement, now) => {
    const { id } = settlement
    switch (settlement.kind) {
      case 'sent': {
        arrived.run(JSON.stringify(settlement.messageIds), id)
        const readerId = end.get({ id, state: 'sent', reason: null, now })
        if (readerId !== undefined) moveCursor.run(id, readerId)
        return
      }
      case 'part':
        arrived.run(JSON.stringify(settlement.messageIds), id)
        renew.run(settlement.leaseUntil, id)
        return
      case 'later':
        later.run({ id, at: settlement.at, attempts: settlement.attempts, reason: settlement.reason })
        return
      case 'gone': {
        const readerId = end.get({ id, state: 'gone', reason: settlement.reason, now })
        if (readerId === undefined) return
        stop.run(settlement.reason, readerId)
        cancel.run(now, readerId)
        return
      }
      case 'failed':
        count.run(settlement.attempts, id)
        end.get({ id, state: 'failed', reason: settlement.reason, now })
        return
      case 'moved':
        moveChat(id, settlement.chatId)
        later.run({ id, at: now, attempts: settlement.attempts, reason: 'moved' })
        return
    }
  }
}

/** Gives a reader another chat id; when that chat is a reader already, the two become one. */
function createMoveChat(database: Database): (deliveryId: number, chatId: number) => void {
  const readerOf = database.prepare<[number], number>('SELECT reader_id FROM deliveries WHERE id = ?').pluck()
  const readerAt = database.prepare<[number], number>('SELECT id FROM readers WHERE chat_id = ?').pluck()
  const rename = database.prepare<[number, number]>('UPDATE readers SET chat_id = ? WHERE id = ?')
  // What the new one has already is its own; the rest of the old one goes over, and with it the open delivery.
  const merge = [
    'UPDATE readers SET cursor = coalesce(cursor, (SELECT cursor FROM readers WHERE id = @from)) WHERE id = @to',
    'UPDATE OR IGNORE subscriptions SET reader_id = @to WHERE reader_id = @from',
    'UPDATE OR IGNORE deliveries SET reader_id = @to WHERE reader_id = @from',
    'DELETE FROM readers WHERE id = @from',
  ].map((sql) => database.prepare<{ from: number; to: number }>(sql))

  return (deliveryId, chatId) => {
    const from = readerOf.get(deliveryId)
    const to = readerAt.get(chatId)
    if (from === undefined || from === to) return
    if (to === undefined) rename.run(chatId, from)
    else for (const statement of merge) statement.run({ from, to })
  }
}
