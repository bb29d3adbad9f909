import type { Run, RunStore } from './runs.ts'

/** What people may do to a run. */
export const RUN_ACTS = ['pause', 'resume', 'cancel'] as const
export type RunAct = (typeof RUN_ACTS)[number]

/** Who did it: an owner in Telegram, by their id, or whoever has the command line. */
export type Governor = { readonly owner: number } | 'operator'

const DONE = { pause: 'paused', cancel: 'cancelled' } as const
const GOVERNED = /^(?:paused|cancelled) by (?:owner (\d{1,16})|the operator)$/

/** How a decision of people is stored with a run, and with the deliveries that it cancels. */
export function reasonBy(act: 'pause' | 'cancel', by: Governor): string {
  return `${DONE[act]} by ${by === 'operator' ? 'the operator' : `owner ${by.owner}`}`
}

/** Who is behind a stored reason; null when nobody is, and the sender itself paused the run. */
export function governorOf(reason: string): Governor | null {
  const match = GOVERNED.exec(reason)
  if (match === null) return null
  return match[1] === undefined ? 'operator' : { owner: Number(match[1]) }
}

/** A stored reason, read: somebody's decision, or the words of whatever else happened. */
export function readReason(reason: string): { readonly by: Governor } | { readonly stored: string } {
  const by = governorOf(reason)
  return by === null ? { stored: reason } : { by }
}

/** Whether the run has paused itself and waits for somebody to decide. */
export function isBraked({ state, reason }: Run): boolean {
  return state === 'paused' && governorOf(reason ?? '') === null
}

/**
 * Pauses, resumes or cancels a run; to the direct run nothing can be done.
 * @returns false when there was nothing to change: another was quicker, or the run has ended
 */
export function govern(
  runs: RunStore,
  { act, id, by, now }: { act: RunAct; id: number; by: Governor; now: number },
): Promise<boolean> {
  switch (act) {
    case 'pause':
      return runs.pause(id, reasonBy('pause', by))
    case 'resume':
      return runs.resume(id)
    case 'cancel':
      return runs.cancel(id, reasonBy('cancel', by), now)
  }
}
