import { indexedText } from '../src/articles/indexed-text.ts'
import { systemClock } from '../src/clock.ts'
import { createSearch, type SearchOptions } from '../src/search/engine.ts'
import { type Knowledge, planSearch } from '../src/search/query.ts'
import { type Database, openDatabase } from '../src/sqlite/database.ts'
import { migrate } from '../src/sqlite/migrate.ts'
import { createSearchIndex } from '../src/sqlite/search.ts'
import { createSearchRows } from '../src/sqlite/search-rows.ts'
import * as leads from './summarise.ts'

/** An index over a collection, for measuring. */
export interface MeasuredIndex {
  /** Asks each query by itself: ids best first (ten at most), and how long it took. */
  run(queries: readonly { readonly text: string }[]): Promise<{ ids: string[]; ms: number }[]>
  /** Bytes that the index takes, without the texts. */
  readonly sizeBytes: number
  close(): void
}

const RESULTS = 10
const STORED_AT_ONCE = 1000

/** Nothing is known but the words: no story, no publishers. */
const KNOWLEDGE: Knowledge = {
  spellingsOf: (words) => words.map(({ stem }) => ({ anyOf: [[stem]] })),
  publishers: [],
  today: '2000-01-01',
}

/** The engine as the bot uses it, over any texts: no story, no dates, no publishers. */
export async function openIndex(
  docs: readonly { readonly id: string; readonly text: string }[],
  options: SearchOptions = {},
): Promise<MeasuredIndex> {
  const database = await openDatabase(':memory:')
  migrate(database, systemClock.now())
  const rows = createSearchRows(database)
  const store = database.transaction((from: number, to: number) => {
    for (let at = from; at < to; at++)
      rows.write(at + 1, indexedText({ title: '', body: docs[at]?.text ?? '' }))
  })
  for (let at = 0; at < docs.length; at += STORED_AT_ONCE)
    store(at, Math.min(docs.length, at + STORED_AT_ONCE))
  const search = createSearch(createSearchIndex(database), { enough: RESULTS, ...options })
  const ask = async (text: string) => {
    const began = performance.now()
    const page = { order: 'relevance', offset: 0, limit: RESULTS } as const
    const { hits } = await search.find(planSearch(text, KNOWLEDGE), page)
    return { ids: hits.map(({ articleId }) => docs[articleId - 1]?.id ?? ''), ms: performance.now() - began }
  }
  // What is learnt once at the first question is no part of the others.
  await search.warmUp()
  return {
    async run(queries) {
      const results: { ids: string[]; ms: number }[] = []
      for (const { text } of queries) results.push(await ask(text))
      return results
    },
    sizeBytes: indexBytes(database),
    close: () => {
      database.close()
    },
  }
}

/** Bytes of all pages that the search index takes. */
export function indexBytes(database: Database): number {
  const sizes = database.prepare<[], number>(
    `SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name IN (SELECT name FROM sqlite_schema
       WHERE tbl_name IN ('article_words', 'search_words', 'search_word_hashes', 'search_counts') OR tbl_name LIKE 'article\\_search\\_%' ESCAPE '\\')`,
  )
  return sizes.pluck().get() ?? 0
}

/**
 * The lead of a text whose paragraphs are lines, of `maxWords` at most.
 * @public
 */
export function summarise(
  report: { readonly title: string; readonly text: string },
  budget: { readonly maxWords: number },
): string {
  return leads.summarise(report, budget)
}

/**
 * The sentences of a text, as they stand in it.
 * @public
 */
export function sentences(text: string): string[] {
  return leads.sentencesOf(text)
}
