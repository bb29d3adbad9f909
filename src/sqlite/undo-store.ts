import type { Span } from '../arabic/words.ts'
import type { Report } from '../articles/article.ts'
import type { PreparedReport } from '../articles/article-store.ts'
import type { UndoableAct, UndoableKind, Undone, UndoStore } from '../articles/undo-store.ts'
import type { Clock } from '../clock.ts'
import { auditDetail, createArticleRewriting, says } from './article-rewriting.ts'
import { type ArticleRow, spansFromJson, toReport } from './article-row.ts'
import type { WithArticle } from './articles.ts'
import { createAuditWriter } from './audit.ts'
import { createCorrections } from './corrections.ts'
import type { Database } from './database.ts'

interface ActRow {
  id: number
  at: number
  actor_id: number
  act: UndoableKind
  subject: string
  before: string
  undone_at: number | null
  title: string | null
}

/** What undoing comes to: the audit's detail, or null where it would undo more than the act. */
type Undoing = (row: ActRow, actorId: number) => Record<string, string | number | null> | null

/** Prepares a report of before to be stored again, with the lead that it had. */
export type Prepare = (report: Report, lead: readonly Span[]) => PreparedReport

/** The way back in SQLite. */
export function createUndoStore(
  database: Database,
  clock: Clock,
  options: WithArticle & { readonly prepare: Prepare },
): UndoStore {
  const columns = `undoable_acts.*, CASE WHEN subject LIKE 'draft:%'
      THEN (SELECT draft ->> '$.title' FROM drafts WHERE id = CAST(substr(subject, 7) AS INTEGER))
      ELSE (SELECT title FROM articles WHERE id = CAST(substr(subject, 9) AS INTEGER)) END AS title`
  const recent = database.prepare<[number], ActRow>(
    `SELECT ${columns} FROM undoable_acts ORDER BY id DESC LIMIT ?`,
  )
  const byId = database.prepare<[number], ActRow>(`SELECT ${columns} FROM undoable_acts WHERE id = ?`)
  const mark = database.prepare('UPDATE undoable_acts SET undone_at = ? WHERE id = ? AND undone_at IS NULL')
  const audit = createAuditWriter(database, clock)
  const ways = createWays(database, clock, options)

  const undo = database.transaction((id: number, actorId: number): Undone => {
    const row = byId.get(id)
    if (row === undefined) return { kind: 'unknown' }
    const act = toAct(row)
    if (act.undone) return { kind: 'before', act }
    const detail = ways[row.act](row, actorId)
    if (detail === null) return { kind: 'overtaken', act }
    mark.run(clock.now(), id)
    audit({ actorId, act: 'undo', subject: row.subject, detail: { undone: row.act, ...detail } })
    return { kind: 'undone', act: { ...act, undone: true }, articleId: idIn(row.subject, 'article') }
  })

  return {
    recent: async (limit) => recent.all(limit).map(toAct),
    undo: async (id, actorId) => undo.immediate(id, actorId),
  }
}

/** How each kind of act is undone. */
function createWays(
  database: Database,
  clock: Clock,
  { prepare, ...options }: WithArticle & { readonly prepare: Prepare },
): Record<UndoableKind, Undoing> {
  const rewriting = createArticleRewriting(database, clock, options)
  const corrections = createCorrections(database, clock)
  const reopen = database.prepare(
    `UPDATE drafts SET state = 'open', article_id = NULL, settled_at = NULL, settled_by = NULL
     WHERE id = ? AND state = ?`,
  )

  /** The article as the act left it; null where something has happened to it since. */
  function leftBy(subject: string, revision: number): ArticleRow | null {
    const id = idIn(subject, 'article') ?? 0
    const row = rewriting.row(id)
    if (row === undefined || row.retracted_at !== null) return null
    if (row.revision === revision) return row
    // Changed, and changed back: undoing is a revision of its own.
    const made = rewriting.version(id, revision)
    return made !== undefined && says(row, JSON.parse(made.report) as Report, made.lead) ? row : null
  }

  return {
    publish({ subject, before }, actorId) {
      const row = leftBy(subject, 1)
      const { draft } = JSON.parse(before) as { draft: number }
      if (row === null || reopen.run(draft, 'published').changes === 0) return null
      rewriting.withdraw(row, null)
      corrections.tell({ articleId: row.id, kind: 'retraction', note: '', editorId: actorId })
      return { draft }
    },
    discard({ subject }) {
      return reopen.run(idIn(subject, 'draft'), 'discarded').changes === 0 ? null : {}
    },
    edit({ subject, before }, actorId) {
      const { revision, correctionId } = JSON.parse(before) as {
        revision: number
        correctionId: number | null
      }
      const row = leftBy(subject, revision + 1)
      const former = row === null ? undefined : rewriting.version(row.id, revision)
      if (row === null || former === undefined) return null
      const prepared = prepare(JSON.parse(former.report) as Report, spansFromJson(former.lead))
      if (rewriting.holderOf(prepared.fingerprint, row.id) !== undefined) return null
      rewriting.replace(row, prepared, actorId)
      if (correctionId !== null) corrections.takeBack(correctionId, actorId)
      return auditDetail(row, prepared)
    },
    retract({ subject, before }, actorId) {
      const { correctionId } = JSON.parse(before) as { correctionId: number }
      const row = rewriting.row(idIn(subject, 'article') ?? 0)
      if (row === undefined || row.retracted_at === null || row.retraction === null) return null
      rewriting.reinstate(row, prepare(toReport(row), spansFromJson(row.lead)).text)
      corrections.takeBack(correctionId, actorId)
      return {}
    },
  }
}

function idIn(subject: string, kind: 'article' | 'draft'): number | null {
  const [named, id] = subject.split(':')
  return named === kind ? Number(id) : null
}

function toAct(row: ActRow): UndoableAct {
  const { id, at, actor_id: actorId, act, subject, title, undone_at: undoneAt } = row
  return { id, at, actorId, act, subject, title, undone: undoneAt !== null }
}
