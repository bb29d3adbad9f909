import { bothDays, daysAt } from './spoken-days.ts'
import { timeAt } from './spoken-times.ts'
import { phraseAt, phraseBook, type SpokenWord, spokenWords } from './spoken-words.ts'
import { type Days, type DigestLength, MOST_TIMES } from './subscription.ts'
import { guessZone, readNamedZone, type ZoneReading } from './zones.ts'

/** What somebody asked of a subscription in one line; null is what the line does not speak of. */
export interface Asked {
  /** Minutes after midnight, rising, at most six. */
  readonly times: readonly number[] | null
  readonly zone: ZoneReading | null
  readonly days: Days | null
  readonly length: DigestLength | null
  readonly silent: boolean | null
  /** What was not understood, as typed. */
  readonly unread: string
}

/**
 * Reads a line in any order, Arabic or English: `7:30 القاهرة`, `every friday 20:00 silent`. Whatever it is given, it
 * reads what it can and says what is left; of two different zones the second is left.
 */
export function readAsked(text: string): Asked {
  const words = spokenWords(text)
  const heard: Heard = {
    times: new Set(),
    zone: null,
    days: null,
    length: null,
    silent: null,
    isZoneMissed: false,
  }
  const unread: number[] = []
  for (let at = 0; at < words.length; ) {
    const taken = takeAt(words, at, heard) || takeAt(unjoined(words, at), at, heard)
    if (taken === 0) unread.push(at)
    at += Math.max(taken, 1)
  }
  const guess = heard.zone === null ? guessAmong(words, unread) : null
  const missed: ZoneReading | null = heard.isZoneMissed ? { kind: 'unknown' } : null
  return {
    times: heard.times.size === 0 ? null : [...heard.times].sort((a, b) => a - b),
    zone: heard.zone ?? guess?.zone ?? missed,
    days: heard.days,
    length: heard.length,
    silent: heard.silent,
    unread: (guess?.unread ?? unread).map((at) => words[at]?.raw).join(' '),
  }
}

/** What was understood so far. */
interface Heard {
  readonly times: Set<number>
  zone: ZoneReading | null
  days: Days | null
  length: DigestLength | null
  silent: boolean | null
  /** A zone was announced and not understood. */
  isZoneMissed: boolean
}

/** Understands what begins at a word. Gives how many words that takes; none when it is not understood. */
function takeAt(words: readonly SpokenWord[], at: number, heard: Heard): number {
  return (
    takeDays(words, at, heard) ||
    takeTime(words, at, heard) ||
    takeManner(words, at, heard) ||
    takeZone(words, at, heard) ||
    (phraseAt(FILLERS, words, at)?.taken ?? 0)
  )
}

function takeDays(words: readonly SpokenWord[], at: number, heard: Heard): number {
  const found = daysAt(words, at)
  const days = found === null || heard.days === null ? found?.days : bothDays(heard.days, found.days)
  if (found === null || days === undefined || days === null) return 0
  heard.days = days
  return found.taken
}

function takeTime(words: readonly SpokenWord[], at: number, heard: Heard): number {
  const found = timeAt(words, at)
  if (found === null || isAmount(words, at + found.taken)) return 0
  if (heard.times.size === MOST_TIMES && !heard.times.has(found.minutes)) return 0
  heard.times.add(found.minutes)
  return found.taken
}

/** `3 days` is no time, `3 أيام العمل` is one. */
function isAmount(words: readonly SpokenWord[], after: number): boolean {
  return phraseAt(UNITS, words, after) !== null && daysAt(words, after) === null
}

function takeManner(words: readonly SpokenWord[], at: number, heard: Heard): number {
  const length = phraseAt(LENGTHS, words, at)
  if (length !== null && (heard.length ?? length.meaning) === length.meaning) {
    heard.length = length.meaning
    return length.taken
  }
  const silent = phraseAt(SILENCE, words, at)
  if (silent !== null && (heard.silent ?? silent.meaning) === silent.meaning) {
    heard.silent = silent.meaning
    return silent.taken
  }
  return 0
}

