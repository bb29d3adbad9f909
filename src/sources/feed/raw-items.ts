import type { AnyFeed } from 'feedsmith'

/** An item of any format, its texts still as they stood: HTML, or something that looks like it. */
export interface RawItem {
  readonly guid?: string | undefined
  /** Addresses that may be the item's page, the likeliest first; perhaps relative. */
  readonly links: readonly (string | undefined)[]
  /** What its relative addresses are relative to (`xml:base`). */
  readonly base?: string | undefined
  readonly title?: string | undefined
  /** Texts that may be the item's own; the longest one counts. */
  readonly texts: readonly (string | undefined)[]
  readonly summary?: string | undefined
  readonly dates: readonly (string | undefined)[]
  readonly authors: readonly (string | undefined)[]
  readonly publisher?: string | undefined
}

/** A feed of any format. */
export interface RawFeed {
  readonly title?: string | undefined
  readonly language?: string | undefined
  readonly base?: string | undefined
  /** The site it belongs to. */
  readonly home?: string | undefined
  readonly items: readonly RawItem[]
}

type FeedOf<Format extends AnyFeed['format']> = Extract<AnyFeed, { format: Format }>['feed']
type RssItem = NonNullable<FeedOf<'rss'>['items']>[number]
type RdfItem = NonNullable<FeedOf<'rdf'>['items']>[number]
type AtomEntry = NonNullable<FeedOf<'atom'>['entries']>[number]
type JsonItem = NonNullable<FeedOf<'json'>['items']>[number]
type Link = NonNullable<AtomEntry['links']>[number]

/** What the formats say in different words, in one. */
export function rawFeedOf(parsed: AnyFeed): RawFeed {
  switch (parsed.format) {
    case 'rss':
      return ofRss(parsed.feed)
    case 'rdf':
      return ofRdf(parsed.feed)
    case 'atom':
      return ofAtom(parsed.feed)
    case 'json':
      return ofJson(parsed.feed)
  }
}

function ofRss(feed: FeedOf<'rss'>): RawFeed {
  return {
    title: feed.title,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    base: feed.xml?.base,
    home: feed.link,
    items: (feed.items ?? []).map((item) => ofRssItem(item)),
  }
}

function ofRssItem(item: RssItem): RawItem {
  const { guid, description, content, dc } = item
  const permanent = guid?.isPermaLink === false ? undefined : guid?.value
  return {
    guid: guid?.value,
    links: [item.link, pageOf(item.atom?.links), isWeb(permanent) ? permanent : undefined],
    base: item.xml?.base,
    title: item.title ?? dc?.titles?.[0] ?? item.media?.title?.value,
    texts: [content?.encoded, description, item.atom?.content?.value, item.media?.description?.value],
    summary: content?.encoded === undefined ? item.atom?.summary?.value : description,
    dates: [
      item.pubDate,
      dc?.dates?.[0],
      item.atom?.published,
      item.atom?.updated,
      item.dcterms?.issued?.[0],
    ],
    authors: [...(item.authors ?? []).map(({ name }) => name), ...(dc?.creators ?? []), item.itunes?.author],
    publisher: item.source?.title ?? dc?.publishers?.[0],
  }
}

function ofRdf(feed: FeedOf<'rdf'>): RawFeed {
  return {
    title: feed.title,
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    base: feed.xml?.base,
    home: feed.link,
    items: (feed.items ?? []).map((item: RdfItem) => ({
      guid: item.rdf?.about,
      links: [item.link, isWeb(item.rdf?.about) ? item.rdf?.about : undefined],
      base: item.xml?.base,
      title: item.title,
      texts: [item.content?.encoded, item.description],
      summary: item.content?.encoded === undefined ? undefined : item.description,
      dates: [item.dc?.dates?.[0], item.dcterms?.issued?.[0]],
      authors: item.dc?.creators ?? [],
      publisher: item.dc?.publishers?.[0],
    })),
  }
}

function ofAtom(feed: FeedOf<'atom'>): RawFeed {
  return {
    title: feed.title?.value,
    language: feed.xml?.lang,
    base: feed.xml?.base,
    home: pageOf(feed.links),
    items: (feed.entries ?? []).map((entry: AtomEntry) => ({
      guid: entry.id,
      links: [pageOf(entry.links), entry.content?.src, isWeb(entry.id) ? entry.id : undefined],
      base: entry.xml?.base,
      title: entry.title?.value,
      texts: [entry.content?.value, entry.summary?.value],
      summary: entry.content?.value === undefined ? undefined : entry.summary?.value,
      dates: [entry.published, entry.updated],
      authors: [...(entry.authors ?? []).map(({ name }) => name), ...(entry.dc?.creators ?? [])],
      publisher: entry.source?.title?.value,
    })),
  }
}

function ofJson(feed: FeedOf<'json'>): RawFeed {
  return {
    title: feed.title,
    language: feed.language,
    home: feed.home_page_url,
    items: (feed.items ?? []).map((item: JsonItem) => ({
      guid: item.id,
      links: [item.url, item.external_url],
      title: item.title,
      texts: [item.content_html, item.content_text, item.summary],
      summary: item.content_html === undefined && item.content_text === undefined ? undefined : item.summary,
      dates: [item.date_published, item.date_modified],
      authors: (item.authors ?? []).map(({ name }) => name),
    })),
  }
}

/** The page among the links of an entry: the alternate one, in HTML where there are several. */
function pageOf(links: readonly Partial<Link>[] | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate')
  return (pages.find(({ type }) => type === undefined || type.includes('html')) ?? pages[0])?.href
}

function isWeb(text: string | undefined): boolean {
  return /^\s*https?:\/\//i.test(text ?? '')
}
