import { setTimeout as wait } from 'node:timers/promises'

/** The only source of the current time, so that tests can own it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Resolves after `milliseconds`, at once when there are none or when the signal aborts; it never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** Longer waits of one timer fire at once (Node stores them in 31 bits). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    try {
      for (let left = milliseconds; left > 0; left -= LONGEST_TIMER_MS) {
        await wait(Math.min(left, LONGEST_TIMER_MS), undefined, signal ? { signal } : {})
      }
    } catch {
      // An aborted sleep is a finished sleep: whoever aborted it knows why.
    }
  },
}
