import { articlesWith } from './frequency.ts'
import type { Lexicon } from './lexicon.ts'
import type { IndexedArticle, Term, WordList } from './search-index.ts'

/** Saturation and length normalisation, and what a title is worth: as the index weighs its rows. */
const K1 = 1.2
const B = 0.75
const TITLE = 2

/** Tells whether an article has all of the terms. */
export function holding(terms: readonly Term[], lexicon: Lexicon): (list: WordList) => boolean {
  const asked = terms.map((term) => numbersOf(term, lexicon))
  return (list) => {
    const stems = list.words.map(lexicon.stemOf)
    return asked.every((phrases) =>
      phrases.some((phrase) => !placesOf(phrase, stems, list.titleLength).next().done),
    )
  }
}

/** The articles that have the terms most often for their length (BM25), the best first; those of equal rank, the newest. */
export function mostFrequent(
  articles: readonly IndexedArticle[],
  terms: readonly Term[],
  lexicon: Lexicon,
  most: number,
): number[] {
  const asked = terms.map((term) => {
    const some = Math.min(articlesWith(term, lexicon), lexicon.articles())
    return {
      phrases: numbersOf(term, lexicon),
      idf: Math.log(1 + (lexicon.articles() - some + 0.5) / (some + 0.5)),
    }
  })
  const points = ({ titleLength, words }: WordList) => {
    const stems = words.map(lexicon.stemOf)
    const norm = K1 * (1 - B + (B * words.length) / lexicon.averageLength())
    let sum = 0
    for (const { phrases, idf } of asked) {
      let times = 0
      for (const phrase of phrases) {
        for (const at of placesOf(phrase, stems, titleLength)) times += at < titleLength ? TITLE : 1
      }
      sum += (idf * times * (K1 + 1)) / (times + norm)
    }
    return sum
  }
  return articles
    .map(({ articleId, list }) => ({ articleId, points: points(list) }))
    .sort((a, b) => b.points - a.points || b.articleId - a.articleId)
    .slice(0, most)
    .map(({ articleId }) => articleId)
}

/** The phrases of a term as numbers of stems, as far as they are known. */
function numbersOf({ anyOf }: Term, lexicon: Lexicon): number[][] {
  return anyOf
    .map((phrase) => phrase.flatMap((stem) => lexicon.stemNumber(stem) ?? []))
    .filter((numbers, at) => numbers.length > 0 && numbers.length === anyOf[at]?.length)
}

/** Where a phrase stands; as the index has it, none begins in the title and ends in the body. */
function* placesOf(
  [first = 0, ...rest]: readonly number[],
  stems: Uint32Array,
  titleLength: number,
): Generator<number> {
  for (let at = stems.indexOf(first); at >= 0; at = stems.indexOf(first, at + 1)) {
    const broken = at < titleLength && at + rest.length >= titleLength
    if (!broken && rest.every((stem, offset) => stems[at + 1 + offset] === stem)) yield at
  }
}
