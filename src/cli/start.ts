import { type App, openApp } from '../app.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { createLog, type Log } from '../log.ts'
import { type RunningApp, startApp } from '../running.ts'
import { awaitInstance, type InstanceLock } from '../sqlite/instance-lock.ts'
import { exitCodeOf } from './exit-codes.ts'
import { createProgress } from './progress.ts'
import { explain, type Terminal } from './terminal.ts'
import { isZoneDataOld, ZONE_DATA } from './zone-data.ts'

/**
 * `mujaz start`: serves until SIGTERM or SIGINT, or until the bot cannot go on; a second signal ends it at once. While
 * another Mujaz serves the same database it stands by, and takes over when that one ends.
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
  const stopped = signalled()
  const lock = await standBy(config, clock, stopped, terminal)
  if (lock === null) return 0
  const running = await startLocked(config, lock, { clock, log, terminal })
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

/** The lock of the database, once no other Mujaz serves it; null when a signal came first. */
async function standBy(
  config: Config,
  clock: Clock,
  stopped: Promise<null>,
  terminal: Terminal,
): Promise<InstanceLock | null> {
  const waiting = new AbortController()
  void stopped.then(() => waiting.abort())
  return awaitInstance(config.databasePath, {
    clock,
    signal: waiting.signal,
    onWaiting: () =>
      terminal.print(`Another Mujaz serves ${config.databasePath}: this one stands by until that one ends.`),
  })
}

async function startLocked(
  config: Config,
  lock: InstanceLock,
  { clock, log, terminal }: { clock: Clock; log: Log; terminal: Terminal },
): Promise<RunningApp> {
  const onReindex = createProgress('Making the search index anew', terminal)
  let app: App | null = null
  try {
    app = await openApp(config, { clock, log, onReindex })
    return await startApp(app, lock)
  } catch (error) {
    app?.close()
    lock.release()
    throw error
  }
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
