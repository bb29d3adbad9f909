import { words } from '../src/arabic/words.ts'

export interface Rouge {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** ROUGE-N over folded words, no stemming, each n-gram counted at most as often as the reference has it. */
export function rouge(candidate: string, reference: string, n: 1 | 2): Rouge {
  const given = gramCounts(candidate, n)
  const wanted = gramCounts(reference, n)
  let common = 0
  for (const [gram, count] of given) common += Math.min(count, wanted.get(gram) ?? 0)
  const precision = share(common, total(given))
  const recall = share(common, total(wanted))
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) }
}

function gramCounts(text: string, n: number): Map<string, number> {
  const folded = words(text).map((word) => word.folded)
  const counts = new Map<string, number>()
  for (let i = 0; i + n <= folded.length; i++) {
    const gram = folded.slice(i, i + n).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
