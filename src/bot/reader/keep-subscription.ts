import { firstDueAt, latestOccurrence, nextOccurrence } from '../../readers/due-times.ts'
import {
  MOST_TIMES,
  type Preferences,
  type Subscription,
  simplePreferences,
} from '../../readers/subscription.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'

/** What the reader has chosen, or what this instance offers to those who have chosen nothing. */
export function currentPreferences(ctx: BotContext, can: Capabilities): Preferences {
  return ctx.visit.reader.subscription ?? simplePreferences(can.defaultDigestMinute, can.defaultZone)
}

/** The one way to change a subscription: computes when it is due next and stores it with whoever chose it. */
export async function keepSubscription(
  ctx: BotContext,
  can: Capabilities,
  preferences: Preferences,
): Promise<Subscription> {
  const { visit } = ctx
  const first = firstDueAt(preferences, visit.reader.subscription, can.clock.now())
  const nextDueAt = await firstFree(can, visit.reader.id, preferences, first)
  const subscription = { ...preferences, nextDueAt }
  await can.readers.subscribe(visit.reader.id, subscription, visit.userId)
  visit.reader = { ...visit.reader, subscription, setBy: visit.userId }
  return subscription
}

/** A later hour on a day that has had its digest brings none: the next one is another day's, and is announced so. */
async function firstFree(
  can: Capabilities,
  readerId: number,
  preferences: Preferences,
  first: number,
): Promise<number> {
  const past = await can.history.ofReader(readerId, 2 * MOST_TIMES)
  const given = new Set(past.filter(({ state }) => state !== 'skipped').map(({ slot }) => slot))
  let at = first
  for (let tries = 0; tries < MOST_TIMES; tries += 1) {
    const slot = latestOccurrence(preferences, at)?.slot
    if (slot === undefined || !given.has(slot)) break
    at = nextOccurrence(preferences, at).at
  }
  return at
}
