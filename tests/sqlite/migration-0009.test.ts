import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { simplePreferences } from '../../src/readers/subscription.ts'
import { type Database, openDatabase } from '../../src/sqlite/database.ts'
import { createEditionStore } from '../../src/sqlite/editions.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { createReaderStore } from '../../src/sqlite/readers.ts'
import { createTestClock } from '../support/test-clock.ts'
import { tempFolder } from './temp-folder.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** A store as it was before deliveries belonged to runs, with a little of everything in it. */
async function oldStore(): Promise<Database> {
  const folder = join(tempFolder(), 'migrations')
  mkdirSync(folder)
  for (const name of readdirSync(MIGRATIONS)) {
    if (name < '0009') cpSync(join(MIGRATIONS, name), join(folder, name))
  }
  const database = await openDatabase(':memory:')
  onTestFinished(() => {
    database.close()
  })
  migrate(database, 1, folder)
  database.exec(`
    INSERT INTO readers (id, chat_id, language, cursor, stopped, created_at) VALUES
      (1, 11, 'ar', 5, NULL, 100), (2, 22, 'en', NULL, 'blocked', 200), (4, 44, 'ar', 1, NULL, 300),
      (9, 99, 'ar', NULL, NULL, 400);
    DELETE FROM readers WHERE id = 9;
    INSERT INTO subscriptions VALUES (1, 0, 'Africa/Cairo', 1000), (4, 1439, 'Asia/Riyadh', 2000);
    INSERT INTO editions VALUES (3, 'ar:1-5', 'ar', 1, 5, '[5,4]', 7, '["a","b"]', 50);
    INSERT INTO deliveries VALUES
      (1, 1, '2026-11-20', 3, 'sent', NULL, 2, '[71,72]', NULL, 60, 61),
      (2, 1, '2026-11-21', 3, 'sending', '502', 1, '[73]', 900, 62, NULL),
      (3, 2, '2026-11-20', NULL, 'skipped', 'nothing_new', 0, '[]', NULL, 63, 64),
      (4, 4, '2026-11-20', 3, 'pending', NULL, 0, '[]', 901, 65, NULL),
      (8, 4, 'now:x', 3, 'failed', 'x', 12, '[]', NULL, 66, 67);
    DELETE FROM deliveries WHERE id = 8`)
  return database
}
const rows = (database: Database, sql: string): unknown[] => database.prepare(sql).raw().all()
const DELIVERIES = `SELECT id, reader_id, slot, edition_id, state, reason, attempts, message_ids, available_at,
  created_at, settled_at FROM deliveries ORDER BY id`

test('a store of before keeps every reader, subscription, edition and delivery', async () => {
  const database = await oldStore()
  const before = rows(database, DELIVERIES)
  expect(before).toHaveLength(4)
  expect(migrate(database, 2)).toContain('0009_delivery.sql')

  expect(rows(database, DELIVERIES)).toEqual(before)
  expect(rows(database, 'SELECT DISTINCT run_id, silent FROM deliveries')).toEqual([[1, 0]])
  expect(rows(database, 'SELECT id, key, up_to, parts, length, buttons FROM editions')).toEqual([
    [3, 'ar:1-5', 5, '["a","b"]', 'normal', '[]'],
  ])
  const readers = createReaderStore(database, createTestClock('2026-11-22T00:00:00Z'))
  const person = { threadId: null, kind: 'private', stopped: null, subscription: null }
  expect([await readers.byId(1), await readers.byId(2), await readers.byId(4)]).toEqual([
    {
      ...person,
      id: 1,
      chatId: 11,
      language: 'ar',
      cursor: 5,
      setBy: 11,
      subscription: { ...simplePreferences(0, 'Africa/Cairo'), nextDueAt: 1000 },
    },
    { ...person, id: 2, chatId: 22, language: 'en', cursor: null, setBy: 22, stopped: 'blocked' },
    {
      ...person,
      id: 4,
      chatId: 44,
      language: 'ar',
      cursor: 1,
      setBy: 44,
      subscription: { ...simplePreferences(1439, 'Asia/Riyadh'), nextDueAt: 2000 },
    },
  ])
  expect(rows(database, 'SELECT id, created_at FROM readers')).toEqual([
    [1, 100],
    [2, 200],
    [4, 300],
  ])
  // What was on its way when the program was renewed goes on; what has arrived can be read again.
  expect(rows(database, 'SELECT id, state, planned FROM runs')).toEqual([[1, 'running', 2]])
  expect(await createEditionStore(database).received(1, '2026-11-20')).toMatchObject([{ parts: ['a', 'b'] }])
})

test('the tables made anew refer to each other as before, and give no id again', async () => {
  const database = await oldStore()
  migrate(database, 2)
  expect(rows(database, 'PRAGMA foreign_key_check')).toEqual([])
  expect(JSON.stringify(rows(database, 'SELECT sql FROM sqlite_schema'))).not.toMatch(
    /(?:readers|deliveries)_new/,
  )
  expect(rows(database, "SELECT name FROM sqlite_sequence WHERE name LIKE '%\\_new' ESCAPE '\\'")).toEqual([])
  database.exec("INSERT INTO readers (chat_id, kind, language, created_at) VALUES (5, 'private', 'ar', 1)")
  expect(rows(database, 'SELECT max(id) FROM readers')).toEqual([[10]])
  database.exec(`INSERT INTO deliveries (reader_id, slot, edition_id, state, available_at, created_at)
    VALUES (10, 'x', 3, 'pending', 1, 1)`)
  expect(rows(database, 'SELECT max(id) FROM deliveries')).toEqual([[9]])
  database.exec('DELETE FROM readers')
  expect(rows(database, 'SELECT * FROM subscriptions')).toEqual([])
  expect(rows(database, 'SELECT * FROM deliveries')).toEqual([])
})

test('an empty store of before becomes an empty one', async () => {
  const database = await oldStore()
  database.exec('DELETE FROM readers; DELETE FROM editions')
  migrate(database, 2)
  expect(rows(database, 'SELECT count(*) FROM readers')).toEqual([[0]])
  database.exec("INSERT INTO readers (chat_id, kind, language, created_at) VALUES (5, 'private', 'ar', 1)")
  expect(rows(database, 'SELECT id FROM readers')).toEqual([[10]])
})
