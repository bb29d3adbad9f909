import { fold } from '../../arabic/fold.ts'

/** No key needs more of a line than this: the phrases of pages are short, and hostile lines are not. */
const KEY_LIMIT = 300
/** Longest headline, in UTF-16 units. */
const HEADLINE_LIMIT = 200

const BULLET = /^(?:[•·▪▫◾◼■●○◦‣►▶✔✅]\s*|[-–—*]\s+)/u
/** From the first letter or number to the last. */
const BETWEEN_EDGES = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su
const CLOSERS = new Set('"\'”“„»«’‘›‹)]}*_ \u00a0')

/** One line of text: every run of white space is one space, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** What a line is compared by: folded, lower case, without bullets and punctuation at its ends. */
export function keyOf(text: string): string {
  return BETWEEN_EDGES.exec(collapse(fold(text.slice(0, KEY_LIMIT)).toLowerCase()))?.[0] ?? ''
}

export function wordCount(text: string): number {
  return text === '' ? 0 : text.split(' ').length
}

/** How a line ends, closing quotes and brackets set aside: a headline may ask or call, but takes no full stop. */
export function ending(text: string): 'full stop' | 'question' | 'open' {
  let end = text.length
  while (end > 0 && CLOSERS.has(text[end - 1] ?? '')) end--
  const last = text[end - 1]
  if (last === '؟' || last === '?' || last === '!' || last === '…') return 'question'
  if (last !== '.' && last !== '۔' && last !== '。') return 'open'
  return text[end - 2] === '.' ? 'question' : 'full stop'
}

/** A full stop behind a word (not an initial or two dots) with more text behind it. */
const SENTENCE_INSIDE = /\p{L}{3}["”»)]?\. \S/u

/** A line that only the body of a report has: a finished statement, or simply a long text. */
export function isParagraph(text: string): boolean {
  const words = wordCount(text)
  if (text.length > 220) return true
  const end = ending(text)
  if (end === 'full stop') return words >= 5
  return words > 25 || (words >= 8 && SENTENCE_INSIDE.test(text))
}

/** A line that could stand above a report: some words, no full stop, nothing that leads on to another line. */
export function isHeadline(text: string): boolean {
  const words = wordCount(text)
  if (words < 2 || text.length > HEADLINE_LIMIT || isParagraph(text) || hasBullet(text)) return false
  return ending(text) !== 'full stop' && !/[:،,؛;]$/u.test(text) && /\p{L}{2}/u.test(text)
}

export function hasBullet(text: string): boolean {
  return BULLET.test(text)
}

export function withoutBullet(text: string): string {
  return text.replace(BULLET, '')
}

export type Script = 'arabic' | 'latin' | 'cyrillic' | 'hangul'

/** The script most letters of a text are written in; null when it has no letters of these. */
export function scriptOf(text: string): Script | null {
  const counts = { arabic: 0, latin: 0, cyrillic: 0, hangul: 0 }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x0620 && code <= 0x06d3) counts.arabic++
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) counts.latin++
    else if (code >= 0x0400 && code <= 0x04ff) counts.cyrillic++
    else if (code >= 0xac00 && code <= 0xd7a3) counts.hangul++
  }
  let best: Script | null = null
  for (const script of ['arabic', 'latin', 'cyrillic', 'hangul'] as const)
    if (counts[script] > 0 && (best === null || counts[script] > counts[best])) best = script
  return best
}
