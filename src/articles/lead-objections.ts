import { datelineLength } from '../arabic/dateline.ts'
import { findDate } from '../arabic/dates.ts'
import { fold } from '../arabic/fold.ts'
import { type Span, words } from '../arabic/words.ts'

/** Why a sentence near the front is not in the lead. */
export type LeadSkip =
  | 'credit'
  | 'far-from-title'
  | 'heading'
  | 'leaning'
  | 'no-room'
  | 'too-long'
  | 'too-short'
  | 'unfinished'

/** A body, and which of its lines are headings: offsets into it. */
interface Headed {
  readonly body: string
  readonly headings: readonly Span[]
}

/** Of a sentence that long nothing more is looked at. */
export const LOOK = 2000

/** Whether the report itself calls it a heading. */
export function isMarked(headings: readonly Span[], { start, end }: Span): boolean {
  return headings.some((heading) => heading.start < end && start < heading.end)
}

/**
 * What speaks against a sentence by itself, whatever the report is about; null where nothing does.
 *
 * @param text the sentence without its dateline, of `count` words
 */
export function against(
  body: string,
  sentence: Span,
  text: string,
  count: number,
  punctuated: () => boolean,
): LeadSkip | null {
  const isLine = isWholeLine(body, sentence)
  if (isCredit(text, count, isLine) || isDateline(body.slice(sentence.start, sentence.end), isLine))
    return 'credit'
  if (text.endsWith(':')) return 'unfinished'
  if (isLine && isLabel(text, count, punctuated)) return 'heading'
  if (count < 4) return 'too-short'
  return isInsideQuotation(body, sentence) ? 'unfinished' : null
}

const LABEL =
  /^(?:كتب|كتبت|بقلم|اعداد|تحرير|ترجمه|تصوير|متابعه|متابعات|المصدر|مصدر|الكاتب|المحرر|الموقع|الصوره|صوره|نشر|تاريخ النشر|اخر تحديث|عدسه|ارشيف|ارشيفيه|by|source|photo|read|updated|published)(?:\s*[:/|-]|\s|$)/
const ELSEWHERE =
  /^[^\p{L}]*(?:ا?قرا|طالع|شاهد|تابع|تابعوا|تابعونا|للمزيد|انضم|انضموا|اشترك|read|see|follow)\s+(?:ايضا|المزيد|كذلك|الي|علي|في|معنا|عبر|من|also|more|us)(?:\s|:|$)/u
const AGENCY_ONLY =
  /^[(\s]*(?:وكالات|رويترز|فرانس برس|ا ف ب|د ب ا|تاس|سبوتنيك|الاناضول|يونهاب|انتهي|[a-z.&]{2,12}(?: [a-z.&]{2,12})?)[)\s.]*$/

const STOPPED = /[.!?؟…][\s"”»’)\]]{0,4}$/

/** By-lines, agency credits, photo credits, addresses, calls to read on, and lines of nothing but place and date. */
function isCredit(text: string, count: number, isLine: boolean): boolean {
  if (count > (isLine ? 25 : 12)) return false
  const folded = fold(text.slice(0, 200))
  if (isLine && ELSEWHERE.test(folded)) return true
  if (count > 12) return false
  if (AGENCY_ONLY.test(folded) || /^\S*(?:@|:\/\/|www\.)\S*$/.test(folded)) return true
  if (LABEL.test(folded) && (count <= 6 || /^\S+\s?:/.test(folded))) return true
  return count <= 7 && !/[.!?؟]$/.test(text) && findDate(text) !== null
}

/** Would be a dateline if the news followed it; or is one with a name behind it. */
function isDateline(text: string, isLine: boolean): boolean {
  if (text.length > 100) return false
  const bare = text.replace(/[.:\s]{1,4}$/, '')
  if (datelineLength(`${bare} - ${bare}`) > bare.length) return true
  const length = datelineLength(text)
  const [dateline, name] = [text.slice(0, length), text.slice(length)]
  return isLine && /[-–—/(]/.test(dateline) && words(name).length <= 4 && !STOPPED.test(name)
}

function isWholeLine(body: string, { start, end }: Span): boolean {
  return (
    /(?:^|\n)[^\S\n]*$/.test(body.slice(Math.max(0, start - 8), start)) &&
    /^[^\S\n]*(?:\n|$)/.test(body.slice(end, end + 8))
  )
}

/** Whether this newsroom ends its paragraphs with stops, so that a line without one says something. */
export function isPunctuated({ body, headings }: Headed): boolean {
  const lines = [...body.slice(0, 6000).matchAll(/[^\n]+/g)]
    .map((line) => ({ start: line.index, end: line.index + line[0].length, text: line[0].trim() }))
    .filter((line) => line.text !== '' && !isMarked(headings, line))
  const long = lines.filter(({ text }) => text.length >= 70)
  const judged = long.length > 0 ? long : lines
  const stopped = judged.filter(({ text }) => STOPPED.test(text)).length
  return stopped > 0 && stopped * 2 >= judged.length
}

/** A line of its own that does not end like a sentence and is short: a sub-heading or a caption nobody marked. */
function isLabel(text: string, count: number, punctuated: () => boolean): boolean {
  if (/[؟?]$/.test(text)) return count < 8
  return count < 12 && !STOPPED.test(text) && punctuated()
}

const PAIRS = [/[«»]/g, /[()]/g]
const isOdd = (text: string): boolean => (text.match(/["“”]/g)?.length ?? 0) % 2 === 1
const depth = (text: string, pair: RegExp): number =>
  (text.match(pair) ?? []).reduce(
    (level, mark) => (/[«(]/.test(mark) ? level + 1 : Math.max(0, level - 1)),
    0,
  )
const closesFirst = (text: string, pair: RegExp): boolean => /[»)]/.test(text.match(pair)?.[0] ?? '')

/** Begins or ends within a quotation that others share, so that half of it would be missing; not a slip of the pen. */
function isInsideQuotation(body: string, { start, end }: Span): boolean {
  const before = body.slice(Math.max(body.lastIndexOf('\n', start - 1) + 1, start - LOOK), start)
  const own = body.slice(start, Math.min(end, start + LOOK))
  const lineEnd = body.indexOf('\n', end)
  const after = body.slice(end, Math.min(lineEnd < 0 ? body.length : lineEnd, end + LOOK))
  if (isOdd(own) ? isOdd(before) !== isOdd(after) : isOdd(before) && isOdd(after)) return true
  if (isOdd(own) && !isOdd(before) && isOdd(nextLine(body, lineEnd))) return true
  return PAIRS.some(
    (pair) =>
      (depth(before, pair) > 0 && closesFirst(own + after, pair)) ||
      (depth(own, pair) > 0 && closesFirst(body.slice(end, end + LOOK), pair)),
  )
}

function nextLine(body: string, lineEnd: number): string {
  return lineEnd < 0
    ? ''
    : (body
        .slice(lineEnd, lineEnd + LOOK)
        .trimStart()
        .split('\n', 1)[0] ?? '')
}

/** Whether a text ends within a quotation or a bracket. */
export function isOpen(text: string): boolean {
  return isOdd(text) || PAIRS.some((pair) => depth(text, pair) > 0)
}
