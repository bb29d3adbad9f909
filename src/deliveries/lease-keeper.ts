import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { SenderLease } from './lease.ts'

/** How long the lease is worth without being renewed, and how often it is. */
const WORTH_MS = 30_000
const RENEW_EVERY_MS = 10_000

/** Keeps this process the one sender, and knows when it is not any more. */
export interface LeaseKeeper {
  /** Takes the lease and keeps renewing it. */
  start(): Promise<void>
  /**
   * Whether this process may send at this moment. Known from memory: a process that was suspended for longer than
   * its lease finds that out before it sends anything.
   */
  mine(): boolean
  stop(): Promise<void>
}

/**
 * @param holder names this process, such as `host/pid/start`
 * @param onLost called once when another process has become the sender; nothing is sent by then
 */
export function createLeaseKeeper(parts: {
  lease: SenderLease
  holder: string
  clock: Clock
  log: Log
  onLost: () => void
}): LeaseKeeper {
  const { lease, holder, clock, log, onLost } = parts
  const stopping = new AbortController()
  let until = 0
  let keeping: Promise<void> | null = null

  async function renew(force: boolean): Promise<boolean> {
    const now = clock.now()
    if (!(await lease.hold(holder, now, now + WORTH_MS, force))) return false
    until = now + WORTH_MS
    return true
  }

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(RENEW_EVERY_MS, stopping.signal)
      if (stopping.signal.aborted) return
      try {
        if (await renew(false)) continue
        until = 0
        log.error('another process has become the sender', { holder: (await lease.current())?.holder })
        onLost()
        return
      } catch (error) {
        // Tried again in time; should it go on, the lease runs out, and with it the sending.
        log.error('the lease of the sender cannot be renewed', { error })
      }
    }
  }

  return {
    async start() {
      // Whoever starts a keeper holds the lock of the instance: a former holder is dead.
      await renew(true)
      keeping ??= keep()
    },
    mine: () => clock.now() < until,
    async stop() {
      stopping.abort()
      await keeping
      until = 0
      await lease.release(holder)
    },
  }
}
