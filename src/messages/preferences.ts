import { formatClock, weekdayName } from './dates.ts'
import type { Wording } from './fluent.ts'
import { type Html, html } from './html.ts'
import { inDirection, stack } from './lines.ts'
import { zoneName } from './zones.ts'

/** What a reader has chosen, and which ISO weekdays are working days in the zone. */
export interface PreferencesView {
  /** Minutes after local midnight. */
  readonly times: readonly number[]
  readonly zone: string
  readonly days: DaysView
  readonly quiet: { readonly from: number; readonly to: number } | null
  readonly silent: boolean
  readonly length: 'short' | 'normal' | 'full'
  readonly whenNothing: 'skip' | 'say'
  readonly alerts: boolean
  /** ISO weekdays, 1 is Monday. */
  readonly workingDays: readonly number[]
}

export type DaysView = 'daily' | 'working' | readonly number[]

/** The day a week is said to begin with, as an ISO weekday. */
const FIRST_DAY = { ar: 6, en: 1 } as const
const DAYS_IN_WEEK = 7

/** One line for each preference that is given; a part of them may be. */
export function preferenceLines(wording: Wording, view: Partial<PreferencesView>): Html {
  const { times, zone, days, quiet, silent, length, whenNothing, alerts, workingDays = [] } = view
  return inDirection(
    wording.language,
    stack(
      times === undefined
        ? null
        : wording.html('settings-times', { count: times.length, times: timesText(wording, times) }),
      zone === undefined ? null : wording.html('settings-zone', { zone: zoneName(wording, zone) }),
      days === undefined
        ? null
        : wording.html('settings-days', { days: daysPhrase(wording, days, workingDays) }),
      quiet === undefined
        ? null
        : wording.html('settings-quiet', { quiet: html`${quietLabel(wording, quiet)}` }),
      silent === undefined
        ? null
        : wording.html('settings-sound', { sound: wording.html(silent ? 'sound-off' : 'sound-on') }),
      length === undefined
        ? null
        : wording.html('settings-length', { length: wording.html(`length-${length}`) }),
      whenNothing === undefined
        ? null
        : wording.html('settings-nothing', { choice: wording.html(`nothing-${whenNothing}`) }),
      alerts === undefined
        ? null
        : wording.html('settings-alerts', { choice: wording.html(alerts ? 'alerts-on' : 'alerts-off') }),
    ),
  )
}

/** Times of day as a list: «07:30 و20:00». */
export function timesText(wording: Wording, times: readonly number[]): string {
  return listed(wording, times.map(formatClock))
}

/** «في الساعة 07:30», «في الساعتين …», «في الساعات …». */
export function atTimes(wording: Wording, times: readonly number[]): Html {
  return wording.html('at-times', { count: times.length, times: timesText(wording, times) })
}

/** «كل يوم», «أيام العمل (الأحد إلى الخميس)», «يوم الجمعة من كل أسبوع». */
export function daysPhrase(wording: Wording, days: DaysView, workingDays: readonly number[]): Html {
  if (days === 'daily') return wording.html('days-daily')
  if (days === 'working')
    return wording.html('days-working', { days: weekdaysText(wording, workingDays, 'range') })
  return wording.html('days-chosen', { count: days.length, days: weekdaysText(wording, days, 'list') })
}

/** Working days as a button names them. */
export function workingDaysLabel(wording: Wording, workingDays: readonly number[]): string {
  return wording.text('days-working', { days: weekdaysText(wording, workingDays, 'range') })
}

/** «من 22:00 إلى 07:00», or that there are none; plain text, for buttons too. */
export function quietLabel(wording: Wording, quiet: PreferencesView['quiet']): string {
  if (quiet === null) return wording.text('quiet-off')
  return wording.text('quiet-between', { from: formatClock(quiet.from), to: formatClock(quiet.to) })
}

/** The ISO weekdays in the order in which a week is told in this language. */
export function weekOrder(wording: Wording): number[] {
  return Array.from({ length: DAYS_IN_WEEK }, (_, index) => wrapped(FIRST_DAY[wording.language] + index))
}

/** Days in the order of the week; three or more that follow each other as a range, where one is asked for. */
function weekdaysText(wording: Wording, days: readonly number[], form: 'list' | 'range'): string {
  const { language } = wording
  const run = form === 'range' ? runOf(days) : null
  if (run !== null) {
    const [from, to] = run
    return wording.text('weekday-range', { from: weekdayName(from, language), to: weekdayName(to, language) })
  }
  const ordered = weekOrder(wording).filter((day) => days.includes(day))
  return listed(
    wording,
    ordered.map((day) => weekdayName(day, language)),
  )
}

/** First and last of days that follow each other, also across the end of a week; null for fewer than three. */
function runOf(days: readonly number[]): readonly [number, number] | null {
  const starts = days.filter((day) => !days.includes(wrapped(day - 1)))
  const [start] = starts
  return starts.length !== 1 || start === undefined || days.length < 3
    ? null
    : [start, wrapped(start + days.length - 1)]
}

function wrapped(day: number): number {
  return ((day - 1 + DAYS_IN_WEEK) % DAYS_IN_WEEK) + 1
}

function listed(wording: Wording, parts: readonly string[]): string {
  const locale = wording.language === 'en' ? 'en-GB' : wording.language
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
}
