import type { Draft } from '../articles/draft.ts'
import type { DraftState, DraftStore, StoredDraft } from '../articles/draft-store.ts'
import type { Clock } from '../clock.ts'
import { createAuditWriter } from './audit.ts'
import type { Database } from './database.ts'

interface DraftRow {
  id: number
  chat_id: number
  state: DraftState
  draft: string
  article_id: number | null
}

/** Drafts in SQLite. */
export function createDraftStore(database: Database, clock: Clock): DraftStore {
  const byId = database.prepare<[number], DraftRow>('SELECT * FROM drafts WHERE id = ?')
  const bySource = database.prepare<[string], DraftRow>('SELECT * FROM drafts WHERE source = ?')
  const insert = database.prepare(
    `INSERT INTO drafts (source, chat_id, editor_id, draft, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (source) DO NOTHING`,
  )
  const reviseOpen = database.prepare("UPDATE drafts SET draft = ? WHERE id = ? AND state = 'open'")
  const settleOpen = database.prepare(
    "UPDATE drafts SET state = ?, article_id = ?, settled_at = ? WHERE id = ? AND state = 'open'",
  )
  const audit = createAuditWriter(database, clock)

  const open = database.transaction(
    ({ source, chatId, editorId, drafts }: Parameters<DraftStore['open']>[0]): StoredDraft[] =>
      drafts.map((draft, place) => {
        const name = `${source}/${place}`
        const opened = insert.run(name, chatId, editorId, JSON.stringify(draft), clock.now())
        const row = bySource.get(name) as DraftRow
        if (opened.changes === 1) {
          audit({
            actorId: editorId,
            act: 'open-draft',
            subject: `draft:${row.id}`,
            detail: { source: name },
          })
        }
        return toDraft(row)
      }),
  )
  const revise = database.transaction((id: number, draft: Draft, editorId: number): boolean => {
    const before = byId.get(id)
    if (reviseOpen.run(JSON.stringify(draft), id).changes === 0 || before === undefined) return false
    const subject = `draft:${id}`
    audit({
      actorId: editorId,
      act: 'revise-draft',
      subject,
      detail: whatChanged(toDraft(before).draft, draft),
    })
    return true
  })
  const settle = database.transaction(
    (id: number, outcome: Parameters<DraftStore['settle']>[1], editorId: number): boolean => {
      const articleId = outcome.state === 'published' ? outcome.articleId : null
      if (settleOpen.run(outcome.state, articleId, clock.now(), id).changes === 0) return false
      const act = outcome.state === 'published' ? 'publish' : 'discard'
      audit({ actorId: editorId, act, subject: `draft:${id}`, detail: { article: articleId } })
      return true
    },
  )

  return {
    open: async (paste) => open.immediate(paste),
    async byId(id) {
      const row = byId.get(id)
      return row === undefined ? null : toDraft(row)
    },
    revise: async (id, draft, editorId) => revise.immediate(id, draft, editorId),
    settle: async (id, outcome, editorId) => settle.immediate(id, outcome, editorId),
  }
}

/** What an editor set, before and after. */
function whatChanged(before: Draft, after: Draft): Record<string, string | null> {
  const detail: Record<string, string | null> = {}
  for (const field of ['title', 'publisher'] as const) {
    if (before[field] === after[field]) continue
    detail[`${field} before`] = before[field]
    detail[`${field} after`] = after[field]
  }
  if (before.publishedAt?.value !== after.publishedAt?.value) {
    detail['date before'] = before.publishedAt?.value ?? null
    detail['date after'] = after.publishedAt?.value ?? null
  }
  return detail
}

function toDraft(row: DraftRow): StoredDraft {
  return {
    id: row.id,
    chatId: row.chat_id,
    state: row.state,
    draft: JSON.parse(row.draft) as Draft,
    articleId: row.article_id,
  }
}
