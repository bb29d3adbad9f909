import { stem } from '../arabic/stem.ts'
import type { Word } from '../arabic/words.ts'
import type { Phrase, Term, Widened } from './search-index.ts'

/** A word of a text that answers a query. */
export interface Mark {
  /** Which of the words of the text it is. */
  readonly index: number
  /** The number of the term that it answers, the first of several. */
  readonly term: number
  /** Whether it belongs to one phrase with the word before it. */
  readonly joined: boolean
}

/**
 * Marks the words that answer the terms: by their stems, in phrases, or as words that stand in for an unknown one.
 *
 * @returns for every word its mark, or undefined
 */
export function markWords(
  all: readonly Word[],
  terms: readonly Term[],
  widened: readonly Widened[],
): (Mark | undefined)[] {
  const stems = all.map(({ folded }) => stem(folded))
  const marks: (Mark | undefined)[] = Array.from({ length: all.length }, () => undefined)
  const places = new Map<string, number[]>()
  stems.forEach((each, index) => {
    const known = places.get(each)
    if (known === undefined) places.set(each, [index])
    else known.push(index)
  })

  const mark = (index: number, term: number, joined: boolean) => {
    const before = marks[index]
    marks[index] = { index, term: before?.term ?? term, joined: joined || (before?.joined ?? false) }
  }
  withStandIns(terms, widened).forEach(({ anyOf }, term) => {
    for (const phrase of anyOf) {
      for (const at of places.get(phrase[0] ?? '') ?? []) {
        if (!stands(phrase, at, stems)) continue
        for (let offset = 0; offset < phrase.length; offset++) mark(at + offset, term, offset > 0)
      }
    }
  })
  return marks
}

function stands(phrase: Phrase, at: number, stems: readonly string[]): boolean {
  return phrase.every((word, offset) => stems[at + offset] === word)
}

/** What stands in for a word answers the term of that word, in any of its forms, as in the index. */
function withStandIns(terms: readonly Term[], widened: readonly Widened[]): Term[] {
  const all = [...terms]
  for (const { word, to } of widened) {
    const asked = stem(word)
    const known = all.findIndex(({ anyOf }) =>
      anyOf.some((phrase) => phrase.length === 1 && phrase[0] === asked),
    )
    const standIns = to.map((near) => [stem(near)])
    all[known < 0 ? all.length : known] = { anyOf: [...(all[known]?.anyOf ?? []), ...standIns] }
  }
  return all
}
