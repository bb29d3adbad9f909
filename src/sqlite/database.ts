import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { MujazError } from '../errors.ts'

export type Database = BetterSqlite.Database
export type Statement<Given extends unknown[], Row> = BetterSqlite.Statement<Given, Row>

/** How long one connection waits for another. */
const PATIENCE_MS = 5000

/**
 * Opens (and creates) the database file with the settings that everything relies on: WAL, foreign keys, and
 * `synchronous = FULL`, because the default for WAL in this build may lose the last commits on a power cut.
 *
 * @param path a file, or `:memory:`
 * @throws MujazError `database_invalid` when the file cannot be opened or is no database, `database_locked`
 *   when another program does not let go of it
 */
export async function openDatabase(path: string): Promise<Database> {
  const Sqlite = await loadDriver()
  let database: Database | undefined
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    database = new Sqlite(path, { timeout: PATIENCE_MS })
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('trusted_schema = OFF')
    return database
  } catch (cause) {
    database?.close()
    if (codeOf(cause).startsWith('SQLITE_BUSY')) {
      throw new MujazError('database_locked', `The database ${path} is held by another program.`, {
        hint: 'Close what else has it open: another Mujaz, a backup, an sqlite3 shell.',
        cause,
      })
    }
    throw new MujazError('database_invalid', `The database ${path} cannot be opened.`, {
      hint: 'Check DATABASE_PATH: the folder must be writable and the file must be an SQLite database.',
      cause,
    })
  }
}

/** The driver, once it is known that it runs here. */
export async function loadDriver(): Promise<typeof BetterSqlite> {
  assertLoadable(process.versions.node, installedVersion())
  return (await import('better-sqlite3')).default
}

/** SQLite's code of an error, such as `SQLITE_BUSY`; empty for other errors. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}

/**
 * Refuses a driver that would crash the process instead of failing: better-sqlite3 13 is built for
 * Node-API 10, and opening a database under a Node that stops at 9 is a segmentation fault
 * (WiseLibs/better-sqlite3 issue 1514).
 */
export function assertLoadable(node: string, driver: string): void {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  const speaksNodeApi10 = major > 22 || (major === 22 && minor >= 14)
  if (Number(driver.split('.')[0]) < 13 || speaksNodeApi10) return
  throw new MujazError('database_invalid', `better-sqlite3 ${driver} does not run on Node ${node}.`, {
    hint: 'Run npm ci to get the pinned version, or use Node 22.14 or newer.',
  })
}

function installedVersion(): string {
  const { version } = createRequire(import.meta.url)('better-sqlite3/package.json') as { version: string }
  return version
}
