import type { Cut } from '../draft.ts'
import type { Piece } from './piece.ts'

/** The same report with these lines whole again: each is a paragraph at its own place, or part of the headline it was. */
export function withRestored(report: readonly Piece[], lines: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = []
  for (const piece of report) {
    const last = pieces.at(-1)
    if (!lines.has(piece.line)) pieces.push(piece)
    else if (last?.line === piece.line) {
      const fate = last.fate === 'title' || piece.fate === 'title' ? 'title' : 'body'
      pieces[pieces.length - 1] = { ...last, text: `${last.text} ${piece.text}`, fate }
    } else pieces.push({ ...piece, fate: piece.fate === 'title' ? 'title' : 'body' })
  }
  return pieces
}

/** What was cut of a report, line by line; a cut that left something of its line says so. */
export function cutsOf(report: readonly Piece[]): Cut[] {
  const pieces = new Map<number, number>()
  for (const { line } of report) pieces.set(line, (pieces.get(line) ?? 0) + 1)
  return report.flatMap(({ line, text, fate }) => {
    if (fate === 'body' || fate === 'title') return []
    return [{ line, text, reason: fate, ...((pieces.get(line) ?? 0) > 1 ? { part: true as const } : {}) }]
  })
}
