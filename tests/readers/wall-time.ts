/** What Intl says of a zone, told without Temporal: the second opinion of the tests. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A wall clock's reading: `YYYY-MM-DD` and minutes after midnight. Readings sort as their text does. */
export interface Reading {
  readonly day: string
  readonly minute: number
}

export function wallClock(zone: string): (epochMs: number) => Reading {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (epochMs) => {
    const [, year, month, day, hour, minute] =
      /(\d{4})-(\d\d)-(\d\d), (\d\d):(\d\d)/.exec(format.format(epochMs)) ?? []
    return { day: `${year}-${month}-${day}`, minute: Number(hour) * 60 + Number(minute) }
  }
}

/** The moments between `from` and `to` (ISO) at which the offset of the zone changes, each with the minutes added. */
export function changes(zone: string, from: string, to: string): { at: number; shift: number }[] {
  const read = wallClock(zone)
  const offset = (at: number) => {
    const { day, minute } = read(at)
    return (Date.parse(`${day}T00:00:00Z`) - at) / MINUTE + minute
  }
  const found: { at: number; shift: number }[] = []
  for (let at = Date.parse(from); at < Date.parse(to); at += 24 * HOUR) {
    const [before, after] = [offset(at), offset(at + 24 * HOUR)]
    if (before === after) continue
    let [earlier, later] = [at, at + 24 * HOUR]
    while (later - earlier > MINUTE) {
      const middle = earlier + Math.floor((later - earlier) / MINUTE / 2) * MINUTE
      if (offset(middle) === before) earlier = middle
      else later = middle
    }
    found.push({ at: later, shift: after - before })
  }
  return found
}

/** `day` moved by whole days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10)
}

/** All days from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
