import type { Correction } from '../articles/article-changes.ts'
import type { Clock } from '../clock.ts'
import type { AmendedEdition, Amendment, AmendmentState, AmendmentStore } from '../deliveries/corrections.ts'
import type { Language } from '../messages/language.ts'
import type { StopReason } from '../readers/reader.ts'
import type { DigestLength } from '../readers/subscription.ts'
import { createCorrections } from './corrections.ts'
import type { Database } from './database.ts'
import { createPreferencesReader, PREFERENCES } from './preferences.ts'

interface AmendmentRow {
  id: number
  delivery_id: number
  reader_id: number
  chat_id: number
  thread_id: number
  stopped: StopReason | null
  silent: 0 | 1
  message_ids: string
  attempts: number
  edition_id: number
  preferences: string | null
  correction_id: number
  article_id: number
  kind: Correction['kind']
  note: string
  made_at: number
}

interface EditionRow {
  language: Language
  length: DigestLength
  parts: string
  buttons: string
  article_ids: string
}

/** Amendments in SQLite. */
export function createAmendmentStore(database: Database, clock: Clock): AmendmentStore {
  const due = database.prepare<{ now: number; limit: number; except: string }, AmendmentRow>(
    `SELECT amendments.id, delivery_id, deliveries.reader_id, chat_id, thread_id, stopped, deliveries.silent,
       message_ids, amendments.attempts, edition_id, correction_id, article_id, corrections.kind, note, made_at,
       (SELECT ${PREFERENCES} FROM subscriptions WHERE subscriptions.reader_id = deliveries.reader_id) AS preferences
     FROM amendments JOIN corrections ON corrections.id = correction_id
       JOIN deliveries ON deliveries.id = delivery_id JOIN readers ON readers.id = deliveries.reader_id
     WHERE amendments.state = 'pending' AND amendments.available_at <= @now
       AND amendments.id NOT IN (SELECT value FROM json_each(@except))
     ORDER BY amendments.available_at, amendments.id LIMIT @limit`,
  )
  const edition = database.prepare<[number], EditionRow>(
    'SELECT language, length, parts, buttons, article_ids FROM editions WHERE id = ?',
  )
  const end = database.prepare(
    `UPDATE amendments SET state = ?, reason = ?, available_at = NULL, settled_at = ?
     WHERE id = ? AND state = 'pending'`,
  )
  const later = database.prepare(
    `UPDATE amendments SET available_at = ?, attempts = ?, reason = ? WHERE id = ? AND state = 'pending'`,
  )
  const next = database
    .prepare<[], number | null>("SELECT min(available_at) FROM amendments WHERE state = 'pending'")
    .pluck()
  const counts = database.prepare<[], { state: AmendmentState; count: number }>(
    'SELECT state, count(*) AS count FROM amendments GROUP BY state',
  )
  const { standing } = createCorrections(database, clock)
  const preferencesOf = createPreferencesReader()

  function read(id: number): AmendedEdition {
    const row = edition.get(id) as EditionRow
    return {
      id,
      language: row.language,
      length: row.length,
      parts: JSON.parse(row.parts) as AmendedEdition['parts'],
      buttons: JSON.parse(row.buttons) as AmendedEdition['buttons'],
      corrections: standing(JSON.parse(row.article_ids) as number[]),
    }
  }

  const look = database.transaction((now: number, limit: number, except: readonly number[]): Amendment[] => {
    const editions = new Map<number, AmendedEdition>()
    return due.all({ now, limit, except: JSON.stringify(except) }).map((row) => {
      const known = editions.get(row.edition_id) ?? read(row.edition_id)
      editions.set(row.edition_id, known)
      return {
        id: row.id,
        deliveryId: row.delivery_id,
        readerId: row.reader_id,
        chatId: row.chat_id,
        threadId: row.thread_id === 0 ? null : row.thread_id,
        stopped: row.stopped,
        silent: row.silent === 1,
        correction: {
          id: row.correction_id,
          articleId: row.article_id,
          kind: row.kind,
          note: row.note,
          madeAt: row.made_at,
        },
        edition: known,
        messageIds: JSON.parse(row.message_ids) as number[],
        attempts: row.attempts,
        preferences: row.preferences === null ? null : preferencesOf(row.preferences),
      }
    })
  })

  return {
    due: async (now, limit, except) => look(now, limit, except),
    async settle(id, { state, reason }, now) {
      end.run(state, reason, now, id)
    },
    async later(id, { at, attempts, reason }) {
      later.run(at, attempts, reason, id)
    },
    nextAt: async () => next.get() ?? null,
    async counts() {
      const all = { pending: 0, edited: 0, replied: 0, gone: 0, failed: 0 }
      for (const { state, count } of counts.all()) all[state] = count
      return all
    },
  }
}
