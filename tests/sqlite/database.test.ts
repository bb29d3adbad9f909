import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { assertLoadable, codeOf, openDatabase } from '../../src/sqlite/database.ts'
import { tempFolder } from './temp-folder.ts'

async function open(path: string) {
  const database = await openDatabase(path)
  onTestFinished(() => {
    database.close()
  })
  return database
}

describe('a database', () => {
  test('is made together with its folder, in WAL, with full syncs and foreign keys', async () => {
    const path = join(tempFolder(), 'deep/er/mujaz.sqlite')
    // Again, because SQLite has other defaults for a file that is in WAL already.
    for (const database of [await open(path), await open(path)]) {
      const pragma = (name: string) => database.pragma(name, { simple: true })
      database.exec('CREATE TABLE IF NOT EXISTS t (id INTEGER)')
      expect({
        journal: pragma('journal_mode'),
        synchronous: pragma('synchronous'),
        foreignKeys: pragma('foreign_keys'),
        busyTimeout: pragma('busy_timeout'),
        trustedSchema: pragma('trusted_schema'),
      }).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1, busyTimeout: 5000, trustedSchema: 0 })
    }
  })

  test('really refuses a row whose parent is missing', async () => {
    const database = await open(':memory:')
    database.exec('CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id))')
    expect(() => database.exec('INSERT INTO b VALUES (1)')).toThrow('FOREIGN KEY')
  })

  test('keeps what was written when it is opened again', async () => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    const first = await openDatabase(path)
    first.exec("CREATE TABLE t (v TEXT); INSERT INTO t VALUES ('نص')")
    first.close()
    expect((await open(path)).prepare('SELECT v FROM t').pluck().get()).toBe('نص')
  })
})

describe('what is no database', () => {
  test.each([
    [
      'a text file',
      (path: string) => writeFileSync(path, 'this is a text, and a rather long one '.repeat(40)),
    ],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('is refused with a hint: %s', async (_, make) => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    make(path)
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'database_invalid',
      message: `The database ${path} cannot be opened.`,
      hint: expect.stringContaining('DATABASE_PATH') as string,
    })
  })

  test('is refused where its folder is a file', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'data'), '')
    await expect(openDatabase(join(folder, 'data/mujaz.sqlite'))).rejects.toMatchObject({
      code: 'database_invalid',
    })
  })
})

test('a database that another program holds is locked, not invalid', async () => {
  const path = join(tempFolder(), 'mujaz.sqlite')
  const other = await openDatabase(path)
  onTestFinished(() => {
    other.close()
  })
  other.pragma('journal_mode = DELETE')
  other.exec('BEGIN EXCLUSIVE')
  await expect(openDatabase(path)).rejects.toMatchObject({ code: 'database_locked' })
})

describe('the driver', () => {
  test.each([
    ['20.20.2', '12.11.1'],
    ['22.13.0', '12.0.0'],
    ['22.14.0', '13.0.0'],
    ['24.0.0', '13.2.1'],
    ['100.1.0', '13.0.0'],
  ])('is loaded: Node %s with better-sqlite3 %s', (node, driver) => {
    expect(() => assertLoadable(node, driver)).not.toThrow()
  })

  test.each([
    ['20.20.2', '13.0.0'],
    ['22.13.9', '13.0.1'],
    ['18.0.0', '14.0.0'],
  ])('is refused before it crashes: Node %s with better-sqlite3 %s', (node, driver) => {
    expect(() => assertLoadable(node, driver)).toThrow(
      expect.objectContaining({
        code: 'database_invalid',
        message: `better-sqlite3 ${driver} does not run on Node ${node}.`,
      }),
    )
  })
})

test('only errors of SQLite have a code of SQLite', async () => {
  const database = await open(':memory:')
  let thrown: unknown
  try {
    database.exec('SELECT * FROM nothing')
  } catch (error) {
    thrown = error
  }
  expect([codeOf(thrown), codeOf(new Error('x')), codeOf({ code: 'SQLITE_BUSY' }), codeOf(null)]).toEqual([
    'SQLITE_ERROR',
    '',
    '',
    '',
  ])
})
