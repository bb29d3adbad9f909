import type { Asked, Reading, ReadingStore } from '../bot/editor/reading.ts'
import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'

interface ReadingRow {
  id: number
  source: string
  asked: string
  chat_id: number
  editor_id: number
  note_id: number | null
  finished_at: number | null
}

/** Updates come again within a day or never. */
const REMEMBERED_MS = 48 * 3_600_000

/** Readings in SQLite. */
export function createReadingStore(database: Database, clock: Clock): ReadingStore {
  const insert = database.prepare(
    `INSERT INTO readings (source, asked, chat_id, editor_id, asked_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (source) DO NOTHING`,
  )
  const bySource = database.prepare<[string], ReadingRow>('SELECT * FROM readings WHERE source = ?')
  const unfinished = database.prepare<[], ReadingRow>(
    'SELECT * FROM readings WHERE finished_at IS NULL ORDER BY id',
  )
  const note = database.prepare('UPDATE readings SET note_id = ? WHERE id = ?')
  const finish = database.prepare('UPDATE readings SET finished_at = ? WHERE id = ?')
  const prune = database.prepare('DELETE FROM readings WHERE finished_at < ?')
  const begin = database.transaction((reading: Parameters<ReadingStore['begin']>[0]): Reading | null => {
    const { source, asked, chatId, editorId } = reading
    insert.run(source, JSON.stringify(asked), chatId, editorId, clock.now())
    const row = bySource.get(source) as ReadingRow
    return row.finished_at === null ? toReading(row) : null
  })

  return {
    begin: async (reading) => begin.immediate(reading),
    async note(id, noteId) {
      note.run(noteId, id)
    },
    unfinished: async () => unfinished.all().map(toReading),
    async finish(id) {
      finish.run(clock.now(), id)
      prune.run(clock.now() - REMEMBERED_MS)
    },
  }
}

function toReading(row: ReadingRow): Reading {
  return {
    id: row.id,
    source: row.source,
    asked: JSON.parse(row.asked) as Asked,
    chatId: row.chat_id,
    editorId: row.editor_id,
    noteId: row.note_id,
  }
}
