import { isZone, latestOccurrence, nextDueAt } from '../readers/subscription.ts'

/** How late a digest may come; what is later is left to the next one. */
export const LATEST_MS = 12 * 60 * 60 * 1000

/** The digest that a reader is due. */
export interface Slot {
  /** The local calendar date that it belongs to: one digest per reader and date, whatever clock or zone do. */
  readonly slot: string
  readonly verdict: 'send' | 'too_late'
  /** When the reader is due again. */
  readonly nextDueAt: number
}

/**
 * Which digest a reader who is due at `now` is owed. The latest due moment counts; those that were missed
 * before it are folded into it, so a long downtime gives one digest.
 */
export function slotAt(subscription: { minuteOfDay: number; zone: string }, now: number): Slot {
  const { minuteOfDay } = subscription
  // Zones are renamed now and then. A digest at the wrong hour is better than none, and than a tick that fails.
  const zone = isZone(subscription.zone) ? subscription.zone : 'UTC'
  const due = latestOccurrence(minuteOfDay, zone, now)
  return {
    slot: due.day,
    verdict: now - due.at > LATEST_MS ? 'too_late' : 'send',
    nextDueAt: nextDueAt(minuteOfDay, zone, now),
  }
}

/** The slot of a digest that was asked for out of turn; it is no calendar date, so it takes none. */
export function slotNow(now: number): string {
  return `now:${new Date(now).toISOString()}`
}
