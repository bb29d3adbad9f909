import type { IndexedArticle, Match, Phrase, SearchIndex, Term } from '../search/search-index.ts'
import { STANDING } from './article-row.ts'
import type { Database, Statement } from './database.ts'
import { packNumbers, unpackNumbers, unpackWords } from './word-list.ts'

/** A word in the title says more about a report than one in its body. */
const TITLE_WEIGHT = 2
const BODY_WEIGHT = 1
const BY_DAY = 'ORDER BY filed_on DESC, published_at DESC, articles.id DESC'

interface PackedRow {
  articleId: number
  words: Buffer
}

interface CountsRow {
  generation: number
  upTo: number
  articles: number
  places: number
  words: Buffer
}

/** The search index in SQLite: FTS5 over stems, and each article as the list of its words. */
export function createSearchIndex(database: Database): SearchIndex {
  const wordsAfter = database.prepare<[number, number], { id: number; word: string }>(
    'SELECT id, word FROM search_words WHERE id > ? ORDER BY id LIMIT ?',
  )
  const articlesAfter = database.prepare<[number, number], PackedRow>(
    'SELECT article_id AS articleId, words FROM article_words WHERE article_id > ? ORDER BY article_id LIMIT ?',
  )
  const articles = database.prepare<[string], PackedRow>(
    'SELECT article_id AS articleId, words FROM article_words WHERE article_id IN (SELECT value FROM json_each(?))',
  )

  const counts = database.prepare<[], CountsRow>(
    'SELECT generation, up_to AS upTo, articles, places, words FROM search_counts',
  )
  const keepCounts = database.prepare(
    'UPDATE search_counts SET up_to = ?, articles = ?, places = ?, words = ? WHERE generation = ?',
  )
  let generation: number | null = null
  const byDay = database
    .prepare<[string], number>(
      `SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?)) ${BY_DAY}`,
    )
    .pluck()
  const prepared = preparedOnce(database)

  return {
    async matches(match, atMost) {
      const { sql, parameters, hasText } = matching(match)
      // FTS5 has the newest at the end of each list of rows and stops where it has enough; without words the
      // index of days has them in order.
      const order = hasText ? 'ORDER BY article_search.rowid DESC' : BY_DAY
      return prepared(`${sql} ${order} LIMIT ?`).all(...parameters, atMost)
    },
    // Scoring every match of a very common word takes seconds in a large store.
    async best(match, { window, limit }) {
      const { sql, parameters, hasText } = matching(match, ', bm25(article_search, ?, ?) AS rank')
      if (!hasText) return prepared(`${sql} ${BY_DAY} LIMIT ?`).all(...parameters, limit)
      const newest = `${sql} ORDER BY article_search.rowid DESC LIMIT ?`
      return prepared(`SELECT id FROM (${newest}) ORDER BY rank, id DESC LIMIT ?`).all([
        BODY_WEIGHT,
        TITLE_WEIGHT,
        ...parameters,
        window,
        limit,
      ])
    },
    byDay: async (ids) => byDay.all(JSON.stringify(ids)),
    wordsAfter: async (id, limit) => wordsAfter.all(id, limit),
    articlesAfter: async (id, limit) => articlesAfter.all(id, limit).map(unpack),
    articles: async (ids) => articles.all(JSON.stringify(ids)).map(unpack),
    async counts() {
      const row = counts.get()
      generation = row?.generation ?? null
      return {
        upTo: row?.upTo ?? 0,
        articles: row?.articles ?? 0,
        places: row?.places ?? 0,
        articlesOf: unpackNumbers(row?.words ?? new Uint8Array()),
      }
    },
    async keepCounts({ upTo, articles: all, places, articlesOf }) {
      keepCounts.run(upTo, all, places, packNumbers(articlesOf), generation)
    },
  }
}

/** Statements by their text: matches have few shapes, and preparing one takes longer than many a search. */
function preparedOnce(database: Database): (sql: string) => Statement<unknown[], number> {
  const known = new Map<string, Statement<unknown[], number>>()
  return (sql) => {
    const statement = known.get(sql) ?? database.prepare<unknown[], number>(sql).pluck()
    known.set(sql, statement)
    return statement
  }
}

function unpack({ articleId, words }: PackedRow): IndexedArticle {
  return { articleId, list: unpackWords(words) }
}

/** The statement that gives the ids of what matches; parameters are bound, stems are quoted. */
function matching(
  match: Match,
  more = '',
): { sql: string; parameters: (string | number)[]; hasText: boolean } {
  const { since, until, sources } = match
  const { wanted, unwanted } = expressions(match)
  const hasText = wanted !== null
  const conditions: string[] = []
  const parameters: (string | number)[] = []
  if (wanted !== null) {
    conditions.push('article_search MATCH ?')
    parameters.push(unwanted === null ? wanted : `${wanted} NOT ${unwanted}`)
  } else if (match.terms.length > 0) {
    // Something was asked for that no index has.
    conditions.push('FALSE')
  } else if (unwanted !== null) {
    conditions.push('articles.id NOT IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)')
    parameters.push(unwanted)
  }
  const filtered = since !== null || until !== null || sources !== null
  if (since !== null) {
    conditions.push('filed_on >= ?')
    parameters.push(since)
  }
  if (until !== null) {
    conditions.push('filed_on <= ?')
    parameters.push(until)
  }
  if (sources !== null) {
    const names = 'SELECT value FROM json_each(?)'
    conditions.push(`(publisher IN (${names}) OR agency IN (${names}))`)
    parameters.push(JSON.stringify(sources), JSON.stringify(sources))
  }
  // What is retracted has no rows of text.
  if (!hasText) conditions.push(STANDING)
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  if (!hasText) return { sql: `SELECT articles.id AS id FROM articles${where}`, parameters, hasText }
  const joined = filtered ? ' JOIN articles ON articles.id = article_search.rowid' : ''
  const sql = `SELECT article_search.rowid AS id${more} FROM article_search${joined}${where}`
  return { sql, parameters, hasText }
}

/**
 * FTS5's own syntax never comes from outside: every stem is a quoted string, a phrase is strings joined by +.
 * Null where there is nothing to find, or nothing to leave out.
 */
function expressions({ terms, need, must, without }: Match): {
  wanted: string | null
  unwanted: string | null
} {
  const some = terms.flatMap((term) => oneOf(term) ?? [])
  const parts = must.filter((phrase) => phrase.length > 0).map(quotePhrase)
  if (some.length > 0) parts.push(`(${some.join(need === 'all' ? ' AND ' : ' OR ')})`)
  const none = without.flatMap((term) => oneOf(term) ?? [])
  return {
    wanted: parts.length === 0 ? null : `(${parts.join(' AND ')})`,
    unwanted: none.length === 0 ? null : `(${none.join(' OR ')})`,
  }
}

function oneOf({ anyOf }: Term): string | null {
  const phrases = anyOf.filter((phrase) => phrase.length > 0).map(quotePhrase)
  return phrases.length === 0 ? null : `(${phrases.join(' OR ')})`
}

function quotePhrase(phrase: Phrase): string {
  return phrase.map((stem) => `"${stem.replaceAll('"', '""').replaceAll('\0', '')}"`).join(' + ')
}
