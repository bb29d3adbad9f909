import { abbreviates } from './abbreviations.ts'
import type { Span } from './words.ts'

const LINE = /[^\r\n\u0085\u2028\u2029\v\f]+/g
/** A mark that may end a sentence, or several. */
const STOP = /[.!?؟۔。！？…]+/g
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g

/** Direction marks, isolates and their like: never seen, so never in the way. */
const INVISIBLE = '\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff'
/** Quotation marks, brackets and [notes] that may follow the stop and belong to the sentence it ends. */
const CLOSERS = new RegExp(`(?:["”“»’'›)\\]}${INVISIBLE}]|\\[\\p{Nd}{1,3}\\])*`, 'uy')
/** The same where a straight quotation mark begins the next sentence: انتهى."ثم… */
const OPENED = new RegExp(`^["${INVISIBLE}]*"[\\p{L}\\p{N}]`, 'u')
/** Punctuation after a space that cannot begin a sentence: it stays with the one before. */
const LEFTOVER = /[.!?؟…،,؛;:"”»’'›)\]}]/
/** After a closing quotation mark: who said it, so the sentence goes on. */
const SPEAKER =
  /^\s+(?:هكذا|صرخ|صرخت|صاح|صاحت|هتفت|سأل|سألت|أجاب|أجابت|همس|همست|نادى|نادت|يضيف|تضيف|يؤكد|تؤكد|يوضح|توضح|يتابع|تتابع|يتساءل|تتساءل|شدد|شددت|أشار|أشارت|غرد|غردت|ختم|ختمت|قال|قالت|قالوا|يقول|تقول|أضاف|أضافت|تابع|تابعت|أكد|أكدت|أوضح|أوضحت|صرح|صرحت|صرّح|ذكر|ذكرت|كتب|كتبت|تساءل|تساءلت|سأل|رد|ردّ|ردت|أعلن|أعلنت|علق|علّق|علقت|هتف|بحسب|حسب|حسبما|وفق|وفقا|وفقًا|وفقاً|نقلا|نقلًا|على حد|كما قال|كما قالت|said|says|asked|asks|added|told|according)(?![\p{L}\p{M}])/u

/**
 * The sentences of a text as trimmed spans; every character that is not white space lies in exactly one.
 * A line end always ends a sentence. Inside a line . ! ? ؟ do, with the quotation marks and brackets that close
 * after them; `..` and `…` are a pause. The exceptions stand with examples in docs/arabic.md. Linear time.
 */
export function sentences(text: string): Span[] {
  return [...sentencesIn(text)]
}

/** The same one by one, for who needs only the first: a line is read when its first sentence is asked for. */
export function* sentencesIn(text: string): Generator<Span, void> {
  for (const line of text.matchAll(LINE)) {
    let start = 0
    for (const end of [...ends(line[0]), line[0].length]) {
      const span = trimmed(text, line.index + start, line.index + end)
      if (span !== null) yield span
      start = end
    }
  }
}

/** Where in a line sentences end, before the end of the line. */
function ends(line: string): number[] {
  const found: number[] = []
  const length = line.trimEnd().length
  const addresses = [...line.matchAll(ADDRESS)].map(address)
  const runEnd = runEnds(line)
  let start = 0
  let next = 0
  let marks = 0
  let counted = 0
  for (const stop of line.matchAll(STOP)) {
    const after = stop.index + stop[0].length
    if (stop.index < start) continue
    while ((addresses[next]?.end ?? Infinity) <= stop.index) next++
    if ((addresses[next]?.start ?? Infinity) < stop.index) continue
    for (; counted < after; counted++) if (line[counted] === '"') marks++
    const opens = marks % 2 === 0 && OPENED.test(line.slice(after, after + 8))
    const closed = opens ? after : match(CLOSERS, line, after)
    // Whatever it means there: the sentence ends with the line.
    if (closed >= length) break
    if (!isEnd(line, start, stop.index, stop[0], closed)) continue
    start = leftoverEnd(line, closed, runEnd)
    found.push(start)
  }
  return found
}

/** Whether the stop at `at` ends the sentence that began at `start`; `closed` lies behind its closing marks. */
function isEnd(line: string, start: number, at: number, stop: string, closed: number): boolean {
  const after = at + stop.length
  const closers = line.slice(after, Math.min(closed, after + 40))
  const quoted = /["”“»’›]/.test(closers)
  // Few letters are looked at, so that a line of nothing but stops stays quick.
  const rest = line.slice(closed, closed + 40)
  const before = line.slice(Math.max(start, at - 40), at)
  if (/^[.…]+$/.test(stop) && stop !== '.' && !quoted) return false
  if (/^\s*[،,؛;:]/.test(rest)) return false
  if (quoted && (SPEAKER.test(rest) || isName(line.slice(Math.max(start, at - 60), at), stop, rest)))
    return false
  if (/\($/.test(before) && closers.startsWith(')')) return false // a doubt: ألفي (؟) متظاهر
  if (stop === '!' && SHOUTED.test(before) && /^\s+\S/.test(rest)) return false
  if (stop === '.' && !quoted && isPartOfWord(before, rest, at - start < 40)) return false
  if (rest === '' || /^\s/.test(rest) || /[。！？]$/.test(stop)) return true
  return isWithoutSpace(before, rest, stop, closers)
}

/** Names with a mark that ends nothing. */
const SHOUTED = /(?:yahoo|kahoot|jeopardy|ياهو|كاهوت)$/i

/** A full stop after a list number, an abbreviation, or before a small letter. */
function isPartOfWord(before: string, rest: string, isFront: boolean): boolean {
  if (isFront && /^\s*\p{Nd}{1,3}$/u.test(before)) return true
  return /:\s*\p{Nd}{1,2}$/u.test(before) || abbreviates(before, rest) || /^\s+\p{Ll}/u.test(rest)
}

/** A short title with a mark of its own, which the sentence runs past: فيلم «إلى أين؟» في ختام المهرجان. */
function isName(before: string, stop: string, rest: string): boolean {
  if (!/^[!?؟]+$/.test(stop) || !/^\s+\p{L}/u.test(rest) || /^\s+(?:و|ثم\s|لكن)/u.test(rest)) return false
  const [, quoted = ''] = /[\p{L}\p{N}]\s["“«]([^"“”«»:]{1,40})$/u.exec(before) ?? []
  return quoted !== '' && quoted.split(/\s+/).length <= 4
}

/** Nothing between the stop and the next word: a space was forgotten, or it is a name, a number, an address. */
function isWithoutSpace(before: string, rest: string, stop: string, closers: string): boolean {
  if (closers !== '') return !/^["“”»’'›)\]}]*\p{N}/u.test(rest)
  if (/[!?؟]/.test(stop))
    return /^["“«]?\p{Script=Arabic}/u.test(rest) && /\p{Script=Arabic}\p{M}*$/u.test(before)
  return (
    /^(?:["“«]\p{Script=Arabic}|[\p{Script=Arabic}\p{M}]{3})/u.test(rest) &&
    /(?:^|[^\p{L}\p{M}.])[\p{Script=Arabic}\p{M}]{3,}$/u.test(before)
  )
}

/** Behind the last run of such punctuation, blanks before each, with which no word goes on. */
function leftoverEnd(line: string, from: number, runEnd: (at: number) => number): number {
  let end = from
  for (;;) {
    let at = end
    while (' \t\u00a0'.includes(line.charAt(at) || '.')) at++
    const behind = runEnd(at)
    if (behind === at || /\S/.test(line.charAt(behind))) return end
    end = behind
  }
}

/** Where a run of such punctuation ends. The last one is remembered: every stop within a long one asks for it. */
function runEnds(line: string): (at: number) => number {
  let known = { start: 0, end: 0 }
  return (at) => {
    if (known.start <= at && at < known.end) return known.end
    let end = at
    while (LEFTOVER.test(line.charAt(end))) end++
    known = { start: at, end }
    return end
  }
}

function match(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from
  return from + (pattern.exec(line)?.[0].length ?? 0)
}

/** An address without the punctuation of the sentence around it. */
function address(found: RegExpExecArray): Span {
  let length = found[0].length
  while (/[.!?؟…،,؛;:"”»’'›)\]}]/.test(found[0].charAt(length - 1))) length--
  return { start: found.index, end: found.index + length }
}

function trimmed(text: string, from: number, to: number): Span | null {
  const part = text.slice(from, to)
  const start = to - part.trimStart().length
  return start === to ? null : { start, end: from + part.trimEnd().length }
}
