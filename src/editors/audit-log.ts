import type { Act } from './authority.ts'

/** One editorial act, as it is kept for good. */
export interface AuditEntry {
  readonly id: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly actorId: number
  readonly act: Act
  /** What was acted on, such as `draft:3`, `article:17`, `editor:42`, `feed:2`. */
  readonly subject: string
  /** What is worth knowing, by name; what changed stands as `<field> before` and `<field> after`. */
  readonly detail: Readonly<Record<string, string | number | null>>
}

/** Who did what to the story, and when. Read only: entries are written in the transactions of the acts. */
export interface AuditLog {
  /** Newest first. */
  recent(page: { offset: number; limit: number }): Promise<{ entries: AuditEntry[]; total: number }>
  /** Everything that was done to one subject, oldest first. */
  of(subject: string): Promise<AuditEntry[]>
}
