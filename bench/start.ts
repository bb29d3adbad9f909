import { indexedText } from '../src/articles/indexed-text.ts'
import { createSearch } from '../src/search/engine.ts'
import type { Search } from '../src/search/search-index.ts'
import type { Database } from '../src/sqlite/database.ts'
import { createSearchIndex } from '../src/sqlite/search.ts'
import { createSearchUpkeep } from '../src/sqlite/search-upkeep.ts'

/** How long something took, and the longest time that nobody else had a turn meanwhile. */
interface Taken {
  readonly ms: number
  readonly longestMs: number
}

/** What the bot does by itself after a start, before searches are as good and as quick as they will be. */
export async function startSearch(
  store: Database,
): Promise<{ search: Search; rows: [what: string, taken: Taken][] }> {
  const tidied = await taken(() => createSearchUpkeep(store, indexedText).tidy())
  const counted = await taken(() => createSearch(createSearchIndex(store)).warmUp())
  const search = createSearch(createSearchIndex(store))
  const resumed = await taken(() => search.warmUp())
  return {
    search,
    rows: [
      ['putting the parts of the index together', tidied],
      ['learning all articles, once', counted],
      ['learning at a later start', resumed],
    ],
  }
}

async function taken(work: () => Promise<void>): Promise<Taken> {
  let longestMs = 0
  let last = performance.now()
  let done = false
  const turn = () => {
    const now = performance.now()
    longestMs = Math.max(longestMs, now - last)
    last = now
    if (!done) setImmediate(turn)
  }
  const began = last
  setImmediate(turn)
  await work()
  const ms = performance.now() - began
  await new Promise((resolve) => setImmediate(resolve))
  done = true
  return { ms, longestMs }
}
