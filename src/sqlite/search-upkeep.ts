import { setImmediate as breathe } from 'node:timers/promises'
import type { IndexedText } from '../articles/article-store.ts'
import type { Drift, SearchUpkeep } from '../search/upkeep.ts'
import { codeOf, type Database } from './database.ts'
import { createSearchRows } from './search-rows.ts'
import { packWords } from './word-list.ts'

interface TextRow {
  id: number
  title: string
  body: string
}

const PROGRESS_EVERY = 200
/** Pages that are put together before others get their turn: a few milliseconds. */
const PAGES_AT_ONCE = 64

/**
 * Upkeep of the search index in SQLite.
 * @param textOf what the index holds of a text
 */
export function createSearchUpkeep(
  database: Database,
  textOf: (text: { title: string; body: string }) => IndexedText,
): SearchUpkeep {
  const rows = createSearchRows(database)
  const rules = database.prepare<[], number>('SELECT rules FROM search_state').pluck()
  const setRules = database.prepare('INSERT OR REPLACE INTO search_state (only, rules) VALUES (1, ?)')
  const texts = database.prepare<[], TextRow>(
    'SELECT id, title, body FROM articles WHERE retracted_at IS NULL ORDER BY id',
  )
  const ids = database
    .prepare<[], number>('SELECT id FROM articles WHERE retracted_at IS NULL ORDER BY id')
    .pluck()
  const text = database.prepare<[number], TextRow>('SELECT id, title, body FROM articles WHERE id = ?')
  const packed = database
    .prepare<[number], Buffer>('SELECT words FROM article_words WHERE article_id = ?')
    .pluck()
  const inStems = database.prepare<[number], number>('SELECT 1 FROM article_search WHERE rowid = ?').pluck()
  const orphans = database
    .prepare<[], number>(
      `SELECT (SELECT count(*) FROM article_words WHERE article_id NOT IN (SELECT id FROM articles WHERE retracted_at IS NULL)) +
         (SELECT count(*) FROM article_search WHERE rowid NOT IN (SELECT id FROM articles WHERE retracted_at IS NULL))`,
    )
    .pluck()

  const merge = database.prepare(
    `INSERT INTO article_search (article_search, rank) VALUES ('merge', ${PAGES_AT_ONCE})`,
  )
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck()

  const rebuild = database.transaction((version: number, progress: (done: number) => void) => {
    rows.clear()
    const all = ids.all()
    all.forEach((id, index) => {
      const row = text.get(id)
      if (row !== undefined) rows.write(id, textOf(row))
      if (index % PROGRESS_EVERY === 0) progress(index / all.length)
    })
    setRules.run(version)
    progress(1)
  })

  function isTrue(row: TextRow): boolean {
    const { title, body } = textOf(row)
    const list = [...title.words, ...body.words].map((word) => rows.numberOf(word) ?? 0)
    const stored = packed.get(row.id)
    return (
      stored !== undefined &&
      inStems.get(row.id) !== undefined &&
      Buffer.compare(stored, packWords(title.words.length, list)) === 0
    )
  }

  /** FTS5's own opinion of its rows; where they are damaged none of them can be trusted. */
  function isSound(): boolean {
    try {
      database.exec("INSERT INTO article_search (article_search) VALUES ('integrity-check')")
      return true
    } catch (error) {
      if (codeOf(error).startsWith('SQLITE_CORRUPT')) return false
      throw error
    }
  }

  return {
    rules: async () => rules.get() ?? null,
    async drift(): Promise<Drift> {
      if (!isSound()) return { missing: ids.all().length, orphaned: 0 }
      let missing = 0
      for (const row of texts.iterate()) if (!isTrue(row)) missing += 1
      return { missing, orphaned: orphans.get() ?? 0 }
    },
    async tidy() {
      for (;;) {
        const before = changes.get() ?? 0
        merge.run()
        // So does FTS5 tell that there was nothing to do.
        if ((changes.get() ?? 0) - before < 2) return
        await breathe()
      }
    },
    rebuild: async (version, progress) => rebuild.immediate(version, progress),
  }
}
