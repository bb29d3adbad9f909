import type { Feed, FeedWithCounts } from './feed.ts'

/** An item that has been looked at; it does not come again while it says the same. */
export interface SeenItem {
  readonly feedId: number
  readonly identity: string
  readonly digest: string
}

/** What is kept of an item seen before. */
export interface KnownItem {
  readonly digest: string
  /** How often it said something new. */
  readonly changes: number
  /** Whether a material was made of it. */
  readonly taken: boolean
}

/** What one poll changes; what is left out stays as it is. */
export type FeedChange = Partial<
  Pick<
    Feed,
    | 'url'
    | 'title'
    | 'etag'
    | 'lastModified'
    | 'nextPollAt'
    | 'failures'
    | 'failingSince'
    | 'lastError'
    | 'ownersToldAt'
    | 'polledAt'
    | 'succeededAt'
    | 'movedTo'
  >
> & {
  /** A poll only ever pauses, and only what is active: what an editor decided meanwhile stays. */
  readonly state?: 'paused'
}

/** The feeds and what was seen of them. Every method is one transaction; acts of editors leave their audit entry. */
export interface FeedStore {
  /** Active feeds whose time has come, the longest due first. */
  due(limit: number): Promise<Feed[]>
  byId(id: number): Promise<Feed | null>
  /** All but the removed ones, in the order they were added. */
  list(page: { offset: number; limit: number }): Promise<{ feeds: FeedWithCounts[]; total: number }>
  /** One of the listed; null when it is unknown or removed. */
  withCounts(id: number): Promise<FeedWithCounts | null>
  /** Adds a feed, due at once. One that was removed comes back and remembers what it has brought; `added` is false for one that is there. */
  add(feed: { url: string; title: string | null }, editorId: number): Promise<{ feed: Feed; added: boolean }>
  /** False when there is nothing to change: it is paused already, or unknown. */
  pause(id: number, editorId: number): Promise<boolean>
  /** Due at once; false when it is not paused. */
  resume(id: number, editorId: number): Promise<boolean>
  /** False when it is removed already, or unknown. */
  remove(id: number, editorId: number): Promise<boolean>
  /** Writes down that an editor asked for a poll. */
  noteAsked(id: number, editorId: number): Promise<void>
  /** What is known of the items of a feed, by identity; and which of the digests some item of it has. */
  known(
    feedId: number,
    items: readonly Pick<SeenItem, 'identity' | 'digest'>[],
  ): Promise<{ byIdentity: ReadonlyMap<string, KnownItem>; digests: ReadonlySet<string> }>
  /** Marks items as seen of which nothing is made: irrelevant ones, and what was old when the feed was added. */
  ignore(items: readonly SeenItem[]): Promise<void>
  /** What a poll changes. An address that another feed has is not taken over. */
  change(id: number, change: FeedChange): Promise<void>
}
