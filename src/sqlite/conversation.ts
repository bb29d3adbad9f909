import type { Asked, ConversationStore, Dialog } from '../bot/conversation.ts'
import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'

/** Dialogs and remembered queries in SQLite. */
export function createConversationStore(database: Database, clock: Clock): ConversationStore {
  const dialog = database
    .prepare<[number, number, number], string>(
      'SELECT dialog FROM dialogs WHERE chat_id = ? AND thread_id = ? AND user_id = ?',
    )
    .pluck()
  const lastAsked = database
    .prepare<[number, number], number>(
      'SELECT user_id FROM dialogs WHERE chat_id = ? AND thread_id = ? ORDER BY updated_at DESC LIMIT 1',
    )
    .pluck()
  const ask = database.prepare(
    'INSERT OR REPLACE INTO dialogs (chat_id, thread_id, user_id, dialog, updated_at) VALUES (?, ?, ?, ?, ?)',
  )
  const endDialog = database.prepare(
    'DELETE FROM dialogs WHERE chat_id = ? AND thread_id = ? AND user_id = ?',
  )
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
    async dialog(asked) {
      const json = dialog.get(...keyOf(asked))
      return json === undefined ? null : (JSON.parse(json) as Dialog)
    },
    async lastAsked({ chatId, threadId }) {
      const userId = lastAsked.get(chatId, threadId ?? 0)
      return userId === undefined ? null : { chatId, threadId, userId }
    },
    async ask(asked, question) {
      ask.run(...keyOf(asked), JSON.stringify(question), clock.now())
    },
    async endDialog(asked) {
      endDialog.run(...keyOf(asked))
    },
    rememberQuery: async (chatId, query) => remember.get(chatId, query, clock.now()) as number,
    rememberedQuery: async (chatId, id) => remembered.get(chatId, id) ?? null,
    async pruneQueries(before) {
      prune.run(before)
    },
  }
}

function keyOf({ chatId, threadId, userId }: Asked): [number, number, number] {
  return [chatId, threadId ?? 0, userId]
}
