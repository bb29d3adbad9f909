import { canonicalUrl } from '../canonical-url.ts'
import { discoverFeeds, looksLikePage } from './autodiscovery.ts'
import { type FeedDate, readFeedDate } from './feed-date.ts'
import type { FeedItem, ParsedFeed } from './feed-item.ts'
import { feedText, invalid } from './feed-text.ts'
import { digestOf, identitiesOf } from './identity.ts'
import { plainLine, plainText } from './plain-text.ts'
import { type RawFeed, type RawItem, rawFeedOf } from './raw-items.ts'

const MOST_ITEMS = 500
/** Items beyond these are not even looked at: nobody's feed has so many in earnest. */
const MOST_READ = 5_000
/** In UTF-16 units. */
const TITLE_LIMIT = 1_000
const NAME_LIMIT = 200
const SUMMARY_LIMIT = 2_000
const TEXT_LIMIT = 400_000

/** An item before it has its name. */
interface ReadItem {
  readonly guid: string | null
  readonly date: FeedDate | null
  readonly told: Omit<FeedItem, 'identity'>
}

/**
 * Reads what stood at an address: RSS 0.9x to 2.0, RDF, Atom or JSON Feed, however damaged; or a page, with the feeds
 * that it names. Meant for the parsing thread.
 *
 * @param url where it came from: relative addresses are relative to it
 * @param charset what the HTTP header names
 * @param now epoch milliseconds: dates in the future are no dates
 * @throws MujazError `feed_invalid` for what is neither and for what is hostile, `parse_too_large` above 5 MB
 */
export async function feedItems(
  bytes: Uint8Array,
  url: string,
  charset: string | null,
  now: number,
): Promise<ParsedFeed> {
  const text = feedText(bytes, charset)
  if (text === '') throw invalid('is empty')
  if (looksLikePage(text)) return { kind: 'page', ...discoverFeeds(text, url) }
  const feed = await rawFeed(text)
  const base = baseOf(url, feed)
  const read = feed.items.map((item) => readItem(item, base, now)).filter((item) => item !== null)
  return {
    kind: 'feed',
    title: lineOf(feed.title, NAME_LIMIT),
    language: /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.exec(feed.language?.trim() ?? '')?.[0] ?? null,
    items: named(newestFirst(read)).slice(0, MOST_ITEMS),
  }
}

async function rawFeed(text: string): Promise<RawFeed> {
  const { parseFeed } = await import('feedsmith')
  for (const whole of [text, closed(text)]) {
    try {
      if (whole !== null) return rawFeedOf(parseFeed(whole, { maxItems: MOST_READ }))
    } catch {
      // What feedsmith says may quote the feed, and only tells that it could not read it.
    }
  }
  throw invalid('is in no form that is known')
}

/** A feed that breaks off, up to its last whole item; null when it does not. */
function closed(text: string): string | null {
  const [, root = ''] = /<(rss|feed|rdf:RDF)[\s>]/i.exec(text) ?? []
  const end = Math.max(text.lastIndexOf('</item>'), text.lastIndexOf('</entry>'))
  if (root === '' || end === -1 || text.lastIndexOf(`</${root}`) > end) return null
  const [item = ''] = /^<\/\w+>/.exec(text.slice(end)) ?? []
  const channel = root.toLowerCase() === 'rss' ? '</channel>' : ''
  return `${text.slice(0, end)}${item}${channel}</${root}>`
}

function readItem(item: RawItem, feedBase: string, now: number): ReadItem | null {
  const base = resolved(item.base, feedBase)
  const title = lineOf(item.title, TITLE_LIMIT)
  const texts = item.texts.map((text) => plainText(text ?? '').slice(0, TEXT_LIMIT))
  const text = texts.reduce((longest, other) => (other.length > longest.length ? other : longest), '')
  const summary = lineOf(item.summary, SUMMARY_LIMIT)
  const url = firstOf(item.links, (link) => canonicalUrl(link.trim(), base))
  // What says nothing and leads nowhere is no report: a picture, a sound, an empty element.
  if (title === null && text === '') return null
  const date = firstOf(item.dates, (raw) => readFeedDate(plainLine(raw), now))
  return {
    guid: item.guid?.trim() || null,
    date,
    told: {
      digest: digestOf(title ?? '', text),
      title,
      url,
      publishedAt: date?.printed ?? null,
      author: firstOf(item.authors, personOf),
      publisher: lineOf(item.publisher, NAME_LIMIT),
      text,
      summary: summary === text ? null : summary,
    },
  }
}

/** Each item with its name; one that comes twice, or in two versions, once: as it is newest. */
function named(items: readonly ReadItem[]): FeedItem[] {
  const identities = identitiesOf(items.map(({ guid, told: { url, digest } }) => ({ guid, url, digest })))
  const known = new Set<string>()
  return items.flatMap(({ told }, index) => {
    const identity = identities[index] ?? told.digest
    if (known.has(identity)) return []
    known.add(identity)
    return [{ identity, ...told }]
  })
}

/** By date where every item has one; else as they stand, turned round where the feed has its oldest item first. */
function newestFirst(items: readonly ReadItem[]): ReadItem[] {
  const dates = items.flatMap(({ date }) => date?.at ?? [])
  if (dates.length === items.length) return items.toSorted((a, b) => (b.date?.at ?? 0) - (a.date?.at ?? 0))
  const [first = 0] = dates
  return first < (dates.at(-1) ?? 0) ? items.toReversed() : [...items]
}

function baseOf(url: string, feed: RawFeed): string {
  // RSS does not say what its addresses are relative to: what its writers mean is their site.
  return resolved(feed.base, resolved(feed.home, url))
}

function resolved(base: string | undefined, from: string): string {
  return base !== undefined && base.trim() !== '' && URL.canParse(base.trim(), from)
    ? new URL(base.trim(), from).href
    : from
}

function firstOf<Value, Result>(
  values: readonly (Value | undefined)[],
  read: (value: Value) => Result | null,
): Result | null {
  for (const value of values) {
    const result = value === undefined ? null : read(value)
    if (result !== null) return result
  }
  return null
}

/** `desk@news.example (Salma)`: the name; an address alone names nobody. */
function personOf(text: string): string | null {
  const name = plainLine(text).replace(/^\S+@\S+\s*\((.+)\)$/, '$1')
  return name.includes('@') ? null : lineOf(name, NAME_LIMIT)
}

function lineOf(text: string | undefined, limit: number): string | null {
  const line = plainLine(text ?? '')
  return line === '' || line.length > limit ? null : line
}
