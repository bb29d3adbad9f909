import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { ChatAddress, StopReason } from '../readers/reader.ts'
import { afterAttempt, type Decision } from './delivery.ts'
import type { Messenger, Outcome } from './messenger.ts'
import type { Claim, Outbox } from './outbox.ts'
import type { Pace } from './pace.ts'
import { plainText } from './plain-text.ts'
import type { Queue } from './queue.ts'
import type { Settling } from './settling.ts'

/** Far above the time that a request may take. */
export const LEASE_MS = 120_000
/** What has to wait longer for its chat goes back to the outbox. */
const LONGEST_PARKING_MS = 5000

export interface DeliveringParts {
  readonly outbox: Pick<Outbox, 'release' | 'saveHold'>
  readonly messenger: Messenger
  readonly clock: Clock
  readonly log: Log
  readonly pace: Pace
  readonly queue: Queue
  readonly settling: Settling
  /** Stops everything that has not begun. */
  readonly closing: AbortSignal
  /** Whether this process may send at this moment. */
  readonly mayStart: () => boolean
  /** 0 to 1, for back-off. */
  readonly random: () => number
  readonly onPaused: (paused: ChatAddress & { readonly reason: StopReason }) => void
  /** Telegram refuses the token. */
  readonly onStop: (reason: string) => Promise<void>
  /** Something may be taken, from the queue or from the outbox, sooner than it seemed. */
  readonly onSooner: () => void
}

export interface Delivering {
  /** Sends the next part of a digest; the others follow when the chat may be sent to again. */
  deliver(claim: Claim): Promise<void>
  /** Messages on their way now. */
  onWire(): number
  /** Whether nothing may be begun at present, whatever is due. */
  isHeld(): boolean
}

/** What happens to one claim. The claim is done with, in the queue's sense, when its result has been recorded. */
export function createDelivering(parts: DeliveringParts): Delivering {
  const { outbox, messenger, clock, log, pace, queue, settling, closing, mayStart, random } = parts
  let onWire = 0
  let outages = 0

  const isHeld = (): boolean => closing.aborted || pace.heldUntil() > 0 || !mayStart()

  /** Waits for the turn of a message. Where it must not be sent now, its claim is passed on, and this is false. */
  async function turn(claim: Claim): Promise<boolean> {
    const free = pace.chatFreeAt(claim.chatId)
    const now = clock.now()
    if (free > now) {
      await (free - now > LONGEST_PARKING_MS ? giveBack(claim, free) : pass(claim, free))
      return false
    }
    if (!isHeld()) {
      const place = pace.reserve(claim.chatId)
      if (place.waitMs > 0) await clock.sleep(place.waitMs, closing)
      // Asked last of all: whoever was suspended while waiting may not be the sender any more.
      if (!isHeld()) {
        place.leave()
        return true
      }
    }
    await giveBack(claim, clock.now())
    return false
  }

  /** The claim goes on at `at`; whoever sends does something else meanwhile. */
  async function pass(claim: Claim, at: number): Promise<void> {
    if (isHeld()) return await giveBack(claim, clock.now())
    queue.park(claim, at)
    parts.onSooner()
  }

  async function giveBack({ id }: Claim, at: number): Promise<void> {
    // What belongs to another sender by now is none of our business.
    if (mayStart()) await outbox.release([id], at)
    queue.done(id)
    parts.onSooner()
  }

  async function attempt(claim: Claim, html: string, isLast: boolean): Promise<Outcome> {
    const { chatId, threadId, silent } = claim
    const message = { chatId, threadId, silent, buttons: isLast ? claim.buttons : [] }
    onWire += 1
    try {
      const outcome = await messenger.send({ ...message, text: html, format: 'html' })
      if (outcome.kind !== 'plain') return outcome
      log.error('markup refused', { description: outcome.description })
      return await messenger.send({ ...message, text: plainText(html), format: 'plain' })
    } finally {
      onWire -= 1
    }
  }

  async function deliver(claim: Claim): Promise<void> {
    const { id, attempts } = claim
    const html = claim.parts[claim.messageIds.length]
    if (html === undefined) return await settle(claim, { kind: 'sent', id, messageIds: claim.messageIds })
    if (!(await turn(claim))) return
    const isLast = claim.messageIds.length + 1 === claim.parts.length
    const outcome = await attempt(claim, html, isLast)
    // Messages that were on their way together have met the same outage.
    if (outcome.kind !== 'unreachable') outages = 0
    else if (pace.heldUntil() === 0) outages += 1
    const decision = afterAttempt(outcome, { attempts, outages, now: clock.now(), jitter: random() })
    if (decision.kind !== 'delivered') return await conclude(claim, decision)
    const messageIds = [...claim.messageIds, decision.messageId]
    if (isLast) return await settle(claim, { kind: 'sent', id, messageIds })
    const leaseUntil = clock.now() + LEASE_MS
    // A part that is not recorded would be forgotten if the claim were given back now.
    await settling.add({ kind: 'part', id, messageIds, leaseUntil }).recorded
    await pass({ ...claim, messageIds, leaseUntil }, pace.chatFreeAt(claim.chatId))
  }

  async function conclude(claim: Claim, decision: Exclude<Decision, { kind: 'delivered' }>): Promise<void> {
    const { id, chatId, threadId } = claim
    if (decision.kind === 'stop') {
      await giveBack(claim, clock.now())
      return await parts.onStop(decision.reason)
    }
    const { kind } = decision
    const reason = kind === 'moved' ? 'group became a supergroup' : decision.reason
    log[kind === 'failed' ? 'error' : 'warn']('delivery not sent', { delivery: id, kind, reason })
    if (kind === 'later' && decision.hold !== null) await hold(decision, chatId)
    await settle(
      claim,
      kind === 'paused' ? { kind: 'gone', id, reason: decision.reason } : { ...decision, id },
    )
    if (kind === 'paused') parts.onPaused({ chatId, threadId, reason: decision.reason })
    // What is held may be held for hours: claims are not hoarded meanwhile.
    if (pace.heldUntil() > 0) await queue.release()
  }

  async function hold(by: Extract<Decision, { kind: 'later' }>, chat: number): Promise<void> {
    const chatId = by.hold === 'global' ? null : chat
    if (chatId === null) pace.hold(by.at)
    else pace.holdChat(chatId, by.at)
    if (!by.asked) return
    try {
      await outbox.saveHold({ chatId, until: by.at })
    } catch (error) {
      log.error('a flood wait cannot be kept for a restart', { error })
    }
  }

  async function settle(claim: Claim, settlement: Parameters<Settling['add']>[0]): Promise<void> {
    const { room, recorded } = settling.add(settlement)
    void recorded.then(() => {
      queue.done(claim.id)
      if (settlement.kind === 'later' || settlement.kind === 'moved') parts.onSooner()
    })
    await room
  }

  return { deliver, onWire: () => onWire, isHeld }
}
