import { Temporal } from 'temporal-polyfill'

export type PlainDate = Temporal.PlainDate

/** The calendar day in `zone`. */
export function localDate(epochMs: number, zone: string): PlainDate {
  return local(epochMs, zone).toPlainDate()
}

/** Minutes after midnight that the clock of `zone` shows. */
export function localMinute(epochMs: number, zone: string): number {
  const { hour, minute } = local(epochMs, zone)
  return hour * 60 + minute
}

/**
 * The first moment at which the wall clock of `zone` has reached `minuteOfDay` of `day`: of a time that comes
 * twice the first, of one that is skipped the first minute after the gap. Null for a day that the zone never had
 * (Samoa had no 30 December 2011).
 */
export function reachedAt(day: PlainDate, minuteOfDay: number, zone: string): number | null {
  const wall = wallTime(day, minuteOfDay)
  const shown = wall.toZonedDateTime(zone, { disambiguation: 'compatible' })
  if (shown.minute === wall.minute && shown.hour === wall.hour && shown.day === wall.day) {
    return shown.epochMilliseconds
  }
  if (!day.toZonedDateTime(zone).toPlainDate().equals(day)) return null
  // Read with the offset of after the gap, a skipped time is a moment before it.
  const before = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return (before.getTimeZoneTransition('next') ?? shown).epochMilliseconds
}

/** The last moment at which the wall clock of `zone` comes to `minuteOfDay` of `day`: of two the second. */
export function reachedLastAt(day: PlainDate, minuteOfDay: number, zone: string): number {
  return wallTime(day, minuteOfDay).toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
}

function local(epochMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone)
}

function wallTime(day: PlainDate, minuteOfDay: number): Temporal.PlainDateTime {
  return day.toPlainDateTime({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 })
}
