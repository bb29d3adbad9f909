import { Temporal } from 'temporal-polyfill'
import { fold } from '../arabic/fold.ts'

/** One due moment of a subscription, and the calendar day that it is the digest of. */
export interface Occurrence {
  readonly day: string
  readonly at: number
}

/** The first moment after `after` at which the wall clock of `zone` shows `minuteOfDay`. */
export function nextDueAt(minuteOfDay: number, zone: string, after: number): number {
  // From the day before: a time in a gap before midnight is due on the next calendar day (Nuuk, 23:30).
  let day = plainDay(after, zone).subtract({ days: 1 })
  for (;;) {
    const at = moment(day, minuteOfDay, zone)
    if (at > after) return at
    day = day.add({ days: 1 })
  }
}

/** The last due moment up to and including `at`. Its day is the one that was meant, whatever a gap made of it. */
export function latestOccurrence(minuteOfDay: number, zone: string, at: number): Occurrence {
  let day = plainDay(at, zone)
  while (moment(day, minuteOfDay, zone) > at) day = day.subtract({ days: 1 })
  return { day: day.toString(), at: moment(day, minuteOfDay, zone) }
}

/** The calendar day (`YYYY-MM-DD`) in `zone`. */
export function localDay(epochMs: number, zone: string): string {
  return plainDay(epochMs, zone).toString()
}

/** Whether this machine's time zone data knows `name`; numeric offsets are no zones, they know no summer. */
export function isZone(name: string): boolean {
  return canonicalZone(name) !== null
}

/**
 * Reads a zone the way people type it: an IANA name in any case (`africa/cairo`), its last part (`Cairo`,
 * `new york`), or the Arabic or English name of a city of the table. Null when it is none of these.
 */
export function readZone(text: string): string | null {
  const key = cityKey(text)
  if (key === '') return null
  const city = cities().get(key)
  if (city !== undefined) return city
  const name = text.trim().replaceAll(/\s+/g, '_')
  return /^(?:utc|gmt)$|\//i.test(name) ? canonicalZone(name) : null
}

/** What may follow the figures: before noon or after it. Folded, as the input is (which takes the hamza of مساء). */
const BEFORE_NOON = /^(?:a\.?m\.?|ص|صباحا|فجرا)$/
const AFTER_NOON = /^(?:p\.?m\.?|م|مساا?|ظهرا|عصرا)$/

/**
 * Reads a time of day the way people type it (`7:30`, `٧:٣٠ ص`, `19.30`, `7`, `7pm`).
 *
 * @returns minutes after midnight, or null
 */
export function readTime(text: string): number | null {
  const match = /^(\d{1,2})(?:\s*[:.٫]\s*(\d{2}))?(?:\s*([^\d\s]+))?$/.exec(fold(text).trim())
  if (match === null) return null
  const [, hours = '', minutes = '0', half] = match
  const hour = hourOfDay(Number(hours), half)
  const minute = Number(minutes)
  return hour === null || hour > 23 || minute > 59 ? null : hour * 60 + minute
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour > 12) return AFTER_NOON.test(half) ? hour : null // 19:30 م says the same twice
  if (BEFORE_NOON.test(half)) return hour % 12
  return AFTER_NOON.test(half) ? (hour % 12) + 12 : null
}

function plainDay(epochMs: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate()
}

