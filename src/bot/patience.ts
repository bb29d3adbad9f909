import type { Transformer } from 'grammy'
import type { Clock } from '../clock.ts'

/** Longest wait that an answer to a person is held back for; beyond it the update is taken up again later. */
const LONGEST_WAIT_SECONDS = 20
const TRIES = 3

/**
 * Waits exactly as long as Telegram asks for and calls again. Only 429 is repeated here, because only then
 * it is certain that nothing was done; every other failure is decided by whoever made the call.
 */
export function patience(clock: Clock, signal: AbortSignal): Transformer {
  return async (previous, method, payload, callSignal) => {
    for (let attempt = 1; ; attempt++) {
      const response = await previous(method, payload, callSignal)
      const wait = response.ok || response.error_code !== 429 ? null : (response.parameters?.retry_after ?? 1)
      if (wait === null || wait > LONGEST_WAIT_SECONDS || attempt === TRIES || method === 'getUpdates')
        return response
      await clock.sleep(wait * 1000, signal)
      if (signal.aborted) return response
    }
  }
}
