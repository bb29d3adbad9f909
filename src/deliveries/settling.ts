import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { MOST_ROWS } from './limits.ts'
import type { Outbox, Settlement } from './outbox.ts'
import type { Run } from './runs.ts'

/** A commit waits so long for more results. */
const LONGEST_WAIT_MS = 20
/** Between two attempts to record when the store fails. */
const ERROR_PAUSE_MS = 5000

interface Waiting {
  readonly settlement: Settlement
  recorded(): void
}

/** What has been taken over. Neither promise rejects. */
export interface Added {
  /** Resolves when whoever sent may send again. */
  readonly room: Promise<void>
  /** Resolves when the result has been recorded for good. */
  readonly recorded: Promise<void>
}

/** Group commits: results of sends that end together are recorded in one transaction. */
export interface Settling {
  add(settlement: Settlement): Added
  /** Results that are not recorded yet. */
  unrecorded(): number
  /** Records what there is, now; resolves when it has been tried. */
  flush(): Promise<void>
}

export interface SettlingParts {
  readonly outbox: Pick<Outbox, 'settle'>
  readonly clock: Clock
  readonly log: Log
  /** How many messages are on their way now; when none is, there is nothing to wait for. */
  readonly onWire: () => number
  /** So many results may wait while those who sent them go on. */
  readonly most: number
  /** Told the runs in which something went wrong, after each commit. */
  readonly onWrong: (runs: readonly Run[]) => void
}

const AT_ONCE = Promise.resolve()

/**
 * Every commit waits for the disk, so results share one. Whoever sent a message goes on at once while few results
 * wait, else when its own has been recorded: what a crash may repeat is never more than the senders and `most`.
 * A result is never given up: while the store fails, senders wait with theirs in hand, and nothing more is sent.
 */
export function createSettling({ outbox, clock, log, onWire, most, onWrong }: SettlingParts): Settling {
  let waiting: Waiting[] = []
  let recording: Promise<void> | null = null
  let retrying = false

  async function record(group: readonly Waiting[]): Promise<boolean> {
    try {
      const settlements = group.map(({ settlement }) => settlement)
      const wrong = await outbox.settle(settlements, clock.now())
      for (const { recorded } of group) recorded()
      if (wrong.length > 0) onWrong(wrong)
      return true
    } catch (error) {
      log.error('results cannot be recorded', { error, results: group.length })
      return false
    }
  }

  /** All that waits, in groups; where a group fails, one by one, so that one result cannot hold up the others. */
  async function recordAll(): Promise<void> {
    for (let at = 0; at < waiting.length; ) {
      const group = waiting.slice(at, at + MOST_ROWS)
      if (await record(group)) {
        waiting.splice(at, group.length)
        continue
      }
      const left: Waiting[] = []
      if (group.length > 1) for (const one of group) if (!(await record([one]))) left.push(one)
      if (group.length === 1) left.push(...group)
      waiting.splice(at, group.length, ...left)
      at += left.length
    }
    recording = null
    if (waiting.length > 0) retryLater()
  }

  /** One retry at a time, however often the store has failed meanwhile. */
  function retryLater(): void {
    if (retrying) return
    retrying = true
    void clock.sleep(ERROR_PAUSE_MS).then(() => {
      retrying = false
      return flush()
    })
  }

  function flush(): Promise<void> {
    if (waiting.length === 0) return AT_ONCE
    recording ??= recordAll()
    return recording
  }

  return {
    add(settlement) {
      const recorded = new Promise<void>((resolve) => {
        waiting.push({ settlement, recorded: resolve })
      })
      if (waiting.length >= MOST_ROWS || onWire() === 0) void flush()
      else if (waiting.length === 1) void clock.sleep(LONGEST_WAIT_MS).then(flush)
      return { room: waiting.length <= most ? AT_ONCE : recorded, recorded }
    },
    unrecorded: () => waiting.length,
    flush,
  }
}
