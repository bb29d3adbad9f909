import { latestOccurrence, nextOccurrence } from '../readers/due-times.ts'
import { quietUntil } from '../readers/quiet-hours.ts'
import type { Preferences } from '../readers/subscription.ts'

/** The digest that a reader is due. */
export interface Slot {
  /** The local calendar date that it belongs to (`date#2` for the second time of a day): one digest each. */
  readonly slot: string
  /** Its due moment, epoch milliseconds; long ago after a downtime. */
  readonly at: number
  /** When the reader is due again. */
  readonly nextDueAt: number
  /** When it may go out: now, or the end of the quiet hours into which it is late. */
  readonly availableAt: number
  readonly silent: boolean
}

/**
 * Which digest a reader who is due at `now` is owed. The latest due moment counts; those that were missed before it,
 * however long ago, are folded into it, so a downtime gives one digest. A digest whose own hour lies in the quiet hours
 * was wanted then: it goes, without a sound.
 */
export function slotAt(preferences: Preferences, now: number): Slot {
  const { slot, at } = latestOccurrence(preferences, now) ?? { slot: slotNow(now), at: now }
  const dueInQuiet = quietUntil(preferences, at) !== null
  return {
    slot,
    at,
    nextDueAt: nextOccurrence(preferences, now).at,
    availableAt: dueInQuiet ? now : (quietUntil(preferences, now) ?? now),
    silent: preferences.silent || dueInQuiet,
  }
}

/** The slot of a digest that was asked for out of turn; it is no calendar date, so it takes none. */
export function slotNow(now: number): string {
  return `now:${new Date(now).toISOString()}`
}
