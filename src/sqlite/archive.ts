import type { PartialDate } from '../arabic/dates.ts'
import type { Span } from '../arabic/words.ts'
import type { ArchivedArticle, ArchivedFacts, ArticleArchive } from '../articles/archive.ts'
import type { PreparedReport } from '../articles/article-store.ts'
import type { WithArticle } from './articles.ts'
import type { Database } from './database.ts'
import { createSearchRows } from './search-rows.ts'

interface ArchiveRow {
  id: number
  uid: string
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
  revision: number
  retracted_at: number | null
  retraction: string | null
  added_at: number
  changed_at: number
}

/** When an article was last changed: revisions keep when they were replaced. */
const CHANGED_AT = `max(added_at, coalesce(retracted_at, 0), coalesce(
  (SELECT max(replaced_at) FROM article_revisions WHERE article_id = articles.id), 0))`

/** All articles in SQLite, slice by slice, and the way back in, which is the one of new articles but for what was known. */
export function createArticleArchive(
  database: Database,
  { placeAmongEvents }: WithArticle = {},
): ArticleArchive {
  const slice = database.prepare<[number, number], ArchiveRow>(
    `SELECT articles.*, ${CHANGED_AT} AS changed_at FROM articles WHERE id > ? ORDER BY id LIMIT ?`,
  )
  const extent = database.prepare<[], { count: number; changedAt: number; bytes: number }>(
    `SELECT count(*) AS count, coalesce(max(${CHANGED_AT}), 0) AS changedAt,
       coalesce(sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB))), 0) AS bytes FROM articles`,
  )
  const insert = database.prepare(
    `INSERT INTO articles (uid, fingerprint, title, body, headings, lead, publisher, agency, author, url, language,
       published_at, published_precision, event_on, topics, publisher_summary, note, canonical_url, revision,
       retracted_at, retraction, added_at)
     VALUES (@uid, @fingerprint, @title, @body, @headings, @lead, @publisher, @agency, @author, @url, @language,
       @publishedAt, @publishedPrecision, @eventOn, @topics, @publisherSummary, @note, @canonicalUrl, @revision,
       @retractedAt, @retraction, @addedAt)
     ON CONFLICT DO NOTHING`,
  )
  const rows = createSearchRows(database)

  const restore = database.transaction((entries: Parameters<ArticleArchive['restore']>[0]): boolean[] =>
    entries.map(({ prepared, facts }) => {
      const { changes, lastInsertRowid } = insert.run(toParameters(prepared, facts))
      if (changes === 0) return false
      // No search finds what is retracted.
      if (facts.retraction === null) rows.write(Number(lastInsertRowid), prepared.text)
      placeAmongEvents?.(Number(lastInsertRowid))
      return true
    }),
  )

  return {
    async slice(after, limit) {
      const found = slice.all(after, limit)
      return {
        articles: found.map(toArchived),
        next: found.length < limit ? null : (found.at(-1)?.id ?? null),
      }
    },
    extent: async () => extent.get() ?? { count: 0, changedAt: 0, bytes: 0 },
    restore: async (entries) => restore.immediate(entries),
  }
}

function toParameters({ report, lead, fingerprint, canonicalUrl }: PreparedReport, facts: ArchivedFacts) {
  return {
    uid: facts.uid,
    // A report whose publishing was undone does not stand for its text: that may have been published again.
    fingerprint: facts.retraction?.reason === null ? `${fingerprint}/${facts.uid ?? ''}` : fingerprint,
    title: report.title,
    body: report.body,
    headings: spansToJson(report.headings),
    lead: spansToJson(facts.lead ?? lead),
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
    canonicalUrl: canonicalUrl ?? null,
    revision: facts.revision,
    retractedAt: facts.retraction?.at ?? null,
    retraction: facts.retraction?.reason ?? null,
    addedAt: facts.addedAt,
  }
}

function toArchived(row: ArchiveRow): ArchivedArticle {
  return {
    uid: row.uid,
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
    revision: row.revision,
    retraction: row.retracted_at === null ? null : { reason: row.retraction, at: row.retracted_at },
    addedAt: row.added_at,
    changedAt: row.changed_at,
  }
}

function spansToJson(spans: readonly Span[]): string {
  return JSON.stringify(spans.map(({ start, end }) => [start, end]))
}

function spansFromJson(json: string): Span[] {
  return (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }))
}
