import type { Revised, Revision } from '../articles/article-changes.ts'
import type { PreparedReport, Stored } from '../articles/article-store.ts'
import type { Draft } from '../articles/draft.ts'
import type {
  DraftChange,
  DraftStore,
  PublishOutcome,
  RevisedArticle,
  SplitPart,
  StoredDraft,
} from '../articles/draft-store.ts'
import type { Clock } from '../clock.ts'
import { createAuditWriter } from './audit.ts'
import type { Database } from './database.ts'
import { createDraftOpener, DRAFT_COLUMNS, type DraftRow, toDraft } from './draft-rows.ts'
import { createMaterialRows } from './materials.ts'
import { createUndoWriter } from './undo.ts'

/** What becomes of a draft that is published; both are called inside its transaction. */
export interface Publishing {
  /** Stores a new article. */
  add(prepared: PreparedReport): Stored
  /** Puts the report in the place of an article, as its next revision, and leaves its own entries. */
  revise(revision: Revision): Revised
}

/** Drafts in SQLite. */
export function createDraftStore(database: Database, clock: Clock, publishing: Publishing): DraftStore {
  const byId = database.prepare<[number], DraftRow>(`SELECT ${DRAFT_COLUMNS} FROM drafts WHERE id = ?`)
  const ofMaterial = database.prepare<[number], DraftRow>(
    `SELECT ${DRAFT_COLUMNS} FROM drafts WHERE material_id = ? ORDER BY place, id`,
  )
  const waiting = database.prepare<[number, number], DraftRow>(
    `SELECT ${DRAFT_COLUMNS} FROM drafts WHERE state = 'open' ORDER BY id DESC LIMIT ? OFFSET ?`,
  )
  const countWaiting = database
    .prepare<[], number>("SELECT count(*) FROM drafts WHERE state = 'open'")
    .pluck()
  const reviseOpen = database.prepare(
    "UPDATE drafts SET draft = ?, restored = ? WHERE id = ? AND state = 'open'",
  )
  const moveOpen = database.prepare(
    "UPDATE drafts SET draft = ?, restored = ?, material_id = ?, place = 0 WHERE id = ? AND state = 'open'",
  )
  const settleOpen = database.prepare(
    `UPDATE drafts SET state = ?, article_id = ?, revises = ?, settled_by = ?, settled_at = ?
     WHERE id = ? AND state = 'open'`,
  )
  const materials = createMaterialRows(database, clock)
  const openDraft = createDraftOpener(database, clock)
  const audit = createAuditWriter(database, clock)
  const undoable = createUndoWriter(database, clock)

  const read = (id: number) => toDraft(byId.get(id) as DraftRow)

  function settle(
    id: number,
    outcome: { state: 'published' | 'discarded'; articleId?: number; revises?: number | null },
    editorId: number,
  ): boolean {
    const { state, articleId = null, revises = null } = outcome
    const { changes } = settleOpen.run(state, articleId, revises, editorId, clock.now(), id)
    if (changes === 0) return false
    const act = state === 'published' ? 'publish' : 'discard'
    const detail = { article: articleId, ...(revises === null ? {} : { revises }) }
    audit({ actorId: editorId, act, subject: `draft:${id}`, detail })
    return true
  }

  const open = database.transaction((opened: Parameters<DraftStore['open']>[0]): StoredDraft[] => {
    const { material, drafts, replaces = [], ...by } = opened
    const { id: materialId, isNew } = materials.keep(material, by)
    if (!isNew) return ofMaterial.all(materialId).map(toDraft)
    // What gives way was never an editor's decision: there is nothing to undo.
    for (const id of replaces) settle(id, { state: 'discarded' }, by.editorId)
    const ids = drafts.map((draft, place) =>
      openDraft({ draft, materialId, place, restored: [], source: `${material.source}/${place}` }, by),
    )
    return ids.map(read)
  })

  const revise = database.transaction((id: number, change: DraftChange, editorId: number): boolean => {
    const row = byId.get(id)
    if (row === undefined) return false
    const before = toDraft(row)
    const { draft, restored = before.restored } = change
    if (reviseOpen.run(JSON.stringify(draft), JSON.stringify(restored), id).changes === 0) return false
    const detail = whatChanged(before, { draft, restored })
    audit({ actorId: editorId, act: 'revise-draft', subject: `draft:${id}`, detail })
    return true
  })

  const split = database.transaction(
    (id: number, parts: readonly [SplitPart, SplitPart], editorId: number): StoredDraft[] | null => {
      const row = byId.get(id)
      if (row?.state !== 'open') return null
      const by = { chatId: row.chat_id, editorId }
      const ids = parts.flatMap(({ material, restored, drafts }, part) => {
        const { id: materialId } = materials.keep(material, by)
        return drafts.map((draft, place) => {
          if (part + place > 0) {
            return openDraft(
              { draft, materialId, place, restored, source: `${material.source}/${place}` },
              by,
            )
          }
          moveOpen.run(JSON.stringify(draft), JSON.stringify(restored), materialId, id)
          return id
        })
      })
      const detail = { 'drafts after': ids.length }
      audit({ actorId: editorId, act: 'revise-draft', subject: `draft:${id}`, detail })
      return ids.map(read)
    },
  )

  const publish = database.transaction(
    (
      id: number,
      prepared: PreparedReport,
      editorId: number,
      revises: RevisedArticle | null,
    ): PublishOutcome => {
      const row = byId.get(id)
      if (row === undefined) return { kind: 'unknown' }
      if (row.state !== 'open') return { kind: 'settled', draft: toDraft(row) }
      if (revises !== null) return reviseBy(id, prepared, editorId, revises)
      const { article, added } = publishing.add(prepared)
      settle(id, { state: 'published', articleId: article.id }, editorId)
      // What was there already was not published: there is nothing to undo.
      if (added) {
        const subject = `article:${article.id}`
        undoable({ actorId: editorId, act: 'publish', subject, before: { draft: id } })
      }
      return { kind: 'published', articleId: article.id, added }
    },
  )

  function reviseBy(
    id: number,
    prepared: PreparedReport,
    editorId: number,
    { articleId, seen }: RevisedArticle,
  ): PublishOutcome {
    const revised = publishing.revise({ articleId, prepared, seen, editorId, correction: null })
    switch (revised.kind) {
      case 'revised':
        settle(id, { state: 'published', articleId, revises: articleId }, editorId)
        return { kind: 'published', articleId, added: true }
      case 'same':
        settle(id, { state: 'published', articleId }, editorId)
        return { kind: 'published', articleId, added: false }
      case 'duplicate':
        settle(id, { state: 'published', articleId: revised.articleId }, editorId)
        return { kind: 'published', articleId: revised.articleId, added: false }
      default:
        return { kind: 'overtaken' }
    }
  }

  const discard = database.transaction((id: number, editorId: number): boolean => {
    if (!settle(id, { state: 'discarded' }, editorId)) return false
    undoable({ actorId: editorId, act: 'discard', subject: `draft:${id}`, before: {} })
    return true
  })

  return {
    open: async (opened) => open.immediate(opened),
    async byId(id) {
      const row = byId.get(id)
      return row === undefined ? null : toDraft(row)
    },
    async waiting({ offset, limit }) {
      return { drafts: waiting.all(limit, offset).map(toDraft), total: countWaiting.get() ?? 0 }
    },
    materialOf: async ({ materialId }) => (materialId === null ? null : materials.byId(materialId)),
    revise: async (id, change, editorId) => revise.immediate(id, change, editorId),
    split: async (id, parts, editorId) => split.immediate(id, parts, editorId),
    publish: async (id, prepared, editorId, revises = null) =>
      publish.immediate(id, prepared, editorId, revises),
    discard: async (id, editorId) => discard.immediate(id, editorId),
  }
}

/** What an editor set, before and after. */
function whatChanged(
  before: Pick<StoredDraft, 'draft' | 'restored'>,
  after: Pick<StoredDraft, 'draft' | 'restored'>,
): Record<string, string | number | null> {
  const detail: Record<string, string | number | null> = {}
  const note = (field: string, was: string | number | null, is: string | number | null) => {
    if (was === is) return
    detail[`${field} before`] = was
    detail[`${field} after`] = is
  }
  note('title', before.draft.title, after.draft.title)
  note('publisher', before.draft.publisher, after.draft.publisher)
  note('date', before.draft.publishedAt?.value ?? null, after.draft.publishedAt?.value ?? null)
  note('lead', placesOf(before.draft), placesOf(after.draft))
  note('lines restored', before.restored.join(', '), after.restored.join(', '))
  return detail
}

function placesOf({ lead }: Draft): string | null {
  return lead === undefined ? null : lead.map(({ start, end }) => `${start}-${end}`).join(', ')
}
