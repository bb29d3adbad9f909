import { type PartialDate, parseDate } from '../arabic/dates.ts'

/** The first and the last day (`YYYY-MM-DD`) that a date as far as it is known may mean. */
export interface Days {
  readonly first: string
  readonly last: string
}

/** Longer is no date that anybody types behind `من:`. */
const LONGEST = 40

/** Reads a date of a query, `2024`, `2024-06`, `19/6/2024`, `يونيو-2024` or `أمس`; null for what is none. */
export function readDays(text: string, today: string): Days | null {
  if (text.length > LONGEST) return null
  const date = parseDate(text, today)
  return date === null ? null : daysOf(date)
}

function daysOf({ value, precision }: PartialDate): Days {
  const [year = '', month = '01'] = value.split('-')
  if (precision === 'year') return { first: `${year}-01-01`, last: `${year}-12-31` }
  if (precision !== 'month') return { first: value.slice(0, 10), last: value.slice(0, 10) }
  // Day 0 of the next month is the last of this one.
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { first: `${value}-01`, last: `${value}-${length}` }
}

/** The period between two dates, both included; typed the wrong way round it means the same. */
export function periodOf(
  since: Days | null,
  until: Days | null,
): { since: string | null; until: string | null } {
  if (since === null || until === null) return { since: since?.first ?? null, until: until?.last ?? null }
  return since.first <= until.last
    ? { since: since.first, until: until.last }
    : { since: until.first, until: since.last }
}
