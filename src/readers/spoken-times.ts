import { phraseAt, phraseBook, type SpokenWord, spokenWords } from './spoken-words.ts'

/** A time found among words, and how many of them it takes. */
export interface TimeSpoken {
  /** Minutes after midnight. */
  readonly minutes: number
  readonly taken: number
}

/**
 * Reads a time of day the way people type and say it: `7:30`, `٧:٣٠ ص`, `19.30`, `7pm`, `السابعة والنصف مساء`,
 * `half past seven`, `noon`, `منتصف الليل`.
 *
 * @returns minutes after midnight, or null
 */
export function readTime(text: string): number | null {
  const words = spokenWords(text)
  const time = timeAt(words, 0)
  return time?.taken === words.length ? time.minutes : null
}

/** The time that begins at a word; null where none does. */
export function timeAt(words: readonly SpokenWord[], start: number): TimeSpoken | null {
  let at = start + (phraseAt(LEADS, words, start)?.taken ?? 0)
  const moment = phraseAt(MOMENTS, words, at)
  if (moment !== null) return { minutes: moment.meaning, taken: at + moment.taken - start }
  const past = phraseAt(PAST, words, at)
  at += past?.taken ?? 0
  const hour = hourAt(words, at, at > start)
  if (hour === null) return null
  at += hour.taken
  const fraction = hour.minutes === null && past === null ? phraseAt(FRACTIONS, words, at) : null
  at += fraction?.taken ?? 0
  const minutes = (hour.minutes ?? 0) + (past?.meaning ?? 0) + (fraction?.meaning ?? 0)
  if (hour.part !== null) return spoken(hourOf(hour.hour, hour.part), minutes, at - start)
  const part = phraseAt(PARTS, words, at)
  // A part of the day that has no such hour is another word: `19:30 ص` is 19:30 and something not understood.
  const inPart = part === null ? null : hourOf(hour.hour, part.meaning)
  if (part === null || inPart === null) return spoken(hour.hour, minutes, at - start)
  return spoken(inPart, minutes, at + part.taken - start)
}

type PartOfDay = 'before noon' | 'after noon' | 'around noon' | 'night' | 'midnight'

interface Hour {
  readonly hour: number
  /** Null when it was said without: they may follow in words. */
  readonly minutes: number | null
  /** Written in one with the figures: `7pm`. */
  readonly part: PartOfDay | null
  readonly taken: number
}

function hourAt(words: readonly SpokenWord[], at: number, isAnnounced: boolean): Hour | null {
  const figures = FIGURES.exec(words[at]?.key ?? '')
  if (figures !== null) return hourInFigures(figures)
  const hour = phraseAt(HOURS, words, at)
  if (hour !== null) return { hour: hour.meaning, minutes: null, part: null, taken: hour.taken }
  const number = phraseAt(NUMBERS, words, at)
  if (number === null) return null
  const after = at + number.taken
  const isHour =
    isAnnounced || phraseAt(FRACTIONS, words, after) !== null || phraseAt(PARTS, words, after) !== null
  return isHour ? { hour: number.meaning, minutes: null, part: null, taken: number.taken } : null
}

/** `7`, `7:30`, `19.30`, `19h30`, `7pm`. */
const FIGURES = /^(\d{1,2})(?:[:.٫h](\d{2})|h)?([^\d:.٫]+)?$/

function hourInFigures([, hours, minutes, attached]: RegExpExecArray): Hour | null {
  const hour = Number(hours)
  const minute = minutes === undefined ? null : Number(minutes)
  const part = PARTS.find(({ words }) => words.length === 1 && words[0] === attached)?.meaning ?? null
  if (hour > 23 || (minute ?? 0) > 59 || (attached !== undefined && part === null)) return null
  return { hour, minutes: minute, part, taken: 1 }
}

function spoken(hour: number | null, minutes: number, taken: number): TimeSpoken | null {
  return hour === null ? null : { minutes: (hour * 60 + minutes + 1440) % 1440, taken }
}

