import { openApp } from '../app.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { createLog } from '../log.ts'
import { startApp } from '../running.ts'
import { exitCodeOf } from './exit-codes.ts'
import { createProgress } from './progress.ts'
import { explain, type Terminal } from './terminal.ts'
import { isZoneDataOld, ZONE_DATA } from './zone-data.ts'

/**
 * `mujaz start`: serves until SIGTERM or SIGINT, or until the bot cannot go on; a second signal ends it at once.
 * @returns the exit code
 */
export async function start(config: Config, clock: Clock, terminal: Terminal): Promise<number> {
  const secrets = config.botToken === null ? [] : [config.botToken]
  const log = createLog(config.logLevel, secrets)
  if (isZoneDataOld()) {
    log.warn('time zone data is old: digests may be an hour off in some zones', {
      found: process.versions['tz'] ?? 'unknown',
      wanted: ZONE_DATA,
      hint: 'use Node 22 or newer',
    })
  }
  const onReindex = createProgress('Making the search index anew', terminal)
  const app = await openApp(config, { clock, log, onReindex })
  const stopped = signalled()
  let running: Awaited<ReturnType<typeof startApp>>
  try {
    running = await startApp(app)
  } catch (error) {
    app.close()
    throw error
  }
  terminal.print(
    config.botToken === null
      ? `Mujaz sandbox: ${running.url}  (no BOT_TOKEN is set; open this page to talk to the bot)`
      : `Mujaz is running; health: ${running.url}/healthz`,
  )
  const reason = await Promise.race([running.failed, stopped])
  await running.stop()
  if (reason === null) return 0
  terminal.complain(explain(reason, secrets))
  return exitCodeOf(reason)
}

/** Resolves with null at the first SIGTERM or SIGINT; the second one ends the process as it is. */
function signalled(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        for (const again of ['SIGTERM', 'SIGINT'] as const) process.once(again, () => process.exit(1))
        resolve(null)
      })
    }
  })
}
