import type { Inbox, InboxRow } from '../bot/inbox.ts'
import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'

/** The durable inbox in SQLite. */
export function createInbox(database: Database, clock: Clock): Inbox {
  const insert = database.prepare(
    `INSERT INTO inbox (update_id, lane, payload, received_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (update_id) DO NOTHING`,
  )
  // The head of each lane, unless the lane is being worked on or its head waits for a later attempt. Asking
  // for the minimum of each lane first keeps the order within a lane whatever else is in the table.
  const heads = database.prepare<
    [string, number, number],
    { updateId: number; lane: number; payload: string; attempts: number }
  >(
    `SELECT update_id AS updateId, inbox.lane, payload, attempts FROM inbox
     JOIN (SELECT lane, min(update_id) AS head FROM inbox WHERE state = 'new' GROUP BY lane) AS lanes
       ON inbox.update_id = lanes.head
     WHERE inbox.lane NOT IN (SELECT value FROM json_each(?)) AND not_before <= ?
     ORDER BY update_id LIMIT ?`,
  )
  const begin = database.prepare('UPDATE inbox SET attempts = attempts + 1 WHERE update_id = ?')
  // What has been handled keeps its id alone, to know it again; its text is nobody's business any more.
  const done = database.prepare(
    "UPDATE inbox SET state = 'done', payload = '{}', settled_at = ? WHERE update_id = ?",
  )
  const failed = database.prepare(
    "UPDATE inbox SET state = 'failed', reason = ?, settled_at = ? WHERE update_id = ?",
  )
  // Only attempts that never came back count: they may have ended the process.
  const postpone = database.prepare(
    'UPDATE inbox SET not_before = ?, attempts = attempts - 1 WHERE update_id = ?',
  )
  const next = database
    .prepare<[number], number | null>(
      "SELECT min(not_before) FROM inbox WHERE state = 'new' AND not_before > ?",
    )
    .pluck()
  const prune = database.prepare("DELETE FROM inbox WHERE state <> 'new' AND settled_at < ?")

  const store = database.transaction((updates: Parameters<Inbox['store']>[0]) => {
    for (const { updateId, lane, update } of updates) {
      insert.run(updateId, lane, JSON.stringify(update), clock.now())
    }
  })
  const take = database.transaction((busyLanes: ReadonlySet<number>, limit: number): InboxRow[] =>
    heads.all(JSON.stringify([...busyLanes]), clock.now(), limit).map(({ payload, ...row }) => {
      begin.run(row.updateId)
      return { ...row, update: JSON.parse(payload) as InboxRow['update'] }
    }),
  )

  return {
    store: async (updates) => store.immediate(updates),
    take: async (busyLanes, limit) => take.immediate(busyLanes, limit),
    async done(updateId) {
      done.run(clock.now(), updateId)
    },
    async later(updateId, at) {
      postpone.run(at, updateId)
    },
    async failed(updateId, reason) {
      failed.run(reason, clock.now(), updateId)
    },
    nextAttemptAt: async () => next.get(clock.now()) ?? null,
    async prune(before) {
      prune.run(before)
    },
  }
}
