import type { PartialDate } from '../arabic/dates.ts'
import { formatDay, formatPartialDate } from './dates.ts'
import type { Wording } from './fluent.ts'
import { type Html, html } from './html.ts'
import { oneLine } from './lines.ts'
import { shorten } from './shorten.ts'

const GIVEN_LIMIT = 80

/** Above a digest that is shown again; `day` is null for the newest one. */
export function receivedHeading(wording: Wording, input: { day: string | null }): Html {
  const { day } = input
  if (day === null) return wording.html('day-last')
  return wording.html('day-received', { day: html`${formatDay(day, wording.language)}` })
}

/** No digest has been sent to this chat yet. */
export function nothingReceived(wording: Wording): Html {
  return wording.html('day-none-received')
}

/** Above the reports of a day, month or year. */
export function reportsHeading(wording: Wording, input: { period: PartialDate }): Html {
  return wording.html('day-reports', { day: periodName(wording, input.period) })
}

/** There are no reports of this day, month or year. */
export function noReports(wording: Wording, input: { period: PartialDate }): Html {
  return wording.html('day-empty', { day: periodName(wording, input.period) })
}

/** `given` is what was taken for a date. */
export function badDay(wording: Wording, input: { given: string }): Html {
  return wording.html('day-bad', { given: shorten(oneLine(input.given), GIVEN_LIMIT) })
}

function periodName(wording: Wording, period: PartialDate): Html {
  return html`${formatPartialDate(period, wording.language)}`
}
