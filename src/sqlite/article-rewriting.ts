import type { Report } from '../articles/article.ts'
import type { PreparedReport } from '../articles/article-store.ts'
import type { Clock } from '../clock.ts'
import { type ArticleRow, spansToJson, toParameters, toReport } from './article-row.ts'
import type { WithArticle } from './articles.ts'
import { createCorrections } from './corrections.ts'
import type { Database } from './database.ts'
import { createSearchRows } from './search-rows.ts'

/** A kept version of an article. */
export interface VersionRow {
  revision: number
  report: string
  lead: string
  replaced_at: number
  replaced_by: number
}

/** What is written when a published article changes; every step belongs inside the transaction of the change. */
export interface ArticleRewriting {
  row(articleId: number): ArticleRow | undefined
  /** What the article said as that revision; undefined where that is what it says now. */
  version(articleId: number, revision: number): VersionRow | undefined
  /** The article that has this text, where it is another one. */
  holderOf(fingerprint: string, except: number): number | undefined
  /** Keeps what the article says, and puts the report in its place, with search rows and event. */
  replace(row: ArticleRow, prepared: PreparedReport, editorId: number): void
  /** The article leaves search and events. Without a reason its publishing is undone: the text may come again. */
  withdraw(row: ArticleRow, reason: string | null): void
  /** It stands again. */
  reinstate(row: ArticleRow, text: PreparedReport['text']): void
}

export function createArticleRewriting(
  database: Database,
  clock: Clock,
  { placeAmongEvents = () => undefined }: WithArticle = {},
): ArticleRewriting {
  const byId = database.prepare<[number], ArticleRow>('SELECT * FROM articles WHERE id = ?')
  const version = database.prepare<[number, number], VersionRow>(
    'SELECT * FROM article_revisions WHERE article_id = ? AND revision = ?',
  )
  const holder = database
    .prepare<[string, number], number>('SELECT id FROM articles WHERE fingerprint = ? AND id <> ?')
    .pluck()
  const keep = database.prepare(
    `INSERT INTO article_revisions (article_id, revision, report, lead, replaced_at, replaced_by)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const update = database.prepare(
    `UPDATE articles SET fingerprint = @fingerprint, title = @title, body = @body, headings = @headings, lead = @lead,
       publisher = @publisher, agency = @agency, author = @author,
       canonical_url = coalesce(@canonicalUrl, CASE WHEN url IS @url THEN canonical_url END), url = @url,
       language = @language, published_at = @publishedAt, published_precision = @publishedPrecision,
       event_on = @eventOn, topics = @topics, publisher_summary = @publisherSummary, note = @note,
       revision = revision + 1
     WHERE id = @id`,
  )
  const retract = database.prepare('UPDATE articles SET retracted_at = ?, retraction = ? WHERE id = ?')
  const giveUpText = database.prepare(
    "UPDATE articles SET fingerprint = fingerprint || '/' || uid WHERE id = ?",
  )
  const stand = database.prepare('UPDATE articles SET retracted_at = NULL, retraction = NULL WHERE id = ?')
  // Counts reach up to an article, and do not know that one before it has other words now.
  const countAnew = database.prepare(
    `UPDATE search_counts SET generation = generation + 1, up_to = 0, articles = 0, places = 0, words = x''`,
  )
  const rows = createSearchRows(database)
  const { retireEditions } = createCorrections(database, clock)

  function rewriteRows(articleId: number, text: PreparedReport['text']): void {
    rows.remove(articleId)
    rows.write(articleId, text)
  }

  return {
    row: (articleId) => byId.get(articleId),
    version: (articleId, revision) => version.get(articleId, revision),
    holderOf: (fingerprint, except) => holder.get(fingerprint, except),
    replace(row, prepared, editorId) {
      keep.run(row.id, row.revision, JSON.stringify(toReport(row)), row.lead, clock.now(), editorId)
      update.run({ ...toParameters(prepared), id: row.id })
      if (row.title !== prepared.report.title || row.body !== prepared.report.body) {
        rewriteRows(row.id, prepared.text)
        countAnew.run()
      }
      placeAmongEvents(row.id)
      retireEditions(row.id)
    },
    withdraw(row, reason) {
      retract.run(clock.now(), reason, row.id)
      if (reason === null) giveUpText.run(row.id)
      rows.remove(row.id)
      placeAmongEvents(row.id)
      retireEditions(row.id)
    },
    reinstate(row, text) {
      stand.run(row.id)
      rewriteRows(row.id, text)
      placeAmongEvents(row.id)
      retireEditions(row.id)
    },
  }
}

/** Whether an article says exactly this. */
export function says(row: ArticleRow, report: Report, lead: string): boolean {
  return row.lead === lead && JSON.stringify(toReport(row)) === JSON.stringify(inOrder(report))
}

/** The fields of a report in one order, whoever made it. */
function inOrder(report: Report): Report {
  const { title, body, headings, publisher, agency, author, url, language } = report
  const { publishedAt, eventOn, topics, publisherSummary, note } = report
  return {
    title,
    body,
    headings: headings.map(({ start, end }) => ({ start, end })),
    publisher,
    agency,
    author,
    url,
    language,
    publishedAt: publishedAt === null ? null : { value: publishedAt.value, precision: publishedAt.precision },
    eventOn,
    topics,
    publisherSummary,
    note,
  }
}

/** What a change did, for the audit log: by name, before and after. */
export function auditDetail(
  row: ArticleRow,
  prepared: PreparedReport,
): Record<string, string | number | null> {
  const after = toParameters(prepared)
  const detail: Record<string, string | number | null> = {
    'revision before': row.revision,
    'revision after': row.revision + 1,
  }
  const note = (field: string, was: string | number | null, is: string | number | null) => {
    if (was === is) return
    detail[`${field} before`] = was
    detail[`${field} after`] = is
  }
  note('title', row.title, after.title)
  note('publisher', row.publisher, after.publisher)
  note('agency', row.agency, after.agency)
  note('author', row.author, after.author)
  note('address', row.url, after.url)
  note('date', row.published_at, after.publishedAt)
  note('event', row.event_on, after.eventOn)
  if (row.body !== after.body) {
    detail['characters before'] = row.body.length
    detail['characters after'] = after.body.length
  } else note('lead', row.lead, spansToJson(prepared.lead))
  return detail
}
