import type { Days, DigestLength, Preferences, QuietHours, Weekday } from '../readers/subscription.ts'

/** The columns of a subscription that say what a reader has chosen. */
export interface PreferenceRow {
  times: string
  zone: string
  days: string
  quiet_from: number | null
  quiet_to: number | null
  silent: 0 | 1
  length: DigestLength
  when_nothing: Preferences['whenNothing']
  alerts: 0 | 1
}

/** All of them as one text, JSON of an array, that {@link createPreferencesReader} reads. */
export const PREFERENCES =
  'json_array(times, zone, days, quiet_from, quiet_to, silent, length, when_nothing, alerts)'

type PreferenceTuple = [
  times: string,
  zone: string,
  days: string,
  quietFrom: number | null,
  quietTo: number | null,
  silent: 0 | 1,
  length: DigestLength,
  whenNothing: Preferences['whenNothing'],
  alerts: 0 | 1,
]

/** As many combinations are kept at hand; readers share few. */
const MOST_AT_HAND = 20_000

/** Reads {@link PREFERENCES} so that equal texts give one and the same object, which may then serve as a key. */
export function createPreferencesReader(): (text: string) => Preferences {
  const atHand = new Map<string, Preferences>()
  return (text) => {
    const kept = atHand.get(text)
    if (kept !== undefined) return kept
    if (atHand.size >= MOST_AT_HAND) atHand.clear()
    const [times, zone, days, quiet_from, quiet_to, silent, length, when_nothing, alerts] = JSON.parse(
      text,
    ) as PreferenceTuple
    const read = toPreferences({
      times,
      zone,
      days,
      quiet_from,
      quiet_to,
      silent,
      length,
      when_nothing,
      alerts,
    })
    atHand.set(text, read)
    return read
  }
}

/** The values of the columns, by their names. */
export function toPreferenceRow(preferences: Preferences): PreferenceRow {
  const { times, zone, days, quiet, silent, length, whenNothing, alerts } = preferences
  return {
    times: JSON.stringify(times),
    zone,
    days: typeof days === 'string' ? days : days.join(','),
    quiet_from: quiet?.from ?? null,
    quiet_to: quiet?.to ?? null,
    silent: silent ? 1 : 0,
    length,
    when_nothing: whenNothing,
    alerts: alerts ? 1 : 0,
  }
}

export function toPreferences(row: PreferenceRow): Preferences {
  return {
    times: JSON.parse(row.times) as number[],
    zone: row.zone,
    days: toDays(row.days),
    quiet: toQuietHours(row),
    silent: row.silent === 1,
    length: row.length,
    whenNothing: row.when_nothing,
    alerts: row.alerts === 1,
  }
}

function toDays(text: string): Days {
  return text === 'daily' || text === 'working' ? text : (text.split(',').map(Number) as Weekday[])
}

function toQuietHours({ quiet_from: from, quiet_to: to }: PreferenceRow): QuietHours | null {
  return from === null || to === null ? null : { from, to }
}
