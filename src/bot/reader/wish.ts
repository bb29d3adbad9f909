import type { Asked } from '../../readers/asked.ts'
import { MOST_TIMES, type Preferences } from '../../readers/subscription.ts'
import type { Wish } from './settings/dialog.ts'

/** What a line asks for, as far as it was understood in one way only. */
export function wishOf({ times, zone, days, length, silent }: Asked): Wish {
  return {
    ...(times === null ? {} : { times }),
    ...(zone?.kind === 'zone' ? { zone: zone.zone } : {}),
    ...(days === null ? {} : { days }),
    ...(length === null ? {} : { length }),
    ...(silent === null ? {} : { silent }),
  }
}

/** What a line leaves open: words that were not understood, and zones that one of its names may stand for. */
export function leftOpen(asked: Asked, line: string): { given: string | null; zones: readonly string[] } {
  const { zone, unread } = asked
  const unknown = zone?.kind === 'unknown' ? line : null
  return { given: unread === '' ? unknown : unread, zones: zone?.kind === 'several' ? zone.zones : [] }
}

/** The preferences with the wish fulfilled. */
export function withWish(preferences: Preferences, wish: Wish): Preferences {
  return { ...preferences, ...wish, times: soundTimes(wish.times ?? preferences.times) }
}

/** Times of day in their one form: rising, each once, as many as may be. */
export function soundTimes(times: readonly number[]): number[] {
  return [...new Set(times)].sort((a, b) => a - b).slice(0, MOST_TIMES)
}
