import type { PartialDate } from '../arabic/dates.ts'
import type { Span } from '../arabic/words.ts'
import type { Article, Report } from '../articles/article.ts'
import type { PreparedReport } from '../articles/article-store.ts'

/** An article as it stands in its table. */
export interface ArticleRow {
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
  revision: number
  retracted_at: number | null
  retraction: string | null
}

/**
 * Leaves out what has been retracted. Asked this way because the column stands behind the body: reading it in every row
 * that is passed over would read the bodies.
 */
export const STANDING = 'articles.id NOT IN (SELECT id FROM articles WHERE retracted_at IS NOT NULL)'

/** The columns that hold a report and what is kept beside it, by the names of their parameters. */
export function toParameters({ report, lead, fingerprint, canonicalUrl }: PreparedReport) {
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
    canonicalUrl: canonicalUrl ?? null,
  }
}

/** The report alone. */
export function toReport(row: ArticleRow): Report {
  return {
    title: row.title,
    body: row.body,
    headings: spansFromJson(row.headings),
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
  }
}

export function toArticle(row: ArticleRow): Article {
  return {
    ...toReport(row),
    id: row.id,
    lead: spansFromJson(row.lead),
    addedAt: row.added_at,
    revision: row.revision,
    retraction: row.retracted_at === null ? null : { reason: row.retraction, at: row.retracted_at },
  }
}

export function spansToJson(spans: readonly Span[]): string {
  return JSON.stringify(spans.map(({ start, end }) => [start, end]))
}

export function spansFromJson(json: string): Span[] {
  return (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }))
}
