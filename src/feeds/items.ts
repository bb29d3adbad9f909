import type { FeedItem } from '../sources/feed/feed-item.ts'
import type { KnownItem } from './feed-store.ts'

/** A new feed brings so many of its items, the newest; editors are not flooded with its past. */
export const FIRST_ITEMS = 10
/** An item that is changed more often (a clock in its text, a live page) is left alone. */
export const MOST_CHANGES = 3

/** What is to be done with the items of a poll. */
export interface ItemPlan {
  /** New or changed, the oldest first, so that drafts wait in the order of the news. */
  readonly fresh: readonly FreshItem[]
  /** To be remembered as seen, no more: too old when the feed was added, or known under another name. */
  readonly ignored: readonly FeedItem[]
}

export interface FreshItem {
  readonly item: FeedItem
  /** It was seen before and says something else now. */
  readonly changed: boolean
}

/**
 * Tells new and changed items from those seen before.
 * @param items the newest first
 * @param known what is remembered of them: by identity, and the digests that any item of the feed has
 * @param first nothing of this feed has been read before
 */
export function planItems(
  items: readonly FeedItem[],
  known: { byIdentity: ReadonlyMap<string, KnownItem>; digests: ReadonlySet<string> },
  first: boolean,
): ItemPlan {
  const fresh: FreshItem[] = []
  const ignored: FeedItem[] = []
  for (const [index, item] of items.entries()) {
    const before = known.byIdentity.get(item.identity)
    if (before !== undefined) {
      if (before.digest !== item.digest && before.changes < MOST_CHANGES) fresh.push({ item, changed: true })
      // The publisher has changed its guid, not what it says; or the feed begins with what it will not bring.
    } else if (known.digests.has(item.digest) || (first && index >= FIRST_ITEMS)) ignored.push(item)
    else fresh.push({ item, changed: false })
  }
  return { fresh: fresh.toReversed(), ignored }
}
