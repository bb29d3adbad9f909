import { editDistance } from '../arabic/edit-distance.ts'
import { stem } from '../arabic/stem.ts'
import { type AskedGrams, createGramPool } from './gram-pool.ts'
import { createNearWords } from './near-words.ts'
import type { IndexedArticle, KnownWord, WordCounts } from './search-index.ts'
import { createTextChains } from './text-chains.ts'

/** A known word near an unknown one; `likeness` is 1 for the word itself and falls with the distance. */
export interface NearWord {
  readonly id: number
  readonly likeness: number
}

/** Words that sound alike and yet differ in more letters than this are different words. */
const SOUND_DISTANCE = 3
/** Grams are counted in buckets: two rare grams in one bucket cost a little weight, a table of all would cost far more. */
const GRAM_BUCKETS = 1 << 20

/**
 * Every word that stands in any article, in memory: its stem, its grams, in how many articles it stands, and what
 * sounds or looks like it. Derived from the index alone.
 */
export interface Lexicon {
  readonly articles: () => number
  readonly averageLength: () => number
  /** The highest ids seen, to ask the index for what is new. */
  readonly lastWord: () => number
  readonly lastArticle: () => number
  /** Goes on from what was counted before; to be called before anything is learnt. */
  resume(counts: WordCounts): void
  counts(): WordCounts
  learnWords(words: readonly KnownWord[]): void
  learnArticles(articles: readonly IndexedArticle[]): void
  /** Words that stood in no article, and now stand in one of these, which were changed. */
  relearn(articles: readonly IndexedArticle[]): void
  /** The number of a stem, or undefined when no word has it. */
  stemNumber(stem: string): number | undefined
  stemText(stem: number): string
  stemOf(wordId: number): number
  wordOf(wordId: number): string
  /** The stem of a folded word, or undefined when no article has the word. */
  stemOfWord(folded: string): number | undefined
  /** The numbers of the asked grams that a word holds. */
  gramsIn(wordId: number, size: 3 | 4, asked: AskedGrams): readonly number[]
  /** In how many articles a stem stands: the sum over its words, so a little too high. */
  articlesWithStem(stem: number): number
  articlesWithGram(gram: number): number
  /** Known words that sound alike, and with `typos` those a letter or two away; the nearest and most frequent first. */
  near(folded: string, options: { typos: boolean; most: number }): NearWord[]
}

export function createLexicon(): Lexicon {
  const text: string[] = ['']
  const words = createTextChains()
  const stems: number[] = [0]
  const articlesOf: number[] = [0]
  const lastSeen: number[] = [0]
  const grams = createGramPool()
  const nearWords = createNearWords((id) => text[id] ?? '')
  // Stem 0 is that of words nobody has learnt yet, and of places behind the end of an article: no query asks for it.
  const stemNumbers = createTextChains()
  const stemTexts: string[] = ['']
  const stemArticles: number[] = [0]
  const gramArticles = new Uint32Array(GRAM_BUCKETS)
  let resumed: Uint32Array = new Uint32Array()
  let articles = 0
  let totalWords = 0
  let lastArticle = 0

  function stemNumber(stemmed: string): number | undefined {
    return stemNumbers.candidates(stemmed).find((number) => stemTexts[number] === stemmed)
  }

  function countIn(id: number, more: number): void {
    articlesOf[id] = (articlesOf[id] ?? 0) + more
    const number = stems[id] ?? 0
    stemArticles[number] = (stemArticles[number] ?? 0) + more
    grams.forEach(id, (gram) => {
      const bucket = gram % GRAM_BUCKETS
      gramArticles[bucket] = (gramArticles[bucket] ?? 0) + more
    })
  }

  return {
    articles: () => articles,
    averageLength: () => (articles === 0 ? 1 : totalWords / articles),
    lastWord: () => text.length - 1,
    lastArticle: () => lastArticle,
    resume(counts) {
      resumed = counts.articlesOf
      articles = counts.articles
      totalWords = counts.places
      lastArticle = counts.upTo
    },
    counts: () => ({
      upTo: lastArticle,
      articles,
      places: totalWords,
      articlesOf: new Uint32Array(articlesOf),
    }),
    learnWords(more) {
      for (const { id, word } of more) {
        const stemmed = stem(word)
        let number = stemNumber(stemmed)
        if (number === undefined) {
          number = stemArticles.length
          stemNumbers.add(stemmed, number)
          stemArticles.push(0)
          stemTexts.push(stemmed)
        }
        text[id] = word
        words.add(word, id)
        stems[id] = number
        articlesOf[id] = 0
        lastSeen[id] = 0
        grams.keep(id, word)
        nearWords.keep(id, word)
        const before = resumed[id] ?? 0
        if (before > 0) countIn(id, before)
      }
    },
    learnArticles(learnt) {
      const more = new Map<number, number>()
      for (const { articleId, list } of learnt) {
        articles += 1
        totalWords += list.words.length
        lastArticle = Math.max(lastArticle, articleId)
        for (const id of list.words) {
          if (lastSeen[id] === articles) continue
          lastSeen[id] = articles
          more.set(id, (more.get(id) ?? 0) + 1)
        }
      }
      // Words are far fewer than their places: stems and grams are counted word by word.
      for (const [id, count] of more) countIn(id, count)
    },
    relearn(changed) {
      for (const { list } of changed) {
        for (const id of new Set(list.words)) if ((articlesOf[id] ?? 0) === 0) countIn(id, 1)
      }
    },
    stemNumber,
    stemText: (number) => stemTexts[number] ?? '',
    stemOf: (wordId) => stems[wordId] ?? 0,
    wordOf: (wordId) => text[wordId] ?? '',
    stemOfWord(folded) {
      const id = words.candidates(folded).find((each) => text[each] === folded)
      return id === undefined ? undefined : stems[id]
    },
    gramsIn: grams.find,
    articlesWithStem: (number) => Math.min(articles, stemArticles[number] ?? 0),
    articlesWithGram: (gram) => Math.min(articles, gramArticles[gram % GRAM_BUCKETS] ?? 0),
    near(folded, { typos, most }) {
      // Another number is not another spelling.
      if (/\p{N}/u.test(folded)) return []
      const found = new Map<number, number>()
      const limit = !typos || folded.length < 4 ? 0 : folded.length < 8 ? 1 : 2
      for (const id of nearWords.soundLike(folded)) {
        const distance = editDistance(folded, text[id] ?? '', SOUND_DISTANCE)
        if (distance > 0 && distance <= SOUND_DISTANCE) found.set(id, 0.9 - 0.1 * distance)
      }
      if (limit > 0) {
        nearWords.forEachWithin(folded, limit, (id, distance) => {
          found.set(id, Math.max(found.get(id) ?? 0, 1 - distance * 0.2))
        })
      }
      return [...found]
        .filter(([id]) => (articlesOf[id] ?? 0) > 0)
        .map(([id, likeness]) => ({ id, likeness }))
        .sort(
          (a, b) =>
            b.likeness - a.likeness || (articlesOf[b.id] ?? 0) - (articlesOf[a.id] ?? 0) || a.id - b.id,
        )
        .slice(0, most)
    },
  }
}
