import type { PartialDate } from '../arabic/dates.ts'
import type { Span } from '../arabic/words.ts'
import type { Article } from '../articles/article.ts'
import type { ArticleStore, PreparedReport, Stored } from '../articles/article-store.ts'
import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'
import { createSearchRows } from './search-rows.ts'

interface ArticleRow {
  id: number
  title: string
  body: string
  headings: string
  lead: string
  publisher: string
  agency: string | null
  author: string | null
  url: string | null
  language: string
  published_at: string | null
  published_precision: PartialDate['precision'] | null
  event_on: string | null
  topics: string
  publisher_summary: string
  note: string | null
  added_at: number
}

/** Articles in SQLite; an article and its search rows are written in one transaction, so neither is without the other. */
export function createArticleStore(database: Database, clock: Clock): ArticleStore {
  const byId = database.prepare<[number], ArticleRow>('SELECT * FROM articles WHERE id = ?')
  const byFingerprint = database.prepare<[string], ArticleRow>('SELECT * FROM articles WHERE fingerprint = ?')
  // In the order of the ids asked for, whatever their order in the table.
  const byIds = database.prepare<[string], ArticleRow>(
    'SELECT articles.* FROM json_each(?) AS wanted JOIN articles ON articles.id = wanted.value ORDER BY wanted.key',
  )
  const latest = database.prepare<[number, number], ArticleRow>(
    'SELECT * FROM articles ORDER BY filed_on DESC, published_at DESC, id DESC LIMIT ? OFFSET ?',
  )
  // What is known to the month only is filed under the month: it belongs to that, and to no day of it.
  const filedIn = database.prepare<{ from: string; to: string; limit: number; offset: number }, ArticleRow>(
    `SELECT * FROM articles WHERE filed_on BETWEEN @from AND @to
     ORDER BY filed_on DESC, published_at DESC, id DESC LIMIT @limit OFFSET @offset`,
  )
  const countFiled = database
    .prepare<[string, string], number>('SELECT count(*) FROM articles WHERE filed_on BETWEEN ? AND ?')
    .pluck()
  const dayBefore = database
    .prepare<[string], string | null>(
      'SELECT max(filed_on) FROM articles WHERE filed_on < ? AND length(filed_on) = 10',
    )
    .pluck()
  const dayAfter = database
    .prepare<[string], string | null>(
      'SELECT min(filed_on) FROM articles WHERE filed_on > ? AND length(filed_on) = 10',
    )
    .pluck()
  const idsBetween = database
    .prepare<[number, number], number>('SELECT id FROM articles WHERE id > ? AND id <= ? ORDER BY id')
    .pluck()
  const publishers = database
    .prepare<[], string>(
      'SELECT publisher FROM articles UNION SELECT agency FROM articles WHERE agency IS NOT NULL',
    )
    .pluck()
  const count = database.prepare<[], number>('SELECT count(*) FROM articles').pluck()
  // The sequence remembers ids of articles that have been removed; they are not given again.
  const newestId = database
    .prepare<[], number>("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'articles'")
    .pluck()
  const insert = database.prepare(
    `INSERT INTO articles (fingerprint, title, body, headings, lead, publisher, agency, author, url, language,
       published_at, published_precision, event_on, topics, publisher_summary, note, added_at)
     VALUES (@fingerprint, @title, @body, @headings, @lead, @publisher, @agency, @author, @url, @language,
       @publishedAt, @publishedPrecision, @eventOn, @topics, @publisherSummary, @note, @addedAt)`,
  )
  const rows = createSearchRows(database)

  function add(prepared: PreparedReport): Stored {
    const kept = byFingerprint.get(prepared.fingerprint)
    if (kept !== undefined) return { article: toArticle(kept), added: false }
    const { lastInsertRowid } = insert.run(toParameters(prepared, clock.now()))
    rows.write(Number(lastInsertRowid), prepared.text)
    const row = byId.get(Number(lastInsertRowid)) as ArticleRow
    return { article: toArticle(row), added: true }
  }
  const addAll = database.transaction((reports: readonly PreparedReport[]) => reports.map(add))

  return {
    addAll: async (reports) => addAll.immediate(reports),
    byId: async (id) => optional(byId.get(id)),
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

/** Above every day of the period, and below whatever follows it. */
function lastOf(period: string): string {
  return `${period}~`
}

function toParameters({ report, lead, fingerprint }: PreparedReport, addedAt: number) {
  return {
    fingerprint,
    title: report.title,
    body: report.body,
    headings: spansToJson(report.headings),
    lead: spansToJson(lead),
    publisher: report.publisher,
    agency: report.agency,
    author: report.author,
    url: report.url,
    language: report.language,
    publishedAt: report.publishedAt?.value ?? null,
    publishedPrecision: report.publishedAt?.precision ?? null,
    eventOn: report.eventOn,
    topics: JSON.stringify(report.topics),
    publisherSummary: JSON.stringify(report.publisherSummary),
    note: report.note,
    addedAt,
  }
}

function toArticle(row: ArticleRow): Article {
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    headings: spansFromJson(row.headings),
    lead: spansFromJson(row.lead),
    publisher: row.publisher,
    agency: row.agency,
    author: row.author,
    url: row.url,
    language: row.language,
    publishedAt:
      row.published_at === null || row.published_precision === null
        ? null
        : { value: row.published_at, precision: row.published_precision },
    eventOn: row.event_on,
    topics: JSON.parse(row.topics) as string[],
    publisherSummary: JSON.parse(row.publisher_summary) as string[],
    note: row.note,
    addedAt: row.added_at,
  }
}

function optional(row: ArticleRow | undefined): Article | null {
  return row === undefined ? null : toArticle(row)
}

function spansToJson(spans: readonly Span[]): string {
  return JSON.stringify(spans.map(({ start, end }) => [start, end]))
}

function spansFromJson(json: string): Span[] {
  return (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }))
}
