import type { Clock } from '../clock.ts'
import type { Act } from '../editors/authority.ts'
import type { Database } from './database.ts'

/** One editorial act, as it is kept for good. */
export interface AuditEntry {
  readonly actorId: number
  readonly act: Act
  /** What was acted on, such as `draft:3`. */
  readonly subject: string
  readonly detail: Readonly<Record<string, string | number | null>>
}

/** Writes an act into the audit log; to be called inside the transaction of the act itself. */
export function createAuditWriter(database: Database, clock: Clock): (entry: AuditEntry) => void {
  const insert = database.prepare(
    'INSERT INTO audit (at, actor_id, act, subject, detail) VALUES (?, ?, ?, ?, ?)',
  )
  return ({ actorId, act, subject, detail }) => {
    insert.run(clock.now(), actorId, act, subject, JSON.stringify(detail))
  }
}
