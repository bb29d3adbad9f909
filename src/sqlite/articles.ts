import type { Article } from '../articles/article.ts'
import type { ArticleStore, PreparedReport, Stored } from '../articles/article-store.ts'
import type { Clock } from '../clock.ts'
import { type ArticleRow, STANDING, toArticle, toParameters } from './article-row.ts'
import type { Database } from './database.ts'
import { createSearchRows } from './search-rows.ts'

/** What is written with an article, in its transaction. */
export interface WithArticle {
  /** Files it among the events. */
  readonly placeAmongEvents?: (articleId: number) => void
}

/** Stores an article that is not there yet; to be called inside a transaction. */
export type ArticleWriter = (prepared: PreparedReport) => Stored

/**
 * Articles in SQLite; an article, its search rows and its place among the events are written in one transaction, so
 * none is without the others.
 */
export function createArticleStore(
  database: Database,
  clock: Clock,
  options: WithArticle = {},
): ArticleStore {
  const byId = database.prepare<[number], ArticleRow>('SELECT * FROM articles WHERE id = ?')
  const byFingerprint = database.prepare<[string], ArticleRow>('SELECT * FROM articles WHERE fingerprint = ?')
  // A report whose publishing was undone may come again.
  const byCanonicalUrl = database.prepare<[string], ArticleRow>(
    `SELECT * FROM articles WHERE canonical_url = ? AND (retracted_at IS NULL OR retraction IS NOT NULL)
     ORDER BY id DESC LIMIT 1`,
  )
  const unnoted = database.prepare<[], { id: number; url: string }>(
    'SELECT id, url FROM articles WHERE url IS NOT NULL AND canonical_url IS NULL',
  )
  const note = database.prepare('UPDATE articles SET canonical_url = ? WHERE id = ?')
  // In the order of the ids asked for, whatever their order in the table.
  const byIds = database.prepare<[string], ArticleRow>(
    `SELECT articles.* FROM json_each(?) AS wanted JOIN articles ON articles.id = wanted.value
     WHERE ${STANDING} ORDER BY wanted.key`,
  )
  const latest = database.prepare<[number, number], ArticleRow>(
    `SELECT * FROM articles WHERE ${STANDING} ORDER BY filed_on DESC, published_at DESC, id DESC LIMIT ? OFFSET ?`,
  )
  // What is known to the month only is filed under the month: it belongs to that, and to no day of it.
  const filedIn = database.prepare<{ from: string; to: string; limit: number; offset: number }, ArticleRow>(
    `SELECT * FROM articles WHERE filed_on BETWEEN @from AND @to AND ${STANDING}
     ORDER BY filed_on DESC, published_at DESC, id DESC LIMIT @limit OFFSET @offset`,
  )
  const countFiled = database
    .prepare<[string, string], number>(
      'SELECT count(*) FROM articles WHERE filed_on BETWEEN ? AND ? AND retracted_at IS NULL',
    )
    .pluck()
  const dayBefore = database
    .prepare<[string], string | null>(
      'SELECT max(filed_on) FROM articles WHERE filed_on < ? AND length(filed_on) = 10 AND retracted_at IS NULL',
    )
    .pluck()
  const dayAfter = database
    .prepare<[string], string | null>(
      'SELECT min(filed_on) FROM articles WHERE filed_on > ? AND length(filed_on) = 10 AND retracted_at IS NULL',
    )
    .pluck()
  const idsBetween = database
    .prepare<[number, number], number>(
      `SELECT id FROM articles WHERE id > ? AND id <= ? AND ${STANDING} ORDER BY id`,
    )
    .pluck()
  const publishers = database
    .prepare<[], string>(
      `SELECT publisher FROM articles WHERE retracted_at IS NULL
       UNION SELECT agency FROM articles WHERE agency IS NOT NULL AND retracted_at IS NULL`,
    )
    .pluck()
  const count = database
    .prepare<[], number>('SELECT count(*) FROM articles WHERE retracted_at IS NULL')
    .pluck()
  // The sequence remembers ids of articles that have been removed; they are not given again.
  const newestId = database
    .prepare<[], number>("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'articles'")
    .pluck()
  const add = createArticleWriter(database, clock, options)
  const addAll = database.transaction((reports: readonly PreparedReport[]) => reports.map(add))
  const noteCanonicalUrls = database.transaction((canonicalUrl: (url: string) => string | null) => {
    let noted = 0
    for (const { id, url } of unnoted.all()) {
      const page = canonicalUrl(url)
      if (page !== null) noted += note.run(page, id).changes
    }
    return noted
  })

  return {
    addAll: async (reports) => addAll.immediate(reports),
    byId: async (id) => optional(byId.get(id)),
    byFingerprint: async (fingerprint) => optional(byFingerprint.get(fingerprint)),
    byCanonicalUrl: async (url) => optional(byCanonicalUrl.get(url)),
    noteCanonicalUrls: async (canonicalUrl) => noteCanonicalUrls.immediate(canonicalUrl),
    byIds: async (ids) => byIds.all(JSON.stringify(ids)).map(toArticle),
    latest: async ({ offset, limit }) => latest.all(limit, offset).map(toArticle),
    async filedIn(period, page) {
      const [from, to] = [period, lastOf(period)]
      const articles = filedIn.all({ from, to, ...page }).map(toArticle)
      return { articles, total: countFiled.get(from, to) ?? 0 }
    },
    async daysAround(period) {
      return { before: dayBefore.get(period) ?? null, after: dayAfter.get(lastOf(period)) ?? null }
    },
    count: async () => count.get() ?? 0,
    publishers: async () => publishers.all(),
    idsBetween: async (cursor, upTo) => idsBetween.all(cursor, upTo),
    newestId: async () => newestId.get() ?? 0,
  }
}

/** Writes articles with everything that belongs to them, one at a time, for transactions that write more. */
export function createArticleWriter(
  database: Database,
  clock: Clock,
  { placeAmongEvents }: WithArticle = {},
): ArticleWriter {
  const byId = database.prepare<[number], ArticleRow>('SELECT * FROM articles WHERE id = ?')
  const byFingerprint = database.prepare<[string], ArticleRow>('SELECT * FROM articles WHERE fingerprint = ?')
  const insert = database.prepare(
    `INSERT INTO articles (fingerprint, title, body, headings, lead, publisher, agency, author, url, language,
       published_at, published_precision, event_on, topics, publisher_summary, note, canonical_url, added_at)
     VALUES (@fingerprint, @title, @body, @headings, @lead, @publisher, @agency, @author, @url, @language,
       @publishedAt, @publishedPrecision, @eventOn, @topics, @publisherSummary, @note, @canonicalUrl, @addedAt)`,
  )
  const rows = createSearchRows(database)
  return (prepared) => {
    const kept = byFingerprint.get(prepared.fingerprint)
    if (kept !== undefined) return { article: toArticle(kept), added: false }
    const { lastInsertRowid } = insert.run({ ...toParameters(prepared), addedAt: clock.now() })
    rows.write(Number(lastInsertRowid), prepared.text)
    placeAmongEvents?.(Number(lastInsertRowid))
    const row = byId.get(Number(lastInsertRowid)) as ArticleRow
    return { article: toArticle(row), added: true }
  }
}

/** Above every day of the period, and below whatever follows it. */
function lastOf(period: string): string {
  return `${period}~`
}

function optional(row: ArticleRow | undefined): Article | null {
  return row === undefined ? null : toArticle(row)
}
