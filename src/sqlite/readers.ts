import type { Clock } from '../clock.ts'
import type { Language } from '../messages/language.ts'
import type { Reader, StopReason } from '../readers/reader.ts'
import type { ReaderStore } from '../readers/reader-store.ts'
import type { Database } from './database.ts'

interface ReaderRow {
  id: number
  chat_id: number
  language: Language
  cursor: number | null
  stopped: StopReason | null
  minute_of_day: number | null
  zone: string | null
  next_due_at: number | null
}

/** Readers and their subscriptions in SQLite. */
export function createReaderStore(database: Database, clock: Clock): ReaderStore {
  const byChat = database.prepare<[number], ReaderRow>(
    `SELECT readers.*, minute_of_day, zone, next_due_at
     FROM readers LEFT JOIN subscriptions ON reader_id = readers.id WHERE chat_id = ?`,
  )
  const insert = database.prepare(
    'INSERT INTO readers (chat_id, language, created_at) VALUES (?, ?, ?) ON CONFLICT (chat_id) DO NOTHING',
  )
  const setLanguage = database.prepare('UPDATE readers SET language = ? WHERE chat_id = ?')
  const setStopped = database.prepare('UPDATE readers SET stopped = ? WHERE chat_id = ?')
  const subscribe = database.prepare(
    `INSERT INTO subscriptions (reader_id, minute_of_day, zone, next_due_at)
     SELECT id, @minuteOfDay, @zone, @nextDueAt FROM readers WHERE chat_id = @chatId
     ON CONFLICT (reader_id) DO UPDATE SET minute_of_day = excluded.minute_of_day, zone = excluded.zone,
       next_due_at = excluded.next_due_at`,
  )
  const unsubscribe = database.prepare(
    'DELETE FROM subscriptions WHERE reader_id = (SELECT id FROM readers WHERE chat_id = ?)',
  )
  const counts = database.prepare<[], { readers: number; subscribed: number; stopped: number }>(
    `SELECT (SELECT count(*) FROM readers) AS readers, (SELECT count(*) FROM subscriptions) AS subscribed,
       (SELECT count(*) FROM readers WHERE stopped IS NOT NULL) AS stopped`,
  )

  const ensure = database.transaction((chatId: number, language: Language) => {
    insert.run(chatId, language, clock.now())
    return toReader(byChat.get(chatId) as ReaderRow)
  })
  const cancel = database.prepare(
    `DELETE FROM deliveries WHERE state = 'pending' AND reader_id = (SELECT id FROM readers WHERE chat_id = ?)`,
  )
  const endSubscription = database.transaction((chatId: number) => {
    unsubscribe.run(chatId)
    cancel.run(chatId)
  })
  const forget = database.transaction((chatId: number) => {
    database.prepare('DELETE FROM readers WHERE chat_id = ?').run(chatId) // subscription and deliveries follow
    database.prepare('DELETE FROM dialogs WHERE chat_id = ?').run(chatId)
    database.prepare('DELETE FROM remembered_queries WHERE chat_id = ?').run(chatId)
    // What has been handled keeps its id alone, so that it is not handled again when Telegram repeats it; what
    // has not is still owed an answer.
    database
      .prepare("UPDATE inbox SET lane = 0, payload = '{}', reason = NULL WHERE lane = ? AND state <> 'new'")
      .run(chatId)
  })

  return {
    ensure: async (chatId, language) => ensure.immediate(chatId, language),
    async byChat(chatId) {
      const row = byChat.get(chatId)
      return row === undefined ? null : toReader(row)
    },
    async setLanguage(chatId, language) {
      setLanguage.run(language, chatId)
    },
    async subscribe(chatId, subscription) {
      subscribe.run({ chatId, ...subscription })
    },
    unsubscribe: async (chatId) => endSubscription.immediate(chatId),
    async stop(chatId, reason) {
      setStopped.run(reason, chatId)
    },
    async resume(chatId) {
      setStopped.run(null, chatId)
    },
    forget: async (chatId) => forget.immediate(chatId),
    count: async () => counts.get() as { readers: number; subscribed: number; stopped: number },
  }
}

function toReader(row: ReaderRow): Reader {
  const { minute_of_day: minuteOfDay, zone, next_due_at: dueAt } = row
  return {
    id: row.id,
    chatId: row.chat_id,
    language: row.language,
    cursor: row.cursor,
    stopped: row.stopped,
    subscription:
      minuteOfDay === null || zone === null || dueAt === null
        ? null
        : { minuteOfDay, zone, nextDueAt: dueAt },
  }
}
