import type { Wording } from './fluent.ts'
import type { Html } from './html.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** A span of time as one speaks of it: in seconds, from a minute and a half in minutes, from two hours in hours. */
export function duration(wording: Wording, seconds: number): Html {
  const whole = Math.max(1, Math.round(seconds))
  if (whole < 1.5 * MINUTE) return wording.html('duration-seconds', { count: whole })
  if (whole < 2 * HOUR) return wording.html('duration-minutes', { count: Math.round(whole / MINUTE) })
  return wording.html('duration-hours', { count: Math.round(whole / HOUR) })
}
