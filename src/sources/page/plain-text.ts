import { findDate, parseDate } from '../../arabic/dates.ts'
import { isElement, isText, lineIn, type PageElement, type PageNode } from './dom.ts'

/** What holds nothing to read. */
const SILENT = new Set(
  'audio button canvas dialog embed head iframe input link map meta noscript object option script select style svg template textarea title video'.split(
    ' ',
  ),
)
/** What stands on lines of its own, with a blank line around it. */
const PARAGRAPHS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup html main nav ol p pre section summary table tbody tfoot thead ul'.split(
    ' ',
  ),
)
/** Longest cell of a table that is one, and no frame for a page. */
const CELL_LIMIT = 80

/** Stands in a text for the end of a line: a character that belongs to nobody. */
export const LINE_BREAK = '\ue00a'

/** Lines as they grow. */
interface Page {
  readonly lines: string[]
  line: string
}

/**
 * What a reader sees of an element, as plain text: paragraphs, sub-headings and quotes apart from each other by a blank
 * line, points of a list on lines of their own behind a mark, captions named as such, rows of a table as one line.
 */
export function plainText(element: PageElement): string {
  const page: Page = { lines: [], line: '' }
  read(element, page)
  endLine(page)
  return page.lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

function read(node: PageNode, page: Page): void {
  if (isText(node)) {
    for (const [index, part] of (node.textContent ?? '').split(LINE_BREAK).entries()) {
      if (index > 0) endLine(page)
      page.line += part.replace(/\s+/gu, ' ')
    }
    return
  }
  if (!isElement(node) || SILENT.has(node.localName) || isHidden(node)) return
  const { localName: name } = node
  // Buttons and links in a row are kept apart by nothing but their looks.
  if (name === 'a' && node.previousSibling !== null && isElement(node.previousSibling)) page.line += ' '
  if (name === 'br') endLine(page)
  else if (name === 'hr') ownBlock(page, () => page.lines.push('* * *'))
  else if (isCaption(node)) ownBlock(page, () => addLine(page, 'تعليق الصورة: ', node))
  else if (name === 'li') {
    endLine(page)
    page.line = markOf(node)
    children(node, page)
    endLine(page)
  } else if (name === 'tr') ownBlock(page, () => row(node, page))
  else if (name === 'time') page.line += ` ${timeOf(node)} `
  else if (PARAGRAPHS.has(name)) ownBlock(page, () => children(node, page))
  else children(node, page)
}

function children(node: PageNode, page: Page): void {
  for (const child of node.childNodes) read(child, page)
}

function ownBlock(page: Page, write: () => void): void {
  endLine(page)
  page.lines.push('')
  write()
  endLine(page)
  page.lines.push('')
}

function endLine(page: Page): void {
  const line = page.line.replace(/\s+/gu, ' ').trim()
  page.line = ''
  // The mark of a point in whose place a paragraph stands.
  if (line === '•' || /^\d+\.$/u.test(line)) page.line = `${line} `
  else if (line !== '') page.lines.push(line)
}

function addLine(page: Page, label: string, element: PageElement): void {
  const line = lineIn(element)
  if (line !== '') page.lines.push(line.startsWith(label.trim()) ? line : label + line)
}

function markOf(item: PageElement): string {
  const list = item.parentElement
  if (list?.localName !== 'ol') return '• '
  const items = [...list.children].filter(({ localName }) => localName === 'li')
  return `${items.indexOf(item) + 1}. `
}

/** Tables with short cells are tables; others only put a page in order. */
function row(tr: PageElement, page: Page): void {
  const cells = [...tr.children].filter(({ localName }) => localName === 'td' || localName === 'th')
  const texts = cells.map(lineIn)
  if (cells.length > 1 && texts.every((text) => text.length <= CELL_LIMIT))
    page.lines.push(texts.filter((text) => text !== '').join(' | '))
  else for (const cell of cells) ownBlock(page, () => children(cell, page))
}

function isCaption(element: PageElement): boolean {
  if (element.localName === 'figcaption') return true
  const marked = /(?:^|[\s_-])caption(?:[\s_-]|$)/iu.test(element.getAttribute('class') ?? '')
  return marked && ['p', 'div', 'span', 'em', 'small'].includes(element.localName)
}

/** The day itself where the page shows how long ago it was. */
function timeOf(time: PageElement): string {
  const shown = lineIn(time)
  const meant = time.getAttribute('datetime') ?? ''
  const isClock = /\d[:٫.]\d/u.test(shown) || /[٠-٩]:[٠-٩]/u.test(shown)
  return isClock || findDate(shown) !== null || parseDate(meant) === null ? shown : meant
}

function isHidden(element: PageElement): boolean {
  return (
    element.getAttribute('hidden') !== null ||
    /display\s*:\s*none/iu.test(element.getAttribute('style') ?? '') ||
    (element.getAttribute('aria-hidden') === 'true' && element.querySelector('p') === null)
  )
}
