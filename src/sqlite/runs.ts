import { setImmediate as turn } from 'node:timers/promises'
import type { Run, RunState, RunStore } from '../deliveries/runs.ts'
import type { Database } from './database.ts'

/** A run as it stands in its table. */
export interface RunRow {
  id: number
  state: RunState
  reason: string | null
  planned: number
  sent: number
  gone: number
  failed: number
  skipped: number
  refused: number
  started_at: number
  ended_at: number | null
}

/** So many deliveries are cancelled in one transaction: a run may have 100,000, and nobody is to wait for that. */
const SLICE = 1000

const OPEN = "id > 1 AND state IN ('running', 'paused')"
/** Repeating `state IN` is what lets SQLite use the partial index of what is open. */
const WAITS = `EXISTS (SELECT 1 FROM deliveries WHERE run_id = runs.id AND state IN ('pending', 'sending'))`

/**
 * Runs in SQLite. The direct run (the first) is no run: it is in no list, and nothing can be done to it.
 * Every method is one transaction, but for the cancelling of a large run: it pauses the run, skips what waits in
 * slices, and ends it with the last one. Whatever stops that half-way leaves a paused run, to be cancelled again.
 */
export function createRunStore(database: Database): RunStore {
  const byId = database.prepare<[number], RunRow>('SELECT * FROM runs WHERE id = ?')
  const open = database.prepare<[], RunRow>(`SELECT * FROM runs WHERE ${OPEN} ORDER BY id`)
  const recent = database.prepare<[number], RunRow>(
    'SELECT * FROM runs WHERE id > 1 ORDER BY id DESC LIMIT ?',
  )
  const pause = database.prepare<[string, number]>(
    "UPDATE runs SET state = 'paused', reason = ? WHERE id = ? AND id > 1 AND state = 'running'",
  )
  const resume = database.prepare<[number]>(
    "UPDATE runs SET state = 'running', reason = NULL WHERE id = ? AND state = 'paused'",
  )
  const halt = database.prepare<[string, number]>(
    `UPDATE runs SET state = 'paused', reason = ? WHERE id = ? AND ${OPEN}`,
  )
  const finish = database.prepare<[number], RunRow>(
    `UPDATE runs SET state = 'done', reason = NULL, ended_at = ?
     WHERE id > 1 AND state IN ('running', 'paused') AND state = 'running' AND NOT ${WAITS} RETURNING *`,
  )
  const reports = database.prepare<[number], { ownerId: number; messageId: number }>(
    'SELECT owner_id AS ownerId, message_id AS messageId FROM run_reports WHERE run_id = ? ORDER BY owner_id',
  )
  const saveReport = database.prepare<[number, number, number]>(
    `INSERT INTO run_reports (run_id, owner_id, message_id) VALUES (?, ?, ?)
     ON CONFLICT (run_id, owner_id) DO UPDATE SET message_id = excluded.message_id`,
  )
  const cancelSlice = createCancelling(database)

  return {
    async byId(id) {
      const row = byId.get(id)
      return row === undefined ? null : toRun(row)
    },
    open: async () => open.all().map(toRun),
    recent: async (limit) => recent.all(limit).map(toRun),
    pause: async (id, reason) => pause.run(reason, id).changes === 1,
    resume: async (id) => resume.run(id).changes === 1,
    async cancel(id, reason, now) {
      if (halt.run(reason, id).changes === 0) return false
      for (;;) {
        const ended = cancelSlice({ id, reason, now })
        if (ended !== null) return ended
        await turn()
      }
    },
    finish: async (now) => finish.all(now).map(toRun),
    reports: async (id) => reports.all(id),
    async saveReport(id, ownerId, messageId) {
      saveReport.run(id, ownerId, messageId)
    },
  }
}

/** Skips the next slice of what waits in a run; after the last one it ends the run and tells whether it was open. */
function createCancelling(
  database: Database,
): (by: { id: number; reason: string; now: number }) => boolean | null {
  const skip = database.prepare<{ id: number; reason: string; now: number }>(
    `UPDATE deliveries SET state = 'skipped', reason = @reason, available_at = NULL, settled_at = @now
     WHERE id IN (SELECT id FROM deliveries WHERE run_id = @id AND state IN ('pending', 'sending')
       AND state = 'pending' LIMIT ${SLICE})`,
  )
  const count = database.prepare<[number, number]>('UPDATE runs SET skipped = skipped + ? WHERE id = ?')
  const end = database.prepare<{ id: number; reason: string; now: number }>(
    `UPDATE runs SET state = 'cancelled', reason = @reason, ended_at = @now WHERE id = @id AND ${OPEN}`,
  )
  return database.transaction((by: { id: number; reason: string; now: number }) => {
    const skipped = skip.run(by).changes
    count.run(skipped, by.id)
    return skipped === SLICE ? null : end.run(by).changes === 1
  }).immediate
}

export function toRun(row: RunRow): Run {
  const { id, state, reason, planned, sent, gone, failed, skipped, refused } = row
  const [startedAt, endedAt] = [row.started_at, row.ended_at]
  return { id, state, reason, planned, sent, gone, failed, skipped, refused, startedAt, endedAt }
}
