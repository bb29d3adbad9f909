import tzLookup from '@photostructure/tz-lookup'
import { distanceFrom } from '../arabic/edit-distance.ts'
import { fold } from '../arabic/fold.ts'
import { PLACES } from './cities.ts'

/** What somebody who named a zone meant. */
export type ZoneReading =
  | { readonly kind: 'zone'; readonly zone: string }
  /** To be chosen from: several places of that name, a country of several zones, or one that is spelt almost so. */
  | { readonly kind: 'several'; readonly zones: readonly string[] }
  | { readonly kind: 'unknown' }

const UNKNOWN: ZoneReading = { kind: 'unknown' }

/** The longest name of the table and of the zones has about 40 letters; what is much longer is none. */
const LONGEST_NAME = 80

/** Shorter names are one letter away from too many words. */
const SHORTEST_GUESS = 4
const MOST_GUESSES = 4

/** Whether this machine's time zone data knows `name`; numeric offsets are no zones, they know no summer. */
export function isZone(name: string): boolean {
  return canonicalZone(name) !== null
}

/** `zone`, or UTC: zones are renamed now and then, and a digest at the wrong hour is better than a tick that fails. */
export function knownZone(zone: string): string {
  return isZone(zone) ? zone : 'UTC'
}

/** The zone of a place (degrees); null when there is no such place, or its zone is not in this machine's data. */
export function zoneAt(latitude: number, longitude: number): string | null {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null
  const zone = tzLookup(latitude, longitude)
  return isZone(zone) ? zone : null
}

/**
 * Reads a zone the way people type it: an IANA name in any case (`africa/cairo`), its last part (`Cairo`,
 * `new york`), or the Arabic or English name of a city or a country. One wrong letter gives a question, never a zone.
 */
export function readZone(text: string): ZoneReading {
  const exact = readNamedZone(text)
  return exact.kind === 'unknown' ? guessZone(text) : exact
}

/** {@link readZone} without its tolerance for a wrong letter. */
export function readNamedZone(text: string): ZoneReading {
  if (text.length > LONGEST_NAME) return UNKNOWN
  const { byMarks, byKey } = places()
  const marked = byMarks.get(markedKey(text))
  if (marked !== undefined) return { kind: 'zone', zone: marked }
  const key = placeKey(text)
  const zones = key === '' ? undefined : byKey.get(key)
  if (zones !== undefined) return readingOf(zones)
  const name = fold(text).trim().replaceAll(/\s+/g, '_')
  const zone = name.includes('/') ? canonicalZone(name) : null
  return zone === null ? UNKNOWN : { kind: 'zone', zone }
}

/** The zones of names that are one letter away, to be asked about. */
export function guessZone(text: string): ZoneReading {
  const key = text.length > LONGEST_NAME ? '' : placeKey(text)
  if (key.length < SHORTEST_GUESS || !/^\p{L}+$/u.test(key)) return UNKNOWN
  const distance = distanceFrom(key, 1)
  const found = new Set<string>()
  for (const [name, zones] of places().byKey) {
    if (name.length < SHORTEST_GUESS || distance(name) > 1) continue
    for (const zone of zones) found.add(zone)
  }
  return found.size === 0 ? UNKNOWN : { kind: 'several', zones: [...found].slice(0, MOST_GUESSES) }
}

function readingOf(zones: readonly string[]): ZoneReading {
  const [zone, another] = zones
  if (zone === undefined) return UNKNOWN
  return another === undefined ? { kind: 'zone', zone } : { kind: 'several', zones }
}

/** What Intl has proven, by the name that was given; it takes some 30 µs for one answer. */
const proven = new Map<string, string>()
const MOST_PROVEN = 2000

function canonicalZone(name: string): string | null {
  const known = proven.get(name)
  if (known !== undefined) return known
  const zone = askIntl(name)
  if (zone !== null && proven.size < MOST_PROVEN) proven.set(name, zone)
  return zone
}

function askIntl(name: string): string | null {
  if (!/^[a-z]/i.test(name) || name.length > LONGEST_NAME) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

interface Places {
  /** Names whose vowel marks were written, as they were written. */
  readonly byMarks: ReadonlyMap<string, string>
  readonly byKey: ReadonlyMap<string, readonly string[]>
}

/** Built at the first question, not at import. */
let built: Places | null = null

function places(): Places {
  built ??= build()
  return built
}

function build(): Places {
  const byMarks = new Map<string, string>()
  const listed = new Map<string, string[]>()
  for (const line of PLACES.trim().split('\n')) {
    const colon = line.indexOf(':')
    const zones = line.slice(0, colon).split(' ')
    for (const name of line.slice(colon + 1).split(/[،,]/)) {
      if (/\p{M}/u.test(markedKey(name))) byMarks.set(markedKey(name), zones[0] as string)
      const key = placeKey(name)
      const known = listed.get(key) ?? []
      listed.set(key, [...known, ...zones.filter((zone) => !known.includes(zone))])
    }
  }
  const byKey = new Map<string, readonly string[]>(listed)
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const key = placeKey(zone.slice(zone.lastIndexOf('/') + 1))
    if (!byKey.has(key)) byKey.set(key, [zone])
  }
  return { byMarks, byKey }
}

/** With its vowel marks, but without what nobody sees. */
function markedKey(name: string): string {
  return name
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .normalize('NFC')
}

/** One key for the spellings of a name: folded, without its article and without what parts its words. */
function placeKey(name: string): string {
  return fold(name)
    .trim()
    .replace(/^ال(?=\p{L}{3})/u, '')
    .replaceAll(/[\s_.'’-]+/gu, '')
}
