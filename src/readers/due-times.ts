import { isChosenDay } from './days.ts'
import type { Preferences, Subscription, Weekday } from './subscription.ts'
import { localDate, localMinute, type PlainDate, reachedAt } from './wall-clock.ts'
import { knownZone } from './zones.ts'

/** One due moment of a subscription. */
export interface Occurrence {
  /** Unique per reader: the day, or `day#2`, `day#3` for the second and third time of the list. */
  readonly slot: string
  /** The calendar day that was meant, whatever a gap in the local time made of it. */
  readonly day: string
  /** Epoch milliseconds. */
  readonly at: number
}

/** Days looked at for one that is chosen: a week, and another where the date line swallowed the chosen day. */
const FARTHEST_DAYS = 15

/** The first due moment after `after`. An unknown zone is read as UTC. */
export function nextOccurrence(preferences: Preferences, after: number): Occurrence {
  const { times } = preferences
  const zone = knownZone(preferences.zone)
  // Whatever the wall clock shows at `after` or showed before has been reached: only what lies ahead is looked at.
  const minute = localMinute(after, zone)
  let day = localDate(after, zone)
  let index = times.findIndex((time) => time > minute)
  for (let days = 0; days < FARTHEST_DAYS; days += 1) {
    if (index >= 0 && isChosen(preferences, zone, day)) {
      for (; index < times.length; index += 1) {
        const at = reachedAt(day, times[index] as number, zone)
        if (at !== null && at > after) return occurrence(day, index, at)
      }
    }
    day = day.add({ days: 1 })
    index = 0
  }
  throw new RangeError('A subscription without a time has no next digest.')
}

/** The last due moment up to and including `at`; null only for a subscription without a time. */
export function latestOccurrence(preferences: Preferences, at: number): Occurrence | null {
  const zone = knownZone(preferences.zone)
  const minute = localMinute(at, zone)
  const today = localDate(at, zone)
  return repeatedBy(preferences, zone, today, minute, at) ?? shownBy(preferences, zone, today, minute)
}

/** The last occurrence at or before what the wall clock shows; no gap and no repetition can have kept it away. */
function shownBy(
  preferences: Preferences,
  zone: string,
  today: PlainDate,
  minute: number,
): Occurrence | null {
  const { times } = preferences
  let day = today
  let index = times.findLastIndex((time) => time <= minute)
  for (let days = 0; days < FARTHEST_DAYS; days += 1) {
    const at =
      index >= 0 && isChosen(preferences, zone, day) ? reachedAt(day, times[index] as number, zone) : null
    if (at !== null) return occurrence(day, index, at)
    day = day.subtract({ days: 1 })
    index = times.length - 1
  }
  return null
}

/** The last one that lies ahead of the wall clock and came all the same: the clock was put back since. */
function repeatedBy(
  preferences: Preferences,
  zone: string,
  today: PlainDate,
  minute: number,
  by: number,
): Occurrence | null {
  let found: Occurrence | null = null
  for (const [day, after] of [[today, minute] as const, [today.add({ days: 1 }), -1] as const]) {
    if (!isChosen(preferences, zone, day)) continue
    for (const [index, time] of preferences.times.entries()) {
      if (time <= after) continue
      const at = reachedAt(day, time, zone)
      if (at === null) break
      if (at > by) return found
      found = occurrence(day, index, at)
    }
  }
  return found
}

/**
 * When a subscription that was just set is due first. It may be `now`: the digest that is still owed for a day
 * whose new hour has passed already. Planning at that moment finds it as the latest occurrence. A moment whose slot
 * was given under the old rules is no second digest, because a slot is given once.
 *
 * @param previous what it replaces; null for a new subscriber, whose first digest is the next one
 */
export function firstDueAt(preferences: Preferences, previous: Subscription | null, now: number): number {
  const next = nextOccurrence(preferences, now)
  const latest = previous === null ? null : latestOccurrence(preferences, now)
  if (previous === null || latest === null) return next.at
  // The first digest that the old rules have not given yet. The days before its day had theirs, or wanted none.
  const owed = latestOccurrence(previous, previous.nextDueAt)
  if (owed === null || latest.day < owed.day) return next.at
  return previous.nextDueAt <= now || latest.day < next.day ? now : next.at
}

/** The calendar day (`YYYY-MM-DD`) in `zone`. */
export function localDay(epochMs: number, zone: string): string {
  return localDate(epochMs, zone).toString()
}

function isChosen({ days }: Preferences, zone: string, day: PlainDate): boolean {
  return isChosenDay(days, day.dayOfWeek as Weekday, zone)
}

function occurrence(day: PlainDate, index: number, at: number): Occurrence {
  const name = day.toString()
  return { slot: index === 0 ? name : `${name}#${index + 1}`, day: name, at }
}
