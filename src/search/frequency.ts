import type { Lexicon } from './lexicon.ts'
import type { Term } from './search-index.ts'

/** In how many articles a term stands: a little too high, never too low. */
export function articlesWith({ anyOf }: Term, lexicon: Lexicon): number {
  const each = anyOf.map((phrase) => {
    const stems = phrase.map((stem) => {
      const number = lexicon.stemNumber(stem)
      return number === undefined ? 0 : lexicon.articlesWithStem(number)
    })
    return stems.length === 0 ? 0 : Math.min(...stems)
  })
  return sum(each)
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
