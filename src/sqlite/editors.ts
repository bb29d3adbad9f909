import type { EditorStore } from '../editors/editor-store.ts'
import type { Database } from './database.ts'

/** Appointed editors in SQLite. */
export function createEditorStore(database: Database): EditorStore {
  const find = database.prepare<[number], number>('SELECT 1 FROM editors WHERE user_id = ?').pluck()
  return { isEditor: async (userId) => find.get(userId) !== undefined }
}
