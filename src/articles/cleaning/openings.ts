import { stem } from '../../arabic/stem.ts'
import { words } from '../../arabic/words.ts'
import type { Piece } from './piece.ts'
import { isHeadline, isParagraph, wordCount } from './shape.ts'

/** The report before, as far as a new one must be told from it. */
interface Before {
  readonly paragraphs: number
  readonly stems: ReadonlySet<string>
  readonly closed: boolean
  readonly section: string | null
}

/** So many of its words in the text below make a headline one of it. */
const CLEAR = 0.3
/** So far one looks for the paragraphs of a report that may begin. */
const REACH = 40
/** Paragraphs with so many letters are a report, even where sub-headings keep them apart. */
const FULL_TEXT = 600

/**
 * Where in the short lines before a paragraph a new report begins: the headline that fits the text below
 * best. Null when the text below is none, or still the report before. A box inside a report has the same
 * shape as a headline with its text, so without an end of the report before, the words must decide.
 */
export function beginsReport(
  pieces: readonly Piece[],
  from: number,
  until: number,
  before: Before,
): number | null {
  const paragraphs = paragraphsFrom(pieces, until)
  if (paragraphs === null) return null
  const opening = paragraphs.slice(0, 2).join(' ').slice(0, OPENING_LENGTH)
  const openingStems = stemsOf(opening)
  let best = { at: -1, share: 0 }
  for (let at = from; at < until; at++) {
    const piece = pieces[at]
    if (piece?.fate !== 'body' || wordCount(piece.text) < 4 || !isHeadline(piece.text)) continue
    const share = shareIn(stemsOf(piece.text), openingStems)
    // In a box the headline comes last, behind those of others; without one, captions may come behind it.
    if (share > best.share || (share > 0 && share === best.share && before.section !== null))
      best = { at, share }
    if (best.share >= CLEAR && before.section === null) break
  }
  const title = pieces[best.at]
  if (title === undefined) return null
  const own = title.text
  if (before.closed || isSigned(pieces, best.at, until)) return best.at
  const leansBack = /^و\p{L}{2}/u.test(opening)
  const strange = best.share >= 0.5 && best.share > shareIn(stemsOf(own), before.stems)
  return strange && !leansBack && before.paragraphs >= 2 && paragraphs.length >= 3 ? best.at : null
}

/** A by-line or date of its own stands between the headline and the text. */
function isSigned(pieces: readonly Piece[], title: number, until: number): boolean {
  return pieces
    .slice(title + 1, until)
    .some(({ facts }) => facts.author !== undefined || facts.publishedAt !== undefined)
}

/** The paragraphs of the text that begins here, if they are a report: two in a row, or long enough. */
function paragraphsFrom(pieces: readonly Piece[], from: number): string[] | null {
  const paragraphs: string[] = []
  let inRow = 0
  let longest = 0
  for (const piece of pieces.slice(from, from + REACH)) {
    if (piece.opens !== null || piece.closes) break
    if (piece.fate !== 'body') continue
    inRow = isParagraph(piece.text) ? inRow + 1 : 0
    if (inRow > 0) paragraphs.push(piece.text)
    longest = Math.max(longest, inRow)
  }
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0)
  return paragraphs.length >= 2 && (longest >= 2 || length >= FULL_TEXT) ? paragraphs : null
}

/** Longer texts say nothing more about their beginning. */
const OPENING_LENGTH = 800

/** How much of a headline's words stands in a text, 0 to 1, particles and endings set aside. */
export function overlap(headline: string, text: string): number {
  return shareIn(stemsOf(headline), stemsOf(text.slice(0, OPENING_LENGTH)))
}

export function rememberStems(stems: Set<string>, text: string): void {
  for (const word of stemsOf(text)) stems.add(word)
}

function shareIn(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  let shared = 0
  for (const word of some) if (all.has(word)) shared++
  return some.size === 0 ? 0 : shared / some.size
}

/** Words of three letters and more: shorter ones are mostly particles. */
function stemsOf(text: string): Set<string> {
  return new Set(
    words(text)
      .filter(({ folded }) => folded.length > 2)
      .map(({ folded }) => stem(folded)),
  )
}
