import type { Draft } from '../articles/draft.ts'
import type { DraftState, StoredDraft } from '../articles/draft-store.ts'
import type { Clock } from '../clock.ts'
import { createAuditWriter } from './audit.ts'
import type { Database } from './database.ts'

/** A row of the table `drafts`, with the number of drafts that its material has. */
export interface DraftRow {
  id: number
  chat_id: number
  state: DraftState
  draft: string
  article_id: number | null
  material_id: number | null
  place: number
  siblings: number
  restored: string
  revises: number | null
  settled_by: number | null
}

/** The columns of a {@link DraftRow}. */
export const DRAFT_COLUMNS = `id, chat_id, state, draft, article_id, material_id, place, restored, revises, settled_by,
  (SELECT count(*) FROM drafts AS others WHERE others.material_id = drafts.material_id) AS siblings`

/** Drafts that no chat has opened wait under this number: it is nobody's. */
const NOBODY = 0

/** Where a draft is opened, and by whom; nobody opens those of feeds. */
export interface Opener {
  readonly chatId: number
  readonly editorId: number
}

/** A draft to be opened. */
export interface NewDraft {
  readonly draft: Draft
  readonly materialId: number
  readonly place: number
  readonly restored: readonly number[]
  /** Unique to it. */
  readonly source: string
}

/** Opens a draft; to be called inside a transaction. What an editor opens leaves its entry in the audit log. */
export function createDraftOpener(
  database: Database,
  clock: Clock,
): (draft: NewDraft, by: Opener | null) => number {
  const insert = database.prepare(
    `INSERT INTO drafts (source, chat_id, editor_id, draft, material_id, place, restored, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const audit = createAuditWriter(database, clock)
  return ({ draft, materialId, place, restored, source }, by) => {
    const [chatId, editorId] = [by?.chatId ?? NOBODY, by?.editorId ?? NOBODY]
    const [content, lines] = [JSON.stringify(draft), JSON.stringify(restored)]
    const { lastInsertRowid } = insert.run(
      source,
      chatId,
      editorId,
      content,
      materialId,
      place,
      lines,
      clock.now(),
    )
    const id = Number(lastInsertRowid)
    if (by !== null) {
      audit({ actorId: by.editorId, act: 'open-draft', subject: `draft:${id}`, detail: { source } })
    }
    return id
  }
}

export function toDraft(row: DraftRow): StoredDraft {
  return {
    id: row.id,
    chatId: row.chat_id === NOBODY ? null : row.chat_id,
    state: row.state,
    draft: JSON.parse(row.draft) as Draft,
    articleId: row.article_id,
    materialId: row.material_id,
    place: row.place,
    // Before there were materials nobody counted.
    count: Math.max(1, row.siblings),
    restored: JSON.parse(row.restored) as number[],
    revises: row.revises,
    settledBy: row.settled_by,
  }
}
