import { fold } from '../arabic/fold.ts'
import { readTime } from './spoken-times.ts'
import type { QuietHours } from './subscription.ts'

/** Folded, like the text it is looked for in. */
const FROM = /^\s*(?:from|between|من|بين)\s+/
const BETWEEN = /\s*[-–—−]\s*|\s+(?:to|till|until|and|الي|حتي|و)\s*/

/**
 * Reads `22:00-07:00`, `11pm to 6am`, «من ١٠ مساء إلى ٧ صباحا». Null for anything else, also for hours that end
 * where they begin: nobody means a whole day.
 */
export function readQuietHours(text: string): QuietHours | null {
  const [first, second, ...more] = fold(text).replace(FROM, '').split(BETWEEN)
  if (first === undefined || second === undefined || more.length > 0) return null
  const [from, to] = [readTime(first.trim()), readTime(second.trim())]
  return from === null || to === null || from === to ? null : { from, to }
}
