import { type AmendingParts, createAmending } from './amending.ts'
import type { Amendment } from './corrections.ts'
import { MOST_ATTEMPTS } from './delivery.ts'

export interface CorrectorParts extends Omit<AmendingParts, 'isHeld' | 'closing' | 'onStop'> {
  /** Whether this process is the one sender; asked before each message. */
  readonly mayStart?: () => boolean
  /** Called once when Telegram refuses the token. */
  readonly onUnauthorized?: () => void
}

/** Brings corrections to those who have received what is corrected, beside the sender. */
export interface Corrector {
  start(): void
  /** Something new is to be corrected: look now. */
  wake(): void
  /** Begins nothing new, ends what is on its way, for at most `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>
  /** Works until nothing is due, or everything has to wait; for tests. */
  drain(): Promise<void>
}

/** Answers take about 60 ms: with three on their way the free rate is reached, and more bring nothing. */
const AT_ONCE = 3
/** Read at once; few, because each brings its edition along. */
const BATCH = 30
const LONGEST_REST_MS = 60_000
const SHORTEST_REST_MS = 250
const ERROR_PAUSE_MS = 5000
/** What went wrong here, and not at Telegram, is tried again after this. */
const ERROR_WAIT_MS = 60_000

/**
 * Nothing is recorded before it has happened: a crash repeats what was on its way. An edit that is repeated changes
 * nothing; a reply may come twice.
 */
export function createCorrector(parts: CorrectorParts): Corrector {
  const { amendments, clock, log, pace, mayStart = () => true } = parts
  const closing = new AbortController()
  let waking = new AbortController()
  let running: Promise<unknown> | null = null
  let queue: Amendment[] = []
  let refilling: Promise<void> | null = null
  /** Taken from the store, and not settled yet. */
  const taken = new Set<number>()

  const isHeld = (): boolean => closing.signal.aborted || pace.heldUntil() > 0 || !mayStart()
  const amend = createAmending({ ...parts, isHeld, closing: closing.signal, onStop: halt })

  function halt(reason: string): void {
    const first = !closing.signal.aborted
    closing.abort()
    wake()
    if (!first) return
    log.error('corrections stopped: the token is not valid', { reason })
    parts.onUnauthorized?.()
  }

  async function refill(): Promise<void> {
    const more = await amendments.due(clock.now(), BATCH, [...taken])
    for (const { id } of more) taken.add(id)
    queue.push(...more)
  }

  async function next(): Promise<Amendment | null> {
    if (isHeld()) {
      for (const { id } of queue) taken.delete(id)
      queue = []
      return null
    }
    if (queue.length === 0) {
      refilling ??= refill().finally(() => {
        refilling = null
      })
      await refilling
    }
    return queue.shift() ?? null
  }

  async function work(amendment: Amendment): Promise<void> {
    const { id, attempts } = amendment
    try {
      await amend(amendment)
    } catch (error) {
      // One that cannot be written must not stand in the way of the others.
      log.error('a correction failed', { error, amendment: id })
      const reason = 'internal error'
      const again = { at: clock.now() + ERROR_WAIT_MS, attempts: attempts + 1, reason }
      if (attempts + 1 < MOST_ATTEMPTS) await amendments.later(id, again)
      else await amendments.settle(id, { state: 'failed', reason }, clock.now())
    } finally {
      taken.delete(id)
    }
  }

  async function rest(): Promise<void> {
    const { signal } = waking
    const due = pace.heldUntil() || (await amendments.nextAt())
    const wait = due === null || !mayStart() ? LONGEST_REST_MS : Math.max(SHORTEST_REST_MS, due - clock.now())
    await clock.sleep(Math.min(LONGEST_REST_MS, wait), signal)
  }

  async function worker(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        const amendment = await next()
        await (amendment === null ? rest() : work(amendment))
      } catch (error) {
        log.error('corrections cannot be worked off', { error })
        await clock.sleep(ERROR_PAUSE_MS, closing.signal)
      }
    }
  }

  function wake(): void {
    waking.abort()
    waking = new AbortController()
  }

  return {
    start() {
      running ??= Promise.all(Array.from({ length: AT_ONCE }, worker))
    },
    wake,
    async stop(deadlineMs) {
      closing.abort()
      wake()
      const deadline = new AbortController()
      await Promise.race([running, clock.sleep(deadlineMs, deadline.signal)])
      deadline.abort()
    },
    async drain() {
      for (let amendment = await next(); amendment !== null; amendment = await next()) await work(amendment)
    },
  }
}
