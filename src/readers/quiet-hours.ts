import type { Preferences, QuietHours } from './subscription.ts'
import { localDate, localMinute, reachedAt, reachedLastAt } from './wall-clock.ts'
import { knownZone } from './zones.ts'

/** Whether the clock may show `minuteOfDay` only silently. The beginning belongs to the quiet hours, the end does not. */
export function liesInQuietHours(minuteOfDay: number, { from, to }: QuietHours): boolean {
  return from <= to ? minuteOfDay >= from && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to
}

/** The end (epoch milliseconds) of the quiet hours in which `at` lies; null when it lies in none. */
export function quietUntil({ quiet, zone: named }: Preferences, at: number): number | null {
  if (quiet === null) return null
  const zone = knownZone(named)
  const minute = localMinute(at, zone)
  if (!liesInQuietHours(minute, quiet)) return null
  const today = localDate(at, zone)
  const day = minute < quiet.to ? today : today.add({ days: 1 })
  const end = reachedAt(day, quiet.to, zone)
  // In the second run of a repeated hour its first end has passed already.
  return end !== null && end > at ? end : reachedLastAt(day, quiet.to, zone)
}
