import { PASSAGES } from './passages.ts'

/** A judged passage: what is cut, and the offsets behind its sentences. */
export interface Judged {
  readonly name: string
  readonly text: string
  readonly ends: ReadonlySet<number>
}

/** A way to cut a text into its sentences, trimmed or not. */
export type Splitter = (text: string) => { readonly start: number; readonly end: number }[]

export interface EndScores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** How many passages are cut without a mistake. */
  readonly right: number
  readonly mistakes: readonly string[]
}

export function judgedPassages(): Judged[] {
  return Object.entries(PASSAGES).map(([name, marked]) => {
    const ends = new Set<number>()
    let text = ''
    for (const piece of marked.split('¶')) {
      text += piece
      ends.add(text.trimEnd().length)
    }
    return { name, text, ends }
  })
}

/** How well a splitter finds the judged ends. */
export function endScores(split: Splitter, passages: readonly Judged[]): EndScores {
  const sums = { found: 0, judged: 0, common: 0, right: 0 }
  const mistakes: string[] = []
  for (const { name, text, ends } of passages) {
    const found = new Set(
      split(text).map(({ start, end }) => start + text.slice(start, end).trimEnd().length),
    )
    found.delete(0)
    const wrong = [...found].filter((end) => !ends.has(end))
    const missed = [...ends].filter((end) => !found.has(end))
    sums.found += found.size
    sums.judged += ends.size
    sums.common += found.size - wrong.length
    if (wrong.length + missed.length === 0) sums.right++
    const show = (end: number): string =>
      `…${text.slice(Math.max(0, end - 15), end)}¶${text.slice(end, end + 10)}`
    mistakes.push(...wrong.map((end) => `${name}: false ${show(end)}`))
    mistakes.push(...missed.map((end) => `${name}: missed ${show(end)}`))
  }
  const precision = sums.common / sums.found
  const recall = sums.common / sums.judged
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    right: sums.right,
    mistakes,
  }
}
