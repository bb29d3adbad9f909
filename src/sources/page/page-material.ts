import { overlap } from '../../articles/cleaning/openings.ts'
import { collapse, keyOf } from '../../articles/cleaning/shape.ts'
import { isTooLong, type Material } from '../../articles/material.ts'
import { MujazError } from '../../errors.ts'
import { decodeText } from '../charset.ts'
import { creditsBelow } from './credit-lines.ts'
import { openPage } from './dom.ts'
import { bodyOf, mainText } from './main-text.ts'
import { pageFacts } from './page-facts.ts'
import { plainText } from './plain-text.ts'

/** The page names its encoding somewhere in the first bytes. */
const HEAD_BYTES = 4_096
const CHARSET =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})|^\s*<\?xml[^>]{0,100}encoding=["']([\w:.-]{1,40})/iu

/**
 * The report of a web page (or its reports, one below the other) as plain text, and what the page says of it.
 *
 * @param url where the page came from, after redirects
 * @param charset what the HTTP header names
 * @throws MujazError `document_not_text`, `document_empty`, `document_too_large` (more text than a material holds)
 */
export async function pageMaterial(
  bytes: Uint8Array,
  url: string,
  charset: string | null,
): Promise<Material> {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  const [, inMeta, inXml] = CHARSET.exec(head) ?? []
  const decoded = decodeText(bytes, [charset, inMeta ?? inXml ?? null])
  if (decoded === null) throw new MujazError('document_not_text', 'The page holds no text.')
  return htmlMaterial(decoded.text, url)
}

/**
 * The same for HTML that has been decoded.
 * @param url its address, or '' for a file that has none
 */
export async function htmlMaterial(html: string, url: string): Promise<Material> {
  const document = await openPage(html)
  const { facts: told, structuredBody, description } = pageFacts(document, url)
  const facts = { ...creditsBelow(plainText(bodyOf(document)), told.title ?? ''), ...told }
  const text = await mainText(html, document, structuredBody)
  if (isTooLong(text)) throw new MujazError('document_too_large', 'The text of the page is too long.')
  if (keyOf(text.slice(0, 10_000)) === '')
    throw new MujazError('document_empty', 'There is nothing to read in the page.')
  const summary = summaryOf(description, facts.title ?? '', text)
  return {
    kind: 'page',
    source: `page:${facts.url ?? url}`,
    text,
    facts: summary === null ? facts : { ...facts, summary: [summary] },
  }
}

/** Shortest summary, in UTF-16 units. */
const SUMMARY_LENGTH = 30
/** So many of its words in the opening make a description one of this report, and not of the site. */
const ABOUT_REPORT = 0.3

/** The page's description where it is a summary: no copy of the text or the headline, not cut off, not about the site. */
function summaryOf(description: string | null, title: string, text: string): string | null {
  const line = collapse(description ?? '')
  const isCutOff = /(?:\.{2,}|…|\[…\]|\[\.\.\.\])$/u.test(line)
  if (line.length < SUMMARY_LENGTH || isCutOff || keyOf(line) === keyOf(title)) return null
  const isCopy =
    keyOf(text.slice(0, 5_000)).includes(keyOf(line).slice(0, 60)) ||
    collapse(text).includes(line.slice(0, 60))
  return isCopy || overlap(line, `${title} ${text}`) < ABOUT_REPORT ? null : line
}
