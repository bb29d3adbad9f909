import type { Database } from './database.ts'

/**
 * Gives every reader of a chat (the chat itself and its topics) to another chat, for a group that became a
 * supergroup; to be called inside a transaction. Where the new chat has the same reader already, the two become
 * one: what is there stays, the rest of the old one goes over.
 */
export function createChatMove(database: Database): (from: number, to: number) => void {
  const pairs = database.prepare<{ from: number; to: number }, { old: number; there: number | null }>(
    `SELECT old.id AS old, there.id AS there FROM readers AS old
     LEFT JOIN readers AS there ON there.chat_id = @to AND there.thread_id = old.thread_id
     WHERE old.chat_id = @from`,
  )
  const rename = database.prepare<[number, number]>(
    "UPDATE readers SET chat_id = ?, kind = 'supergroup' WHERE id = ?",
  )
  const merge = [
    // Whoever set up a subscription goes where it goes.
    `UPDATE readers SET cursor = coalesce(cursor, (SELECT cursor FROM readers WHERE id = @old)),
       set_by = CASE WHEN id IN (SELECT reader_id FROM subscriptions) THEN set_by
         ELSE coalesce((SELECT set_by FROM readers WHERE id = @old), set_by) END
     WHERE id = @there`,
    'UPDATE OR IGNORE subscriptions SET reader_id = @there WHERE reader_id = @old',
    'UPDATE OR IGNORE deliveries SET reader_id = @there WHERE reader_id = @old',
  ].map((sql) => database.prepare<{ old: number; there: number }>(sql))
  const removeReader = createReaderRemoval(database)

  return (from, to) => {
    if (from === to) return
    for (const { old, there } of pairs.all({ from, to })) {
      if (there === null) rename.run(to, old)
      else {
        for (const statement of merge) statement.run({ old, there })
        removeReader(old)
      }
    }
  }
}

/**
 * Deletes a reader with everything that hangs on it; what still waits counts as skipped in its run, so that the
 * run comes to its end. To be called inside a transaction.
 */
export function createReaderRemoval(database: Database): (readerId: number) => void {
  const open = database
    .prepare<[number], number>(
      "SELECT run_id FROM deliveries WHERE reader_id = ? AND state IN ('pending', 'sending')",
    )
    .pluck()
  const count = createSkipCount(database)
  const remove = database.prepare<[number]>('DELETE FROM readers WHERE id = ?')
  return (readerId) => {
    count(open.all(readerId))
    remove.run(readerId)
  }
}

/** Counts deliveries as skipped in their runs, given the run of each; to be called inside a transaction. */
export function createSkipCount(database: Database): (runIds: readonly number[]) => void {
  const count = database.prepare<[number, number]>('UPDATE runs SET skipped = skipped + ? WHERE id = ?')
  return (runIds) => {
    const byRun = new Map<number, number>()
    for (const runId of runIds) byRun.set(runId, (byRun.get(runId) ?? 0) + 1)
    for (const [runId, skipped] of byRun) count.run(skipped, runId)
  }
}
