import type { Clock } from '../clock.ts'
import type { AuditEntry, AuditLog } from '../editors/audit-log.ts'
import type { Act } from '../editors/authority.ts'
import type { Database } from './database.ts'

interface AuditRow {
  id: number
  at: number
  actor_id: number
  act: Act
  subject: string
  detail: string
}

/** Writes an act into the audit log; to be called inside the transaction of the act itself. */
export function createAuditWriter(
  database: Database,
  clock: Clock,
): (entry: Omit<AuditEntry, 'id' | 'at'>) => void {
  const insert = database.prepare(
    'INSERT INTO audit (at, actor_id, act, subject, detail) VALUES (?, ?, ?, ?, ?)',
  )
  return ({ actorId, act, subject, detail }) => {
    insert.run(clock.now(), actorId, act, subject, JSON.stringify(detail))
  }
}

/** The audit log in SQLite. */
export function createAuditLog(database: Database): AuditLog {
  const recent = database.prepare<[number, number], AuditRow>(
    'SELECT * FROM audit ORDER BY id DESC LIMIT ? OFFSET ?',
  )
  const count = database.prepare<[], number>('SELECT count(*) FROM audit').pluck()
  const of = database.prepare<[string], AuditRow>('SELECT * FROM audit WHERE subject = ? ORDER BY id')
  return {
    async recent({ offset, limit }) {
      return { entries: recent.all(limit, offset).map(toEntry), total: count.get() ?? 0 }
    },
    of: async (subject) => of.all(subject).map(toEntry),
  }
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    actorId: row.actor_id,
    act: row.act,
    subject: row.subject,
    detail: JSON.parse(row.detail) as AuditEntry['detail'],
  }
}
