import { daysBefore, isDay, isYear, latestYear, two, weekdayOf } from './calendar.ts'
import { fold } from './fold.ts'
import { MONTH, monthNumber, WEEKDAY, weekdayNumber } from './months.ts'

/** A date as far as it is known; `value` is as long as `precision` says, local time as printed, no zone. */
export interface PartialDate {
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`. */
  readonly value: string
  readonly precision: 'year' | 'month' | 'day' | 'minute' | 'second'
}

/** A month under one name or two: يونيو, يونيو/حزيران, يونيو (حزيران). */
const NAMED = `(?<month>${MONTH})(?:\\s*[/\\\\-]\\s*(?<twin>${MONTH})|\\s*\\(\\s*(?<twinned>${MONTH})\\s*\\))?`
const YEAR =
  '(?:\\s*[,،/-]\\s*|\\s+)(?:من\\s+)?(?:(?:عام|سنه)\\s+)?(?<year>\\d{4})(?!\\d)(?:\\s?م(?!\\p{L}))?'
const NUMBER_DAY = '(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)'
const LINK = '(?:\\s*[/-]\\s*|\\s*(?:من|of)\\s+|\\s*)(?:شهر\\s+)?'
const MERIDIEM = 'صباحا|مسا|ظهرا|عصرا|ليلا|a\\.?m\\b\\.?|p\\.?m\\b\\.?|[صم](?!\\p{L})\\.?'
const CLOCK = `(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?(?!\\d)(?:\\s*(?<half>${MERIDIEM}))?`
const ZONE =
  '(?:\\s*\\(?(?:z|utc|gmt)?\\s*(?:[+-]\\d{1,2}(?::?\\d{2})?)?\\)?|\\s*\\(?(?:ب?توقيت|بالتوقيت)[\\p{L}\\s]{0,40}\\)?)'
const GAP = '(?:\\s*[,،|t–—-]\\s*|\\s+)'
const BEFORE = `(?:(?:في|يوم|بتاريخ|on)\\s+)*(?:(?<weekday>${WEEKDAY})(?:\\s*[,،-]\\s*|\\s+))?(?:(?:في|الموافق)\\s+)?`
const AFTER = `(?:${GAP}(?:(?:في|الساعه|علي|at)\\s+)*${CLOCK}${ZONE})?`

const DATES = [
  '(?<!\\d)(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d)',
  '(?<!\\d)(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})[-/.](?<year>\\d{4})(?!\\d)',
  `${NUMBER_DAY}${LINK}${NAMED}${YEAR}`,
  `(?<!\\p{L})(?<month>${MONTH})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d),?\\s+(?<year>\\d{4})(?!\\d)`,
]
const MONTHS = [
  `(?<!\\p{L}|\\d\\s?[/-]?\\s?)${NAMED}${YEAR}`,
  '(?<!\\d)(?<year>\\d{4})-(?<month>\\d{2})(?![\\d-])',
]
/** Forms that only make sense when they are all there is. */
const ALONE = [
  '(?<year>\\d{4})(?:\\s?م)?',
  '(?<month>\\d{1,2})[/-](?<year>\\d{4})',
  `${NUMBER_DAY}${LINK}${NAMED}`,
  `(?<month>${MONTH})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?`,
]

const WHOLE = [...DATES, ...MONTHS, ...ALONE].flatMap((form) => [
  new RegExp(`^${BEFORE}${form}${AFTER}$`, 'u'),
  new RegExp(`^${CLOCK}${ZONE}${GAP}${BEFORE}${form}$`, 'u'),
])
const WITHIN = [...DATES, ...MONTHS].map(
  (form) => new RegExp(`(?:(?<!\\p{L})${BEFORE})?${form}${AFTER}`, 'gu'),
)
const RELATIVE = new RegExp(
  `^(?<word>اليوم|today|اول\\s+(?:من\\s+)?امس|قبل\\s+امس|امس\\s+الاول|day before yesterday|امس|البارحه|yesterday)(?:${GAP}(?<weekday>${WEEKDAY}))?${AFTER}$`,
  'u',
)

/**
 * Reads a whole string as a date, the way an editor types it or a page prints it; null when it is none, when
 * the day does not exist, when the weekday contradicts it, or when the year is outside 1900 to 2100.
 * Numbers are day first. With `today` (`YYYY-MM-DD`) also `أمس` and days without a year: the latest not after today.
 */
export function parseDate(text: string, today?: string): PartialDate | null {
  if (text.length > 200) return null
  const line = normal(text).trim()
  const relative = today === undefined ? null : RELATIVE.exec(line)?.groups
  if (relative && today !== undefined) {
    const word = relative['word'] ?? ''
    const back = /^(?:اليوم|today)$/.test(word) ? 0 : /^(?:امس|البارحه|yesterday)$/.test(word) ? 1 : 2
    const [year = '', month = '', day = ''] = daysBefore(today, back).split('-')
    return dateOf({ ...relative, year, month, day })
  }
  for (const form of WHOLE) {
    const groups = form.exec(line)?.groups
    const date = groups === undefined ? null : dateOf(groups, today)
    if (date !== null) return date
  }
  return null
}

/** The first date in a longer line that names at least its month and year; a bare year may be any number. */
export function findDate(line: string): PartialDate | null {
  const text = normal(line.slice(0, 2000))
  // All forms have one, few lines do.
  if (!/\d{4}/.test(text)) return null
  let first: { index: number; date: PartialDate } | null = null
  for (const form of WITHIN) {
    for (const match of text.matchAll(form)) {
      if (first !== null && match.index >= first.index) break
      const date = dateOf(match.groups ?? {})
      if (date === null) continue
      first = { index: match.index, date }
      break
    }
  }
  return first?.date ?? null
}

function normal(text: string): string {
  return fold(text).replace(/\s+/g, ' ')
}

type Fields = Readonly<Record<string, string | undefined>>

function dateOf(fields: Fields, today?: string): PartialDate | null {
  const month = monthOf(fields)
  if (month === null) return null
  const day = fields['day'] === undefined ? null : Number(fields['day'])
  const year = fields['year'] === undefined ? yearless(month, day, today) : Number(fields['year'])
  if (year === null || !isYear(year)) return null
  if (day === null || month === 0) {
    if (fields['hour'] !== undefined || fields['weekday'] !== undefined) return null
    return month === 0
      ? { value: String(year), precision: 'year' }
      : { value: `${year}-${two(month)}`, precision: 'month' }
  }
  if (!isDay(year, month, day)) return null
  const weekday = fields['weekday']
  if (weekday !== undefined && weekdayNumber(weekday) !== weekdayOf(year, month, day)) return null
  return withTime(`${year}-${two(month)}-${two(day)}`, fields)
}

/** 1 to 12; 0 where no month is named; null where none is meant, or two different ones. */
function monthOf(fields: Fields): number | null {
  const name = fields['month']
  if (name === undefined) return 0
  const month = /^\d/.test(name) ? Number(name) : monthNumber(name)
  const twin = fields['twin'] ?? fields['twinned']
  if (twin !== undefined && monthNumber(twin) !== month) return null
  return month >= 1 && month <= 12 ? month : null
}

function yearless(month: number, day: number | null, today: string | undefined): number | null {
  return today === undefined || day === null ? null : latestYear(month, day, today)
}

function withTime(day: string, fields: Fields): PartialDate | null {
  if (fields['hour'] === undefined) return { value: day, precision: 'day' }
  const half = fields['half']?.replaceAll('.', '')
  let hour = Number(fields['hour'])
  if (half !== undefined && hour <= 12) {
    const morning = /^(?:ص|صباحا|am)$/.test(half)
    hour = morning ? hour % 12 : half === 'ليلا' && hour < 6 ? hour : (hour % 12) + 12
  }
  const minute = fields['minute'] ?? ''
  const second = fields['second']
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null
  const clock = `${day}T${two(hour)}:${minute}`
  return second === undefined
    ? { value: clock, precision: 'minute' }
    : { value: `${clock}:${second}`, precision: 'second' }
}
