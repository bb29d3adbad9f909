import { stripDirection } from '../../arabic/direction.ts'
import { codeSpans } from './code.ts'
import type { Piece } from './piece.ts'
import { collapse, keyOf } from './shape.ts'

/** The raw text as numbered pieces: one for each line that says something, more where code stands inside it. */
export function numberedPieces(raw: string): Piece[] {
  const text = stripDirection(raw)
  const lines = text.split('\n')
  // Code is looked for in the whole text: a style sheet may run over many lines.
  const code = codeSpans(text.replaceAll('\u00a0', ' '))
  const pieces: Piece[] = []
  let offset = 0
  let next = 0
  let afterCode = false
  for (const [index, line] of lines.entries()) {
    let at = 0
    let first = true
    const add = (part: string, fate: Piece['fate']): void => {
      if (part.trim() === '') return
      pieces.push(pieceOf(index + 1, part, { continues: !first, afterCode, fate }))
      first = false
      afterCode = fate === 'css'
    }
    for (let span = code[next]; span !== undefined && span.start < offset + line.length; span = code[next]) {
      const start = Math.max(span.start - offset, at)
      const end = Math.min(span.end - offset, line.length)
      add(line.slice(at, start), 'body')
      add(line.slice(start, end), 'css')
      at = end
      if (span.end > offset + line.length) break
      next++
    }
    add(line.slice(at), 'body')
    offset += line.length + 1
  }
  return pieces
}

/** The same piece as two: what stands before the offset, and what stands from it on. */
export function splitPiece(piece: Piece, offset: number): [Piece, Piece] {
  const { line, text, continues, afterCode } = piece
  return [
    pieceOf(line, text.slice(0, offset), { continues, afterCode, fate: piece.fate }),
    pieceOf(line, text.slice(offset), { continues: true, afterCode: false, fate: piece.fate }),
  ]
}

function pieceOf(line: number, raw: string, rest: Pick<Piece, 'continues' | 'afterCode' | 'fate'>): Piece {
  const text = collapse(raw)
  return { line, text, key: keyOf(text), facts: {}, closes: false, opens: null, ...rest }
}
