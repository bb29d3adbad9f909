import {
  isElement,
  isText,
  lineIn,
  openPage,
  type PageDocument,
  type PageElement,
  type PageNode,
} from './dom.ts'
import { LINE_BREAK, plainText } from './plain-text.ts'

/** A report of its own in a page that holds several: a heading and some paragraphs of so many UTF-16 units. */
const OWN_REPORT = { paragraphs: 2, paragraph: 60, text: 300, most: 10 }
/** A page from which no more comes than this has its text somewhere else, in UTF-16 units. */
const TOO_SHORT = 200
/** Where no report stands. */
const FURNITURE =
  'nav, aside, footer, header nav, [role="navigation"], [role="complementary"], [role="contentinfo"]'

/**
 * The text of the report in a page, or of its reports. Readability chooses what is the report; where it finds next to
 * nothing, the data for search engines has it, or else the whole page is given and our own cleaning chooses.
 *
 * @param html what `document` was read from: choosing takes a document apart
 */
export async function mainText(
  html: string,
  document: PageDocument,
  structuredBody: string | null,
): Promise<string> {
  const reports = reportsOf(document)
  // What stands between the reports of one page tells the cleaner where the next one begins.
  if (reports.length > 1) return reports.map(plainText).join('\n\n* * *\n\n')
  const chosen = await readable(html)
  if (chosen.length >= TOO_SHORT) return chosen
  if (structuredBody !== null && structuredBody.trim().length > chosen.length) return structuredBody.trim()
  const whole = plainText(bodyOf(document))
  return whole.length > chosen.length ? whole : chosen
}

/** The body of a page that was opened; see `openPage`. */
export function bodyOf(document: PageDocument): PageElement {
  return (
    [...document.documentElement.children].find(({ localName }) => localName === 'body') ??
    document.documentElement
  )
}

/** The full reports of a page, neither teasers nor parts of each other; a page like any other has none or one. */
function reportsOf(document: PageDocument): PageElement[] {
  const full = [...document.querySelectorAll('article')].filter(
    (article) => article.closest(FURNITURE) === null && isFullReport(article),
  )
  const outer = full.filter((article) => !full.some((other) => other !== article && other.contains(article)))
  return outer.slice(0, OWN_REPORT.most)
}

function isFullReport(article: PageElement): boolean {
  if (article.querySelector('h1, h2, h3') === null) return false
  const paragraphs = [...article.querySelectorAll('p')]
    .map(lineIn)
    .filter(({ length }) => length >= OWN_REPORT.paragraph)
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0)
  return paragraphs.length >= OWN_REPORT.paragraphs && length >= OWN_REPORT.text
}

async function readable(html: string): Promise<string> {
  const { Readability } = await import('@mozilla/readability')
  const document = await openPage(html)
  markLineBreaks(document)
  const report = new Readability<PageElement | null>(document, {
    charThreshold: TOO_SHORT,
    keepClasses: true, // they tell captions
    serializer: (node) => (isElement(node) ? node : null),
  }).parse()
  return report?.content ? plainText(report.content) : ''
}

/** Readability makes paragraphs of double breaks and loses some of them: each leaves a mark in the text before it. */
function markLineBreaks(document: PageDocument): void {
  for (const br of document.querySelectorAll('br')) {
    if (br.previousElementSibling?.localName === 'br' && isBlank(br.previousSibling)) continue
    br.before(LINE_BREAK)
  }
}

function isBlank(node: PageNode | null): boolean {
  return node === null || !isText(node) || (node.textContent ?? '').trim() === ''
}
