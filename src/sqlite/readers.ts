import type { Clock } from '../clock.ts'
import type { Language } from '../messages/language.ts'
import type { ChatAddress, ChatKind, Reader, StopReason } from '../readers/reader.ts'
import type { ReaderStore } from '../readers/reader-store.ts'
import { createChatMove, createReaderRemoval, createSkipCount } from './chat-moves.ts'
import type { Database } from './database.ts'
import { type PreferenceRow, toPreferenceRow, toPreferences } from './preferences.ts'

interface ReaderRow {
  id: number
  chat_id: number
  /** 0 is the whole chat. */
  thread_id: number
  kind: ChatKind
  language: Language
  cursor: number | null
  stopped: StopReason | null
  set_by: number | null
}

type SubscribedRow = ReaderRow & (Unsubscribed | (PreferenceRow & { next_due_at: number }))
interface Unsubscribed {
  next_due_at: null
}

const READERS = `SELECT readers.*, subscriptions.* FROM readers LEFT JOIN subscriptions ON reader_id = readers.id`

/** Readers and their subscriptions in SQLite. */
export function createReaderStore(database: Database, clock: Clock): ReaderStore {
  const byId = database.prepare<[number], SubscribedRow>(`${READERS} WHERE id = ?`)
  const byAddress = database.prepare<[number, number], SubscribedRow>(
    `${READERS} WHERE chat_id = ? AND thread_id = ?`,
  )
  const ofChat = database.prepare<[number], SubscribedRow>(`${READERS} WHERE chat_id = ? ORDER BY thread_id`)
  const insert = database.prepare<[number, number, ChatKind, Language, number]>(
    `INSERT INTO readers (chat_id, thread_id, kind, language, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (chat_id, thread_id) DO UPDATE SET kind = excluded.kind`,
  )
  const setLanguage = database.prepare<[Language, number]>('UPDATE readers SET language = ? WHERE id = ?')
  const setBy = database.prepare<[number, number]>('UPDATE readers SET set_by = ? WHERE id = ?')
  const setSubscription = database.prepare<[PreferenceRow & { id: number; next_due_at: number }]>(
    `INSERT OR REPLACE INTO subscriptions
       (reader_id, times, zone, days, quiet_from, quiet_to, silent, length, when_nothing, alerts,
        next_due_at)
     VALUES (@id, @times, @zone, @days, @quiet_from, @quiet_to, @silent, @length, @when_nothing, @alerts,
       @next_due_at)`,
  )
  const deleteSubscription = database.prepare<[number]>('DELETE FROM subscriptions WHERE reader_id = ?')
  const resume = database.prepare<[number]>('UPDATE readers SET stopped = NULL WHERE id = ?')
  const counts = database.prepare<[], { readers: number; subscribed: number; stopped: number }>(
    `SELECT (SELECT count(*) FROM readers) AS readers, (SELECT count(*) FROM subscriptions) AS subscribed,
       (SELECT count(*) FROM readers WHERE stopped IS NOT NULL) AS stopped`,
  )
  const cancelWaiting = createCancel(database, clock)
  const stop = createStop(database, cancelWaiting)
  const moveChat = database.transaction(createChatMove(database))
  const forget = createForget(database)

  function find({ chatId, threadId }: ChatAddress): Reader | null {
    return toReader(byAddress.get(chatId, threadId ?? 0))
  }
  const make = database.transaction(
    (address: ChatAddress, { language, kind }: { language: Language; kind: ChatKind }) => {
      insert.run(address.chatId, address.threadId ?? 0, kind, language, clock.now())
      return find(address) as Reader
    },
  )
  const subscribe = database.transaction((id: number, subscription: SubscriptionRow, person: number) => {
    if (setBy.run(person, id).changes === 1) setSubscription.run({ id, ...subscription })
  })
  const unsubscribe = database.transaction((id: number) => {
    deleteSubscription.run(id)
    cancelWaiting(id, 'unsubscribed')
  })

  return {
    async ensure(address, about) {
      const found = find(address)
      // Asked with every update: nothing is written where nothing is new.
      return found?.kind === about.kind ? found : make.immediate(address, about)
    },
    byId: async (id) => toReader(byId.get(id)),
    byAddress: async (address) => find(address),
    ofChat: async (chatId) => ofChat.all(chatId).map((row) => toReader(row) as Reader),
    async setLanguage(id, language) {
      setLanguage.run(language, id)
    },
    async subscribe(id, subscription, person) {
      const row = { ...toPreferenceRow(subscription), next_due_at: subscription.nextDueAt }
      subscribe.immediate(id, row, person)
    },
    unsubscribe: async (id) => unsubscribe.immediate(id),
    stop: async (id, reason) => stop.one.immediate(id, reason),
    async resume(id) {
      resume.run(id)
    },
    stopChat: async (chatId, reason) => stop.chat.immediate(chatId, reason),
    moveChat: async (from, to) => moveChat.immediate(from, to),
    forget: async (id) => forget.immediate(id),
    count: async () => counts.get() as { readers: number; subscribed: number; stopped: number },
  }
}