/** `compatible`: a time that a gap skips comes later by the gap, of a repeated one the first counts. */
function moment(day: Temporal.PlainDate, minuteOfDay: number, zone: string): number {
  return day
    .toPlainDateTime({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 })
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

function canonicalZone(name: string): string | null {
  if (!/^[a-z]/i.test(name)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** Cities that people name, where they are not the last part of an IANA name in Latin letters. */
const CITIES: readonly (readonly [zone: string, names: string])[] = [
  [
    'Asia/Riyadh',
    'الرياض، جدة، مكة، مكة المكرمة، المدينة المنورة، الدمام، السعودية، jeddah, mecca, makkah, medina',
  ],
  ['Africa/Cairo', 'القاهرة، الإسكندرية، الجيزة، مصر، alexandria, giza'],
  ['Asia/Beirut', 'بيروت، لبنان'],
  ['Asia/Baghdad', 'بغداد، البصرة، أربيل، الموصل، العراق، basra, erbil, mosul'],
  ['Asia/Dubai', 'دبي، أبوظبي، أبو ظبي، الشارقة، الإمارات، مسقط، abu dhabi, sharjah'],
  ['Asia/Qatar', 'الدوحة، قطر، doha'],
  ['Asia/Kuwait', 'الكويت، kuwait city'],
  ['Asia/Bahrain', 'المنامة، البحرين، manama'],
  ['Asia/Amman', 'عمّان، الأردن'],
  ['Asia/Damascus', 'دمشق، حلب، سوريا، aleppo'],
  ['Asia/Jerusalem', 'القدس'],
  ['Asia/Gaza', 'غزة'],
  ['Asia/Hebron', 'الخليل، رام الله، نابلس، ramallah, nablus'],
  ['Asia/Aden', 'عدن، صنعاء، اليمن، sanaa'],
  ['Africa/Khartoum', 'الخرطوم، السودان'],
  ['Africa/Tripoli', 'طرابلس، بنغازي، ليبيا، benghazi'],
  ['Africa/Tunis', 'تونس'],
  ['Africa/Algiers', 'الجزائر، وهران، oran'],
  ['Africa/Casablanca', 'الدار البيضاء، الرباط، مراكش، المغرب، rabat, marrakesh'],
  ['Africa/Nouakchott', 'نواكشوط، موريتانيا'],
  ['Africa/Mogadishu', 'مقديشو، الصومال'],
  ['Africa/Djibouti', 'جيبوتي'],
  ['Europe/Istanbul', 'إسطنبول، اسطنبول، أنقرة، تركيا، ankara'],
  ['Asia/Tehran', 'طهران'],
  ['Europe/London', 'لندن، بريطانيا'],
  ['Europe/Paris', 'باريس، فرنسا'],
  ['Europe/Berlin', 'برلين، ألمانيا، ميونخ، munich'],
  ['Europe/Madrid', 'مدريد، إسبانيا'],
  ['Europe/Rome', 'روما، إيطاليا'],
  ['Europe/Moscow', 'موسكو'],
  ['Asia/Vladivostok', 'فلاديفوستوك'],
  ['Asia/Seoul', 'سيول، سول'],
  ['Asia/Pyongyang', 'بيونغ يانغ، بيونج يانج'],
  ['Asia/Tokyo', 'طوكيو، اليابان'],
  ['Asia/Shanghai', 'بكين، شنغهاي، الصين، beijing'],
  ['Asia/Kuala_Lumpur', 'كوالالمبور'],
  ['Asia/Jakarta', 'جاكرتا'],
  ['America/New_York', 'نيويورك، واشنطن، washington, boston'],
  ['America/Los_Angeles', 'لوس أنجلوس، san francisco'],
  ['America/Toronto', 'تورونتو'],
  ['Australia/Sydney', 'سيدني'],
]

/** Built at the first question, not at import. */
let byCity: ReadonlyMap<string, string> | null = null

function cities(): ReadonlyMap<string, string> {
  if (byCity !== null) return byCity
  const found = new Map<string, string>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = cityKey(zone.slice(zone.lastIndexOf('/') + 1))
    if (!found.has(city)) found.set(city, zone)
  }
  for (const [zone, names] of CITIES) {
    for (const name of names.split(/[،,]/)) found.set(cityKey(name), zone)
  }
  byCity = found
  return found
}

/** One key for the spellings of a city: folded, without its article and without what parts its words. */
function cityKey(name: string): string {
  return fold(name)
    .trim()
    .replace(/^ال(?=\p{L}{3})/u, '')
    .replaceAll(/[\s_.'’-]+/gu, '')
}
