import type { UndoableKind } from '../articles/undo-store.ts'
import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'

/** An act, as it is noted so that it can be undone; what `before` must hold stands with {@link UndoableKind}. */
export interface UndoEntry {
  readonly actorId: number
  readonly act: UndoableKind
  /** `article:17` for what was published, edited or retracted, `draft:3` for what was discarded. */
  readonly subject: string
  readonly before: object
}

/** Notes an act that can be undone; to be called inside the transaction of the act itself. */
export function createUndoWriter(database: Database, clock: Clock): (entry: UndoEntry) => void {
  const insert = database.prepare(
    'INSERT INTO undoable_acts (at, actor_id, act, subject, before) VALUES (?, ?, ?, ?, ?)',
  )
  return ({ actorId, act, subject, before }) => {
    insert.run(clock.now(), actorId, act, subject, JSON.stringify(before))
  }
}
