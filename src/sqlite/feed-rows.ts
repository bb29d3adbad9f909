import type { Feed, FeedState, FeedWithCounts } from '../feeds/feed.ts'

/** A row of the table `feeds`. */
export interface FeedRow {
  id: number
  url: string
  title: string | null
  state: FeedState
  etag: string | null
  last_modified: string | null
  next_poll_at: number
  failures: number
  failing_since: number | null
  last_error: string | null
  owners_told_at: number | null
  polled_at: number | null
  succeeded_at: number | null
  moved_to: string | null
  added_by: number
  added_at: number
}

export type FeedRowWithCounts = FeedRow & { items: number; drafts: number }

/** The columns that a poll may change, by the name of what stands in them. */
export const FEED_COLUMNS = {
  url: 'url',
  title: 'title',
  etag: 'etag',
  lastModified: 'last_modified',
  nextPollAt: 'next_poll_at',
  failures: 'failures',
  failingSince: 'failing_since',
  lastError: 'last_error',
  ownersToldAt: 'owners_told_at',
  polledAt: 'polled_at',
  succeededAt: 'succeeded_at',
  movedTo: 'moved_to',
} as const satisfies Partial<Record<keyof Feed, keyof FeedRow>>

export function toFeed(row: FeedRow): Feed {
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    state: row.state,
    etag: row.etag,
    lastModified: row.last_modified,
    nextPollAt: row.next_poll_at,
    failures: row.failures,
    failingSince: row.failing_since,
    lastError: row.last_error,
    ownersToldAt: row.owners_told_at,
    polledAt: row.polled_at,
    succeededAt: row.succeeded_at,
    movedTo: row.moved_to,
    addedBy: row.added_by,
    addedAt: row.added_at,
  }
}

export function toFeedWithCounts(row: FeedRowWithCounts): FeedWithCounts {
  return { ...toFeed(row), items: row.items, drafts: row.drafts }
}
