import type { Match, Page, SearchIndex, SearchPlan, SearchResult } from './search-index.ts'

/** Matches are counted so far; where there are fewer, all of them are ranked. */
export const COUNT_AT_MOST = 200
/** Matches among which the index looks for the best: the newest. */
const WINDOW = 2000

/**
 * Finds and orders by stems alone, as the index does: for as long as the words of the articles have not been learnt.
 *
 * @param enough articles with some of the terms are given where fewer than this many have all of them
 */
export async function findByStems(
  index: SearchIndex,
  plan: SearchPlan,
  { order, offset, limit }: Page,
  enough: number,
): Promise<SearchResult> {
  const all: Match = { ...plan, need: 'all' }
  const withAll = await index.matches(all, COUNT_AT_MOST)
  const match: Match = withAll.length >= enough || plan.terms.length < 2 ? all : { ...all, need: 'any' }
  const ids = match === all ? withAll : await index.matches(match, COUNT_AT_MOST)
  const byStems = order === 'relevance' && plan.terms.length > 0
  const ordered = byStems
    ? await index.best(match, { window: WINDOW, limit: COUNT_AT_MOST })
    : await newestOf(index, match, ids, offset + limit)
  const hits = ordered.slice(offset, offset + limit)
  return {
    total: ids.length,
    matched: match.need,
    hits: hits.map((articleId) => ({ articleId, score: 0, reasons: [] })),
    widened: [],
  }
}

/** The newest matches up to `end`: by day where they are few, else by arrival, which needs no look at all of them. */
export async function newestOf(
  index: SearchIndex,
  match: Match,
  ids: readonly number[],
  end: number,
): Promise<readonly number[]> {
  if (ids.length < COUNT_AT_MOST) return index.byDay(ids)
  return end > COUNT_AT_MOST ? index.matches(match, end) : ids
}
