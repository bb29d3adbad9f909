import type { Clock } from '../clock.ts'
import type { Outbox, Settlement } from './outbox.ts'

/** One commit waits for so many results, or for so long. */
const MOST_ROWS = 20
const LONGEST_WAIT_MS = 20

interface Waiting {
  readonly settlement: Settlement
  resolve(): void
  reject(error: unknown): void
}

/** Group commits: results of sends that end together are recorded in one transaction. */
export interface Settling {
  /** Resolves when the result has been recorded for good. */
  add(settlement: Settlement): Promise<void>
}

/**
 * Every commit waits for the disk, so at a high rate results share one. Whoever sent a message waits for its
 * commit before sending another: what a crash may repeat is never more than the number of senders.
 *
 * @param onWire how many messages are on their way now; when none is, there is nothing to wait for
 */
export function createSettling(outbox: Outbox, clock: Clock, onWire: () => number): Settling {
  let waiting: Waiting[] = []

  async function flush(): Promise<void> {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      await outbox.settle(
        group.map(({ settlement }) => settlement),
        clock.now(),
      )
      for (const { resolve } of group) resolve()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  return {
    add(settlement) {
      const recorded = new Promise<void>((resolve, reject) => {
        waiting.push({ settlement, resolve, reject })
      })
      if (waiting.length >= MOST_ROWS || onWire() === 0) void flush()
      else if (waiting.length === 1) void clock.sleep(LONGEST_WAIT_MS).then(flush)
      return recorded
    },
  }
}
