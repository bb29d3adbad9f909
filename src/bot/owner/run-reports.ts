import { isBraked } from '../../deliveries/govern.ts'
import type { Run, RunStore } from '../../deliveries/runs.ts'
import { createReportMessages, type ReportMessagesParts } from './report-messages.ts'
import { isLarge, isOver, type Look, progressOf } from './run-progress.ts'

/** Runs that ended while nobody looked: so many, and so long ago at most, get their final figures at the start. */
const ENDED_UNSEEN = 5
const UNSEEN_MS = 24 * 3_600_000

export interface RunReportsParts extends ReportMessagesParts {
  readonly runs: RunStore
}

/** Tells owners how runs go on. Neither method ever rejects: nothing here may disturb the sender. */
export interface RunReports {
  /** Ends runs that are through, and shows every large run as it is now; to be called every few seconds. */
  look(): Promise<void>
  /** A run has paused itself: says so at once, in a new message. */
  braked(run: Run): Promise<void>
}

/** One message for each owner and large run, edited as it goes on; after a restart the same one goes on. */
export function createRunReports(parts: RunReportsParts): RunReports {
  const { runs, clock, log } = parts
  const followed = new Map<number, Look>()
  const told = new Set<number>()
  const messages = createReportMessages(parts)
  let looking: Promise<void> | null = null
  let first = true

  async function look(): Promise<void> {
    const endedNow = await runs.finish(clock.now())
    const open = await runs.open()
    const unseen = first ? await endedUnseen(runs, clock.now()) : []
    if (first) await remind(open)
    first = false
    const gone = [...followed.keys()].filter((id) => !open.some((run) => run.id === id))
    const ended = await Promise.all(gone.map((id) => runs.byId(id)))
    for (const id of gone.filter((_, index) => ended[index] === null)) followed.delete(id)
    const all = new Map(
      [...ended, ...unseen, ...endedNow, ...open].flatMap((run) => (run ? [[run.id, run]] : [])),
    )
    for (const run of all.values()) if (isLarge(run)) await follow(run)
  }

  async function follow(run: Run): Promise<void> {
    const now = { run, at: clock.now() }
    const shown = await messages.show(progressOf(followed.get(run.id) ?? null, now))
    // Final figures that could not be shown are tried again at the next look.
    if (!isOver(run) || !shown) return void followed.set(run.id, now)
    followed.delete(run.id)
    messages.forget(run.id)
  }

  /** Runs that paused themselves before a restart still wait for a decision. */
  async function remind(open: readonly Run[]): Promise<void> {
    for (const run of open) if (isBraked(run) && !told.has(run.id)) await tell(run)
  }

  async function tell(run: Run): Promise<void> {
    told.add(run.id)
    await messages.announce(progressOf(null, { run, at: clock.now() }))
  }

  return {
    async look() {
      looking ??= look()
        .catch((error: unknown) => log.warn('runs cannot be reported', { error }))
        .finally(() => {
          looking = null
        })
      await looking
    },
    async braked(run) {
      try {
        await tell(run)
      } catch (error) {
        log.warn('a paused run cannot be reported', { run: run.id, error })
      }
    },
  }
}

/** Runs that ended between the last look and a restart: their messages still show them on their way. */
async function endedUnseen(runs: RunStore, now: number): Promise<Run[]> {
  const recent = (await runs.recent(ENDED_UNSEEN)).filter(
    ({ endedAt }) => endedAt !== null && endedAt > now - UNSEEN_MS,
  )
  const reported = await Promise.all(recent.map(async ({ id }) => (await runs.reports(id)).length > 0))
  return recent.filter((_, index) => reported[index])
}
