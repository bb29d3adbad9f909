import type { Clock } from '../clock.ts'
import { MujazError } from '../errors.ts'
import type { FoundFeed, ParsedFeed } from '../sources/feed/feed-item.ts'
import type { Fetched, SafeFetch } from '../sources/fetch.ts'
import type { FeedWithCounts } from './feed.ts'
import type { FeedStore } from './feed-store.ts'
import type { FeedPoller, ParseFeed, PollOutcome } from './poller.ts'

/** What became of an address that an editor gave. */
export type AddOutcome =
  | { readonly kind: 'added'; readonly feed: FeedWithCounts; readonly items: number }
  /** It is among the feeds already. */
  | { readonly kind: 'known'; readonly feed: FeedWithCounts }
  /** A page, with the feeds that it names. */
  | { readonly kind: 'page'; readonly feeds: readonly FoundFeed[] }
  /** An error's code: fetch_*, parse_*, feed_invalid or feed_robots. */
  | { readonly kind: 'refused'; readonly code: string }

/** What editors do with feeds. Whether they may is decided before. */
export interface FeedDesk {
  list(page: { offset: number; limit: number }): Promise<{ feeds: FeedWithCounts[]; total: number }>
  /** Null when it is unknown or removed. */
  byId(id: number): Promise<FeedWithCounts | null>
  /** Fetches and reads what stands at the address, and adds it when it is a feed; it is polled at the next tick. */
  add(address: string, editorId: number): Promise<AddOutcome>
  /** False when there was nothing to do; so do the next two. */
  pause(id: number, editorId: number): Promise<boolean>
  resume(id: number, editorId: number): Promise<boolean>
  remove(id: number, editorId: number): Promise<boolean>
  /** Polls it at once, behind whatever is polled at the moment. */
  pollNow(id: number, editorId: number): Promise<PollOutcome>
}

export interface FeedDeskParts {
  readonly feeds: FeedStore
  readonly poller: Pick<FeedPoller, 'poll'>
  readonly fetch: SafeFetch
  readonly robots: { mayFetch(url: string): Promise<boolean> }
  readonly parse: ParseFeed
  readonly clock: Clock
}

/** The desk of the feeds. */
export function createFeedDesk({ feeds, poller, fetch, robots, parse, clock }: FeedDeskParts): FeedDesk {
  async function look(address: string): Promise<{ parsed: ParsedFeed; answer: Fetched }> {
    const answer = await fetch(address, { accept: [] })
    const { body: bytes, url, charset } = answer
    return { parsed: await parse({ bytes, url, charset, now: clock.now() }), answer }
  }

  async function add(address: string, editorId: number): Promise<AddOutcome> {
    if (!(await robots.mayFetch(address))) return { kind: 'refused', code: 'feed_robots' }
    const { parsed, answer } = await look(address)
    if (parsed.kind === 'page') {
      return parsed.feeds.length === 0
        ? { kind: 'refused', code: 'feed_invalid' }
        : { kind: 'page', feeds: parsed.feeds }
    }
    // Where it has moved for good it is asked for from now on; a redirect for now may lead elsewhere tomorrow.
    const url = answer.movedForGood ? answer.url : new URL(address).href
    const { feed, added } = await feeds.add({ url, title: parsed.title }, editorId)
    const shown = await feeds.withCounts(feed.id)
    if (shown === null) return { kind: 'refused', code: 'internal' }
    return added ? { kind: 'added', feed: shown, items: parsed.items.length } : { kind: 'known', feed: shown }
  }

  return {
    list: (page) => feeds.list(page),
    byId: (id) => feeds.withCounts(id),
    async add(address, editorId) {
      try {
        return await add(withScheme(address), editorId)
      } catch (error) {
        if (error instanceof MujazError) return { kind: 'refused', code: error.code }
        throw error
      }
    },
    pause: (id, editorId) => feeds.pause(id, editorId),
    resume: (id, editorId) => feeds.resume(id, editorId),
    remove: (id, editorId) => feeds.remove(id, editorId),
    async pollNow(id, editorId) {
      await feeds.noteAsked(id, editorId)
      return poller.poll(id)
    },
  }
}

/** People write addresses without `https://`, and readers of feeds write `feed:` before them. */
function withScheme(address: string): string {
  const bare = address.trim().replace(/^feed:(?:\/\/)?(?=.)/i, '')
  return /^[a-z][a-z\d+.-]*:\/\//i.test(bare) || !/^[^\s/]+\.[^\s/]+/.test(bare) ? bare : `https://${bare}`
}
