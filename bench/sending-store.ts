import { join } from 'node:path'
import { type App, openApp } from '../src/app.ts'
import { createDigestRenderer } from '../src/bot/reader/digest-text.ts'
import { systemClock } from '../src/clock.ts'
import { readConfig } from '../src/config.ts'
import { createDigests, type Digests } from '../src/digests/publish.ts'
import { createLog } from '../src/log.ts'
import { createArticleStore } from '../src/sqlite/articles.ts'
import { openDatabase } from '../src/sqlite/database.ts'
import { migrate } from '../src/sqlite/migrate.ts'
import { addArticles, addReaders, makeDue } from './planning-store.ts'

/** A store on disk in which a run waits for its sender. */
export interface Planned {
  readonly app: App
  readonly digests: Digests
  readonly runId: number
  readonly planned: number
}

/** Readers of twelve zones, two languages, three lengths and forty cursors, all with a digest that waits. */
export async function planRun(folder: string, readers: number): Promise<Planned> {
  const databasePath = join(folder, `${readers}.sqlite`)
  const database = await openDatabase(databasePath)
  migrate(database, systemClock.now())
  await addArticles(createArticleStore(database, systemClock))
  await addReaders(database, readers, systemClock.now())
  // All are to be sent to now.
  database.exec(
    'UPDATE readers SET stopped = NULL; UPDATE subscriptions SET quiet_from = NULL, quiet_to = NULL',
  )
  makeDue(database, { count: readers, readers, offset: 0, at: systemClock.now(), minutes: 1 })
  database.close()

  const config = readConfig({ DATABASE_PATH: databasePath, SEED: 'off', PORT: '0' })
  const app = await openApp(config, { clock: systemClock, log: createLog('warn', []) })
  const digests = createDigests({ ...app, render: createDigestRenderer(() => 'mujaz_bot') })
  const { runId, planned } = await digests.tick()
  if (runId === null) throw new Error('Nothing has been planned.')
  return { app, digests, runId, planned }
}
