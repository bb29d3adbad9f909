import type { Update } from 'grammy/types'

/** An update that waits to be handled. */
export interface InboxRow {
  readonly updateId: number
  /** What orders updates: rows of one lane are handled one after another. The chat's id, else the user's. */
  readonly lane: number
  readonly update: Update
  /** How many times handling was begun and never ended: each may have ended the process. */
  readonly attempts: number
}

/** Updates are stored here before they are confirmed to Telegram, and stay until they have been acted on. */
export interface Inbox {
  /** Stores a batch in one transaction; updates that are known already are passed over. */
  store(updates: readonly { updateId: number; lane: number; update: Update }[]): Promise<void>
  /**
   * The oldest unhandled row of each lane that is not in `busyLanes` and is not waiting for a later attempt,
   * oldest first, at most `limit`; counts the attempt.
   */
  take(busyLanes: ReadonlySet<number>, limit: number): Promise<InboxRow[]>
  done(updateId: number): Promise<void>
  /** Handling could not finish for a passing reason: again at `at` (epoch ms); the lane waits. */
  later(updateId: number, at: number): Promise<void>
  /** Handling failed for good: kept as failed, the lane goes on. */
  failed(updateId: number, reason: string): Promise<void>
  /** When the earliest postponed row may be taken again; null when none waits. */
  nextAttemptAt(): Promise<number | null>
  /** Removes rows settled before `before` (epoch ms). */
  prune(before: number): Promise<void>
}
