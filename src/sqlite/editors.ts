import type { Clock } from '../clock.ts'
import type { Editor, EditorStore } from '../editors/editor-store.ts'
import { createAuditWriter } from './audit.ts'
import type { Database } from './database.ts'

interface EditorRow {
  user_id: number
  name: string | null
  appointed_by: number
  appointed_at: number
}

/** Appointed editors in SQLite. */
export function createEditorStore(database: Database, clock: Clock): EditorStore {
  const find = database.prepare<[number], number>('SELECT 1 FROM editors WHERE user_id = ?').pluck()
  const all = database.prepare<[], EditorRow>('SELECT * FROM editors ORDER BY appointed_at, user_id')
  const insert = database.prepare<[number, string | null, number, number]>(
    `INSERT INTO editors (user_id, name, appointed_by, appointed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id) DO NOTHING`,
  )
  const remove = database.prepare<[number]>('DELETE FROM editors WHERE user_id = ?')
  const audit = createAuditWriter(database, clock)

  const appoint = database.transaction(
    ({ userId, name }: { userId: number; name: string | null }, ownerId: number): boolean => {
      if (insert.run(userId, name, ownerId, clock.now()).changes === 0) return false
      audit({
        actorId: ownerId,
        act: 'appoint',
        subject: `editor:${userId}`,
        detail: { 'editor after': name },
      })
      return true
    },
  )
  const dismiss = database.transaction((userId: number, ownerId: number): boolean => {
    if (remove.run(userId).changes === 0) return false
    audit({ actorId: ownerId, act: 'appoint', subject: `editor:${userId}`, detail: { 'editor after': null } })
    return true
  })

  return {
    isEditor: async (userId) => find.get(userId) !== undefined,
    list: async () => all.all().map(toEditor),
    appoint: async (editor, ownerId) => appoint.immediate(editor, ownerId),
    dismiss: async (userId, ownerId) => dismiss.immediate(userId, ownerId),
  }
}

function toEditor(row: EditorRow): Editor {
  return {
    userId: row.user_id,
    name: row.name,
    appointedBy: row.appointed_by,
    appointedAt: row.appointed_at,
  }
}
