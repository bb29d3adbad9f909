import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MujazError } from '../errors.ts'
import type { Database } from './database.ts'

/** The project's own migrations; src/ and dist/ lie at the same depth. */
const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url))

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/**
 * Brings the schema up to date: every `NNNN_name.sql` that has not been applied, in order, each in one
 * transaction together with the record of it. Two processes may do this at once; one waits for the other.
 *
 * @returns the names of the migrations applied now
 * @throws MujazError `migration_refused` when an applied migration has been edited or is missing, when a new
 *   one stands before an applied one, or when one fails; the schema is then as the last good one left it
 */
export function migrate(database: Database, now: number, folder: string = MIGRATIONS): string[] {
  database.exec(
    'CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
  )
  const migrations = readMigrations(folder)
  // Also where there is nothing to apply: a folder that lost its migrations must not pass for an old one.
  checkHistory(database, migrations)
  const applied: string[] = []
  for (const migration of migrations) {
    database
      .transaction(() => {
        // Asked inside the transaction: another process may have been here meanwhile.
        if (checkHistory(database, migrations).has(migration.name)) return
        apply(database, migration, now)
        applied.push(migration.name)
      })
      .immediate()
  }
  return applied
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => {
      // Line ends are not content: a checkout with CRLF is the same migration.
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** The names of the migrations that have been applied, after checking that history and folder tell the same. */
function checkHistory(database: Database, migrations: readonly Migration[]): Set<string> {
  const history = database.prepare('SELECT name, checksum FROM schema_migrations ORDER BY name').all() as {
    name: string
    checksum: string
  }[]
  history.forEach((record, index) => {
    const known = migrations[index]
    if (known?.name !== record.name) {
      const missing = !migrations.some(({ name }) => name === record.name)
      throw missing
        ? refuse(`The migration ${record.name} was applied to this database but is missing here.`)
        : refuse(`The migration ${known?.name} stands before ${record.name}, which was applied already.`)
    }
    if (known.checksum !== record.checksum) {
      throw refuse(`The migration ${record.name} was edited after it had been applied.`)
    }
  })
  return new Set(history.map(({ name }) => name))
}

function apply(database: Database, migration: Migration, now: number): void {
  try {
    database.exec(migration.sql)
  } catch (cause) {
    throw new MujazError('migration_refused', `The migration ${migration.name} failed.`, {
      hint: 'Nothing of it was kept. The cause says which statement; the database is as it was before.',
      cause,
    })
  }
  database
    .prepare('INSERT INTO schema_migrations (name, checksum, applied_at) VALUES (?, ?, ?)')
    .run(migration.name, migration.checksum, now)
}

function refuse(message: string): MujazError {
  return new MujazError('migration_refused', message, {
    hint: 'Use the version of Mujaz that wrote this database, or a newer one with its migrations unchanged.',
  })
}
