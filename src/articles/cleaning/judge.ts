import { captionMark } from './captions.ts'
import { creditOf, signature, trailingCredit } from './credits.ts'
import { splitPiece } from './lines.ts'
import { isSummaryHeader, noiseOf } from './noise.ts'
import { cut, type Piece, type Verdict } from './piece.ts'
import { ending, hasBullet, isHeadline, withoutBullet, wordCount } from './shape.ts'

/** Judges every piece by what it says; what needs a view of the whole report (headline, sections) comes later. */
export function judged(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  let belowHeadline = false
  let inSummary = false
  let nextReason: Verdict | null = null
  for (const [index, piece] of pieces.entries()) {
    if (piece.fate !== 'body') {
      result.push(piece)
      continue
    }
    if (inSummary && hasBullet(piece.text)) {
      result.push(cut(piece, { reason: 'site-summary', facts: { summary: withoutBullet(piece.text) } }))
      continue
    }
    inSummary = false
    const next = pieces[index + 1]?.fate === 'body' ? (pieces[index + 1]?.text ?? null) : null
    const verdict: Verdict | null =
      nextReason ??
      creditOf(piece.text, next) ??
      captionMark(piece.text) ??
      noiseOf(piece.text, piece.key) ??
      (belowHeadline ? signature(piece.text) : null)
    const answered: Verdict | null = nextReason
    nextReason = null
    if (verdict === null) {
      belowHeadline ||= isHeadline(piece.text) && wordCount(piece.text) >= 4
      result.push(...withoutEndMark(piece))
      continue
    }
    inSummary = isSummaryHeader(piece.key)
    // A label alone ("الكاتب:") took its value from the next line, which is judged with it.
    if (answered === null && next !== null && [verdict.facts?.author, verdict.facts?.agency].includes(next))
      nextReason = { reason: verdict.reason }
    result.push(cut(piece, verdict))
  }
  return result
}

/** The credit or sign-off behind the last sentence of a paragraph becomes a piece of its own. */
function withoutEndMark(piece: Piece): Piece[] {
  const mark = trailingCredit(piece.text)
  if (mark === null || ending(piece.text.slice(0, mark.at)) === 'open') return [piece]
  const [text, credit] = splitPiece(piece, mark.at)
  return [text, cut(credit, mark.verdict)]
}

/** The same for the last paragraph of a report, where the sentence may lack its full stop. */
export function withoutLastCredit(report: readonly Piece[]): Piece[] {
  const last = report.findLastIndex(({ fate }) => fate === 'body')
  const piece = report[last]
  const mark =
    piece === undefined || /\)[^)]*\.$/u.test(piece.text.slice(-4)) ? null : trailingCredit(piece.text)
  if (piece === undefined || mark === null) return [...report]
  const [text, credit] = splitPiece(piece, mark.at)
  return report.toSpliced(last, 1, text, cut(credit, mark.verdict))
}
