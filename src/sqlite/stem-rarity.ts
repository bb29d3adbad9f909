import type { Rarity } from '../story/events.ts'
import type { Database } from './database.ts'

/** Articles among which a word is counted: the newest say what is written every day now. */
const WINDOW = 1000
/** Articles of any small store: without them everything would be rare, or nothing, in a store of six. */
const BACKGROUND = 40
/** The counts are taken anew after so many articles more, earlier in a small store. */
const STALE_AFTER = 50
const REMEMBERED = 20_000

export interface StemRarity {
  /** How rare words are as things stand; to be asked for anew with every report. */
  now(): Rarity
}

/** How rare the words of a text are among the newest articles; a name is as rare as its rarest word. */
export function createStemRarity(database: Database): StemRarity {
  const newest = database.prepare<[], number | null>('SELECT max(id) FROM articles').pluck()
  const holding = database
    .prepare<[string, number], number>(
      'SELECT count(*) FROM article_search WHERE article_search MATCH ? AND rowid > ?',
    )
    .pluck()
  const counted = new Map<string, number>()
  let countedAt = 0

  function articlesWith(stem: string, last: number): number {
    const known = counted.get(stem)
    if (known !== undefined) return known
    const count = holding.get(`"${stem.replaceAll('"', '""').replaceAll('\0', '')}"`, last - WINDOW) ?? 0
    if (counted.size < REMEMBERED) counted.set(stem, count)
    return count
  }

  return {
    now() {
      const last = newest.get() ?? 0
      if (Math.abs(last - countedAt) > Math.min(STALE_AFTER, last / 10)) {
        counted.clear()
        countedAt = last
      }
      const articles = Math.min(last, WINDOW) + BACKGROUND
      return ({ stems }) => {
        const fewest = Math.min(...stems.map((stem) => articlesWith(stem, last)))
        return Math.log(1 + articles / (1 + fewest))
      }
    },
  }
}
