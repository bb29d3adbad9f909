import type { Report } from '../articles/article.ts'
import type { ArticleChanges, Retracted, Revised, Revision, Version } from '../articles/article-changes.ts'
import type { Clock } from '../clock.ts'
import { auditDetail, createArticleRewriting, says, type VersionRow } from './article-rewriting.ts'
import { type ArticleRow, spansToJson, toArticle, toReport } from './article-row.ts'
import type { WithArticle } from './articles.ts'
import { createAuditWriter } from './audit.ts'
import { createCorrections } from './corrections.ts'
import type { Database } from './database.ts'
import { createUndoWriter } from './undo.ts'

/** Changes of published articles in SQLite. */
export function createArticleChanges(
  database: Database,
  clock: Clock,
  options: WithArticle = {},
): ArticleChanges {
  const rewriting = createArticleRewriting(database, clock, options)
  const corrections = createCorrections(database, clock)
  const audit = createAuditWriter(database, clock)
  const undoable = createUndoWriter(database, clock)
  const revise = database.transaction(createRevising(database, clock, options))
  const versions = database.prepare<[number], VersionRow>(
    'SELECT * FROM article_revisions WHERE article_id = ? ORDER BY revision',
  )
  const recipients = database
    .prepare<[number], number>(
      `SELECT count(*) FROM edition_articles
         JOIN deliveries ON deliveries.edition_id = edition_articles.edition_id AND state = 'sent'
       WHERE article_id = ?`,
    )
    .pluck()

  const retract = database.transaction(
    ({ articleId, reason, editorId }: Parameters<ArticleChanges['retract']>[0]): Retracted => {
      const row = rewriting.row(articleId)
      if (row === undefined) return { kind: 'unknown' }
      if (row.retracted_at !== null) return { kind: 'before' }
      rewriting.withdraw(row, reason)
      const correctionId = corrections.tell({ articleId, kind: 'retraction', note: reason, editorId })
      const subject = `article:${articleId}`
      audit({ actorId: editorId, act: 'retract', subject, detail: { reason } })
      undoable({ actorId: editorId, act: 'retract', subject, before: { correctionId } })
      return { kind: 'retracted', recipients: corrections.recipients(correctionId) }
    },
  )

  return {
    revise: async (revision) => revise.immediate(revision),
    retract: async (retraction) => retract.immediate(retraction),
    async history(articleId) {
      const row = rewriting.row(articleId)
      if (row === undefined) return []
      const current: Version = { revision: row.revision, report: toReport(row), replaced: null }
      return [...versions.all(articleId).map(toVersion), current]
    },
    recipients: async (articleId) => recipients.get(articleId) ?? 0,
    standing: async (articleIds) => corrections.standing(articleIds),
  }
}

/**
 * Revises one article, for transactions that do more: see `ArticleChanges.revise`. A change to what the article says
 * already writes nothing.
 */
export function createRevising(
  database: Database,
  clock: Clock,
  options: WithArticle = {},
): (revision: Revision) => Revised {
  const rewriting = createArticleRewriting(database, clock, options)
  const corrections = createCorrections(database, clock)
  const audit = createAuditWriter(database, clock)
  const undoable = createUndoWriter(database, clock)

  return ({ articleId, prepared, seen, editorId, correction }) => {
    const row = rewriting.row(articleId)
    if (row === undefined) return { kind: 'unknown' }
    if (row.retracted_at !== null) return { kind: 'retracted' }
    if (row.revision !== seen) return { kind: 'overtaken' }
    if (says(row, prepared.report, spansToJson(prepared.lead))) return { kind: 'same' }
    const holder = rewriting.holderOf(prepared.fingerprint, articleId)
    if (holder !== undefined) return { kind: 'duplicate', articleId: holder }
    rewriting.replace(row, prepared, editorId)
    const correctionId =
      correction === null
        ? null
        : corrections.tell({ articleId, kind: 'correction', note: correction, editorId })
    const subject = `article:${articleId}`
    const told = correction === null ? {} : { correction }
    audit({
      actorId: editorId,
      act: 'edit-article',
      subject,
      detail: { ...auditDetail(row, prepared), ...told },
    })
    undoable({ actorId: editorId, act: 'edit', subject, before: { revision: row.revision, correctionId } })
    return {
      kind: 'revised',
      article: toArticle(rewriting.row(articleId) as ArticleRow),
      replaced: row.revision,
      correctionId,
      recipients: correctionId === null ? 0 : corrections.recipients(correctionId),
    }
  }
}

function toVersion(row: VersionRow): Version {
  return {
    revision: row.revision,
    report: JSON.parse(row.report) as Report,
    replaced: { by: row.replaced_by, at: row.replaced_at },
  }
}
