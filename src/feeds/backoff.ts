import type { Feed } from './feed.ts'
import type { FeedChange } from './feed-store.ts'

/** How one poll of a feed ended. Waits in seconds, as the server asked for them. */
export type PollResult =
  | {
      readonly kind: 'read'
      readonly title: string | null
      readonly etag: string | null
      readonly lastModified: string | null
      /** Whether every item has been dealt with; else the feed is asked for all of them again. */
      readonly complete: boolean
      readonly retryAfter: number | null
      /** Where permanent redirects led; null when there were none. */
      readonly movedTo: string | null
    }
  | { readonly kind: 'unchanged'; readonly retryAfter: number | null; readonly movedTo: string | null }
  | { readonly kind: 'failed'; readonly code: string; readonly retryAfter: number | null }
  /** 410: gone for good. */
  | { readonly kind: 'gone' }

export const MINUTE_MS = 60_000
/** Between two polls of a feed that works. */
export const INTERVAL_MS = 15 * MINUTE_MS
/** Between two polls of one that does not. */
export const LONGEST_MS = 12 * 60 * MINUTE_MS
/** So long a feed fails before the owners hear of it. */
export const PATIENCE_MS = 24 * 60 * MINUTE_MS
/** Waits are this much shorter or longer by chance, so that feeds do not all fall due in the same minute. */
const JITTER = 0.1

/**
 * When a feed is polled again, epoch milliseconds: after a quarter of an hour, doubled with every failure in a row up to
 * twelve hours, never before the server has asked for.
 * @param chance 0 to 1, for the jitter
 */
export function nextPollAt(
  now: number,
  { failures, retryAfter }: { failures: number; retryAfter: number | null },
  chance: number,
): number {
  // The exponent is bounded before it is used: a feed may fail for years.
  const wait = Math.min(INTERVAL_MS * 2 ** Math.min(failures, 16), LONGEST_MS)
  const jittered = wait * (1 - JITTER + 2 * JITTER * chance)
  return Math.round(now + Math.max(jittered, (retryAfter ?? 0) * 1000))
}

/** What a poll changes in its feed; that the owners were told stays until they are told that it works again. */
export function afterPoll(feed: Feed, result: PollResult, now: number, chance: number): FeedChange {
  if (result.kind === 'gone') {
    return { ...failed(feed, 'feed_gone', now), state: 'paused', nextPollAt: now + LONGEST_MS }
  }
  if (result.kind === 'failed') {
    const { retryAfter } = result
    const failures = feed.failures + 1
    return {
      ...failed(feed, result.code, now),
      nextPollAt: nextPollAt(now, { failures, retryAfter }, chance),
    }
  }
  const { retryAfter } = result
  return {
    ...moved(feed, result.movedTo),
    ...(result.kind === 'read' ? readAnew(result) : {}),
    polledAt: now,
    succeededAt: now,
    failures: 0,
    failingSince: null,
    lastError: null,
    nextPollAt: nextPollAt(now, { failures: 0, retryAfter }, chance),
  }
}

/** Whether the owners are to hear of a failure: it has lasted a day, and they have not been told. */
export function isWorthTelling(feed: Feed, now: number): boolean {
  return feed.failingSince !== null && now - feed.failingSince >= PATIENCE_MS && feed.ownersToldAt === null
}

function readAnew(result: Extract<PollResult, { kind: 'read' }>): FeedChange {
  return {
    title: result.title,
    // Without them the next poll gets everything again, and so what was left over.
    etag: result.complete ? result.etag : null,
    lastModified: result.complete ? result.lastModified : null,
  }
}

/** A feed moves when two polls in a row were sent to the same address for good: one may be a mistake of the server. */
function moved(feed: Feed, movedTo: string | null): FeedChange {
  if (movedTo === null || movedTo === feed.url) return { movedTo: null }
  return movedTo === feed.movedTo ? { url: movedTo, movedTo: null } : { movedTo }
}

function failed(feed: Feed, code: string, now: number): FeedChange {
  return {
    polledAt: now,
    failures: feed.failures + 1,
    failingSince: feed.failingSince ?? now,
    lastError: code,
    movedTo: null,
  }
}
