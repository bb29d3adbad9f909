import type { Article } from '../articles/article.ts'
import type { ArticleStore } from '../articles/article-store.ts'
import { FIRST_ARTICLES, type Selection, select } from './selection.ts'

/** Of a long absence only the articles stored last are looked at; `omitted` still counts them all. */
const CANDIDATES = 500

/** What is new since any cursor, up to one newest article. */
export interface News {
  /** Where a reader's cursor goes who has read everything. */
  readonly upTo: number
  /** What is new to a reader with this cursor; null when nothing is. */
  since(cursor: number | null): Promise<Selection | null>
}

/**
 * Reads every article once, however many cursors ask for it: readers with many different cursors are served in
 * one tick. To be thrown away with the tick.
 */
export function createNews(articles: ArticleStore, upTo: number): News {
  /** All ids after `from`, oldest first. */
  let ids: number[] = []
  let from = upTo
  const known = new Map<number, Article>()

  async function idsAfter(cursor: number): Promise<readonly number[]> {
    if (cursor < from) {
      ids = [...(await articles.idsBetween(cursor, from)), ...ids]
      from = cursor
    }
    return ids.slice(firstAbove(ids, cursor))
  }

  async function load(wanted: readonly number[]): Promise<Article[]> {
    const missing = wanted.filter((id) => !known.has(id))
    for (const article of await articles.byIds(missing)) known.set(article.id, article)
    return wanted.flatMap((id) => known.get(id) ?? [])
  }

  return {
    upTo,
    async since(cursor) {
      if (cursor === null) {
        const newest = await articles.latest({ offset: 0, limit: FIRST_ARTICLES })
        // One that was stored since `upTo` was read belongs to the next digest.
        return select(
          newest.filter(({ id }) => id <= upTo),
          { total: newest.length, first: true },
        )
      }
      const after = await idsAfter(cursor)
      return select(await load(after.slice(-CANDIDATES)), { total: after.length, first: false })
    },
  }
}

/** The index of the first id above `cursor` in rising ids. */
function firstAbove(ids: readonly number[], cursor: number): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] as number) > cursor) high = middle
    else low = middle + 1
  }
  return low
}
