import { abbreviates } from './abbreviations.ts'
import type { Span } from './words.ts'

const LINE = /[^\r\n\u0085\u2028\u2029\v\f]+/g
/** A mark that may end a sentence, or several. */
const STOP = /[.!?؟۔。！？…]+/g
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g

/** Quotation marks and brackets that may follow the stop and belong to the sentence it ends. */
const CLOSERS = /["”“»’'›)\]}]*/y
/** Punctuation after a space that cannot begin a sentence: it stays with the one before. */
const LEFTOVER = /(?:[ \t\u00a0]*[.!?؟…،,؛;:"”»’'›)\]}]+(?!\S))*/y
/** After a closing quotation mark: who said it, so the sentence goes on. */
const SPEAKER =
  /^\s+(?:هكذا|قال|قالت|قالوا|يقول|تقول|أضاف|أضافت|تابع|تابعت|أكد|أكدت|أوضح|أوضحت|صرح|صرحت|صرّح|ذكر|ذكرت|كتب|كتبت|تساءل|تساءلت|سأل|رد|ردّ|ردت|أعلن|أعلنت|علق|علّق|علقت|هتف|بحسب|حسب|حسبما|وفق|وفقا|وفقًا|وفقاً|نقلا|نقلًا|على حد|كما قال|كما قالت|said|says|according)(?![\p{L}\p{M}])/u

/**
 * The sentences of a text as trimmed spans; every character that is not white space lies in exactly one.
 * A line end always ends a sentence. Inside a line . ! ? ؟ do, with the quotation marks and brackets that close
 * after them; `..` and `…` are a pause. The exceptions stand with examples in docs/arabic.md. Linear time.
 */
export function sentences(text: string): Span[] {
  const found: Span[] = []
  for (const line of text.matchAll(LINE)) {
    let start = 0
    for (const end of [...ends(line[0]), line[0].length]) {
      const span = trimmed(text, line.index + start, line.index + end)
      if (span !== null) found.push(span)
      start = end
    }
  }
  return found
}

/** Where in a line sentences end. */
function ends(line: string): number[] {
  const found: number[] = []
  const addresses = [...line.matchAll(ADDRESS)].map(address)
  let start = 0
  let next = 0
  for (const stop of line.matchAll(STOP)) {
    const after = stop.index + stop[0].length
    if (stop.index < start) continue
    while ((addresses[next]?.end ?? Infinity) <= stop.index) next++
    if ((addresses[next]?.start ?? Infinity) < stop.index) continue
    const closed = match(CLOSERS, line, after)
    if (!isEnd(line, start, stop.index, stop[0], closed)) continue
    start = match(LEFTOVER, line, closed)
    found.push(start)
  }
  return found
}

/** Whether the stop at `at` ends the sentence that began at `start`; `closed` lies behind its closing marks. */
function isEnd(line: string, start: number, at: number, stop: string, closed: number): boolean {
  const after = at + stop.length
  const quoted = /["”“»’›]/.test(line.slice(after, closed))
  // Few letters are looked at, so that a line of nothing but stops stays quick.
  const rest = line.slice(closed, closed + 40)
  const before = line.slice(Math.max(start, at - 40), at)
  if (/^[.…]+$/.test(stop) && stop !== '.' && !quoted) return false
  if (/^\s*[،,؛;:]/.test(rest)) return false
  if (quoted && SPEAKER.test(rest)) return false
  if (stop === '.' && closed === after) {
    if (at - start < 40 && /^\s*\p{Nd}{1,3}$/u.test(before)) return false // a list number
    if (abbreviates(before, rest)) return false
    if (/^\s+\p{Ll}/u.test(rest)) return false
  }
  if (rest === '' || /^\s/.test(rest)) return true
  // Nothing between the stop and the next word: a missing space, or a name, a number, an address.
  if (closed > after) return !/^["”“»’'›)\]}]*\p{N}/u.test(rest)
  if (/[!?؟]/.test(stop)) return /^\p{Script=Arabic}/u.test(rest) && /\p{Script=Arabic}$/u.test(before)
  return (
    /^[\p{Script=Arabic}\p{M}]{3}/u.test(rest) &&
    /(?:^|[^\p{L}\p{M}.])[\p{Script=Arabic}\p{M}]{3,}$/u.test(before)
  )
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
