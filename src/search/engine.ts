import type { StandIn } from './asked.ts'
import { findCandidates, POSTINGS } from './candidates.ts'
import { articlesWith, sum } from './frequency.ts'
import { createLearning } from './learning.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { mostFrequent } from './list-reading.ts'
import { COUNT_AT_MOST, findByStems, newestOf } from './plain.ts'
import { asksFor } from './query.ts'
import { createRanking, WEIGHTS, type Weights } from './ranking.ts'
import type {
  Hit,
  Match,
  Page,
  QueryWord,
  Search,
  SearchIndex,
  SearchPlan,
  SearchResult,
  Term,
  Widened,
} from './search-index.ts'

/** Articles that are ranked by everything that is known of them; the index has found them by their stems. */
const RERANKED = 200
/** Matches among which the index looks for the best when a word is very common: the newest. */
const WINDOW = 2000
/** Rows of phrases that the index may read to weigh them. */
const PHRASE_POSTINGS = 80_000
/** A word in no more articles than this may be another spelling of a frequent one. */
const RARE = 3
/** Words near an unknown one that are looked for in its place. */
const STAND_INS = 4
/** Particles that the stemmer leaves alone where they might as well be a letter of the word. */
const PARTICLES = ['ل', 'ب', 'و', 'ف', 'ك']
/** Words of so many letters are hardly other words when there is a particle before them. */
const LONG = 4
/** Spellings of one term, with their particles: FTS5 becomes slow with hundreds of them. */
const MOST_FORMS = 64
/** Nobody waits longer for what has not been learnt yet; after a start that may be the words of a large store. */
const PATIENCE_MS = 200
const NOTHING: SearchResult = { total: 0, matched: 'all', hits: [], widened: [] }

export interface SearchOptions {
  readonly weights?: Weights
  /** Articles with some of the terms are ranked as well where fewer than this many have all of them. */
  readonly enough?: number
  /** How long a search waits for what is being learnt. */
  readonly patienceMs?: number
}

/**
 * Finds by stems, ranks by words, openings, neighbours and letters. Decides only; what it decides on comes
 * from the index, and what the index holds is learnt once and kept in memory as numbers.
 */
export function createSearch(
  index: SearchIndex,
  { weights = WEIGHTS, enough = 1, patienceMs = PATIENCE_MS }: SearchOptions = {},
): Search {
  const lexicon = createLexicon()
  const learning = createLearning(index, lexicon)

  return {
    async warmUp() {
      await learning.learn()
      await learning.keep()
    },
    relearn: learning.relearn,
    async find(plan, page) {
      if (!asksFor(plan)) return NOTHING
      return (await learning.within(patienceMs)) ? find(plan, page) : findByStems(index, plan, page, enough)
    },
  }

  async function find(plan: SearchPlan, { order, offset, limit }: Page): Promise<SearchResult> {
    const particles = (term: Term) => withParticles(term, plan.words, lexicon)
    const asked = { ...plan, terms: plan.terms.map(particles), without: plan.without.map(particles) }
    const { standIns, widened } = widen(asked, lexicon)
    const terms = withStandIns(asked.terms, standIns, lexicon)
    const all: Match = { ...asked, terms, need: 'all' }
    const { match, ids } = await findCandidates(all, { index, lexicon, enough, atMost: COUNT_AT_MOST })
    const result = { total: ids.length, matched: match.need, widened } as const
    if (ids.length === 0) return { ...result, hits: [] }
    const few = ids.length < COUNT_AT_MOST
    if (order === 'newest' || terms.length === 0) {
      const end = offset + limit
      const newest = await newestOf(index, match, ids, end)
      const hits = newest.slice(offset, end).map((articleId) => ({ articleId, score: 0, reasons: [] }))
      return { ...result, hits }
    }
    const best = few ? ids : await bestOf(match)
    const hits = await rank(asked, best, standIns)
    // What was ranked is all there is to page through.
    return {
      ...result,
      total: hits.length,
      hits: hits.slice(offset, offset + limit),
    } satisfies SearchResult
  }

  /** The index tells which of many matches are worth a closer look. */
  async function bestOf(match: Match): Promise<number[]> {
    const postings = match.terms.map((term) => articlesWith(term, lexicon))
    const looked = match.need === 'all' ? Math.min(...postings) : sum(postings)
    if (looked <= POSTINGS) return index.best(match, { window: POSTINGS * 2, limit: RERANKED })
    // To weigh a phrase the index reads all rows of its words; in a large store two thousand lists are sooner read.
    const phrases = match.terms.flatMap(({ anyOf }) => anyOf.filter((phrase) => phrase.length > 1))
    if (articlesWith({ anyOf: phrases }, lexicon) <= PHRASE_POSTINGS) {
      return index.best(match, { window: WINDOW, limit: RERANKED })
    }
    const lists = await index.articles(await index.matches(match, WINDOW))
    return mostFrequent(lists, match.terms, lexicon, RERANKED)
  }

  async function rank(
    plan: SearchPlan,
    ids: readonly number[],
    standIns: readonly StandIn[],
  ): Promise<Hit[]> {
    const score = createRanking({ terms: plan.terms, words: plan.words, standIns }, lexicon, weights)
    return (await index.articles(ids))
      .map(({ articleId, list }) => ({ articleId, ...score(list) }))
      .sort((a, b) => b.score - a.score || b.articleId - a.articleId)
  }
}