function takeZone(words: readonly SpokenWord[], at: number, heard: Heard): number {
  const announced = phraseAt(ZONE_LEADS, words, at)?.taken ?? 0
  const lead = announced || (phraseAt(PLACE_LEADS, words, at)?.taken ?? 0)
  for (let count = MOST_WORDS_OF_ZONE; count > 0; count -= 1) {
    const name = words.slice(at + lead, at + lead + count)
    if (name.length < count) continue
    const zone = zoneOf(name)
    if (zone.kind === 'unknown') continue
    if (heard.zone !== null && !isSame(heard.zone, zone)) return 0
    heard.zone = zone
    return lead + count
  }
  if (announced > 0 || words[at]?.key.includes('/')) heard.isZoneMissed = true
  return 0
}

function zoneOf(name: readonly SpokenWord[]): ZoneReading {
  const reading = readNamedZone(name.map(({ bare }) => bare).join(' '))
  const [first] = name
  if (reading.kind !== 'unknown' || !first?.key.startsWith('ب')) return reading
  return readNamedZone([first.key.slice(1), ...name.slice(1).map(({ key }) => key)].join(' ')) // بالقاهرة
}

function isSame(a: ZoneReading, b: ZoneReading): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The words with the `و` of one taken off: `و٨`, `والقاهرة`. */
function unjoined(words: readonly SpokenWord[], at: number): readonly SpokenWord[] {
  const word = words[at]
  if (word === undefined || !/^و[\p{L}\p{N}]/u.test(word.key)) return words
  const key = word.key.slice(1)
  return words.with(at, { ...word, key, bare: key })
}

/** A zone spelt almost right among what was not understood. */
function guessAmong(
  words: readonly SpokenWord[],
  unread: readonly number[],
): { zone: ZoneReading; unread: readonly number[] } | null {
  for (const [index, at] of unread.slice(0, MOST_GUESSES).entries()) {
    for (const count of [2, 1]) {
      if (unread[index + count - 1] !== at + count - 1) continue
      const zone = guessZone(
        words
          .slice(at, at + count)
          .map(({ bare }) => bare)
          .join(' '),
      )
      if (zone.kind !== 'unknown') return { zone, unread: unread.toSpliced(index, count) }
    }
  }
  return null
}

const MOST_WORDS_OF_ZONE = 5
/** Each looks at every name of the table. */
const MOST_GUESSES = 8

const LENGTHS = phraseBook<DigestLength>([
  [
    'short',
    'short, brief, headlines, headlines only, مختصر، مختصرة، قصير، قصيرة، عناوين، العناوين، عناوين فقط، العناوين فقط',
  ],
  ['normal', 'normal, medium, standard, عادي، عادية، متوسط، متوسطة'],
  ['full', 'full, long, detailed, complete, كامل، كاملة، مفصل، مفصلة، طويل، طويلة، موسع، موسعة'],
])

const SILENCE = phraseBook([
  [true, 'silent, silently, mute, muted, quiet, quietly, no sound, without sound, صامت، صامتة، صامتا، بصمت'],
  [true, 'بلا صوت، بدون صوت، من غير صوت، من دون صوت، دون صوت'],
  [
    false,
    'loud, sound, sound on, with sound, not silent, unmute, unmuted, بصوت، مع صوت، مع الصوت، غير صامت، غير صامتة',
  ],
])

/** A zone follows. */
const ZONE_LEADS = phraseBook([
  ['', 'بتوقيت، توقيت، حسب توقيت، على توقيت، بتوقيت مدينة، توقيت مدينة, timezone, time zone, tz'],
])

/** A place may follow. */
const PLACE_LEADS = phraseBook([['', 'مدينة، في مدينة، في، من, in, from']])

/** Words between the others that mean nothing by themselves. */
const FILLERS = phraseBook([
  [
    '',
    'و، في، من، على، عند، الساعة، بتوقيت، توقيت، مدينة، and, at, on, in, the, time, timezone, time zone, zone, tz, local, please, -, –',
  ],
])

const UNITS = phraseBook([['', 'days, hours, minutes, weeks, times, أيام، ساعات، دقائق، أسابيع، مرات']])