/** The hour of the day; null for one that this part of the day does not have. */
function hourOf(hour: number, part: PartOfDay): number | null {
  switch (part) {
    case 'before noon':
      return hour > 12 ? null : hour % 12
    case 'after noon':
      return hour === 0 ? null : hour > 12 ? hour : (hour % 12) + 12
    case 'around noon':
      if (hour >= 1 && hour <= 5) return hour + 12
      return hour >= 10 && hour <= 17 ? hour : null
    case 'night': // 1 is after midnight, 9 before it
      if (hour > 12) return hour < 18 ? null : hour
      return hour < 6 ? hour : (hour + 12) % 24
    case 'midnight':
      return hour % 12 === 0 ? 0 : null
  }
}

const LEADS = phraseBook([
  ['', 'الساعة، ساعة، في الساعة، عند الساعة، على الساعة، في تمام الساعة، تمام الساعة، في، عند، at, @'],
])

const MOMENTS = phraseBook([
  [12 * 60, 'noon, midday, الظهر، ظهرا، منتصف النهار'],
  [0, 'midnight, منتصف الليل، نصف الليل'],
])

const PARTS = phraseBook<PartOfDay>([
  [
    'before noon',
    'am, a.m, morning, in the morning, ص، صباحا، الصبح، الصباح، في الصباح، فجرا، الفجر، قبل الظهر، ضحى',
  ],
  [
    'after noon',
    'pm, p.m, afternoon, evening, in the afternoon, in the evening, م، مساء، المساء، في المساء، عصرا، العصر',
  ],
  ['after noon', 'مساءا، بعد الظهر'],
  ['around noon', 'noon, midday, ظهرا، الظهر، منتصف النهار'],
  ['night', 'at night, ليلا، الليل، بالليل، في الليل'],
  ['midnight', 'midnight, منتصف الليل، نصف الليل'],
])

/** Minutes that follow an hour in words. */
const FRACTIONS = phraseBook([
  [30, 'والنصف، ونصف، ونص، والنص، و النصف، و نصف، و نص، thirty'],
  [15, 'والربع، وربع، و الربع، و ربع، fifteen'],
  [20, 'والثلث، وثلث، و الثلث، و ثلث، twenty'],
  [-15, 'إلا ربعا، إلا ربع، إلا الربع'],
  [-20, 'إلا ثلثا، إلا ثلث، إلا الثلث'],
  [5, 'وخمس دقائق، وخمس'],
  [10, 'وعشر دقائق، وعشر'],
  [-5, 'إلا خمس دقائق، إلا خمس، إلا خمسا'],
  [-10, 'إلا عشر دقائق، إلا عشر، إلا عشرا'],
  [45, 'forty five, forty-five'],
  [0, "o'clock, o’clock, oclock"],
])

/** Minutes that go before an hour in words. */
const PAST = phraseBook([
  [30, 'half past'],
  [15, 'quarter past, a quarter past'],
  [-15, 'quarter to, a quarter to'],
  [5, 'five past'],
  [10, 'ten past'],
  [20, 'twenty past'],
  [-5, 'five to'],
  [-10, 'ten to'],
  [-20, 'twenty to'],
])

/** Hours as they are named; nothing else is called so. */
const HOURS = phraseBook([
  [1, 'الواحدة'],
  [2, 'الثانية'],
  [3, 'الثالثة'],
  [4, 'الرابعة'],
  [5, 'الخامسة'],
  [6, 'السادسة'],
  [7, 'السابعة'],
  [8, 'الثامنة'],
  [9, 'التاسعة'],
  [10, 'العاشرة'],
  [11, 'الحادية عشرة، الحادية عشر'],
  [12, 'الثانية عشرة، الثانية عشر'],
])

/** Numbers, which are hours after a word that says so: `الساعة سبعة`, `at seven`. */
const NUMBERS = phraseBook([
  [1, 'واحدة، وحدة، one'],
  [2, 'اثنين، ثنتين، تنتين، اثنان، two'],
  [3, 'ثلاثة، تلاتة، three'],
  [4, 'أربعة، four'],
  [5, 'خمسة، five'],
  [6, 'ستة، six'],
  [7, 'سبعة، seven'],
  [8, 'ثمانية، تمانية، eight'],
  [9, 'تسعة، nine'],
  [10, 'عشرة، ten'],
  [11, 'أحد عشر، إحدى عشرة، حداشر، eleven'],
  [12, 'اثنا عشر، اثني عشر، اثنتا عشرة، اطناشر، twelve'],
])
