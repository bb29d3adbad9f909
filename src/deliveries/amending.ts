import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { quietUntil } from '../readers/quiet-hours.ts'
import type { ReaderStore } from '../readers/reader-store.ts'
import type { Amender, Amendment, AmendmentStore, RenderAmendment } from './corrections.ts'
import { afterAttempt, type Decision } from './delivery.ts'
import type { Messenger, Outcome } from './messenger.ts'
import type { Outbox } from './outbox.ts'
import type { Pace } from './pace.ts'
import { plainText } from './plain-text.ts'

export interface AmendingParts {
  readonly amendments: AmendmentStore
  readonly render: RenderAmendment
  readonly amender: Amender
  readonly messenger: Messenger
  readonly readers: Pick<ReaderStore, 'stop' | 'moveChat'>
  readonly outbox: Pick<Outbox, 'saveHold'>
  readonly clock: Clock
  readonly log: Log
  /** The sender's: corrections and digests share one rate, and what is held is held for both. */
  readonly pace: Pace
  /** Whether nothing may be begun at present. */
  readonly isHeld: () => boolean
  /** Ends the waiting for a turn. */
  readonly closing: AbortSignal
  /** Telegram refuses the token. */
  readonly onStop: (reason: string) => void
  /** 0 to 1, for back-off. */
  readonly random?: () => number
}

/** Whoever has to wait longer for their chat lets others pass. */
const LONGEST_WAIT_MS = 2000

type Turn = 'now' | { readonly at: number }

/** What happens to one amendment: the message is edited, else a short message follows it. */
export function createAmending(parts: AmendingParts): (amendment: Amendment) => Promise<void> {
  const { amendments, render, amender, messenger, readers, outbox, clock, log, pace } = parts
  const { isHeld, closing, onStop, random = Math.random } = parts
  let outages = 0

  /** Waits for the turn of a message to this chat; tells when to come again where it must not go now. */
  async function turn(chatId: number): Promise<Turn> {
    const now = clock.now()
    const free = pace.chatFreeAt(chatId)
    if (free - now > LONGEST_WAIT_MS) return { at: free }
    if (!isHeld()) {
      const place = pace.reserve(chatId)
      if (place.waitMs > 0) await clock.sleep(place.waitMs, closing)
      // Asked last of all: whoever was suspended while waiting may not be the sender any more.
      if (!isHeld()) {
        place.leave()
        return 'now'
      }
    }
    return { at: clock.now() }
  }

  async function reply(amendment: Amendment, text: string, replyTo: number | undefined): Promise<Outcome> {
    const { chatId, threadId, silent, preferences } = amendment
    const quiet = preferences !== null && quietUntil(preferences, clock.now()) !== null
    const message = {
      chatId,
      threadId,
      silent: silent || quiet || preferences?.silent === true,
      buttons: [],
      ...(replyTo === undefined ? {} : { replyTo }),
    }
    const outcome = await messenger.send({ ...message, text, format: 'html' })
    if (outcome.kind !== 'plain') return outcome
    log.error('markup refused', { description: outcome.description })
    return await messenger.send({ ...message, text: plainText(text), format: 'plain' })
  }

  return async (amendment) => {
    const { id, chatId, edition, messageIds, attempts, stopped } = amendment
    if (stopped !== null) return await amendments.settle(id, { state: 'gone', reason: stopped }, clock.now())
    const again = async ({ at }: { at: number }) => await amendments.later(id, { at, attempts, reason: null })
    const { part, reply: text } = await render(amendment)
    const messageId = messageIds[part?.index ?? 0]
    if (part !== null && messageId !== undefined) {
      const mine = await turn(chatId)
      if (mine !== 'now') return await again(mine)
      const buttons = part.index === edition.parts.length - 1 ? edition.buttons : []
      const outcome = await amender.edit({ chatId, messageId, html: part.html, buttons })
      if (outcome.kind === 'edited')
        return await amendments.settle(id, { state: 'edited', reason: null }, clock.now())
      if (outcome.kind !== 'not-editable') return await conclude(amendment, outcome)
      log.info('a digest cannot be edited: the correction follows it', {
        amendment: id,
        description: outcome.description,
      })
    }
    const mine = await turn(chatId)
    if (mine !== 'now') return await again(mine)
    await conclude(amendment, await reply(amendment, text, messageId))
  }

  async function conclude(amendment: Amendment, outcome: Outcome): Promise<void> {
    const { id, attempts, readerId, chatId } = amendment
    const now = clock.now()
    // Messages that were on their way together have met the same outage.
    if (outcome.kind !== 'unreachable') outages = 0
    else if (pace.heldUntil() === 0) outages += 1
    const decision = afterAttempt(outcome, { attempts, outages, now, jitter: random() })
    switch (decision.kind) {
      case 'delivered':
        return await amendments.settle(id, { state: 'replied', reason: null }, now)
      case 'later':
        await hold(decision, chatId)
        return await amendments.later(id, decision)
      case 'moved':
        await readers.moveChat(chatId, decision.chatId)
        return await amendments.later(id, { at: now, attempts: decision.attempts, reason: 'moved' })
      case 'gone':
      case 'paused':
        await readers.stop(readerId, decision.reason)
        return await amendments.settle(id, { state: 'gone', reason: decision.reason }, now)
      case 'failed':
        log.error('a correction did not arrive', { amendment: id, reason: decision.reason })
        return await amendments.settle(id, { state: 'failed', reason: decision.reason }, now)
      case 'stop':
        return onStop(decision.reason)
    }
  }

  async function hold(by: Extract<Decision, { kind: 'later' }>, chat: number): Promise<void> {
    if (by.hold === null) return
    const chatId = by.hold === 'global' ? null : chat
    if (chatId === null) pace.hold(by.at)
    else pace.holdChat(chatId, by.at)
    if (by.asked) await outbox.saveHold({ chatId, until: by.at })
  }
}
