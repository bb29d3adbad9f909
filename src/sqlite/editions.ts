import type {
  DigestReader,
  DueMark,
  DueReader,
  EditionStore,
  ReceivedEdition,
} from '../digests/edition-store.ts'
import type { Language } from '../messages/language.ts'
import type { RenderedButton } from '../messages/rendered.ts'
import type { DigestLength } from '../readers/subscription.ts'
import { IS_ALERT } from './alerts.ts'
import type { Database } from './database.ts'
import { createPlan } from './plan.ts'
import { createPreferencesReader, PREFERENCES } from './preferences.ts'

interface ReaderRow {
  reader_id: number
  language: Language
  length: DigestLength
  cursor: number | null
}

/** An array, because so many are read at once: id, language, cursor, stopped, due time, preferences. */
type DueRow = [number, Language, number | null, 0 | 1, number, string]

interface ReceivedRow {
  slot: string
  settled_at: number
  article_ids: string
  parts: string
  buttons: string
}

/** Editions, and how deliveries begin, in SQLite. */
export function createEditionStore(database: Database): EditionStore {
  const first = database.prepare<[number, number], DueMark>(
    `SELECT next_due_at AS dueAt, reader_id AS readerId FROM subscriptions WHERE next_due_at <= ?
     ORDER BY next_due_at, reader_id LIMIT ?`,
  )
  const further = database.prepare<[number, number, number, number], DueMark>(
    `SELECT next_due_at AS dueAt, reader_id AS readerId FROM subscriptions
     WHERE (next_due_at, reader_id) > (?, ?) AND next_due_at <= ? ORDER BY next_due_at, reader_id LIMIT ?`,
  )
  const due = database
    .prepare<[string, number], DueRow>(
      `SELECT reader_id, language, cursor, stopped IS NOT NULL, next_due_at, ${PREFERENCES}
       FROM json_each(?) AS wanted CROSS JOIN subscriptions ON reader_id = wanted.value
         CROSS JOIN readers ON readers.id = reader_id
       WHERE next_due_at <= ? ORDER BY wanted.key`,
    )
    .raw()
  const byId = database.prepare<[number], ReaderRow>(
    `SELECT id AS reader_id, language, coalesce(length, 'normal') AS length, cursor
     FROM readers LEFT JOIN subscriptions ON reader_id = readers.id WHERE id = ?`,
  )
  const plan = createPlan(database)
  const received = createReceived(database)
  const preferencesOf = createPreferencesReader()

  return {
    dueMarks: async (now, after, limit) =>
      after === null ? first.all(now, limit) : further.all(after.dueAt, after.readerId, now, limit),
    due: async (readerIds, now) =>
      due
        .all(JSON.stringify(readerIds), now)
        .map(([readerId, language, cursor, stopped, dueAt, chosen]): DueReader => {
          const preferences = preferencesOf(chosen)
          const { length } = preferences
          return { readerId, language, length, cursor, stopped: stopped === 1, preferences, dueAt }
        }),
    async reader(readerId) {
      const row = byId.get(readerId)
      return row === undefined ? null : toReader(row)
    },
    plan: async (batch) => plan(batch),
    received: async (readerId, day) => received(readerId, day).map(toReceived),
  }
}

function createReceived(database: Database): (readerId: number, day: string | null) => ReceivedRow[] {
  const columns = `slot, settled_at, article_ids, parts, buttons FROM deliveries JOIN editions ON editions.id = edition_id
    WHERE reader_id = @readerId AND state = 'sent'`
  // `2024-06-18`, and `2024-06-18#2` for the second digest of the day.
  const ofDay = database.prepare<{ readerId: number; day: string }, ReceivedRow>(
    `SELECT ${columns} AND (slot = @day OR (slot > @day || '#' AND slot < @day || '$'))
     ORDER BY settled_at, deliveries.id`,
  )
  // A line that says that nothing is new is no edition to read again, and an alert is no digest.
  const newest = database.prepare<{ readerId: number }, ReceivedRow>(
    `SELECT ${columns} AND article_ids <> '[]' AND NOT slot ${IS_ALERT}
     ORDER BY settled_at DESC, deliveries.id DESC LIMIT 1`,
  )
  return (readerId, day) => (day === null ? newest.all({ readerId }) : ofDay.all({ readerId, day }))
}

function toReader({ reader_id: readerId, language, length, cursor }: ReaderRow): DigestReader {
  return { readerId, language, length, cursor }
}

function toReceived(row: ReceivedRow): ReceivedEdition {
  return {
    slot: row.slot,
    sentAt: row.settled_at,
    articleIds: JSON.parse(row.article_ids) as number[],
    parts: JSON.parse(row.parts) as string[],
    buttons: JSON.parse(row.buttons) as RenderedButton[][],
  }
}