/**
 * The stems of a term behind a particle, as far as the articles have them; and without its first letter where hardly
 * any article has it and that letter may be a particle (عقوبات and لعقوبات, بوتين and لبوتين).
 */
function withParticles({ anyOf }: Term, words: readonly QueryWord[], lexicon: Lexicon): Term {
  const all = new Map(anyOf.map((phrase) => [phrase.join(' '), phrase]))
  for (const [first = '', ...rest] of anyOf) {
    const own = articlesWith({ anyOf: [[first]] }, lexicon)
    const inPhrase = rest.length > 0
    const typed = inPhrase ? undefined : words.find(({ stem }) => stem === first)?.folded
    const others = [
      ...formsOf(first, own, inPhrase).map((stem) => lexicon.stemNumber(stem)),
      ...formsOf(typed?.replace(/^ال/, '') ?? '', own, false).map((word) => lexicon.stemOfWord(word)),
    ]
    for (const stem of others) {
      // What is more frequent than a word that many articles have is another word.
      if (stem === undefined || (own > RARE && lexicon.articlesWithStem(stem) > own)) continue
      const phrase = [lexicon.stemText(stem), ...rest]
      all.set(phrase.join(' '), phrase)
    }
  }
  return { anyOf: [...all.values()].slice(0, MOST_FORMS) }
}

function formsOf(word: string, articles: number, inPhrase: boolean): string[] {
  if (word.length < (inPhrase ? 2 : LONG) || !/^[ا-ي]+$/.test(word)) return []
  const forms = PARTICLES.map((particle) => particle + word)
  const mayHaveOne = word.length > LONG && PARTICLES.includes(word.charAt(0))
  return mayHaveOne && articles <= RARE ? [...forms, word.slice(1)] : forms
}

/** Near words: for what no article has, and spellings by sound for what hardly any article has. */
function widen(plan: SearchPlan, lexicon: Lexicon): { standIns: StandIn[]; widened: Widened[] } {
  const standIns: StandIn[] = []
  const widened: Widened[] = []
  plan.terms.forEach((term, number) => {
    const articles = articlesWith(term, lexicon)
    if (articles > RARE) return
    const word = plan.words.find(({ stem }) =>
      term.anyOf.some((phrase) => phrase.length === 1 && phrase[0] === stem),
    )
    if (word === undefined) return
    const near = lexicon.near(word.folded, { typos: articles === 0, most: STAND_INS })
    for (const { id, likeness } of near) standIns.push({ term: number, stem: lexicon.stemOf(id), likeness })
    if (articles === 0 && near.length > 0) {
      widened.push({ word: word.folded, to: near.map(({ id }) => lexicon.wordOf(id)) })
    }
  })
  return { standIns, widened }
}

/** Terms as the index is asked for them: with the stems of the words that stand in, without what no article has. */
function withStandIns(terms: readonly Term[], standIns: readonly StandIn[], lexicon: Lexicon): Term[] {
  return terms.map((whole, number) => {
    const known = whole.anyOf.filter((phrase) => phrase.every((stem) => isKnown(stem, lexicon)))
    const term = known.length === 0 ? whole : { anyOf: known }
    const more = standIns
      .filter((standIn) => standIn.term === number)
      .map(({ stem }) => [lexicon.stemText(stem)])
    return more.length === 0 ? term : { anyOf: [...term.anyOf, ...more] }
  })
}

/** A decimal number is several words to the index. */
function isKnown(stem: string, lexicon: Lexicon): boolean {
  return lexicon.stemNumber(stem) !== undefined || stem.includes('.')
}
