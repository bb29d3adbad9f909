import { createAsked, type StandIn } from './asked.ts'
import type { Lexicon } from './lexicon.ts'
import type { QueryWord, RankReason, Term, WordList } from './search-index.ts'

/**
 * How much each trait of an article counts. Chosen on development questions: letters see through typos and
 * broken plurals, the opening says what a report is about, and an article that has all that was asked for, close
 * together, is more likely the one that was meant.
 */
export interface Weights {
  readonly stems: number
  readonly threeGrams: number
  readonly fourGrams: number
  readonly nearness: number
  readonly openingStems: number
  readonly openingGrams: number
  readonly title: number
  /** How much more the stems count when all of them are there. */
  readonly coverage: number
}

export const WEIGHTS: Weights = {
  stems: 1,
  threeGrams: 0.8,
  fourGrams: 0.5,
  nearness: 0.6,
  openingStems: 0.7,
  openingGrams: 0.2,
  title: 3,
  coverage: 0.4,
}

/** Scores an article; the reasons add up to the score. */
export type Ranking = (list: WordList) => { score: number; reasons: RankReason[] }

/** How many words of the body are its opening: about two sentences. */
const OPENING = 50
/** Words within which what was asked for counts as standing together: about a sentence. */
const SENTENCE = 25
/** Saturation and length normalisation of BM25. */
const K1 = 1.2
const B = 0.75

/** Makes the ranking of one query; its cost for an article is one look at each of its words. */
export function createRanking(
  query: {
    readonly terms: readonly Term[]
    readonly words: readonly QueryWord[]
    readonly standIns: readonly StandIn[]
  },
  lexicon: Lexicon,
  weights: Weights = WEIGHTS,
): Ranking {
  const asked = createAsked(query, lexicon)
  const { termIdf, gramIdf } = asked
  const everything = termIdf.reduce((sum, idf) => sum + idf, 0) || 1
  const averageLength = lexicon.averageLength()

  return ({ titleLength, words }) => {
    const terms = { all: zeros(termIdf), opening: zeros(termIdf), title: zeros(termIdf) }
    const three = zeros(gramIdf[3])
    const four = { all: zeros(gramIdf[4]), opening: zeros(gramIdf[4]), title: zeros(gramIdf[4]) }
    const hits: { at: number; term: number }[] = []
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as number
      if (asked.isSilent(word)) continue
      const inTitle = at < titleLength
      const inOpening = at < titleLength + OPENING
      for (const { term, likeness } of asked.answers(words, at)) {
        terms.all[term] = (terms.all[term] ?? 0) + likeness
        if (inOpening) terms.opening[term] = (terms.opening[term] ?? 0) + likeness
        if (inTitle) terms.title[term] = (terms.title[term] ?? 0) + likeness
        hits.push({ at, term })
      }
      const grams = asked.gramsOf(word)
      if (grams === null) continue
      for (const gram of grams.three) three[gram] = (three[gram] ?? 0) + 1
      for (const gram of grams.four) {
        four.all[gram] = (four.all[gram] ?? 0) + 1
        if (inOpening) four.opening[gram] = (four.opening[gram] ?? 0) + 1
        if (inTitle) four.title[gram] = (four.title[gram] ?? 0) + 1
      }
    }
    const length = words.length / averageLength
    const found = termIdf.reduce((sum, idf, term) => sum + ((terms.all[term] ?? 0) > 0 ? idf : 0), 0)
    const reasons: RankReason[] = [
      {
        what: 'words' as const,
        points:
          weights.stems * bm25(terms.all, termIdf, length) * (1 + (weights.coverage * found) / everything),
      },
      {
        what: 'letters' as const,
        points:
          weights.threeGrams * bm25(three, gramIdf[3], length) +
          weights.fourGrams * bm25(four.all, gramIdf[4], length),
      },
      {
        what: 'nearness' as const,
        points: termIdf.length < 2 ? 0 : weights.nearness * nearness(hits, termIdf),
      },
      {
        what: 'opening' as const,
        points:
          weights.openingStems * bm25(terms.opening, termIdf, 1) +
          weights.openingGrams * bm25(four.opening, gramIdf[4], 1),
      },
      {
        what: 'title' as const,
        points:
          weights.title *
          (bm25(terms.title, termIdf, 1) + weights.openingGrams * bm25(four.title, gramIdf[4], 1)),
      },
    ].filter(({ points }) => points > 0)
    return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons }
  }
}

/** @param length of the article, as a multiple of the average */
function bm25(counts: Float64Array, idf: readonly number[], length: number): number {
  const norm = K1 * (1 - B + B * length)
  let sum = 0
  for (let index = 0; index < counts.length; index++) {
    const times = counts[index] as number
    if (times > 0) sum += ((idf[index] ?? 0) * times * (K1 + 1)) / (times + norm)
  }
  return sum
}

/** The most that stands within one sentence's length: the sum of the idf of the different terms there. */
function nearness(hits: readonly { at: number; term: number }[], idf: readonly number[]): number {
  const inside = new Map<number, number>()
  let from = 0
  let sum = 0
  let most = 0
  for (const { at, term } of hits) {
    if (!inside.get(term)) sum += idf[term] ?? 0
    inside.set(term, (inside.get(term) ?? 0) + 1)
    for (let oldest = hits[from]; oldest !== undefined && at - oldest.at > SENTENCE; oldest = hits[++from]) {
      const left = (inside.get(oldest.term) ?? 1) - 1
      inside.set(oldest.term, left)
      if (left === 0) sum -= idf[oldest.term] ?? 0
    }
    most = Math.max(most, sum)
  }
  return most
}

function zeros(like: readonly number[]): Float64Array {
  return new Float64Array(like.length)
}
