import { openApp } from '../app.ts'
import { TEXT_RULES } from '../arabic/rules.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { isBraked } from '../deliveries/govern.ts'
import { createLog } from '../log.ts'
import { createProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'
import { isZoneDataOld, ZONE_DATA } from './zone-data.ts'

/**
 * `mujaz doctor`: looks at everything that may be wrong without anybody noticing, and says what to do.
 * @returns 0, or 1 when something has to be repaired
 */
export async function doctor(config: Config, clock: Clock, terminal: Terminal): Promise<number> {
  let sick = false
  const app = await openApp(config, {
    clock,
    log: createLog(config.logLevel, []),
    onReindex: createProgress('Making the search index anew', terminal),
  })
  try {
    const articles = await app.articles.count()
    const { missing, orphaned } = await app.searchUpkeep.drift()
    terminal.print(`database         ${config.databasePath}, migrated`)
    terminal.print(`articles         ${articles}`)
    terminal.print(
      `search index     ${missing + orphaned === 0 ? 'true to the articles' : `${missing} missing, ${orphaned} orphaned`}`,
    )
    if (missing + orphaned > 0) {
      sick = true
      terminal.complain('The search index has drifted from the articles: run mujaz reindex.')
    }
    const deliveries = await app.outbox.counts()
    terminal.print(
      `deliveries       ${Object.entries(deliveries)
        .map(([state, count]) => `${count} ${state}`)
        .join(', ')}`,
    )
    const open = await app.runs.open()
    const paused = open.filter(({ state }) => state === 'paused')
    terminal.print(`runs             ${open.length} open, ${paused.length} of them paused`)
    for (const { id, reason } of paused.filter(isBraked)) {
      sick = true
      terminal.complain(
        `Run ${id} has paused itself (${reason}): run mujaz deliveries resume ${id}, or cancel ${id}.`,
      )
    }
    const readers = await app.readers.count()
    terminal.print(
      `readers          ${readers.readers}, ${readers.subscribed} subscribed, ${readers.stopped} stopped`,
    )
    terminal.print(
      `Node             ${process.versions.node}, time zone data ${process.versions['tz'] ?? 'unknown'}`,
    )
    if (isZoneDataOld()) {
      terminal.complain(
        `The time zone data is older than ${ZONE_DATA}: digests may be an hour off in some zones. Use Node 22 or newer.`,
      )
    }
  } finally {
    app.close()
  }
  return sick ? 1 : 0
}

/** `mujaz reindex`: makes the search index anew from the articles. May run beside the bot. */
export async function reindex(config: Config, clock: Clock, terminal: Terminal): Promise<number> {
  const app = await openApp(config, { clock, log: createLog(config.logLevel, []) })
  try {
    await app.searchUpkeep.rebuild(TEXT_RULES, createProgress('Making the search index anew', terminal))
  } finally {
    app.close()
  }
  return 0
}
