import type { Clock } from '../../clock.ts'
import { refusal } from './refusal.ts'

/**
 * Lets work go on for so long and no longer, whatever it waits for: it is told by its signal, and it is left alone at
 * once even when it does not listen.
 * @param outer the caller's own signal; its reason is what is thrown when it aborts
 * @throws MujazError `fetch_timeout`
 */
export async function withinDeadline<Result>(
  options: { clock: Clock; milliseconds: number; outer: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { clock, milliseconds, outer } = options
  outer?.throwIfAborted()
  const stop = new AbortController()
  const ended = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true })
  })
  const onOuter = () => stop.abort(outer?.reason)
  outer?.addEventListener('abort', onOuter, { once: true })
  const watch = async () => {
    await clock.sleep(milliseconds, ended.signal)
    if (ended.signal.aborted) return
    stop.abort(refusal('fetch_timeout', `It took longer than ${milliseconds / 1_000} seconds.`))
  }
  void watch()
  try {
    return await Promise.race([work(stop.signal), aborted])
  } finally {
    outer?.removeEventListener('abort', onOuter)
    ended.abort()
    // Work that still goes on, waiting for a name server say, must find out that nobody waits for it any more.
    stop.abort(new Error('The fetch is over.'))
  }
}
