import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Database, openDatabase } from '../../src/sqlite/database.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { tempFolder } from './temp-folder.ts'

const A = 'CREATE TABLE a (id INTEGER PRIMARY KEY);\n'
const B = 'CREATE TABLE b (a INTEGER REFERENCES a (id));\nINSERT INTO a VALUES (1);\n'
const HINT = expect.stringContaining('Use the version of Mujaz that wrote this database') as string

async function open(path = ':memory:'): Promise<Database> {
  const database = await openDatabase(path)
  onTestFinished(() => {
    database.close()
  })
  return database
}

function folderOf(files: Record<string, string>): string {
  const folder = join(tempFolder(), 'migrations')
  mkdirSync(folder)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql)
  return folder
}

const tables = (database: Database): unknown[] =>
  database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'schema_migrations' ORDER BY name",
    )
    .pluck()
    .all()
const history = (database: Database): unknown[] =>
  database.prepare('SELECT name, applied_at FROM schema_migrations ORDER BY name').raw().all()

function refusal(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was refused.')
}

describe('migrations', () => {
  test('are applied in the order of their numbers, and written down', async () => {
    const database = await open()
    const folder = folderOf({ '0002_b.sql': B, '0001_a.sql': A, 'README.md': 'no', '0003_c.sql.bak': 'no' })
    expect(migrate(database, 77, folder)).toEqual(['0001_a.sql', '0002_b.sql'])
    expect(tables(database)).toEqual(['a', 'b'])
    expect(history(database)).toEqual([
      ['0001_a.sql', 77],
      ['0002_b.sql', 77],
    ])
  })

  test('are applied once', async () => {
    const database = await open()
    const folder = folderOf({ '0001_a.sql': A })
    migrate(database, 1, folder)
    expect(migrate(database, 2, folder)).toEqual([])
    writeFileSync(join(folder, '0002_b.sql'), B)
    expect(migrate(database, 3, folder)).toEqual(['0002_b.sql'])
    expect(history(database)).toEqual([
      ['0001_a.sql', 1],
      ['0002_b.sql', 3],
    ])
  })

  test('leave nothing of one that fails, and keep the ones before it', async () => {
    const database = await open()
    const folder = folderOf({
      '0001_a.sql': A,
      '0002_b.sql': 'CREATE TABLE b (id INTEGER); INSERT INTO a VALUES (1); INSERT INTO nowhere VALUES (1);',
      '0003_c.sql': 'CREATE TABLE c (id INTEGER);',
    })
    expect(refusal(() => migrate(database, 1, folder))).toMatchObject({
      code: 'migration_refused',
      message: 'The migration 0002_b.sql failed.',
      cause: expect.objectContaining({ message: 'no such table: nowhere' }) as Error,
    })
    expect(tables(database)).toEqual(['a'])
    expect(database.prepare('SELECT * FROM a').all()).toEqual([])
    expect(history(database)).toEqual([['0001_a.sql', 1]])
    expect(database.inTransaction).toBe(false)

    writeFileSync(join(folder, '0002_b.sql'), B)
    expect(migrate(database, 2, folder)).toEqual(['0002_b.sql', '0003_c.sql'])
  })

  test('with Windows line ends are the same', async () => {
    const database = await open()
    const folder = folderOf({ '0001_a.sql': A, '0002_b.sql': B })
    migrate(database, 1, folder)
    writeFileSync(join(folder, '0002_b.sql'), B.replaceAll('\n', '\r\n'))
    expect(migrate(database, 2, folder)).toEqual([])
  })
})

describe('a history that is another one', () => {
  test.each<[string, (folder: string) => void, string]>([
    [
      'an edited migration',
      (folder) => writeFileSync(join(folder, '0001_a.sql'), `${A}-- better`),
      'The migration 0001_a.sql was edited after it had been applied.',
    ],
    [
      'a missing one',
      (folder) => rmSync(join(folder, '0002_b.sql')),
      'The migration 0002_b.sql was applied to this database but is missing here.',
    ],
    [
      'a missing first one',
      (folder) => rmSync(join(folder, '0001_a.sql')),
      'The migration 0001_a.sql was applied to this database but is missing here.',
    ],
    [
      'no migrations at all',
      (folder) => readdirSync(folder).forEach((name) => rmSync(join(folder, name))),
      'The migration 0001_a.sql was applied to this database but is missing here.',
    ],
    [
      'one that stands before an applied one',
      (folder) => writeFileSync(join(folder, '0001_b.sql'), 'CREATE TABLE early (id INTEGER)'),
      'The migration 0001_b.sql stands before 0002_b.sql, which was applied already.',
    ],
  ])('is refused with a hint, and nothing is changed: %s', async (_, change, message) => {
    const database = await open()
    const folder = folderOf({ '0001_a.sql': A, '0002_b.sql': B })
    migrate(database, 1, folder)
    change(folder)
    if (readdirSync(folder).length > 0)
      writeFileSync(join(folder, '0009_new.sql'), 'CREATE TABLE late (id INTEGER)')
    expect(refusal(() => migrate(database, 2, folder))).toMatchObject({
      code: 'migration_refused',
      message,
      hint: HINT,
    })
    expect(tables(database)).toEqual(['a', 'b'])
    expect(history(database)).toHaveLength(2)
  })
})

describe('two connections to one file', () => {
  test('share the work: what one has applied the other does not apply again', async () => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    const [first, second] = [await open(path), await open(path)]
    const folder = folderOf({ '0001_a.sql': A, '0002_b.sql': B })
    expect(migrate(first, 1, folder)).toEqual(['0001_a.sql', '0002_b.sql'])
    expect(migrate(second, 2, folder)).toEqual([])
    expect(history(second)).toEqual([
      ['0001_a.sql', 1],
      ['0002_b.sql', 1],
    ])
  })
})

describe("Mujaz's own migrations", () => {
  test('are all applied to an empty database, which then is sound', async () => {
    const database = await open()
    const files = readdirSync(new URL('../../migrations/', import.meta.url)).sort()
    expect(migrate(database, 1)).toEqual(files)
    expect(files.length).toBeGreaterThan(5)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
  })

  test('are numbered without gaps or doubles', () => {
    const folder = new URL('../../migrations/', import.meta.url)
    const names = readdirSync(folder).sort()
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1))
    for (const name of names) {
      expect(name).toMatch(/^\d{4}_[a-z_]+\.sql$/)
      expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(
        // A trigger's own BEGIN stands behind its head.
        /(?:^|;)\s*(?:BEGIN|COMMIT|ROLLBACK)\b/i,
      )
    }
  })
})
