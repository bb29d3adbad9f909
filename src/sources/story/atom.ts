import { createHash } from 'node:crypto'
import type { Span } from '../../arabic/words.ts'
import type { ArchivedArticle } from '../../articles/archive.ts'
import { leadText } from '../../articles/article.ts'
import { isoTime, toRecord } from './record.ts'
import { xmlAttribute, xmlText } from './xml.ts'

/** What Atom has no elements for stands in elements of our own. */
export const NAMESPACE = 'urn:mujaz:story:1'

/** How a story in Atom begins: the feed declares the elements of our own. */
export const ATOM_STORY =
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?<feed\s[^>]*xmlns:mujaz=["']urn:mujaz:story:1["'][^>]*>/

/** What a feed says of itself. */
export interface FeedHead {
  /** What the story is called. */
  readonly title: string
  /** The latest change of any article, epoch milliseconds. */
  readonly changedAt: number
}

/** One language tag or more subtags; anything else is no `xml:lang`. */
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i

/**
 * The story as an Atom feed (RFC 4287); a chunk for every slice. Its `published` stays away: reports are dated as far
 * as they are known and in no time zone, which `mujaz:published` says and Atom could not.
 */
export async function* writeAtom(
  slices: AsyncIterable<readonly ArchivedArticle[]>,
  { title, changedAt }: FeedHead,
): AsyncGenerator<string, void> {
  yield [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:mujaz="${NAMESPACE}">`,
    `<id>urn:uuid:${uuidOf(title)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${isoTime(changedAt)}</updated>`,
    '<author><name>Mujaz</name></author>',
    '<generator>Mujaz</generator>\n',
  ].join('\n')
  for await (const articles of slices) if (articles.length > 0) yield articles.map(entry).join('')
  yield '</feed>\n'
}

function entry(article: ArchivedArticle): string {
  const record = toRecord(article)
  const href = article.url !== null && URL.canParse(article.url) ? new URL(article.url).href : null
  const own = (name: string, value: string | null) =>
    value === null ? [] : [`<mujaz:${name}>${xmlText(value)}</mujaz:${name}>`]
  const lines = [
    LANGUAGE.test(article.language) ? `<entry xml:lang="${article.language}">` : '<entry>',
    `<id>urn:uuid:${article.uid}</id>`,
    `<title>${xmlText(article.title)}</title>`,
    `<updated>${isoTime(article.changedAt)}</updated>`,
    `<author><name>${xmlText(article.author ?? article.publisher)}</name></author>`,
    ...(href === null ? [] : [`<link rel="alternate" href=${xmlAttribute(href)}/>`]),
    ...article.topics.map((topic) => `<category term=${xmlAttribute(topic)}/>`),
    `<summary>${xmlText(leadText(article))}</summary>`,
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${blocks(article)}</div></content>`,
    ...own('publisher', article.publisher),
    ...own('agency', article.agency),
    ...own('author', article.author),
    ...own('url', article.url === href ? null : article.url),
    ...own('language', article.language),
    ...(article.publishedAt === null
      ? []
      : [
          `<mujaz:published precision="${article.publishedAt.precision}">${xmlText(article.publishedAt.value)}</mujaz:published>`,
        ]),
    ...own('event-on', article.eventOn),
    ...article.publisherSummary.flatMap((point) => own('point', point)),
    ...own('note', article.note),
    ...own('lead', JSON.stringify(record.lead)),
    ...own('revision', String(article.revision)),
    ...(record.retracted_at === null
      ? []
      : [
          article.retraction?.reason == null
            ? `<mujaz:retracted at="${record.retracted_at}"/>`
            : `<mujaz:retracted at="${record.retracted_at}">${xmlText(article.retraction.reason)}</mujaz:retracted>`,
        ]),
    ...own('added', record.added_at),
    '</entry>\n',
  ]
  return lines.join('\n')
}

/** The body: every block a paragraph or a heading, every line end inside one a break. */
function blocks({ body, headings }: { body: string; headings: readonly Span[] }): string {
  const isHeading = new Set(headings.map(({ start, end }) => `${start}-${end}`))
  let start = 0
  return body
    .split('\n\n')
    .map((block) => {
      const name = isHeading.has(`${start}-${start + block.length}`) ? 'h2' : 'p'
      start += block.length + 2
      return `<${name}>${block.split('\n').map(xmlText).join('<br/>')}</${name}>`
    })
    .join('\n')
}

/** A UUID of version 8 that is the same whenever the story's name is. */
function uuidOf(title: string): string {
  const hex = createHash('sha256').update(`mujaz story\n${title}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
