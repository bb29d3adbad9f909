import type { Coverage } from './coverage.ts'
import type { MonthTable } from './months.ts'

/** Longest name of a publisher in a picture, in code points. */
const NAME_LIMIT = 60

/** A publisher whose name the font cannot draw, and what stands in the picture instead. */
export interface Substitute {
  readonly label: string
  readonly publisher: string
}

/**
 * The table with names that the font can draw: what it cannot (other scripts, pictures, direction marks) is left out,
 * and a publisher of whose name nothing remains is called by its rank.
 */
export function drawable(
  table: MonthTable,
  coverage: Coverage,
): { table: MonthTable; substitutes: readonly Substitute[] } {
  const substitutes: Substitute[] = []
  const series = table.series.map(({ publisher, counts }, place) => {
    if (publisher === null) return { publisher, counts }
    const name = drawableName(publisher, coverage)
    if (name !== null) return { publisher: name, counts }
    const label = `#${place + 1}`
    substitutes.push({ label, publisher })
    return { publisher: label, counts }
  })
  return { table: { ...table, series }, substitutes }
}

function drawableName(name: string, coverage: Coverage): string | null {
  const signs = [...name.normalize('NFC').replace(/\s+/gu, ' ')].filter(
    (sign) => !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u.test(sign) && coverage.has(sign.codePointAt(0) ?? 0),
  )
  const kept = signs.slice(0, NAME_LIMIT).join('').trim()
  // Brackets and blanks alone are no name.
  return /[\p{L}\p{N}]/u.test(kept) ? kept : null
}
