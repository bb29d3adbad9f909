import { findDate, type PartialDate, parseDate } from '../../arabic/dates.ts'
import { creditedAgency } from '../../articles/cleaning/agencies.ts'
import { keyOf } from '../../articles/cleaning/shape.ts'
import type { MaterialFacts } from '../../articles/material.ts'
import { canonicalUrl } from '../canonical-url.ts'
import { lineIn, type PageDocument, type PageElement } from './dom.ts'
import { pageTitle } from './page-title.ts'
import { type StructuredReport, structuredReports } from './structured-data.ts'

/** What a page says of its report, and the report's text where it stands among that. */
export interface PageFacts {
  readonly facts: MaterialFacts
  readonly structuredBody: string | null
  readonly description: string | null
}

const PUBLISHED =
  `article:published_time og:published_time og:article:published_time datepublished publish-date publish_date
  pubdate publishdate published_time parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date dcterms.created
  dcterms.date date`.split(/\s+/)
const SITE = [
  'og:site_name',
  'application-name',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'apple-mobile-web-app-title',
]
const AUTHOR = ['author', 'article:author', 'dc.creator', 'byl', 'parsely-author']
/** Names that programs give, and desks. */
const NOBODY = new Set(
  [
    'admin',
    'administrator',
    'editor',
    'root',
    'webmaster',
    'user',
    'المحرر',
    'المدير',
    'فريق التحرير',
    'هيئة التحرير',
    'التحرير',
  ].map(keyOf),
)
/** Where the times of other things stand. */
const ASIDE = 'aside, nav, footer, [class*="comment"], [id*="comment"], [class*="related"], [id*="related"]'

/** Reads JSON-LD, then OpenGraph and `<meta>`, then microdata, `<time>` and headings; what is not said stays unknown. */
export function pageFacts(document: PageDocument, address: string): PageFacts {
  const meta = metaOf(document)
  const told = (names: readonly string[]): string | null =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? null
  const url = addressOf(document, told(['og:url']), address)
  const report = mainReport(structuredReports(document), url)
  const siteName = report?.publisher ?? told(SITE)
  const { title, site } = pageTitle(
    {
      told: [report?.headline, told(['og:title']), told(['twitter:title', 'dc.title', 'title'])].filter(
        isSaid,
      ),
      headings: headingsOf(document),
      windowTitle: lineIn(document.querySelector('head title') ?? document.querySelector('title')) || null,
    },
    [siteName, report?.publisher, told(['og:site_name']), hostName(url ?? address)].filter(isSaid),
  )
  const publisher = siteName ?? site
  const authors = (report?.authors.length ? report.authors : [told(AUTHOR), byline(document)]).filter(isSaid)
  const publishedAt = publishedOf(document, [report?.published, told(PUBLISHED)], url ?? address)
  const language =
    report?.language ??
    document.documentElement.getAttribute('lang') ??
    told(['og:locale', 'content-language'])
  return {
    facts: {
      ...said('title', title),
      ...said('publisher', publisher),
      ...said('agency', [...(report?.organisations ?? []), ...authors].map(creditedAgency).find(isSaid)),
      ...said('author', authorsOf(authors, publisher)),
      ...said('url', url),
      ...(publishedAt === null ? {} : { publishedAt }),
      ...said('language', language),
    },
    structuredBody: report?.body ?? null,
    description: report?.description ?? told(['og:description', 'description', 'twitter:description']),
  }
}

function isSaid(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && value !== ''
}

function said<Key extends string>(key: Key, value: string | null | undefined): { [Name in Key]?: string } {
  return isSaid(value) ? ({ [key]: value } as { [Name in Key]: string }) : {}
}

/** The first value of each name, in lower case; microdata too. */
function metaOf(document: PageDocument): Map<string, string> {
  const values = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const value = (meta.getAttribute('content') ?? '').replace(/\s+/gu, ' ').trim()
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.toLowerCase()
      if (name !== undefined && value !== '' && !values.has(name)) values.set(name, value)
    }
  }
  return values
}

/** The canonical address, if it is one: many pages name their home page by mistake. */
function addressOf(document: PageDocument, graph: string | null, address: string): string | null {
  const own = canonicalUrl(address)
  const link = document.querySelector('link[rel~="canonical"]')?.getAttribute('href')
  for (const given of [link, graph]) {
    const url = isSaid(given) ? canonicalUrl(given, own ?? undefined) : null
    if (url !== null && (own === null || new URL(url).pathname !== '/' || new URL(own).pathname === '/'))
      return url
  }
  return own
}

/** Of several reports the one that is said to be this page; else the first. */
function mainReport(reports: readonly StructuredReport[], url: string | null): StructuredReport | null {
  const own = reports.find(
    (report) => report.url !== null && url !== null && canonicalUrl(report.url, url) === url,
  )
  return own ?? reports[0] ?? null
}

function hostName(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : ''
}

function headingsOf(document: PageDocument): string[] {
  const marked = [...document.querySelectorAll('[itemprop="headline"], article h1, main h1, h1')]
  return [...new Set(marked.slice(0, 10).map(lineIn).filter(isSaid))]
}

function publishedOf(
  document: PageDocument,
  told: readonly (string | null | undefined)[],
  address: string,
): PartialDate | null {
  const times = [
    ...document.querySelectorAll('[itemprop="datePublished"], time[pubdate], time[datetime], time'),
  ].filter((time) => time.closest(ASIDE) === null)
  const first = [...times.filter((time) => time.getAttribute('itemprop') !== null), ...times].slice(0, 5)
  const shown = first.flatMap((time) => [
    time.getAttribute('datetime'),
    time.getAttribute('content'),
    lineIn(time),
  ])
  const path = /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/u.exec(
    URL.canParse(address) ? new URL(address).pathname : '',
  )
  const inPath = path === null ? null : `${path[1]}-${path[2]?.padStart(2, '0')}-${path[3]?.padStart(2, '0')}`
  for (const text of [...told, ...shown, inPath]) {
    const date = isSaid(text) ? (parseDate(text) ?? findDate(text)) : null
    // The first second of 1970 is what programs say that do not know.
    if (date !== null && !date.value.startsWith('1970-01-01')) return date
  }
  return null
}

function byline(document: PageDocument): string | null {
  const element: PageElement | null =
    document.querySelector('[itemprop="author"] [itemprop="name"]') ??
    document.querySelector('[rel~="author"]')
  return lineIn(element) || null
}

/** The persons among the authors; neither addresses, agencies, the publisher nor a desk. */
function authorsOf(names: readonly string[], publisher: string | null): string | null {
  const people = names.filter(
    (name) =>
      !/^https?:|@/u.test(name) &&
      creditedAgency(name) === null &&
      !NOBODY.has(keyOf(name)) &&
      keyOf(name) !== keyOf(publisher ?? ''),
  )
  return [...new Set(people)].join('، ') || null
}
