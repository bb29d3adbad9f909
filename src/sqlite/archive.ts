import type { ArchivedArticle, ArchivedFacts, ArticleArchive } from '../articles/archive.ts'
import type { PreparedReport } from '../articles/article-store.ts'
import { type ArticleRow, toParameters as reportParameters, toArticle, toReport } from './article-row.ts'
import type { WithArticle } from './articles.ts'
import type { Database } from './database.ts'
import { createSearchRows } from './search-rows.ts'

interface ArchiveRow extends ArticleRow {
  uid: string
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

function toParameters(prepared: PreparedReport, { uid, lead, revision, retraction, addedAt }: ArchivedFacts) {
  const { fingerprint } = prepared
  return {
    ...reportParameters({ ...prepared, lead: lead ?? prepared.lead }),
    uid,
    // A report whose publishing was undone does not stand for its text: that may have been published again.
    fingerprint: retraction?.reason === null ? `${fingerprint}/${uid ?? ''}` : fingerprint,
    revision,
    retractedAt: retraction?.at ?? null,
    retraction: retraction?.reason ?? null,
    addedAt,
  }
}

function toArchived(row: ArchiveRow): ArchivedArticle {
  const { lead, revision, retraction, addedAt } = toArticle(row)
  return { ...toReport(row), uid: row.uid, lead, revision, retraction, addedAt, changedAt: row.changed_at }
}
