import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../../src/clock.ts'

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  /** Moves the time on, waking sleepers in the order of their time and letting each do what it wakes for. */
  advance(milliseconds: number): Promise<void>
  /** Sets the time without waking anybody, as if the machine had been off. */
  jump(iso: string): void
  /** Moves on from sleeper to sleeper until `work` has ended. */
  runUntil<Result>(work: Promise<Result>): Promise<Result>
  /** How many sleep at this moment. */
  sleepers(): number
}

interface Sleeper {
  readonly at: number
  wake(): void
}

/** @param startIso such as `2026-11-22T08:00:00Z` */
export function createTestClock(startIso: string): TestClock {
  let now = Date.parse(startIso)
  const sleepers = new Set<Sleeper>()

  function earliest(): Sleeper | undefined {
    return [...sleepers].sort((a, b) => a.at - b.at)[0]
  }

  /** Lets everything that can go on without time passing go on. */
  async function settle(): Promise<void> {
    for (let turns = 0; turns < 3; turns += 1) await turn()
  }

  return {
    now: () => now,
    sleep(milliseconds, signal) {
      if (milliseconds <= 0 || signal?.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const sleeper = { at: now + milliseconds, wake }
        function wake(): void {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', wake)
      })
    },
    async advance(milliseconds) {
      const end = now + milliseconds
      await settle()
      for (let next = earliest(); next !== undefined && next.at <= end; next = earliest()) {
        now = Math.max(now, next.at)
        next.wake()
        await settle()
      }
      now = end
    },
    jump(iso) {
      now = Date.parse(iso)
    },
    async runUntil(work) {
      let ended = false
      const watched = work.finally(() => {
        ended = true
      })
      watched.catch(() => undefined)
      for (;;) {
        await settle()
        if (ended) return await watched
        const next = earliest()
        if (next === undefined) throw new Error('The work waits, but nobody sleeps.')
        now = Math.max(now, next.at)
        next.wake()
      }
    },
    sleepers: () => sleepers.size,
  }
}
