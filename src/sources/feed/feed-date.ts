import { type PartialDate, parseDate } from '../../arabic/dates.ts'

/** When an item was published: as it is printed, and as a moment to sort by. */
export interface FeedDate {
  readonly printed: PartialDate
  /** Epoch milliseconds; of a date without a zone, as if it were UTC. */
  readonly at: number
}

const DAY_MS = 86_400_000
/** Nobody published a feed before; programs that know no date write the beginning of their time. */
const EARLIEST = Date.UTC(1990, 0, 1)
/** The name of a zone behind a time: it is not printed, and only some of the names are known. */
const ZONE_NAME = /(\d:\d{2}(?::\d{2})?)\s*(?:UTC|UT|GMT|Z|[ECMP][SD]T|[A-Z]{3,4})\s*$/
/** `Wed Jun 19 17:50:06 UTC 2024`, as the C library writes it. */
const ASCTIME =
  /^[A-Z][a-z]{2},?\s+([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d\d:\d\d(?::\d\d)?)\s+(?:[A-Z]{3,4}\s+)?(\d{4})$/
const SHORT_YEAR = /^((?:[A-Z][a-z]+,?\s+)?\d{1,2}\s+[A-Z][a-z]{2,8})\s+(\d{2})(?=\s+\d{1,2}:)/

/**
 * Reads the date of an item, in whatever form feeds write it; null for none, for one that is not understood, and for one
 * that cannot be true: before 1990, or more than a day ahead.
 * @param now epoch milliseconds
 */
export function readFeedDate(raw: string | undefined, now: number): FeedDate | null {
  const text = raw?.replace(/\s+/gu, ' ').trim() ?? ''
  if (text === '' || text.length > 100) return null
  const printed = /^\d{9,13}$/.test(text) ? fromEpoch(text) : parseDate(normalised(text))
  if (printed === null) return null
  const at = momentOf(text, printed)
  return at < EARLIEST || at > now + DAY_MS ? null : { printed, at }
}

function normalised(text: string): string {
  return text
    .replace(ASCTIME, '$2 $1 $4 $3')
    .replace(SHORT_YEAR, (_, day: string, year: string) => `${day} ${Number(year) < 70 ? '20' : '19'}${year}`)
    .replace(ZONE_NAME, '$1')
}

/** Seconds, or milliseconds, since 1970: printed in UTC, for it names no zone. */
function fromEpoch(text: string): PartialDate {
  const milliseconds = text.length > 10 ? Number(text) : Number(text) * 1000
  return { value: new Date(milliseconds).toISOString().slice(0, 19), precision: 'second' }
}

function momentOf(text: string, { value }: PartialDate): number {
  const zoned = /[A-Za-z]|[+-]\d{2}:?\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  const whole = `${value}${'0000-01-01T00:00:00'.slice(value.length)}Z`
  return Number.isNaN(zoned) ? Date.parse(whole) : zoned
}
