import { setMaxListeners } from 'node:events'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { ChatAddress, StopReason } from '../readers/reader.ts'
import { brakeReason } from './brake.ts'
import { createDelivering, LEASE_MS } from './delivering.ts'
import { sendingLimits } from './limits.ts'
import type { Messenger } from './messenger.ts'
import type { Claim, Outbox } from './outbox.ts'
import { createPace, type Pace } from './pace.ts'
import { createQueue } from './queue.ts'
import type { Run, RunStore } from './runs.ts'
import { createSettling } from './settling.ts'

export interface SenderParts {
  readonly outbox: Outbox
  readonly runs: Pick<RunStore, 'pause' | 'open'>
  readonly messenger: Messenger
  readonly clock: Clock
  readonly log: Log
  /** Messages a second over all chats; what may be in doubt follows from it. */
  readonly ratePerSecond: number
  /** The pace, where others tell it of answers; of the same rate. */
  readonly pace?: Pace
  /** Whether this process is the one sender; asked before each message. */
  readonly mayStart?: () => boolean
  /** Called once when Telegram refuses the token; the sender has stopped by then. */
  readonly onUnauthorized?: () => void
  /** A run has been paused because too much of it failed. */
  readonly onBrake?: (run: Run) => void
  /** A reader has been paused: the bot may not write there any more. */
  readonly onPaused?: (paused: ChatAddress & { readonly reason: StopReason }) => void
  /** 0 to 1, for back-off. */
  readonly random?: () => number
}

export interface Sender {
  /** Begins to send whatever is due, now and from then on. Only one sender may run on a database. */
  start(): void
  /** Something new is due, or may be sent again: look now. */
  wake(): void
  /** Starts nothing new, finishes and records what is on its way, for at most `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>
  /** Sends until nothing is due, or everything has to wait; for tests and for the command line. */
  drain(): Promise<void>
  /** What a crash at this moment would repeat at most, and the most that it ever is. */
  inDoubt(): { readonly now: number; readonly most: number }
}

/** The longest sleep without looking, and the pause after an error of the store. */
const LONGEST_REST_MS = 60_000
const SHORTEST_REST_MS = 250
const ERROR_PAUSE_MS = 5000
/** Claimed at once at least; a paused run still sends what has been claimed, so it is not much. */
const SMALLEST_BATCH = 20

