import type { Update } from 'grammy/types'
import type { Clock } from '../../clock.ts'
import { refuse } from './answer.ts'
import { type Payload, readInteger, readStructure } from './fields.ts'

/** As much of an abort signal as is needed; grammY brings one of its own making. */
export type StopSignal = Pick<AbortSignal, 'aborted'> & {
  addEventListener(type: 'abort', listener: () => void): void
}

const SECONDS_AT_MOST = 50
const FAR_AHEAD = 10

/** The queue of updates: kept until an offset confirms them. `firstId` keeps ids rising across runs. */
export function createUpdates(clock: Clock, firstId: number) {
  let queue: Update[] = []
  let lastId = firstId
  let allowed: readonly string[] = []
  let waiter: ((how: 'update' | 'replaced') => void) | null = null

  function batch(limit: number): Update[] {
    return queue.slice(0, limit)
  }

  /** An offset confirms what lies below it; a negative one leaves the newest only; one far ahead does nothing. */
  function confirm(offset: number): void {
    if (offset < 0) queue = queue.slice(offset)
    else if (offset <= lastId + FAR_AHEAD) queue = queue.filter((update) => update.update_id >= offset)
  }

  /** Resolves with the next update, the timeout, the signal, or a second caller. */
  async function wait(milliseconds: number, signal: StopSignal | undefined): Promise<'done' | 'replaced'> {
    if (signal?.aborted === true) return 'done'
    const slept = new AbortController()
    const ended = await new Promise<'update' | 'replaced' | 'over'>((resolve) => {
      waiter = resolve
      signal?.addEventListener('abort', () => resolve('over'))
      clock.sleep(milliseconds, slept.signal).then(() => resolve('over'), resolve)
    })
    slept.abort()
    // Whoever replaced this call waits in its place already.
    if (ended === 'replaced') return 'replaced'
    waiter = null
    return 'done'
  }

  return {
    add(content: Omit<Update, 'update_id'>): void {
      const kind = Object.keys(content)[0] ?? ''
      if (allowed.length > 0 && !allowed.includes(kind)) return
      lastId += 1
      queue.push({ update_id: lastId, ...content })
      waiter?.('update')
    },

    pending: (): number => queue.length,

    drop(): void {
      queue = []
    },

    /** A real long poll. Two at once: the older one is told of the conflict. */
    async get(payload: Payload, signal: StopSignal | undefined): Promise<Update[]> {
      waiter?.('replaced')
      const given = readStructure(payload, 'allowed_updates', 'allowed updates')
      if (Array.isArray(given)) allowed = given.filter((kind) => typeof kind === 'string')
      confirm(readInteger(payload, 'offset') ?? 0)
      const limit = Math.min(Math.max(readInteger(payload, 'limit') ?? 100, 1), 100)
      const seconds = Math.min(Math.max(readInteger(payload, 'timeout') ?? 0, 0), SECONDS_AT_MOST)
      if (queue.length > 0 || seconds === 0) return batch(limit)
      if ((await wait(seconds * 1000, signal)) === 'replaced') {
        const advice = 'make sure that only one bot instance is running'
        refuse(409, `Conflict: terminated by other getUpdates request; ${advice}`)
      }
      return batch(limit)
    },
  }
}
