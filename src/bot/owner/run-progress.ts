import { readReason } from '../../deliveries/govern.ts'
import { type Run, waitingOf } from '../../deliveries/runs.ts'
import type { RunView } from '../../messages/owner.ts'

/** Runs of so many deliveries are shown to owners while they go on; smaller ones are over before one looks. */
export const LARGE_RUN = 200

/** A run as it was at a moment. */
export interface Look {
  readonly run: Run
  /** Epoch milliseconds. */
  readonly at: number
}

/** What owners are shown of a run. */
export interface Progress {
  readonly run: Run
  readonly waiting: number
  /** How much of what was planned has come to an end, 0 to 1. */
  readonly done: number
  /** Digests sent a second: since the look before, or over the whole of a run that has ended; null: not known. */
  readonly rate: number | null
  /** At the present rate; null where nothing goes on or nothing is known. */
  readonly secondsLeft: number | null
  /** How long the whole took; null before the end. */
  readonly secondsTaken: number | null
}

/** Whether owners see this run as it goes on. */
export function isLarge({ planned }: Run): boolean {
  return planned >= LARGE_RUN
}

/** Whether nothing more will change: a cancelled run still has what was on its way when it was cancelled. */
export function isOver(run: Run): boolean {
  return run.state === 'done' || (run.state === 'cancelled' && waitingOf(run) === 0)
}

/** What to show of a run, from this look and the one before; null is none. */
export function progressOf(before: Look | null, { run, at }: Look): Progress {
  const waiting = waitingOf(run)
  const secondsTaken = run.endedAt === null ? null : Math.max(0, run.endedAt - run.startedAt) / 1000
  const done = run.planned === 0 ? 1 : (run.planned - waiting) / run.planned
  if (secondsTaken !== null) {
    const rate = secondsTaken === 0 ? null : run.sent / secondsTaken
    return { run, waiting, done, rate, secondsLeft: null, secondsTaken }
  }
  // Over a pause there is no rate to speak of.
  const measured = before?.run.state === 'running' && run.state === 'running' && at > before.at
  if (!measured) return { run, waiting, done, rate: null, secondsLeft: null, secondsTaken }
  const seconds = (at - before.at) / 1000
  const settled = settledOf(run) - settledOf(before.run)
  return {
    run,
    waiting,
    done,
    rate: Math.max(0, run.sent - before.run.sent) / seconds,
    secondsLeft: settled > 0 ? (waiting * seconds) / settled : null,
    secondsTaken,
  }
}

function settledOf(run: Run): number {
  return run.planned - waitingOf(run)
}

/** The same as `messages` take it. */
export function runView({ run, ...progress }: Progress): RunView {
  return { ...run, ...progress, reason: run.reason === null ? null : readReason(run.reason) }
}
