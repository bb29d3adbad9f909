import { daysBefore } from '../../arabic/calendar.ts'
import { slotAt } from '../../digests/slots.ts'
import { formatInstant } from '../../messages/instants.ts'
import type { PreferencesView } from '../../messages/preferences.ts'
import type { NextDigest } from '../../messages/subscription.ts'
import { restDays } from '../../readers/days.ts'
import type { Preferences, Subscription, Weekday } from '../../readers/subscription.ts'
import { knownZone } from '../../readers/zones.ts'

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** What a reader has chosen, as the messages tell it. */
export function viewOf(preferences: Preferences): PreferencesView {
  return { ...preferences, workingDays: workingDays(preferences.zone) }
}

/** The days on which people of this zone's country work, by its custom. */
export function workingDays(zone: string): Weekday[] {
  const rest = restDays(zone)
  return WEEK.filter((day) => !rest.includes(day))
}

/**
 * When the next digest comes, seen from `now` (epoch milliseconds): by the rules that will plan it, so that one which
 * is late waits for the end of the quiet hours here, too.
 */
export function nextDigestOf(subscription: Subscription, now: number): NextDigest {
  const zone = knownZone(subscription.zone)
  const { availableAt, silent } = slotAt(subscription, Math.max(now, subscription.nextDueAt))
  const [today] = localParts(now, zone)
  const [day, time] = localParts(availableAt, zone)
  return {
    when: whenOf(availableAt <= now, day, today),
    day,
    time,
    silently: silent && !subscription.silent,
  }
}

function whenOf(due: boolean, day: string, today: string): NextDigest['when'] {
  if (due) return 'now'
  if (day === today) return 'today'
  return daysBefore(day, 1) === today ? 'tomorrow' : 'later'
}

/** Day and time of day on the wall clock. */
function localParts(epochMs: number, zone: string): [day: string, time: string] {
  const [day = '', time = ''] = formatInstant(epochMs, zone).split(' ')
  return [day, time]
}
