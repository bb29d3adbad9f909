import { formatDay } from './dates.ts'
import type { Wording } from './fluent.ts'
import { EMPTY, type Html, html, joinHtml } from './html.ts'
import { inDirection, oneLine, stack } from './lines.ts'
import { atTimes, daysPhrase, type PreferencesView, preferenceLines } from './preferences.ts'
import { shorten } from './shorten.ts'
import { zoneName } from './zones.ts'

const GIVEN_LIMIT = 80

/** When the next digest comes, in the reader's own time. */
export interface NextDigest {
  readonly when: 'now' | 'today' | 'tomorrow' | 'later'
  /** The local day, `YYYY-MM-DD`. */
  readonly day: string
  /** The local time, `HH:MM`. */
  readonly time: string
  /** Its hour lies in the quiet hours, so it makes no sound. */
  readonly silently: boolean
}

/** What the digest is from now on, and when the next one comes. Only what is unusual is told beside. */
export function subscribed(wording: Wording, input: { view: PreferencesView; next: NextDigest }): Html {
  const { view, next } = input
  const { days, times, zone, quiet, silent, length, whenNothing, workingDays } = view
  return inDirection(
    wording.language,
    stack(
      wording.html('subscribed', {
        days: daysPhrase(wording, days, workingDays),
        times: atTimes(wording, times),
        zone: zoneName(wording, zone),
      }),
      nextDigest(wording, next),
      preferenceLines(wording, {
        ...(length === 'normal' ? {} : { length }),
        ...(quiet === null ? {} : { quiet }),
        ...(silent ? { silent } : {}),
      }),
      wording.html(`subscribed-${whenNothing}`),
    ),
  )
}

/** One line, or two where it comes without a sound because of the quiet hours. */
export function nextDigest(wording: Wording, { when, day, time, silently }: NextDigest): Html {
  const line =
    when === 'now'
      ? wording.html('next-now')
      : wording.html(`next-${when}`, { day: html`${formatDay(day, wording.language)}`, time })
  return stack(line, silently ? wording.html('next-silently') : null)
}

/** The subscription has ended. */
export function unsubscribed(wording: Wording): Html {
  return wording.html('unsubscribed')
}

/** There was no subscription to end. */
export function notSubscribed(wording: Wording): Html {
  return wording.html('not-subscribed')
}

/**
 * A line that could not be read whole, or not in one way only. `given` is what was not understood, null where that
 * was nothing; `whichZone`: candidates stand on the buttons.
 */
export function unclear(
  wording: Wording,
  input: { given: string | null; understood: Partial<PreferencesView>; whichZone: boolean },
): Html {
  const { given, understood, whichZone } = input
  const lines = preferenceLines(wording, understood)
  const words = given === null ? '' : shorten(oneLine(given), GIVEN_LIMIT)
  return inDirection(
    wording.language,
    joinHtml(
      [
        words === '' ? EMPTY : wording.html('not-understood', { given: words }),
        lines.markup === '' ? EMPTY : stack(wording.html('understood'), lines),
        whichZone ? wording.html('which-zone') : EMPTY,
        given === null ? EMPTY : wording.html('subscribe-examples'),
      ],
      '\n\n',
    ),
  )
}
