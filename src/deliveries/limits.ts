/** Results that share one commit; more bring little, and a crash repeats what is not recorded. */
export const MOST_ROWS = 20

/** Telegram answers in about 60 ms: with an eighth of a second's messages on their way, the rate holds at twice that. */
const SECONDS_ON_WIRE = 1 / 8
/** grammY's advice for the free rate: few at once, as fast as answers come. */
const FEWEST_AT_ONCE = 3
const MOST_AT_ONCE = 128
/** Telegram's free limit for bulk messages a second. */
const FREE_RATE = 30

/** How many messages may be in doubt: a crash repeats at most so many, whatever else happens. */
export interface SendingLimits {
  /** Messages on their way at once. */
  readonly concurrency: number
  /** Results that may be unrecorded while their senders go on; 0: each waits until its own has been recorded. */
  readonly unrecorded: number
  /** Both together: the most that a crash can repeat. */
  readonly inDoubt: number
}

/**
 * The limits for a rate: 3 in doubt at the free rate, where there is time to record each result before the next
 * message; above it senders go on while a group of results is being recorded.
 *
 * @param ratePerSecond messages a second over all chats
 */
export function sendingLimits(ratePerSecond: number): SendingLimits {
  const wanted = Math.floor(ratePerSecond * SECONDS_ON_WIRE)
  const concurrency = Math.min(MOST_AT_ONCE, Math.max(FEWEST_AT_ONCE, wanted))
  const unrecorded = ratePerSecond <= FREE_RATE ? 0 : MOST_ROWS
  return { concurrency, unrecorded, inDoubt: concurrency + unrecorded }
}
