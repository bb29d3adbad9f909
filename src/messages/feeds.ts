import type { Wording } from './fluent.ts'
import { bold, type Html, html, joinHtml, link } from './html.ts'
import { formatInstant } from './instants.ts'
import { inDirection, literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'
import { fetchRefused, isFetchCode } from './sources.ts'

const TITLE_LIMIT = 80
const ADDRESS_LIMIT = 300
const LABEL_LIMIT = 40

/** A feed as editors see it. Times are epoch milliseconds. */
export interface FeedView {
  readonly url: string
  readonly title: string | null
  readonly state: 'active' | 'paused' | 'removed'
  readonly failures: number
  readonly failingSince: number | null
  /** An error's code. */
  readonly lastError: string | null
  readonly succeededAt: number | null
  readonly nextPollAt: number
}

/** The same with what it has brought. */
export interface FeedCardView extends FeedView {
  readonly items: number
  readonly drafts: number
}

/** One page of the feeds: name, state, last success, what they have brought. */
export function feedList(
  wording: Wording,
  input: {
    feeds: readonly FeedCardView[]
    firstNumber: number
    page: number
    pages: number
    total: number
    zone: string
  },
): Html {
  const { feeds, firstNumber, page, pages, total, zone } = input
  const entries = feeds.map((feed, index) =>
    stack(
      wording.html('feed-entry', { number: firstNumber + index, title: titleLink(wording, feed) }),
      ...stateOf(wording, feed, zone),
      wording.html('feed-brought', { items: feed.items, drafts: feed.drafts }),
    ),
  )
  const heading = wording.html('feeds-heading')
  const below = pages > 1 ? wording.html('list-position', { page, pages, total }) : wording.html('feeds-how')
  const none = feeds.length === 0 ? [wording.html('feeds-none')] : []
  return inDirection(wording.language, joinHtml([heading, ...none, ...entries, below], '\n\n'))
}

/** One feed with everything that is known of it; `note` says what has just been done. */
export function feedCard(
  wording: Wording,
  feed: FeedCardView,
  { zone, note }: { zone: string; note?: Html },
): Html {
  const facts = stack(
    bold(titleLink(wording, feed)),
    wording.html('feed-address', { address: shorten(oneLine(feed.url), ADDRESS_LIMIT) }),
    ...stateOf(wording, feed, zone),
    feed.state === 'active'
      ? wording.html('feed-next', { time: formatInstant(feed.nextPollAt, zone) })
      : null,
    wording.html('feed-brought', { items: feed.items, drafts: feed.drafts }),
  )
  return inDirection(wording.language, joinHtml(note === undefined ? [facts] : [note, facts], '\n\n'))
}

/** The feed was found and added; `count` items stand in it now. */
export function feedAdded(wording: Wording, { count }: { count: number }): Html {
  return wording.html('feed-added', { count })
}

/** The feed is there already. */
export function feedKnown(wording: Wording): Html {
  return wording.html('feed-known')
}

/** The feed was polled by hand; `count` materials wait as drafts now. */
export function feedPolled(wording: Wording, { count }: { count: number }): Html {
  return wording.html('feed-polled', { count })
}

/** The feed was polled by hand in vain. */
export function feedPollFailed(wording: Wording, code: string): Html {
  return wording.html('feed-poll-failed', { reason: feedReason(wording, code) })
}

/** Asks for the address of a feed. */
export function askFeed(wording: Wording): Html {
  return wording.html('feed-ask')
}

/** A web page stands there; the feeds that it names are offered as buttons. */
export function feedsOnPage(wording: Wording, url: string): Html {
  return wording.html('feed-on-page', { address: shorten(oneLine(url), ADDRESS_LIMIT) })
}

/** The label of the button that tries a feed which a page names. */
export function feedLabel(wording: Wording, feed: { url: string; title: string | null }): string {
  const title = shorten(oneLine(feed.title ?? ''), LABEL_LIMIT)
  return wording.text('button-feed-try', { title: title === '' ? shorten(feed.url, LABEL_LIMIT) : title })
}

/** Why an address was not added. */
export function feedRefused(wording: Wording, code: string, url: string): Html {
  if (isFetchCode(code)) return fetchRefused(wording, code, url)
  const address = shorten(oneLine(url), ADDRESS_LIMIT)
  if (code === 'feed_robots') return wording.html('feed-robots', { address })
  return wording.html(code === 'feed_invalid' ? 'feed-invalid' : 'feed-too-heavy', { address })
}

/** Asks once more before a feed is removed. */
export function removeFeedQuestion(wording: Wording, feed: FeedView): Html {
  return inDirection(wording.language, wording.html('feed-question', { title: titleLink(wording, feed) }))
}

/** The feed was removed. */
export function feedRemoved(wording: Wording, feed: FeedView): Html {
  return inDirection(wording.language, wording.html('feed-removed', { title: titleLink(wording, feed) }))
}

/** There is no such feed, or not any more. */
export function feedNotThere(wording: Wording): Html {
  return wording.html('feed-not-there')
}

/** What owners are told of a feed by itself. */
export function feedNotice(
  wording: Wording,
  { kind, feed }: { kind: 'failing' | 'recovered' | 'gone'; feed: FeedView },
): Html {
  const told = wording.html(`feed-notice-${kind}`, { title: titleLink(wording, feed) })
  const why =
    kind === 'failing' ? wording.html('feed-failing', { reason: feedReason(wording, feed.lastError) }) : null
  return inDirection(wording.language, stack(told, why))
}

function stateOf(wording: Wording, feed: FeedView, zone: string): (Html | null)[] {
  const { state, lastError, failingSince, failures, succeededAt } = feed
  const failing = lastError !== null
  return [
    state === 'paused' ? wording.html('feed-paused') : failing ? null : wording.html('feed-works'),
    failing ? wording.html('feed-failing', { reason: feedReason(wording, lastError) }) : null,
    failing && failingSince !== null
      ? wording.html('feed-failing-since', { time: formatInstant(failingSince, zone), count: failures })
      : null,
    succeededAt === null
      ? wording.html('feed-not-read-yet')
      : wording.html('feed-succeeded', { time: formatInstant(succeededAt, zone) }),
  ]
}

function feedReason(wording: Wording, code: string | null): Html {
  return wording.html(`feed-reason-${REASON_OF.get(code ?? '') ?? 'other'}`)
}

type Reason =
  | 'address'
  | 'certificate'
  | 'gone'
  | 'invalid'
  | 'robots'
  | 'status'
  | 'too-large'
  | 'unreachable'

/** What an error's code means to editors. */
const REASON_OF: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['feed_gone', 'gone'],
  ['feed_invalid', 'invalid'],
  ['feed_robots', 'robots'],
  ['fetch_bad_certificate', 'certificate'],
  ['fetch_bad_response', 'unreachable'],
  ['fetch_bad_url', 'address'],
  ['fetch_http_status', 'status'],
  ['fetch_insecure_redirect', 'address'],
  ['fetch_refused_address', 'address'],
  ['fetch_timeout', 'unreachable'],
  ['fetch_too_large', 'too-large'],
  ['fetch_too_many_redirects', 'address'],
  ['fetch_unreachable', 'unreachable'],
  ['parse_failed', 'invalid'],
  ['parse_timeout', 'too-large'],
  ['parse_too_large', 'too-large'],
])

/** The feed's own title, or its host, or that it has none; opens the feed. */
function titleLink(wording: Wording, { url, title }: FeedView): Html {
  const shown = shorten(oneLine(title ?? ''), TITLE_LIMIT)
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  const name = shown === '' ? host : shown
  return link(url, name === '' ? wording.html('feed-untitled') : html`${literal(name)}`)
}
