import { createSkipCount } from './chat-moves.ts'
import type { Database } from './database.ts'

/**
 * Skips those of the given deliveries that wait in a cancelled run: what was being sent when it was cancelled, and
 * has come back without having arrived. To be called inside a transaction.
 */
export function createSkipCancelled(database: Database): (ids: readonly number[], now: number) => void {
  const skip = database
    .prepare<[number, string], number>(
      `UPDATE deliveries SET state = 'skipped', available_at = NULL, settled_at = ?,
         reason = (SELECT coalesce(reason, 'cancelled') FROM runs WHERE runs.id = run_id)
       WHERE id IN (SELECT value FROM json_each(?)) AND state = 'pending'
         AND (SELECT state FROM runs WHERE runs.id = run_id) = 'cancelled'
       RETURNING run_id`,
    )
    .pluck()
  const count = createSkipCount(database)
  return (ids, now) => count(skip.all(now, JSON.stringify(ids)))
}
