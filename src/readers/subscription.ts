/** How much of each report a digest shows: headlines; leads; leads and sources. */
export const DIGEST_LENGTHS = ['short', 'normal', 'full'] as const
export type DigestLength = (typeof DIGEST_LENGTHS)[number]

/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Every day; the working days of the zone's country; or chosen days, rising. */
export type Days = 'daily' | 'working' | readonly Weekday[]

/** Minutes after local midnight; `from` after `to` crosses midnight. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

/** What a reader has chosen. */
export interface Preferences {
  /** Minutes after local midnight, 0 to 1439, one to {@link MOST_TIMES}, rising. */
  readonly times: readonly number[]
  /** IANA name. */
  readonly zone: string
  readonly days: Days
  /** Late digests wait for their end; one whose own hour lies in them comes silently. */
  readonly quiet: QuietHours | null
  /** Without a sound. */
  readonly silent: boolean
  readonly length: DigestLength
  /** A day without news: nothing at all, or one silent line. */
  readonly whenNothing: 'skip' | 'say'
  /** Urgent reports at once, outside the quiet hours. */
  readonly alerts: boolean
}

/** When and how a reader wants the digest. */
export interface Subscription extends Preferences {
  /** When the next digest is due, epoch milliseconds. */
  readonly nextDueAt: number
}

export const MOST_TIMES = 6

/** A subscription of which only hour and zone were chosen. */
export function simplePreferences(minuteOfDay: number, zone: string): Preferences {
  return {
    times: [minuteOfDay],
    zone,
    days: 'daily',
    quiet: null,
    silent: false,
    length: 'normal',
    whenNothing: 'skip',
    alerts: false,
  }
}
