import { articlesWith } from './frequency.ts'
import type { Lexicon } from './lexicon.ts'
import { holding } from './list-reading.ts'
import type { Match, SearchIndex, Term } from './search-index.ts'

/** Articles that the rarest words of a query may match together before its common words are left to the ranking. */
export const POSTINGS = 12_000
/** So many lists of words are read sooner than the index has compared its rows for more terms. */
const FEW = 60

/** What was looked for in the end, and the newest articles that match. */
export interface Candidates {
  readonly match: Match
  readonly ids: readonly number[]
}

/** The articles that have all of the terms; where fewer than `enough` do, those that have one of the rarest. */
export async function findCandidates(
  all: Match,
  {
    index,
    lexicon,
    enough,
    atMost,
  }: {
    readonly index: SearchIndex
    readonly lexicon: Lexicon
    readonly enough: number
    readonly atMost: number
  },
): Promise<Candidates> {
  const ids = await withAll(all)
  if (ids.length >= enough || all.terms.length < 2) return { match: all, ids }
  const any: Match = { ...all, need: 'any', terms: rarest(all.terms, lexicon) }
  return { match: any, ids: await index.matches(any, atMost) }

  /**
   * The index compares rows term by term, and time grows with the frequency of each. So it is asked for the rarest
   * terms only, as many as hardly any article has together, and the lists of those articles tell the rest.
   */
  async function withAll(match: Match): Promise<readonly number[]> {
    const terms = byRarity(match.terms, lexicon)
    const asked = enoughToFindFew(terms, lexicon.articles())
    if (asked === terms.length) return index.matches(match, atMost)
    const rare = { ...match, terms: terms.slice(0, asked).map(({ term }) => term) }
    const some = await index.matches(rare, 2 * FEW)
    // They stand together more often than by chance.
    if (some.length === 2 * FEW) return index.matches(match, atMost)
    const others = terms.slice(asked).map(({ term }) => term)
    const hasOthers = holding(others, lexicon)
    const lists = await index.articles(some)
    const holders = new Set(lists.flatMap(({ articleId, list }) => (hasOthers(list) ? articleId : [])))
    return some.filter((id) => holders.has(id))
  }
}

/** How many of the terms, the rarest first, stand together in few articles if chance decides. */
function enoughToFindFew(terms: readonly { articles: number }[], all: number): number {
  let together = all
  const enough = terms.findIndex(({ articles }) => {
    together *= articles / all
    return together <= FEW
  })
  return enough < 0 ? terms.length : enough + 1
}

/**
 * The rarest of the terms that are known at all. Time grows with the number of matches, so common words find nothing
 * by themselves while rarer ones remain; they still count in the ranking.
 */
function rarest(terms: readonly Term[], lexicon: Lexicon): readonly Term[] {
  const chosen: Term[] = []
  let postings = 0
  for (const { term, articles } of byRarity(terms, lexicon)) {
    if (articles === 0) continue
    if (chosen.length > 0 && postings + articles > POSTINGS) break
    chosen.push(term)
    postings += articles
  }
  return chosen.length > 0 ? chosen : terms
}

/** The terms that say something, with the number of their articles. */
function byRarity(terms: readonly Term[], lexicon: Lexicon): { term: Term; articles: number }[] {
  return terms
    .filter(({ anyOf }) => anyOf.some((phrase) => phrase.length > 0))
    .map((term) => ({ term, articles: articlesWith(term, lexicon) }))
    .sort((a, b) => a.articles - b.articles)
}
