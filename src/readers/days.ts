import type { Days, Weekday } from './subscription.ts'

/** Rest on Friday and Saturday: most Arab states, and three others. */
const FRIDAY_AND_SATURDAY: ReadonlySet<string> = new Set([
  'Africa/Algiers',
  'Africa/Cairo',
  'Africa/Djibouti',
  'Africa/Khartoum',
  'Africa/Tripoli',
  'Asia/Aden',
  'Asia/Amman',
  'Asia/Baghdad',
  'Asia/Bahrain',
  'Asia/Damascus',
  'Asia/Dhaka',
  'Asia/Gaza',
  'Asia/Hebron',
  'Asia/Jerusalem',
  'Asia/Kuwait',
  'Asia/Muscat',
  'Asia/Qatar',
  'Asia/Riyadh',
  'Asia/Tel_Aviv',
  'Indian/Maldives',
])

/** Other customs. Everybody else, also Morocco, Tunisia, Mauritania, Lebanon and the Emirates, rests on 6 and 7. */
const OTHER_REST: ReadonlyMap<string, readonly Weekday[]> = new Map<string, readonly Weekday[]>([
  ['Africa/Mogadishu', [5]],
  ['Asia/Brunei', [5, 7]],
  ['Asia/Kabul', [4, 5]],
  ['Asia/Tehran', [4, 5]],
])

const WEEKEND: readonly Weekday[] = [6, 7]
const FRIDAY_WEEKEND: readonly Weekday[] = [5, 6]

/** The days on which people of this zone's country do not work, by its custom. */
export function restDays(zone: string): readonly Weekday[] {
  return OTHER_REST.get(zone) ?? (FRIDAY_AND_SATURDAY.has(zone) ? FRIDAY_WEEKEND : WEEKEND)
}

/** Whether a digest comes on this weekday. A list without a day is read as every day: nobody subscribes to never. */
export function isChosenDay(days: Days, weekday: Weekday, zone: string): boolean {
  if (days === 'daily') return true
  if (days === 'working') return !restDays(zone).includes(weekday)
  return days.length === 0 || days.includes(weekday)
}

/** The stored form: `daily`, `working`, or ISO weekdays such as `1,3,5`. */
export function formatDays(days: Days): string {
  return typeof days === 'string' ? days : days.join(',')
}

/** Reads the stored form; what is none is read as `daily`, because a digest too many is better than none. */
export function parseDays(text: string): Days {
  if (text === 'working') return text
  if (!/^[1-7](?:,[1-7])*$/.test(text)) return 'daily'
  return daysOf(text.split(',').map((digit) => Number(digit) as Weekday))
}

/** Weekdays in their one form: rising, each once; all seven are `daily`. */
export function daysOf(weekdays: readonly Weekday[]): Days {
  const rising = [...new Set(weekdays)].sort((a, b) => a - b)
  return rising.length === 0 || rising.length === 7 ? 'daily' : rising
}
