import { monthNumber } from './months.ts'
import { type Word, words } from './words.ts'

/** Phrases as their folded words with one space between them, as they are compared. */
const phrases = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s*[|\n]\s*/).map((phrase) => key(words(phrase))))
const key = (found: readonly Word[]): string => found.map(({ folded }) => folded).join(' ')

/** News agencies and outlets as they stand in datelines; Latin ones are known by their place between brackets. */
const AGENCIES =
  phrases(`رويترز | أ ف ب | أف ب | ا ف ب | فرانس برس | فرانس بريس | أ ب | د ب أ | د ب ا | أ ش أ | إ ف ي | إفي | أسوشيتد برس | أسوشييتد برس
  سبوتنيك | تاس | إيتار تاس | إنترفاكس | نوفوستي | ريا نوفوستي | يونهاب | كيودو | شينخوا | الأناضول | سانا | واس | وام | بترا | كونا | قنا | بنا
  واع | وفا | واج | وات | وكالات | الوكالات | وكالات الأنباء | وكالة الأنباء المركزية | وكالة الأنباء المركزية الكورية | سي إن إن | سي ان ان بالعربية
  بي بي سي | بي بي سي عربي | فرانس 24 | دويتشه فيله | الجزيرة | الجزيرة نت | العربية | العربية نت | سكاي نيوز | سكاي نيوز عربية | الحدث | الحرة
  روسيا اليوم | آر تي | الشرق الأوسط | الشرق | العمانية | بلومبرغ | بلومبيرغ | بلومبرج | مونت كارلو | يورونيوز | معا | القاهرة الإخبارية | اليوم السابع | العين الإخبارية
  ТАСС | РИА Новости | Интерфакс | 연합뉴스`)
/** These may stand behind "place -" with nothing between them and the news; they mean nothing else. */
const SURE = phrases(
  'سانا | واس | واع | وفا | رويترز | أ ف ب | د ب أ | أ ش أ | الأناضول | شينخوا | كونا | بترا',
)
/** Added to an agency or instead of one: "خاص", "(وكالات - خاص)". */
const EXTRAS = phrases('خاص | متابعات | مراسلنا | تقرير خاص')

/** Places that stand at the front without an agency: "موسكو – أعلن…". */
const CITIES =
  phrases(`موسكو | واشنطن | بيونغ يانغ | بيونج يانج | بيونغيانغ | بيونجيانج | سول | سيول | سيئول | بكين | طوكيو | هانوي | كييف | لندن | باريس | برلين | بروكسل | جنيف
  فيينا | روما | مدريد | نيويورك | الأمم المتحدة | أنقرة | إسطنبول | طهران | بغداد | أربيل | دمشق | حلب | بيروت | عمان | القدس | القدس المحتلة | رام الله
  غزة | تل أبيب | القاهرة | الإسكندرية | الخرطوم | طرابلس | بنغازي | تونس | الجزائر | الرباط | الدار البيضاء | نواكشوط | الرياض | جدة | أبوظبي | أبو ظبي
  دبي | الدوحة | الكويت | المنامة | مسقط | صنعاء | عدن | كابول | إسلام آباد | نيودلهي | سنغافورة | فلاديفوستوك | سوتشي | كازان | مينسك | وارسو
  Moscow | Seoul | Pyongyang | Beijing | Tokyo | Washington | London | Москва | Сеул | Пхеньян | 서울 | 평양 | 모스크바`)

/** The words that such a phrase can begin with: nearly all words of a report do not. */
const firstWords = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set].map((phrase) => phrase.split(' ', 1)[0] ?? '')))
const CREDIT_BEGINS = firstWords(AGENCIES, EXTRAS)
const CITY_BEGINS = firstWords(CITIES)

