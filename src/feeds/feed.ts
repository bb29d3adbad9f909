/** A removed feed is kept: its audit entries name it, and what it has brought is not brought again. */
export type FeedState = 'active' | 'paused' | 'removed'

/** A feed as it is polled. Times are epoch milliseconds. */
export interface Feed {
  readonly id: number
  readonly url: string
  readonly title: string | null
  readonly state: FeedState
  readonly etag: string | null
  readonly lastModified: string | null
  readonly nextPollAt: number
  /** In a row. */
  readonly failures: number
  readonly failingSince: number | null
  /** An error's code; null when the last poll succeeded. */
  readonly lastError: string | null
  /** When the owners were told of a failure, until they are told that it is over; null when they were not. */
  readonly ownersToldAt: number | null
  /** The last poll, whatever became of it. */
  readonly polledAt: number | null
  /** The last poll that succeeded. */
  readonly succeededAt: number | null
  /** Where a permanent redirect led at the last poll; the second time the feed moves there. */
  readonly movedTo: string | null
  readonly addedBy: number
  readonly addedAt: number
}

/** A feed with what it has brought so far. */
export interface FeedWithCounts extends Feed {
  /** Items seen. */
  readonly items: number
  /** Items that became drafts. */
  readonly drafts: number
}

/** What the owners are told of a feed by itself. */
export interface FeedNotice {
  /** It has failed for a day; it works again after they were told so; it is gone for good (410) and was paused. */
  readonly kind: 'failing' | 'recovered' | 'gone'
  readonly feed: Feed
}
