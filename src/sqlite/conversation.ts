import type { ConversationStore, Dialog } from '../bot/conversation.ts'
import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'

/** Dialogs and remembered queries in SQLite. */
export function createConversationStore(database: Database, clock: Clock): ConversationStore {
  const dialog = database.prepare<[number], string>('SELECT dialog FROM dialogs WHERE chat_id = ?').pluck()
  const ask = database.prepare(
    'INSERT OR REPLACE INTO dialogs (chat_id, dialog, updated_at) VALUES (?, ?, ?)',
  )
  const endDialog = database.prepare('DELETE FROM dialogs WHERE chat_id = ?')
  const remember = database
    .prepare<[number, string, number], number>(
      `INSERT INTO remembered_queries (chat_id, query, used_at) VALUES (?, ?, ?)
       ON CONFLICT (chat_id, query) DO UPDATE SET used_at = excluded.used_at RETURNING id`,
    )
    .pluck()
  const remembered = database
    .prepare<[number, number], string>('SELECT query FROM remembered_queries WHERE chat_id = ? AND id = ?')
    .pluck()
  const prune = database.prepare('DELETE FROM remembered_queries WHERE used_at < ?')

  return {
    async dialog(chatId) {
      const json = dialog.get(chatId)
      return json === undefined ? null : (JSON.parse(json) as Dialog)
    },
    async ask(chatId, question) {
      ask.run(chatId, JSON.stringify(question), clock.now())
    },
    async endDialog(chatId) {
      endDialog.run(chatId)
    },
    rememberQuery: async (chatId, query) => remember.get(chatId, query, clock.now()) as number,
    rememberedQuery: async (chatId, id) => remembered.get(chatId, id) ?? null,
    async pruneQueries(before) {
      prune.run(before)
    },
  }
}
