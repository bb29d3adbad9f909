import type { Postings } from '../articles/postings.ts'
import { STANDING } from './article-row.ts'
import type { Database } from './database.ts'

/** Postings in SQLite: FTS5 keeps them in the order of ids, so the newest are read without looking at the others. */
export function createPostings(database: Database): Postings {
  const matching = database
    .prepare<[string, number], number>(
      'SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck()
  const filed = database
    .prepare<[string, string, number], number>(
      `SELECT id FROM articles WHERE filed_on BETWEEN ? AND ? AND ${STANDING}
       ORDER BY filed_on DESC, published_at DESC, id DESC LIMIT ?`,
    )
    .pluck()
  return {
    withStem: async (stem, atMost) => matching.all(quoted(stem), atMost),
    withAll: async (stems, atMost) =>
      stems.length === 0 ? [] : matching.all(stems.map(quoted).join(' AND '), atMost),
    filedBetween: async (from, to, atMost) => filed.all(from, to, atMost),
  }
}

/** FTS5's own syntax never comes from outside. */
function quoted(stem: string): string {
  return `"${stem.replaceAll('"', '""').replaceAll('\0', '')}"`
}
