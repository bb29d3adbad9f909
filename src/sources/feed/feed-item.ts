import type { PartialDate } from '../../arabic/dates.ts'

/** One item of a feed, as far as the feed tells; everything is plain text. */
export interface FeedItem {
  /** Names the item within its feed: its guid, else its canonical address, else a hash of what it says. */
  readonly identity: string
  /** Hash of title and text (32 hex digits): another one under the same identity means that the item was changed. */
  readonly digest: string
  /** One line. */
  readonly title: string | null
  /** The page of the item: absolute and canonical, http(s). */
  readonly url: string | null
  /** As printed; null where the feed tells none that can be true: before 1990, or more than a day ahead. */
  readonly publishedAt: PartialDate | null
  readonly author: string | null
  /** Who ran it, where the feed names somebody for this item (an aggregator does). */
  readonly publisher: string | null
  /** The longest text that the feed gives, lines as they stood; '' when it gives none. */
  readonly text: string
  /** The publisher's own summary, where there is one beside the text; one line. */
  readonly summary: string | null
}

/** A feed that a page names. */
export interface FoundFeed {
  readonly url: string
  readonly title: string | null
}

/** What stood at an address: a feed, or a page that may name feeds. */
export type ParsedFeed =
  | {
      readonly kind: 'feed'
      readonly title: string | null
      /** BCP 47. */
      readonly language: string | null
      /** At most 500, the newest first. */
      readonly items: readonly FeedItem[]
    }
  | { readonly kind: 'page'; readonly title: string | null; readonly feeds: readonly FoundFeed[] }
