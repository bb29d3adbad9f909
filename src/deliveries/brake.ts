import type { Run } from './runs.ts'

/**
 * Fewer failures say nothing: a small run in which two of ten readers have left is an ordinary morning, and
 * owners are not to be called for it.
 */
export const FEWEST_FAILURES = 25
/** On an ordinary day one reader in a hundred has left. One in ten is no accident: a broken text, a wrong token, a storm. */
export const MOST_FAILING = 0.1

/** What the brake looks at, as counted in a run. */
export type Tried = Pick<Run, 'sent' | 'gone' | 'failed' | 'refused'>

const NOTHING: Tried = { sent: 0, gone: 0, failed: 0, refused: 0 }

/**
 * Why a run has to pause; null while it may go on.
 *
 * @param since what was counted when somebody last looked and let it go on
 */
export function brakeReason(run: Tried, since: Tried = NOTHING): string | null {
  const gone = run.gone - since.gone
  const failed = run.failed - since.failed
  const refused = run.refused - since.refused
  const failures = gone + failed + refused
  const tried = failures + run.sent - since.sent
  if (failures < FEWEST_FAILURES || failures <= tried * MOST_FAILING) return null
  return `${failures} of ${tried} attempts did not arrive (${gone} gone, ${failed} failed, ${refused} refused)`
}
