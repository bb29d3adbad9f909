import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { afterAttempt, type Decision } from './delivery.ts'
import type { Messenger, Outcome } from './messenger.ts'
import type { Claim, Outbox } from './outbox.ts'
import { createPace } from './pace.ts'
import { plainText } from './plain-text.ts'
import { createQueue } from './queue.ts'
import { createSettling } from './settling.ts'

export interface SenderParts {
  readonly outbox: Outbox
  readonly messenger: Messenger
  readonly clock: Clock
  readonly log: Log
  /** Messages a second over all chats. */
  readonly ratePerSecond?: number
  /** Messages on their way at once; also the most that a crash may repeat. */
  readonly concurrency?: number
  /** Called once when Telegram refuses the token; the sender has stopped by then. */
  readonly onUnauthorized?: () => void
  /** 0 to 1, for back-off. */
  readonly random?: () => number
}

export interface Sender {
  /** Begins to send whatever is due, now and from then on. Only one sender may run on a database. */
  start(): void
  /** Something new is due: look now. */
  wake(): void
  /** Starts nothing new, finishes and records what is on its way, for at most `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>
  /** Sends until nothing is due, or everything has to wait; for tests and for the command line. */
  drain(): Promise<void>
}

/** Far above the 30 s that a request may take. */
export const LEASE_MS = 120_000
/** The longest sleep without looking, and the pause after an error of the store. */
const LONGEST_REST_MS = 60_000
const SHORTEST_REST_MS = 250
const ERROR_PAUSE_MS = 5000
/** What has to wait longer for its chat goes back to the outbox. */
const LONGEST_PARKING_MS = 5000

/** Takes deliveries from the outbox and sends them; see docs/decisions/0002-at-least-once.md for what it promises. */
export function createSender(parts: SenderParts): Sender {
  const { outbox, messenger, clock, log, ratePerSecond = 25, concurrency = 3, random = Math.random } = parts
  const pace = createPace(ratePerSecond, clock)
  const queue = createQueue(outbox, clock, { batch: Math.max(20, concurrency * 2), leaseMs: LEASE_MS })
  const settling = createSettling(outbox, clock, () => onWire)
  const closing = new AbortController()
  let waking = new AbortController()
  let onWire = 0
  let outages = 0
  let running: Promise<unknown> | null = null

  /** Waits for the turn of a message. Where it must not be sent now, its claim is passed on, and this is false. */
  async function turn(claim: Claim): Promise<boolean> {
    const free = pace.chatFreeAt(claim.chatId)
    const now = clock.now()
    if (free - now > LONGEST_PARKING_MS) {
      await outbox.release([claim.id], free)
      return false
    }
    if (free > now) {
      await pass(claim, free)
      return false
    }
    const wait = pace.heldUntil() > 0 ? 0 : pace.reserve(claim.chatId)
    if (wait > 0) await clock.sleep(wait, closing.signal)
    if (!isHeld()) return true
    await outbox.release([claim.id], clock.now())
    return false
  }

  /** The claim goes on at `at`; whoever sends does something else meanwhile. */
  async function pass(claim: Claim, at: number): Promise<void> {
    if (isHeld()) await outbox.release([claim.id], clock.now())
    else queue.park(claim, at)
  }

  const isHeld = (): boolean => closing.signal.aborted || pace.heldUntil() > 0

  async function attempt(chatId: number, html: string): Promise<Outcome> {
    onWire += 1
    try {
      const outcome = await messenger.send(chatId, html, 'html')
      if (outcome.kind !== 'plain-needed') return outcome
      log.error('markup refused', { description: outcome.description })
      return await messenger.send(chatId, plainText(html), 'plain')
    } finally {
      onWire -= 1
    }
  }

  /** Sends the next part of a digest; the others follow when the chat may be sent to again. */
  async function deliver(claim: Claim): Promise<void> {
    const { id, chatId, parts: texts, attempts } = claim
    const html = texts[claim.messageIds.length]
    if (html === undefined) return await settling.add({ kind: 'sent', id, messageIds: claim.messageIds })
    if (!(await turn(claim))) return
    const outcome = await attempt(chatId, html)
    // Messages that were on their way together have met the same outage.
    if (outcome.kind !== 'unreachable') outages = 0
    else if (pace.heldUntil() === 0) outages += 1
    const decision = afterAttempt(outcome, { attempts, outages, now: clock.now(), jitter: random() })
    if (decision.kind !== 'delivered') return await conclude(claim, decision)
    const messageIds = [...claim.messageIds, decision.messageId]
    if (messageIds.length === texts.length) return await settling.add({ kind: 'sent', id, messageIds })
    const leaseUntil = clock.now() + LEASE_MS
    await settling.add({ kind: 'part', id, messageIds, leaseUntil })
    await pass({ ...claim, messageIds, leaseUntil }, pace.chatFreeAt(chatId))
  }

  async function conclude(claim: Claim, decision: Exclude<Decision, { kind: 'delivered' }>): Promise<void> {
    if (decision.kind === 'stop') return await halt(claim, decision.reason)
    if (decision.kind === 'later' && decision.hold === 'global') pace.hold(decision.at)
    if (decision.kind === 'later' && decision.hold === 'chat') pace.holdChat(claim.chatId, decision.at)
    const { kind } = decision
    const reason = decision.kind === 'moved' ? 'group became a supergroup' : decision.reason
    log[kind === 'failed' ? 'error' : 'warn']('delivery not sent', { delivery: claim.id, kind, reason })
    await settling.add({ ...decision, id: claim.id })
    // What is held may be held for hours: claims are not hoarded meanwhile.
    if (pace.heldUntil() > 0) await queue.release()
  }

  async function halt(claim: Claim, reason: string): Promise<void> {
    const first = !closing.signal.aborted
    closing.abort()
    wake()
    await outbox.release([claim.id], clock.now())
    await queue.release()
    if (!first) return
    log.error('sender stopped: the token is not valid', { reason })
    parts.onUnauthorized?.()
  }

  async function next(): Promise<Claim | null> {
    return isHeld() ? null : queue.take()
  }

  async function work(claim: Claim): Promise<void> {
    try {
      await deliver(claim)
    } finally {
      queue.done(claim.id)
    }
  }

  async function rest(): Promise<void> {
    // Taken before the question: whoever wakes us after it has written something that the answer may not hold.
    const { signal } = waking
    const due = pace.heldUntil() || (queue.parkedUntil() ?? (await outbox.nextAttemptAt()))
    const wait = due === null ? LONGEST_REST_MS : Math.max(SHORTEST_REST_MS, due - clock.now())
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

  async function takeOver(): Promise<void> {
    try {
      const released = await outbox.releaseLeases(clock.now())
      if (released > 0) log.info('deliveries of a former run released', { released })
    } catch (error) {
      // Not lost: their leases run out.
      log.error('leases of a former run not released', { error })
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
      await Promise.race([queue.release().then(() => running), clock.sleep(deadlineMs, deadline.signal)])
      deadline.abort()
    },
    async drain() {
      await side(async () => {
        while (!isHeld()) {
          const claim = await next()
          const parked = queue.parkedUntil()
          if (claim !== null) await work(claim)
          else if (parked !== null) await clock.sleep(Math.max(1, parked - clock.now()), closing.signal)
          else return
        }
      })
    },
  }
}