/** What runs before the news: "عاجل |", "#عاجل:", "• ". */
const KICKER =
  /^(?:[•●▪◾■►▶➤*·◆–—-]\s+)?(?:#?(?:عاجل|خاص|حصري|حصريًا|حصريا|تحديث|فيديو|بالفيديو|بالصور|Breaking|BREAKING|UPDATE)\s{0,3}(?:[:|/]|\.{2,4}|[-–—]{1,3}(?=\s))\s*)?/
/** The dash or colon that closes a dateline. */
const DASH = '\\s{0,3}(?:[-–—ـ]{1,4}|:)\\s*'
const BRACKETED = new RegExp(`^[\\s.]{0,3}["»”]?\\s{0,2}\\)\\.?(${DASH})?\\s*`)
const DASHED = new RegExp(`^["»”]?${DASH}`)
const LATIN =
  /^[A-Z]{3}[A-Z' ]{0,27}(?:(?:, [A-Z][A-Za-z]{2,20})?, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? ?(?:--|[—–]| - )| (?:--|—)) ?/
/** Between the words of a place and a date. */
const GAP = /^(?:[\s،,/–—-]{1,4}|\.\s)$/

/** How far a dateline reaches at most, in UTF-16 units and in words. */
const REACH = 160
const MOST_WORDS = 12

/**
 * How many UTF-16 units at the start of a sentence are its dateline: `موسكو (رويترز) - `, `(CNN) -- `,
 * `سيول – «وكالات»: `, `القاهرة في 3 مايو/ أ ش أ / `. 0 when it has none. What remains is the sentence as the
 * newsroom meant it.
 */
export function datelineLength(sentence: string): number {
  const head = sentence.slice(0, REACH)
  const kicker = KICKER.exec(head)?.[0].length ?? 0
  const rest = head.slice(kicker)
  const found = words(rest).slice(0, MOST_WORDS + 4)
  return kicker + (agencyLine(rest, found) || placeLine(rest, found) || (LATIN.exec(rest)?.[0].length ?? 0))
}

/** A line with an agency in it. */
function agencyLine(head: string, found: readonly Word[]): number {
  for (const [i, word] of found.entries()) {
    const gap = gapBefore(head, found, i)
    const inBrackets = /\(\s*["«“]?$/.test(gap)
    const count = creditWords(head, found, i, inBrackets)
    if (count > 0) {
      const name = key(found.slice(i, i + count))
      const end = closing(head, found.slice(0, i), gap, found[i + count - 1] ?? word, SURE.has(name))
      if (end > 0) return end
    }
    const goesOn = i === 0 || GAP.test(gap) || isQuotedAfter(found.slice(0, i), gap)
    if (!goesOn || i >= MOST_WORDS) return 0
  }
  return 0
}

/** Where the text begins behind the agency that ends with `last`; 0 when this is no dateline. */
function closing(head: string, place: readonly Word[], gap: string, last: Word, sure: boolean): number {
  const tail = head.slice(last.end)
  const short = place.length <= 6 || isDated(place)
  if (!short) return 0
  if (/\(\s*["«“]?$/.test(gap)) {
    const found = BRACKETED.exec(tail)
    const closed = found !== null && (found[1] !== undefined || isDated(place))
    return closed ? last.end + found[0].length : 0
  }
  const slashed = /\/\s{0,3}$/.test(gap) ? /^[\s.]{0,3}\/\s{0,3}(?:[-–—:.]{1,3}\s*)?/.exec(tail) : null
  if (slashed !== null) return last.end + slashed[0].length
  if (place.length === 0) {
    const alone = gap === '' ? /^\s{0,2}(?:[-–—]{1,3}\s+|\|\s*)/.exec(tail) : null
    return alone === null ? 0 : last.end + alone[0].length
  }
  if (sure && isDated(place) && /^\s+$/.test(gap)) return last.end + (/^\s+/.exec(tail)?.[0].length ?? 0)
  if (!/[-–—/،,|]\s{0,3}["«“]?$/.test(gap) && !isQuotedAfter(place, gap)) return 0
  const dashed = DASHED.exec(tail) ?? (sure && cityWords(place) > 0 ? /^\s+/.exec(tail) : null)
  return dashed === null ? 0 : last.end + dashed[0].length
}

/** لندن: «الشرق الأوسط» */
function isQuotedAfter(place: readonly Word[], gap: string): boolean {
  return /^:\s?["«“]$/.test(gap) && cityWords(place) === place.length
}

/** A known place, its country and the day if they are there, then a dash. */
function placeLine(head: string, all: readonly Word[]): number {
  const city = cityWords(all)
  if (city === 0) return 0
  const found = all.slice(0, MOST_WORDS)
  let comma = false
  for (let i = city; i < found.length; i++) {
    const gap = gapBefore(head, found, i)
    const start = found[i]?.start ?? 0
    if (/^\s*(?:[-–—]{1,3}\s+|[-–—]{2,3})["«“(]?$/.test(gap)) {
      // Neither a pair of capitals nor a remark between dashes.
      const pair = cityWords(found.slice(i)) > 0
      return pair || /\s[-–—]/.test(head.slice(start, start + 60)) ? 0 : start - (/["«“(]$/.test(gap) ? 1 : 0)
    }
    if (cityWords(found.slice(i)) > 0) return 0
    comma ||= /^[،,]\s*$/.test(gap)
    const dated = isDated(found.slice(0, i + 1)) || /^\d{1,2}$/.test(found[i + 1]?.folded ?? '')
    if (!GAP.test(gap) || i > city + 6 || !(comma || dated || /^\d{1,2}$/.test(found[i]?.folded ?? '')))
      return 0
  }
  return 0
}

/** How many words from `at` on are agencies, one behind another; between brackets a Latin name is one too. */
function creditWords(head: string, found: readonly Word[], at: number, inBrackets: boolean): number {
  let count = 0
  for (;;) {
    const next = at + count
    if (count > 0 && !/^\s?[،,/+–-]\s?$|^$/.test(gapBefore(head, found, next))) return count
    const more = nameWords(head, found, next, inBrackets)
    if (more === 0) return count
    count += more
  }
}

function nameWords(head: string, found: readonly Word[], at: number, inBrackets: boolean): number {
  if (!inBrackets && !CREDIT_BEGINS.has(found[at]?.folded ?? '')) return 0
  let known = 0
  let latin = inBrackets
  for (let i = at; i < Math.min(at + 5, found.length); i++) {
    if (i > at && !/^[\s.-]{1,2}$/.test(gapBefore(head, found, i))) break
    const name = key(found.slice(at, i + 1))
    latin &&= /^[A-Z]/.test(found[i]?.text ?? '')
    if (latin || AGENCIES.has(name) || EXTRAS.has(name)) known = i + 1 - at
    else if (inBrackets && at > 0 && cityWords(found.slice(0, at)) > 0) known = i + 1 - at
  }
  return known
}

function cityWords(found: readonly Word[]): number {
  if (!CITY_BEGINS.has(found[0]?.folded ?? '')) return 0
  return [3, 2, 1].find((count) => found.length >= count && CITIES.has(key(found.slice(0, count)))) ?? 0
}

/** Ends with a day and its month, a year, or the م of a year. */
function isDated(place: readonly Word[]): boolean {
  const [before, last] = place.slice(-2).map(({ folded }) => folded)
  if (before === undefined || last === undefined) return false
  const isMonth = (name: string): boolean => monthNumber(name) > 0
  const isNumber = /^\d+$/.test(last)
  if (isMonth(last)) return /^\d{1,2}$/.test(before) || isMonth(before)
  return (isNumber && (isMonth(before) || /^\d+$/.test(before))) || (last === 'م' && /^\d{4}$/.test(before))
}

function gapBefore(head: string, found: readonly Word[], at: number): string {
  return head.slice(at === 0 ? 0 : found[at - 1]?.end, found[at]?.start ?? head.length)
}

/** An agency in brackets that stands alone at the end: "… صباح اليوم (رويترز)". */
const TAIL = /\s*\(\s*([^()]{2,40})\s*\)[\s.]*$/
/** The bracket explains the word before it: وكالة (رويترز). */
const OWNER =
  /^[وفبلك]{0,2}(?:ال)?(?:وكاله|وكالات|صحيفه|قناه|شبكه|موقع|اذاعه|مجله|تلفزيون|موسسه|عن|من|مع|حسب|وفق|بحسب)$/

/** How many UTF-16 units at the end of a sentence are the mark of its agency. */
export function agencyTailLength(sentence: string): number {
  const from = Math.max(0, sentence.length - 80)
  if (!sentence.includes(')', from)) return 0
  const match = TAIL.exec(sentence.slice(from))
  if (match === null || from + match.index === 0) return 0
  const inside = words(match[1] ?? '')
  if (inside.length === 0 || creditWords(match[1] ?? '', inside, 0, false) < inside.length) return 0
  const before = words(sentence.slice(Math.max(0, from + match.index - 40), from + match.index)).at(-1)
  return OWNER.test(before?.folded ?? '') ? 0 : match[0].length
}
