import { BotError, GrammyError, HttpError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Inbox, InboxRow } from './inbox.ts'

/** Updates that are handled at once, each of another chat. */
const CONCURRENCY = 64
/** An update whose handling ended the process this often is not begun again. */
const MOST_ATTEMPTS = 3
const LONGEST_PAUSE = 5 * 60_000

export interface Workers {
  /** Something was stored. */
  wake(): void
  /** Begins nothing new and waits for what is being handled, at most `deadline` milliseconds. */
  stop(deadline: number): Promise<void>
}

/** What a failed handling comes to. */
export type Verdict =
  | { readonly now: 'done' }
  | { readonly now: 'later'; readonly afterMs: number }
  | { readonly now: 'failed'; readonly reason: string }

/**
 * Works the inbox off: one update of a chat at a time and in order, those of other chats at once.
 *
 * @param handle acts on one update; it must be harmless to do so again after a crash
 * @param apologise tells the person that their request failed; errors of its own are of no interest
 */
export function startWorkers(
  { inbox, clock, log }: { inbox: Inbox; clock: Clock; log: Log },
  handle: (update: Update) => Promise<void>,
  apologise: (update: Update) => Promise<void>,
): Workers {
  const busy = new Set<number>()
  const running = new Set<Promise<void>>()
  const stopping = new AbortController()
  const failuresOf = new Map<number, number>()
  let filling: Promise<void> | null = null
  let again = false
  let timer: AbortController | null = null

  function wake(): void {
    again = true
    if (filling !== null || stopping.signal.aborted) return
    filling = fill().finally(() => {
      filling = null
      if (again) wake()
    })
  }

  async function fill(): Promise<void> {
    again = false
    try {
      while (!stopping.signal.aborted && running.size < CONCURRENCY) {
        const rows = await inbox.take(busy, CONCURRENCY - running.size)
        if (rows.length === 0) break
        for (const row of rows) begin(row)
      }
      await waitForPostponed()
    } catch (error) {
      log.error('the inbox cannot be read', { error: error as Error })
      wakeAfter(1000)
    }
  }

  function begin(row: InboxRow): void {
    busy.add(row.lane)
    const work = attempt(row)
      .catch((error: unknown) => log.error('an update cannot be settled', { error: error as Error }))
      .finally(() => {
        busy.delete(row.lane)
        running.delete(work)
        wake()
      })
    running.add(work)
  }

  async function attempt({ updateId, update, attempts }: InboxRow): Promise<void> {
    if (attempts >= MOST_ATTEMPTS) {
      log.error('an update was given up', { updateId, attempts })
      return inbox.failed(updateId, 'handling it ended the process')
    }
    try {
      await handle(update)
    } catch (error) {
      const failures = failuresOf.get(updateId) ?? 0
      const verdict = judge(error, failures)
      if (verdict.now === 'later') {
        failuresOf.set(updateId, failures + 1)
        return inbox.later(updateId, clock.now() + verdict.afterMs)
      }
      failuresOf.delete(updateId)
      if (verdict.now === 'failed') {
        log.error('an update failed', { updateId, error: rootOf(error) as Error })
        await inbox.failed(updateId, verdict.reason)
        return apologise(update).catch(() => undefined)
      }
    }
    failuresOf.delete(updateId)
    await inbox.done(updateId)
  }

  async function waitForPostponed(): Promise<void> {
    const at = await inbox.nextAttemptAt()
    if (at !== null) wakeAfter(at - clock.now())
  }

  function wakeAfter(milliseconds: number): void {
    timer?.abort()
    const mine = new AbortController()
    timer = mine
    void clock.sleep(Math.max(0, milliseconds), mine.signal).then(() => {
      if (!mine.signal.aborted) wake()
    })
  }

  wake()
  return {
    wake,
    async stop(deadline) {
      stopping.abort()
      timer?.abort()
      const late = new AbortController()
      await Promise.race([Promise.allSettled([...running, filling]), clock.sleep(deadline, late.signal)])
      late.abort()
    },
  }
}

/** Passing troubles are waited out, a person who left is let go, everything else is a failure of ours. */
export function judge(error: unknown, failures: number): Verdict {
  const root = rootOf(error)
  const backOff = { now: 'later', afterMs: Math.min(LONGEST_PAUSE, 1000 * 2 ** failures) } as const
  if (root instanceof HttpError) return backOff
  if (!(root instanceof GrammyError)) return { now: 'failed', reason: nameOf(root) }
  if (root.error_code === 429) return { now: 'later', afterMs: (root.parameters.retry_after ?? 1) * 1000 }
  if (root.error_code >= 500) return backOff
  if (root.error_code === 403) return { now: 'done' }
  return { now: 'failed', reason: `${root.method}: ${root.error_code} ${root.description}` }
}

function rootOf(error: unknown): unknown {
  return error instanceof BotError ? error.error : error
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown'
}
