import { MujazError } from '../errors.ts'
import type { ParsedFeed } from '../sources/feed/feed-item.ts'
import type { Fetched, SafeFetch } from '../sources/fetch.ts'
import { afterPoll, isWorthTelling, type PollResult } from './backoff.ts'
import type { Feed, FeedNotice } from './feed.ts'
import type { FeedStore } from './feed-store.ts'
import { createHarvest, type HarvestParts } from './harvest.ts'

/** Feeds that one tick polls at most; the others are due at the next one. */
const MOST_FEEDS = 20

/** Reads what stood at an address, in the parsing thread. */
export type ParseFeed = (input: {
  bytes: Uint8Array
  url: string
  charset: string | null
  now: number
}) => Promise<ParsedFeed>

export interface FeedPollerParts extends Omit<HarvestParts, 'feeds'> {
  readonly feeds: FeedStore
  readonly fetch: SafeFetch
  readonly parse: ParseFeed
  /** 0 to 1, for the jitter. */
  random(): number
  /** Tells every owner; when it throws, they are told at the next poll. */
  tellOwners(notice: FeedNotice): Promise<void>
}

/** How a poll that somebody asked for ended. */
export type PollOutcome =
  | { readonly kind: 'done'; readonly taken: number }
  | { readonly kind: 'failed'; readonly code: string }
  /** It is unknown or removed, or the program stops. */
  | { readonly kind: 'not-polled' }

export interface FeedPoller {
  /** Polls the feeds that are due, one after another. What goes wrong with one is noted there and ends nothing else. */
  tick(): Promise<void>
  /** Polls one feed now, due or not, paused or not; never at the same time as another. */
  poll(id: number): Promise<PollOutcome>
  /** Begins nothing new and resolves when the poll under way has ended; what it has not dealt with comes again. */
  stop(): Promise<void>
}

/** The one poller: whoever asks, feeds are polled one after another. */
export function createFeedPoller(parts: FeedPollerParts): FeedPoller {
  const { feeds, fetch, robots, parse, clock, log, tellOwners } = parts
  const harvest = createHarvest(parts)
  const stopping = new AbortController()
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  async function pollFeed(feed: Feed): Promise<PollOutcome> {
    let taken = 0
    let result: PollResult
    try {
      const asked = await ask(feed)
      taken = asked.gathered
      result = asked.result
    } catch (error) {
      // Stopped in the middle: nothing is known of the feed, and it is due still.
      if (stopping.signal.aborted) return { kind: 'not-polled' }
      if (!(error instanceof MujazError)) log.error('a feed could not be polled', { feed: feed.id, error })
      result = failure(error)
    }
    await feeds.change(feed.id, afterPoll(feed, result, clock.now(), parts.random()))
    await tell(feed, result)
    if (result.kind === 'failed' || result.kind === 'gone') {
      const code = result.kind === 'gone' ? 'feed_gone' : result.code
      log.info('feed failed', { feed: feed.id, code, failures: feed.failures + 1 })
      return { kind: 'failed', code }
    }
    if (taken > 0) log.info('feed read', { feed: feed.id, taken })
    return { kind: 'done', taken }
  }

  async function ask(feed: Feed): Promise<{ result: PollResult; gathered: number }> {
    if (!(await robots.mayFetch(feed.url))) {
      return { result: { kind: 'failed', code: 'feed_robots', retryAfter: null }, gathered: 0 }
    }
    const { etag, lastModified } = feed
    const { signal } = stopping
    const answer = await fetch(feed.url, { accept: [], anyStatus: true, etag, lastModified, signal })
    const { status, retryAfter } = answer
    const movedTo = answer.movedForGood && answer.url !== feed.url ? answer.url : null
    if (status === 304) return { result: { kind: 'unchanged', retryAfter, movedTo }, gathered: 0 }
    if (status === 410) return { result: { kind: 'gone' }, gathered: 0 }
    if (status < 200 || status > 299) {
      return { result: { kind: 'failed', code: 'fetch_http_status', retryAfter }, gathered: 0 }
    }
    return take(feed, answer, movedTo)
  }

  async function take(feed: Feed, answer: Fetched, movedTo: string | null) {
    const { body: bytes, url, charset, etag, lastModified, retryAfter } = answer
    const parsed = await parse({ bytes, url, charset, now: clock.now() })
    if (parsed.kind === 'page') {
      return { result: { kind: 'failed', code: 'feed_invalid', retryAfter } as const, gathered: 0 }
    }
    const title = parsed.title ?? feed.title
    const { taken, complete } = await harvest.gather({ ...feed, title }, parsed.items, stopping.signal)
    const result = { kind: 'read', title, etag, lastModified, complete, retryAfter, movedTo } as const
    return { result, gathered: taken }
  }

  /** Told first and noted then: killed in between, the owners hear it twice, which is better than never. */
  async function tell(before: Feed, result: PollResult): Promise<void> {
    const feed = await feeds.byId(before.id)
    if (feed === null || feed.state === 'removed') return
    const works = result.kind === 'read' || result.kind === 'unchanged'
    try {
      if (works && feed.ownersToldAt !== null) {
        await tellOwners({ kind: 'recovered', feed })
        await feeds.change(feed.id, { ownersToldAt: null })
      } else if (result.kind === 'gone' && before.state === 'active') await tellOwners({ kind: 'gone', feed })
      else if (result.kind === 'failed' && isWorthTelling(feed, clock.now())) {
        await tellOwners({ kind: 'failing', feed })
        await feeds.change(feed.id, { ownersToldAt: clock.now() })
      }
    } catch (error) {
      log.warn('the owners were not told of a feed', { feed: feed.id, error })
    }
  }

  return {
    async tick() {
      for (const due of await feeds.due(MOST_FEEDS)) {
        await inTurn(async () => {
          const feed = await feeds.byId(due.id)
          // Somebody may have decided otherwise, or polled it by hand, while others were polled.
          if (stopping.signal.aborted || feed?.state !== 'active' || feed.nextPollAt > clock.now()) return
          await pollFeed(feed)
        })
      }
    },
    poll: (id) =>
      inTurn(async () => {
        const feed = await feeds.byId(id)
        if (stopping.signal.aborted || feed === null || feed.state === 'removed')
          return { kind: 'not-polled' }
        return pollFeed(feed)
      }),
    async stop() {
      stopping.abort()
      await turn
    },
  }
}

function failure(error: unknown): PollResult {
  return { kind: 'failed', code: error instanceof MujazError ? error.code : 'internal', retryAfter: null }
}
