const DAY_MS = 86_400_000

/** Whether this day exists, within the years a report can be of (1900 to 2100). */
export function isDay(year: number, month: number, day: number): boolean {
  if (!isYear(year) || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A year that a report can be of. */
export function isYear(year: number): boolean {
  return year >= 1900 && year <= 2100
}

/** 0 (Sunday) to 6. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

/** The day (`YYYY-MM-DD`) so many days before another. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * DAY_MS).toISOString().slice(0, 10)
}

/** The latest year in which this day and month are not after `today`; null for a day that no year has. */
export function latestYear(month: number, day: number, today: string): number | null {
  const now = Number(today.slice(0, 4))
  // Eight years: February 29 skips 1900 and 2100.
  for (let year = now; year >= now - 8; year--) {
    if (isDay(year, month, day) && `${year}-${two(month)}-${two(day)}` <= today) return year
  }
  return null
}

/** Two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0')
}
