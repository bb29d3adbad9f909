import { splitPiece } from './lines.ts'
import { cut, type Piece } from './piece.ts'

/** A caption that was glued to a sentence is no longer than this. */
const CAPTION_LIMIT = 100

/**
 * Where a page's code stood in a line, the words around pictures are left glued to the text: the headline
 * (as the picture's title), the caption, and then the sentence, without a space between. Cuts the two.
 */
export function withoutResidue(report: readonly Piece[]): Piece[] {
  const title = report.find(({ fate }) => fate === 'title')?.text ?? null
  return report.flatMap((piece) => {
    if (piece.fate !== 'body') return [piece]
    const glued = title === null ? null : gluedTitle(piece, title)
    if (glued === null) return piece.afterCode ? withoutCaption(piece) : [piece]
    const [repetition, rest] = splitPiece(piece, glued)
    return [cut(repetition, { reason: 'repeated-title' }), ...withoutCaption(rest)]
  })
}

/** The headline at the beginning of a line and a letter right behind it; behind code, anything. */
function gluedTitle({ text, afterCode }: Piece, title: string): number | null {
  if (!text.startsWith(title) || text.length === title.length) return null
  return afterCode || /^\p{L}/u.test(text.slice(title.length)) ? title.length : null
}

/** Letters that end a word: another letter behind one belongs to another sentence. */
const GLUE = /[ةى][\u064b-\u0652]*(?=[\u0621-\u064a])/u

function withoutCaption(piece: Piece): Piece[] {
  const start = piece.text.slice(0, CAPTION_LIMIT)
  const glue = GLUE.exec(start)
  if (glue === null || /[.؟!]/u.test(start.slice(0, glue.index))) return [piece]
  const [caption, rest] = splitPiece(piece, glue.index + glue[0].length)
  return [cut(caption, { reason: 'caption' }), rest]
}
