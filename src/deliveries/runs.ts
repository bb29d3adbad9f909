/** `done` and `cancelled` are ends. */
export type RunState = 'running' | 'paused' | 'cancelled' | 'done'

/** What one tick has planned, on its way to its readers. */
export interface Run {
  readonly id: number
  readonly state: RunState
  /** Why it was paused or cancelled. */
  readonly reason: string | null
  /** Deliveries of the run, and what became of them; what is in none of these waits. */
  readonly planned: number
  readonly sent: number
  readonly gone: number
  readonly failed: number
  readonly skipped: number
  /** Attempts that Telegram refused for reasons that we do not know. */
  readonly refused: number
  /** Epoch milliseconds. */
  readonly startedAt: number
  readonly endedAt: number | null
}

/** How many deliveries of the run are still on their way. */
export function waitingOf({ planned, sent, gone, failed, skipped }: Run): number {
  return planned - sent - gone - failed - skipped
}

/** Runs, by whoever governs them: the owners in Telegram, the operator on the command line, the sender itself. */
export interface RunStore {
  byId(id: number): Promise<Run | null>
  /** Running and paused ones, oldest first; without the direct run. */
  open(): Promise<Run[]>
  /** Newest first; without the direct run. */
  recent(limit: number): Promise<Run[]>
  /** Nothing more of it is claimed. False when it was not running. */
  pause(id: number, reason: string): Promise<boolean>
  /** False when it was not paused. */
  resume(id: number): Promise<boolean>
  /** What waits is skipped, with the reason; the readers' next digest holds it. False when it has ended. */
  cancel(id: number, reason: string, now: number): Promise<boolean>
  /** Ends running runs of which nothing waits any more; gives those that ended now. */
  finish(now: number): Promise<Run[]>
  /** The messages that show the run to owners. */
  reports(id: number): Promise<{ ownerId: number; messageId: number }[]>
  saveReport(id: number, ownerId: number, messageId: number): Promise<void>
}
