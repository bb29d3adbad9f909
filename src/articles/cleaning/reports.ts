import type { CutReason } from '../draft.ts'
import { isRuler } from './noise.ts'
import { beginsReport, overlap, rememberStems } from './openings.ts'
import { cut, type Piece } from './piece.ts'
import { hasBullet, isHeadline, isParagraph, wordCount } from './shape.ts'

/** Comments are shorter than this; a longer paragraph below their header is kept. */
const COMMENT_WORDS = 40

/** What is known of the report that is being read. */
interface Reading {
  pieces: Piece[]
  paragraphs: number
  stems: Set<string>
  /** A sign-off, source, tag list or footer stands behind the last paragraph. */
  closed: boolean
  /** Behind a header of headlines, tags or comments: why lines there are cut. */
  section: CutReason | null
}

/**
 * The reports of one paste, each with its own pieces. Boxes of related headlines are cut on the way; a box
 * (or the end of a report) that is followed by a headline and a full text opens the next report.
 */
export function splitReports(pieces: readonly Piece[]): Piece[][] {
  const lastLong = pieces.findLastIndex(
    ({ fate, text }) => fate === 'body' && wordCount(text) > COMMENT_WORDS,
  )
  const reports: Piece[][] = []
  let reading = newReading()
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i]
    if (piece === undefined) break
    if (piece.fate !== 'body') {
      if (reading.paragraphs > 0) {
        reading.closed ||= piece.closes
        reading.section = piece.opens ?? reading.section
      }
      reading.pieces.push(piece)
      i++
    } else if (isParagraph(piece.text)) {
      if (reading.section === 'page-furniture' && i > lastLong) {
        reading.pieces.push(cut(piece, { reason: 'page-furniture' }))
      } else addParagraph(reading, piece)
      i++
    } else if (reading.section !== null || reading.closed || looksDated(pieces, i, reading)) {
      const until = nextParagraph(pieces, i)
      const title = beginsReport(pieces, i, until, reading)
      if (title === null) i = passBox(pieces, i, until, reading)
      else {
        reading.pieces.push(...pieces.slice(i, title).map((line) => related(line, 'related')))
        reports.push(reading.pieces)
        reading = newReading()
        reading.pieces.push(...pieces.slice(title, until))
        i = until
      }
    } else {
      reading.pieces.push(piece)
      i++
    }
  }
  return [...reports, reading.pieces]
}

function newReading(): Reading {
  return { pieces: [], paragraphs: 0, stems: new Set(), closed: false, section: null }
}

function addParagraph(reading: Reading, piece: Piece): void {
  reading.pieces.push(piece)
  reading.paragraphs++
  rememberStems(reading.stems, piece.text)
  reading.closed = false
  reading.section = null
}

/** Short lines behind a box's header or the end of a report; answers where reading goes on. */
function passBox(pieces: readonly Piece[], from: number, until: number, reading: Reading): number {
  const lines = pieces.slice(from, until)
  const { section, closed } = reading
  const text = pieces[until]
  if (text === undefined) {
    // Nothing but short lines to the end of the paste: they belong to the box, or to the page's foot.
    const boxed = section !== null || closed
    reading.pieces.push(...lines.map((line) => (boxed ? related(line, section) : line)))
    return until
  }
  if (section === 'related') {
    const heading = lines.filter(({ fate }) => fate === 'body').length > 1 ? headingAbove(lines) : null
    reading.pieces.push(...lines.map((line) => (line === heading ? line : related(line, section))))
    // After the end of a report, a headline with one paragraph is a teaser of another.
    if (closed && heading === null && !hasCompany(pieces, until)) {
      reading.pieces.push(cut(text, { reason: 'related' }))
      return until + 1
    }
  } else if (section !== null) {
    const short = (line: Piece) => section !== 'tags' || wordCount(line.text) <= 4
    reading.pieces.push(...lines.map((line) => (short(line) ? related(line, section) : line)))
  } else reading.pieces.push(...lines)
  if (section !== 'page-furniture') {
    reading.section = null
    reading.closed = false
  }
  return until
}

/** The last line of a box may be the next sub-heading of the report around it. */
function headingAbove(lines: readonly Piece[]): Piece | null {
  const last = lines.at(-1)
  return last?.fate === 'body' && wordCount(last.text) <= 5 && !hasBullet(last.text) ? last : null
}

function related(piece: Piece, section: CutReason | null): Piece {
  if (piece.fate !== 'body') return piece
  return cut(piece, { reason: section ?? (wordCount(piece.text) > 3 ? 'related' : 'page-furniture') })
}

function nextParagraph(pieces: readonly Piece[], from: number): number {
  let index = from
  while (index < pieces.length && !isBodyParagraph(pieces[index])) index++
  return index
}

/** Another paragraph follows the one at this place before anything else that is kept. */
function hasCompany(pieces: readonly Piece[], at: number): boolean {
  let index = at + 1
  while (index < pieces.length && pieces[index]?.fate !== 'body' && pieces[index]?.opens === null) index++
  return isBodyParagraph(pieces[index])
}

function isBodyParagraph(piece: Piece | undefined): boolean {
  return piece?.fate === 'body' && isParagraph(piece.text)
}

/** So many pieces are looked at for what stands between a headline and its text. */
const OPENING = 12

/**
 * In the middle of a report, a long headline that has its own by-line or date, or a ruler above it, and
 * shares its words with the text below: two reports were pasted one after the other.
 */
function looksDated(pieces: readonly Piece[], at: number, reading: Reading): boolean {
  const piece = pieces[at]
  if (piece === undefined || reading.paragraphs < 2 || wordCount(piece.text) < 4 || !isHeadline(piece.text))
    return false
  const before = pieces[at - 1]
  let signed = before !== undefined && before.fate === 'page-furniture' && isRuler(before.text)
  for (let index = at + 1; index <= at + OPENING; index++) {
    const next = pieces[index]
    if (next === undefined) return false
    if (isBodyParagraph(next)) return signed && overlap(piece.text, next.text) > 0
    signed ||= next.facts.author !== undefined || next.facts.publishedAt !== undefined
  }
  return false
}