/** Takes deliveries from the outbox and sends them; see docs/decisions/0002-at-least-once.md for what it promises. */
export function createSender(parts: SenderParts): Sender {
  const { outbox, runs, clock, log, ratePerSecond, random = Math.random, mayStart = () => true } = parts
  const { concurrency, unrecorded, inDoubt } = sendingLimits(ratePerSecond)
  const pace = parts.pace ?? createPace(ratePerSecond, clock)
  const queue = createQueue(outbox, clock, {
    batch: Math.max(SMALLEST_BATCH, concurrency * 2),
    leaseMs: LEASE_MS,
  })
  const closing = new AbortController()
  // Every sender that waits for its turn listens to it, and at the paid rate that is no leak.
  setMaxListeners(concurrency + 10, closing.signal)
  let waking = new AbortController()
  let resting: Promise<void> | null = null
  let running: Promise<unknown> | null = null
  /** What was counted when a run was last let go on. */
  const lookedAt = new Map<number, Run>()

  const settling = createSettling({
    outbox,
    clock,
    log,
    onWire: () => delivering.onWire(),
    most: unrecorded,
    onWrong: (wrong) => void brake(wrong).catch((error: unknown) => log.error('brake failed', { error })),
  })
  const delivering = createDelivering({
    ...parts,
    pace,
    queue,
    settling,
    closing: closing.signal,
    mayStart,
    random,
    onPaused: (paused) => parts.onPaused?.(paused),
    onStop: halt,
    onSooner() {
      if (resting !== null) wake()
    },
  })

  async function brake(wrong: readonly Run[]): Promise<void> {
    for (const run of wrong) {
      // What comes in after the pause is known to whoever lets the run go on.
      if (run.state !== 'running') lookedAt.set(run.id, run)
      const reason = run.state === 'running' ? brakeReason(run, lookedAt.get(run.id)) : null
      if (reason === null || !(await runs.pause(run.id, reason))) continue
      lookedAt.set(run.id, run)
      log.error('run paused: too much of it fails', { run: run.id, reason })
      await queue.release()
      parts.onBrake?.({ ...run, state: 'paused', reason })
    }
  }

  async function halt(reason: string): Promise<void> {
    const first = !closing.signal.aborted
    closing.abort()
    wake()
    if (first) {
      log.error('sender stopped: the token is not valid', { reason })
      parts.onUnauthorized?.()
    }
    await queue.release()
  }

  async function next(): Promise<Claim | null> {
    // Without the lease all claims may be another's by now.
    if (!mayStart()) queue.drop()
    return delivering.isHeld() ? null : queue.take()
  }

  async function work(claim: Claim): Promise<void> {
    try {
      await delivering.deliver(claim)
    } catch (error) {
      queue.done(claim.id)
      throw error
    }
  }

  /** All who have nothing to do sleep together. */
  function rest(): Promise<void> {
    resting ??= sleepUntilDue().finally(() => {
      resting = null
    })
    return resting
  }

  /** When something may be taken, from memory or from the store; Infinity when nothing waits. */
  async function nextDue(): Promise<number> {
    const stored = await outbox.nextAttemptAt()
    return Math.min(queue.parkedUntil() ?? Number.POSITIVE_INFINITY, stored ?? Number.POSITIVE_INFINITY)
  }

  async function sleepUntilDue(): Promise<void> {
    // Taken before the question: whoever wakes us after it has written something that the answer may not hold.
    const { signal } = waking
    const due = pace.heldUntil() || (await nextDue())
    const wait = mayStart() ? Math.max(SHORTEST_REST_MS, due - clock.now()) : LONGEST_REST_MS
    await clock.sleep(Math.min(LONGEST_REST_MS, wait), signal)
  }

  /** One of the senders that work side by side; an error of the store does not end it. */
  async function worker(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        const claim = await next()
        await (claim === null ? rest() : work(claim))
      } catch (error) {
        log.error('sender failed', { error })
        await clock.sleep(ERROR_PAUSE_MS, closing.signal)
      }
    }
  }

  /** What a former run has left: flood waits still hold, claims are free again, and runs have been looked at. */
  async function takeOver(): Promise<void> {
    try {
      for (const { chatId, until } of await outbox.holds(clock.now())) {
        if (chatId === null) pace.hold(until)
        else pace.holdChat(chatId, until)
      }
      for (const run of await runs.open()) lookedAt.set(run.id, run)
      const released = mayStart() ? await outbox.releaseLeases(clock.now()) : 0
      log.info('sender started', { ratePerSecond, concurrency, mostRepeatsAfterCrash: inDoubt, released })
    } catch (error) {
      // Nothing is lost: leases run out, and Telegram says again what it wants.
      log.error('what a former run left cannot be taken over', { error })
    }
  }

  function wake(): void {
    waking.abort()
    waking = new AbortController()
  }

  const side = <Result>(one: () => Promise<Result>) => Promise.all(Array.from({ length: concurrency }, one))

  return {
    start() {
      running ??= takeOver().then(() => side(worker))
    },
    wake,
    async stop(deadlineMs) {
      closing.abort()
      wake()
      const deadline = new AbortController()
      const ended = async () => {
        await queue.release()
        await running
        await settling.flush()
      }
      const failed = (error: unknown) => log.error('claims cannot be given back', { error })
      await Promise.race([ended().catch(failed), clock.sleep(deadlineMs, deadline.signal)])
      deadline.abort()
    },
    async drain() {
      await side(async () => {
        while (!delivering.isHeld()) {
          const claim = await next()
          const parked = queue.parkedUntil()
          if (claim !== null) await work(claim)
          else if (parked !== null) await clock.sleep(Math.max(1, parked - clock.now()), closing.signal)
          else return await settling.flush()
        }
      })
    },
    inDoubt: () => ({ now: delivering.onWire() + settling.unrecorded(), most: inDoubt }),
  }
}
