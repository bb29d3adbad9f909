import type { Wording } from './fluent.ts'
import { arabicCity } from './zone-cities.ts'

/** The time zones offered on buttons; any other can be typed, or found by a place. */
export const OFFERED_ZONES: readonly string[] = [
  'Asia/Riyadh',
  'Africa/Cairo',
  'Asia/Baghdad',
  'Asia/Dubai',
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Damascus',
  'Asia/Gaza',
  'Africa/Tripoli',
  'Africa/Tunis',
  'Africa/Algiers',
  'Africa/Casablanca',
  'Africa/Khartoum',
  'Asia/Aden',
  'Asia/Kuwait',
  'Asia/Qatar',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Europe/Moscow',
]

/** Where the last part of an IANA name is not what people call the place. */
const ENGLISH_CITIES: ReadonlyMap<string, string> = new Map([
  ['Asia/Qatar', 'Doha'],
  ['Asia/Bahrain', 'Manama'],
  ['Asia/Shanghai', 'Beijing'],
  ['Asia/Ho_Chi_Minh', 'Hanoi'],
  ['Asia/Saigon', 'Hanoi'],
  ['Asia/Kolkata', 'Delhi'],
  ['Asia/Calcutta', 'Delhi'],
  ['Africa/Tripoli', 'Tripoli (Libya)'],
  ['America/Argentina/Cordoba', 'Córdoba (Argentina)'],
])

/** A zone the way people name it: by its city; in Arabic by the IANA name where the city has no Arabic name here. */
export function zoneName(wording: Wording, zone: string): string {
  if (wording.language === 'ar') return arabicCity(zone) ?? zone
  return ENGLISH_CITIES.get(zone) ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