type SubscriptionRow = PreferenceRow & { next_due_at: number }

/** Ends what waits for a reader, with the reason; what is on the wire ends by itself. */
function createCancel(database: Database, clock: Clock): (id: number, reason: string) => void {
  const cancel = database
    .prepare<[string, number, number], number>(
      `UPDATE deliveries SET state = 'skipped', reason = ?, available_at = NULL, settled_at = ?
       WHERE reader_id = ? AND state IN ('pending', 'sending') AND state = 'pending' RETURNING run_id`,
    )
    .pluck()
  const count = createSkipCount(database)
  return (id, reason) => count(cancel.all(reason, clock.now(), id))
}

function createStop(database: Database, cancelWaiting: (id: number, reason: string) => void) {
  const stop = database.prepare<[StopReason, number]>('UPDATE readers SET stopped = ? WHERE id = ?')
  // A closed topic stays closed when its chat comes back.
  const toStop = database
    .prepare<[number], number>(
      "SELECT id FROM readers WHERE chat_id = ? AND (stopped IS NULL OR stopped <> 'topic_closed')",
    )
    .pluck()
  function one(id: number, reason: StopReason): void {
    stop.run(reason, id)
    cancelWaiting(id, 'reader_stopped')
  }
  return {
    one: database.transaction(one),
    chat: database.transaction((chatId: number, reason: StopReason) => {
      for (const id of toStop.all(chatId)) one(id, reason)
    }),
  }
}

function createForget(database: Database) {
  const addressOf = database
    .prepare<[number], [number, number]>('SELECT chat_id, thread_id FROM readers WHERE id = ?')
    .raw()
  const others = database.prepare<[number], number>('SELECT 1 FROM readers WHERE chat_id = ?').pluck()
  const remove = createReaderRemoval(database)
  const endDialogs = database.prepare<[number, number]>(
    'DELETE FROM dialogs WHERE chat_id = ? AND thread_id = ?',
  )
  const eraseChat = [
    // A private chat has its person's id. What they set up elsewhere goes on, but no longer knows them.
    'DELETE FROM dialogs WHERE chat_id = @chatId OR user_id = @chatId',
    'UPDATE readers SET set_by = NULL WHERE set_by = @chatId AND set_by <> chat_id',
    'DELETE FROM remembered_queries WHERE chat_id = @chatId',
    // What has been handled keeps its id alone, so that it is not handled again when Telegram repeats it; what
    // has not is still owed an answer.
    "UPDATE inbox SET lane = 0, payload = '{}', reason = NULL WHERE lane = @chatId AND state <> 'new'",
  ].map((sql) => database.prepare<{ chatId: number }>(sql))

  return database.transaction((id: number) => {
    const address = addressOf.get(id)
    if (address === undefined) return
    const [chatId] = address
    remove(id)
    endDialogs.run(...address)
    if (others.get(chatId) !== undefined) return
    for (const statement of eraseChat) statement.run({ chatId })
  })
}

function toReader(row: SubscribedRow | undefined): Reader | null {
  if (row === undefined) return null
  return {
    id: row.id,
    chatId: row.chat_id,
    threadId: row.thread_id === 0 ? null : row.thread_id,
    kind: row.kind,
    language: row.language,
    cursor: row.cursor,
    stopped: row.stopped,
    setBy: row.set_by,
    subscription: row.next_due_at === null ? null : { ...toPreferences(row), nextDueAt: row.next_due_at },
  }
}
