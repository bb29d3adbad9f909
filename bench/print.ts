/** Where a bench writes its lines. */
export type Print = (line: string) => void

/** Prints rows below their heading, the first column to the left and the others to the right. */
export function table(print: Print, heading: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [heading, ...rows]
  const widths = heading.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)))
  const line = (row: readonly string[]) =>
    widths.map((width, column) => pad(row[column] ?? '', width, column === 0)).join(' | ')
  print(`| ${line(heading)} |`)
  print(`|${widths.map((width, column) => `${'-'.repeat(width + 1)}${column === 0 ? '-' : ':'}`).join('|')}|`)
  for (const row of rows) print(`| ${line(row)} |`)
}

/** Medians and 95th percentiles, as `0.52 / 1.34`. */
export function halfAnd95(times: readonly number[]): string {
  return times.length === 0 ? '–' : [0.5, 0.95].map((share) => fixed(quantile(times, share))).join(' / ')
}

/** The value below which this share of all values lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** A change in percent of what it was, with its sign; what rounds to nothing is 0. */
export function change(from: number, to: number): string {
  const percent = from === 0 ? 0 : (100 * (to - from)) / from
  return Math.abs(percent) < 0.05 ? '0' : `${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)} %`
}

/** Three digits are enough to compare times of one run. */
function fixed(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2)
}

function pad(cell: string, width: number, left: boolean): string {
  const blank = ' '.repeat(width - [...cell].length)
  return left ? cell + blank : blank + cell
}
