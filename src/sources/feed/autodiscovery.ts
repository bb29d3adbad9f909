import { canonicalUrl } from '../canonical-url.ts'
import type { FoundFeed } from './feed-item.ts'
import { plainLine } from './plain-text.ts'

/** Feeds stand in the head of a page; so much of it is searched, in UTF-16 units. */
const HEAD = 500_000
const MOST_FEEDS = 8
const FEED_TYPE = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)$/i

/** The title of an HTML page and the feeds it names (`<link rel="alternate">`), each once; comments aside, in any form. */
export function discoverFeeds(html: string, pageUrl: string): { title: string | null; feeds: FoundFeed[] } {
  const head = html.slice(0, HEAD).replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
  const base = attributesOf(/<base\b([^<>]{0,3000})>/i.exec(head)?.[1] ?? '').get('href')
  const from = base !== undefined && URL.canParse(base, pageUrl) ? new URL(base, pageUrl).href : pageUrl
  const feeds = new Map<string, FoundFeed>()
  for (const [, source = ''] of head.matchAll(/<link\b([^<>]{0,3000})>/gi)) {
    const attributes = attributesOf(source)
    const type = attributes.get('type')?.split(';')[0]?.trim() ?? ''
    const isAlternate = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/).includes('alternate')
    const url = canonicalUrl(plainLine(attributes.get('href') ?? ''), from)
    if (!isAlternate || !FEED_TYPE.test(type) || url === null || feeds.size === MOST_FEEDS) continue
    if (!feeds.has(url)) feeds.set(url, { url, title: lineOrNull(attributes.get('title')) })
  }
  const [, title] = /<title\b[^<>]{0,1000}>([^<]{0,1000})/i.exec(head) ?? []
  return { title: lineOrNull(title), feeds: [...feeds.values()] }
}

/** Whether a text is a web page rather than anything else. */
export function looksLikePage(text: string): boolean {
  const beginning = text.slice(0, 2_000).replace(/<!--[\s\S]*?-->|<\?[^>]*\?>/g, '')
  return /^\s*(?:<!doctype\s+html|<(?:html|head|body|title|meta|script|link)\b)/i.test(beginning)
}

function attributesOf(source: string): Map<string, string> {
  const found = source.matchAll(/([a-z-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)
  return new Map(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? '',
    ]),
  )
}

function lineOrNull(text: string | undefined): string | null {
  const line = plainLine(text ?? '').slice(0, 200)
  return line === '' ? null : line
}
