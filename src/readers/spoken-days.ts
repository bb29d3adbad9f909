import { daysOf } from './days.ts'
import { phraseAt, phraseBook, type SpokenWord } from './spoken-words.ts'
import type { Days, Weekday } from './subscription.ts'

/** Days found among words, and how many of them they take. */
export interface DaysSpoken {
  readonly days: Days
  readonly taken: number
}

/**
 * The days that begin at a word: `يوميا`, `every day except Friday`, `أيام العمل`, `mon-fri`,
 * `من الأحد إلى الخميس`, `كل سبت`. Null where none do.
 */
export function daysAt(words: readonly SpokenWord[], start: number): DaysSpoken | null {
  const whole = phraseAt(WHOLE, words, start)
  if (whole !== null)
    return whole.meaning === 'daily'
      ? withoutSome(words, start, whole.taken)
      : { days: whole.meaning, taken: whole.taken }
  const lead = phraseAt(LEADS, words, start)?.taken ?? 0
  const span = spanAt(words, start + lead)
  return span === null ? null : { days: daysOf(span.weekdays), taken: lead + span.taken }
}

/** Both together: `السبت والثلاثاء`; null for what is no one choice: `أيام العمل والسبت`. */
export function bothDays(a: Days, b: Days): Days | null {
  if (typeof a !== 'string' && typeof b !== 'string') return daysOf([...a, ...b])
  return a === b ? a : null
}

interface Span {
  readonly weekdays: readonly Weekday[]
  readonly taken: number
}

/** One day, or all from one to another. */
function spanAt(words: readonly SpokenWord[], at: number): Span | null {
  const hyphened = /^(\p{L}+)[-–—](\p{L}+)$/u.exec(words[at]?.key ?? '')
  if (hyphened !== null) {
    const [from, to] = [dayOf(hyphened[1] as string), dayOf(hyphened[2] as string)]
    return from === null || to === null ? null : { weekdays: between(from, to), taken: 1 }
  }
  const from = dayOf(words[at]?.key ?? '')
  if (from === null) return null
  const until = phraseAt(UNTIL, words, at + 1)
  const to = until === null ? null : dayOf(words[at + 1 + until.taken]?.key ?? '')
  if (until === null || to === null) return { weekdays: [from], taken: 1 }
  return { weekdays: between(from, to), taken: until.taken + 2 }
}

function withoutSome(words: readonly SpokenWord[], start: number, taken: number): DaysSpoken {
  const except = phraseAt(EXCEPT, words, start + taken)
  if (except === null) return { days: 'daily', taken }
  const left = new Set<Weekday>()
  let end = taken + except.taken
  for (let span = spanAt(words, start + end); span !== null; ) {
    for (const weekday of span.weekdays) left.add(weekday)
    end += span.taken
    const joint = phraseAt(AND, words, start + end)?.taken ?? 0
    span = spanAt(words, start + end + joint)
    if (span !== null) end += joint
  }
  // Without a day after it the word means something else; without a day left nobody meant it.
  if (left.size === 0 || left.size === 7) return { days: 'daily', taken }
  return { days: daysOf(WEEK.filter((weekday) => !left.has(weekday))), taken: end }
}

function between(from: Weekday, to: Weekday): Weekday[] {
  return WEEK.map((_, index) => (((from - 1 + index) % 7) + 1) as Weekday).slice(0, ((to - from + 7) % 7) + 1)
}

/** A day by its name, with or without the `و` that joins it to the one before. */
function dayOf(key: string): Weekday | null {
  return names().get(key) ?? (key.startsWith('و') ? (names().get(key.slice(1)) ?? null) : null)
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const WHOLE = phraseBook<'daily' | 'working'>([
  [
    'daily',
    'daily, every day, everyday, each day, all days, يوميا، كل يوم، كل الأيام، جميع الأيام، طوال الأسبوع، في كل يوم',
  ],
  [
    'working',
    'weekdays, on weekdays, every weekday, weekday, working days, workdays, business days, work days, أيام العمل، في أيام العمل، أيام الدوام، أيام الأسبوع العملية، كل يوم عمل، أيام عمل',
  ],
])

const LEADS = phraseBook([
  [
    '',
    'every, each, on, weekly, weekly on, every week on, from, كل، كل يوم، يوم، يومي، أيام، في أيام، في يوم، من، من يوم، أسبوعيا، أسبوعيا يوم، أسبوعيا كل',
  ],
])

const UNTIL = phraseBook([['', 'to, till, until, through, -, –, إلى، حتى، لغاية، إلى يوم، حتى يوم']])

const AND = phraseBook([['', 'and, و']])

const EXCEPT = phraseBook([
  [
    '',
    'except, except on, but, but not, without, إلا، ما عدا، عدا، ماعدا، باستثناء، إلا يوم، ما عدا يوم، عدا يوم، سوى',
  ],
])

const NAMES: readonly (readonly [Weekday, string])[] = [
  [1, 'الاثنين، الإثنين، اثنين، الأثنين، mon, monday, mondays'],
  [2, 'الثلاثاء، ثلاثاء، التلات، الثلاث، tue, tues, tuesday, tuesdays'],
  [3, 'الأربعاء، أربعاء، الأربع، wed, weds, wednesday, wednesdays'],
  [4, 'الخميس، خميس، thu, thur, thurs, thursday, thursdays'],
  [5, 'الجمعة، جمعة، fri, friday, fridays'],
  [6, 'السبت، سبت، sat, saturday, saturdays'],
  [7, 'الأحد، أحد، sun, sunday, sundays'],
]

let byName: ReadonlyMap<string, Weekday> | null = null

function names(): ReadonlyMap<string, Weekday> {
  byName ??= new Map(
    phraseBook(NAMES).map(({ meaning, words }): [string, Weekday] => [words[0] as string, meaning]),
  )
  return byName
}
