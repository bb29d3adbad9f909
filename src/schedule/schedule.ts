import { schedule as cron, type Logger, type ScheduledTask } from 'node-cron'
import type { Log } from '../log.ts'

export interface Job {
  readonly name: string
  run(): Promise<void>
}

export interface Schedule {
  start(): void
  /** No further ticks; resolves when the runs in progress have ended. */
  stop(): Promise<void>
}

/** UTC has no gaps or folds, and drops nothing but what the jobs themselves catch up with. */
const EVERY_MINUTE = '* * * * *'

/**
 * Runs every job once a minute. A job that is still running is left alone, one that fails is logged and runs
 * again at the next tick. What is due, and what was missed while nothing ran, the jobs know themselves.
 */
export function createSchedule(jobs: readonly Job[], log: Log): Schedule {
  const running = new Map<string, Promise<void>>()
  let tasks: ScheduledTask[] = []

  async function run(job: Job): Promise<void> {
    try {
      await job.run()
    } catch (error) {
      log.error('job failed', { job: job.name, error })
    } finally {
      running.delete(job.name)
    }
  }

  function tick(job: Job): void {
    if (running.has(job.name)) log.debug('job still running', { job: job.name })
    else running.set(job.name, run(job))
  }

  return {
    start() {
      if (tasks.length > 0) return
      tasks = jobs.map((job) =>
        cron(EVERY_MINUTE, () => tick(job), { timezone: 'UTC', name: job.name, logger: cronLogger(log) }),
      )
    },
    async stop() {
      const stopped = tasks
      tasks = []
      for (const task of stopped) await task.destroy()
      await Promise.all(running.values())
    },
  }
}

/** What node-cron has to say (a tick missed because the loop was busy) goes into our log, not to the console. */
function cronLogger(log: Log): Logger {
  return {
    info: (message) => log.debug('cron', { message }),
    warn: (message) => log.warn('cron', { message }),
    error: (message, error) => log.error('cron', { message: String(message), error }),
    debug: (message) => log.debug('cron', { message: String(message) }),
  }
}
