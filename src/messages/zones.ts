import type { Wording } from './fluent.ts'
import type { WordingKey } from './keys.ts'

/** The time zones offered on buttons, by the name of a city; any other IANA zone can be typed. */
export const OFFERED_ZONES = [
  { zone: 'Asia/Riyadh', key: 'zone-riyadh' },
  { zone: 'Africa/Cairo', key: 'zone-cairo' },
  { zone: 'Asia/Baghdad', key: 'zone-baghdad' },
  { zone: 'Asia/Dubai', key: 'zone-dubai' },
  { zone: 'Asia/Amman', key: 'zone-amman' },
  { zone: 'Asia/Beirut', key: 'zone-beirut' },
  { zone: 'Asia/Damascus', key: 'zone-damascus' },
  { zone: 'Asia/Gaza', key: 'zone-gaza' },
  { zone: 'Africa/Tripoli', key: 'zone-tripoli' },
  { zone: 'Africa/Tunis', key: 'zone-tunis' },
  { zone: 'Africa/Algiers', key: 'zone-algiers' },
  { zone: 'Africa/Casablanca', key: 'zone-casablanca' },
  { zone: 'Africa/Khartoum', key: 'zone-khartoum' },
  { zone: 'Asia/Aden', key: 'zone-aden' },
  { zone: 'Europe/London', key: 'zone-london' },
  { zone: 'Europe/Berlin', key: 'zone-berlin' },
  { zone: 'Europe/Istanbul', key: 'zone-istanbul' },
  { zone: 'Europe/Moscow', key: 'zone-moscow' },
] as const satisfies readonly { zone: string; key: WordingKey }[]

/** A zone the way people name it: its city where the wording knows it, else the IANA name. */
export function zoneName(wording: Wording, zone: string): string {
  const offered = OFFERED_ZONES.find((candidate) => candidate.zone === zone)
  return offered === undefined ? zone : wording.text(offered.key)
}
