import type { MonthCount } from './statistics.ts'

/** Months shown at most: two years. */
const WINDOW = 24
/** Months shown at least: one bar alone is no picture. */
const SHORTEST = 6
/** Publishers with a colour of their own; the rest share one. */
const NAMED = 6

/** The reports of one publisher, or of all those without a colour of their own. */
export interface MonthSeries {
  /** Null for the rest. */
  readonly publisher: string | null
  /** One number a month. */
  readonly counts: readonly number[]
}

/** What the picture of months shows. */
export interface MonthTable {
  /** `YYYY-MM`, without gaps, oldest first; empty where there is nothing to show. */
  readonly months: readonly string[]
  /** The publisher with most reports first, the rest last. */
  readonly series: readonly MonthSeries[]
  /** Reports that stand in the table. */
  readonly shown: number
  /** Reports of earlier months. */
  readonly older: number
  /** Reports that are not filed under a month up to this one. */
  readonly undated: number
}

/**
 * The last months with reports, without gaps, up to two years of them.
 *
 * @param thisMonth `YYYY-MM`; a report that stands under a later one, by a slip of the hand, must not push out the rest
 */
export function monthTable(counts: readonly MonthCount[], thisMonth: string): MonthTable {
  const dated = counts.filter(({ month }) => month !== null && month <= thisMonth) as (MonthCount & {
    readonly month: string
  })[]
  const all = sum(counts)
  const known = dated.map(({ month }) => month).sort()
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined)
    return { months: [], series: [], shown: 0, older: 0, undated: all }
  const span = Math.min(WINDOW, Math.max(SHORTEST, indexOf(last) - indexOf(first) + 1))
  const months = Array.from({ length: span }, (_, place) => monthAt(indexOf(last) - span + 1 + place))
  const inside = dated.filter(({ month }) => month >= (months[0] ?? ''))
  const shown = sum(inside)
  return {
    months,
    series: seriesOf(inside, months),
    shown,
    older: sum(dated) - shown,
    undated: all - sum(dated),
  }
}

function seriesOf(
  counts: readonly (MonthCount & { month: string })[],
  months: readonly string[],
): MonthSeries[] {
  const totals = new Map<string, number>()
  for (const { publisher, count } of counts) totals.set(publisher, (totals.get(publisher) ?? 0) + count)
  const ranked = [...totals].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
  // One publisher alone needs no "others": it takes their place.
  const named = ranked
    .slice(0, ranked.length === NAMED + 1 ? NAMED + 1 : NAMED)
    .map(([publisher]) => publisher)
  const countsOf = (belongs: (publisher: string) => boolean) =>
    months.map((month) => sum(counts.filter((each) => each.month === month && belongs(each.publisher))))
  const series: MonthSeries[] = named.map((publisher) => ({
    publisher,
    counts: countsOf((one) => one === publisher),
  }))
  return ranked.length === named.length
    ? series
    : [...series, { publisher: null, counts: countsOf((one) => !named.includes(one)) }]
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0)
}

/** Months since the year 0. */
function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function monthAt(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}
