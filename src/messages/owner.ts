import { duration } from './durations.ts'
import type { Wording } from './fluent.ts'
import { EMPTY, type Html, joinHtml } from './html.ts'
import { formatInstant } from './instants.ts'
import { inDirection, stack } from './lines.ts'
import { type Reason, reasonWords } from './reasons.ts'

/** A run, and how it goes on. */
export interface RunView {
  readonly id: number
  readonly state: 'running' | 'paused' | 'cancelled' | 'done'
  readonly reason: Reason | null
  readonly planned: number
  readonly sent: number
  readonly waiting: number
  readonly failed: number
  readonly gone: number
  readonly skipped: number
  readonly refused: number
  /** Epoch milliseconds. */
  readonly startedAt: number
  /** 0 to 1. */
  readonly done: number
  /** Digests a second; null: not known. */
  readonly rate: number | null
  readonly secondsLeft: number | null
  readonly secondsTaken: number | null
}

/** One run: what was sent and what waits; numbers of trouble only where there is some. */
export function runCard(wording: Wording, run: RunView): Html {
  return inDirection(
    wording.language,
    stack(
      wording.html('run-heading', { id: String(run.id) }),
      wording.html(`run-state-${run.state}`),
      run.reason === null ? null : wording.html('run-reason', { reason: reasonWords(wording, run.reason) }),
      ...figures(wording, run),
    ),
  )
}

/** A run that has paused itself: why, and what can be done. */
export function runBraked(wording: Wording, run: RunView): Html {
  return inDirection(
    wording.language,
    stack(
      wording.html('run-braked', { id: String(run.id) }),
      run.reason === null ? null : wording.html('run-reason', { reason: reasonWords(wording, run.reason) }),
      ...figures(wording, run),
      wording.html('run-braked-advice'),
    ),
  )
}

/** Open runs and the last ones; as many as one message holds without scrolling far. */
export function runList(wording: Wording, runs: readonly RunView[]): Html {
  if (runs.length === 0) return wording.html('runs-none')
  return joinHtml([wording.html('runs-heading'), ...runs.map((run) => runCard(wording, run))], '\n\n')
}

/** Asks once more before a run is cancelled. */
export function cancelQuestion(wording: Wording, run: { id: number; waiting: number }): Html {
  return wording.html('run-cancel-question', { id: String(run.id), count: run.waiting })
}

/** The run was not cancelled. */
export function runKept(wording: Wording, id: number): Html {
  return wording.html('run-kept', { id: String(id) })
}

/** There is no such run, or not any more. */
export function runNotKnown(wording: Wording): Html {
  return wording.html('run-not-known')
}

function figures(wording: Wording, run: RunView): Html[] {
  const some = (key: 'run-failed' | 'run-gone' | 'run-skipped' | 'run-refused', count: number) =>
    count === 0 ? EMPTY : wording.html(key, { count })
  const { sent, planned, waiting, rate, secondsLeft, secondsTaken } = run
  return [
    wording.html('run-sent', { sent, planned, percent: Math.floor(run.done * 100) }),
    waiting === 0 ? EMPTY : wording.html('run-waiting', { count: waiting }),
    some('run-failed', run.failed),
    some('run-gone', run.gone),
    some('run-skipped', run.skipped),
    some('run-refused', run.refused),
    rate === null ? EMPTY : wording.html('run-rate', { rate: rounded(rate) }),
    secondsLeft === null ? EMPTY : wording.html('run-left', { time: duration(wording, secondsLeft) }),
    wording.html('run-started', { time: formatInstant(run.startedAt, null) }),
    secondsTaken === null ? EMPTY : wording.html('run-took', { time: duration(wording, secondsTaken) }),
  ]
}

/** One decimal where it says something. */
function rounded(rate: number): number {
  return rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)
}
