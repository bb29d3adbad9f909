import { stripDirection } from '../../arabic/direction.ts'

/**
 * Comments, what is never read (with everything in it), and tags. A `<` before anything else is a sign of the text; no
 * tag holds another `<`, so that each attempt to read one ends where the next begins.
 */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[|\]\]>|<(script|style|noscript|iframe|svg|template|object)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?([a-z][a-z\d:-]*)(?:[\s/][^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*)?>/gi
/** What begins a line of its own. */
const BLOCKS = new Set(
  `address article aside blockquote br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr li main nav ol p pre section table tbody td tfoot th thead tr ul`.split(/\s+/),
)
/** What is set apart by a blank line. */
const PARAGRAPHS = new Set('p blockquote h1 h2 h3 h4 h5 h6 pre'.split(' '))
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  cent: '¢',
  copy: '©',
  deg: '°',
  eacute: 'é',
  euro: '€',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lrm: '',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  minus: '−',
  nbsp: ' ',
  ndash: '–',
  pound: '£',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  reg: '®',
  rlm: '',
  rsquo: '’',
  shy: '',
  thinsp: ' ',
  times: '×',
  trade: '™',
  zwj: '\u{200D}',
  zwnj: '\u{200C}',
}

/**
 * The text of a piece of HTML, a line for each block and a blank one around paragraphs, without direction marks; references
 * are decoded, a tag
 * that somebody has escaped as well (`&lt;b&gt;`) is text. In time linear to the length: what a feed holds may be anything.
 */
export function plainText(html: string): string {
  // Line ends of HTML are spaces: only its blocks begin lines. A text without blocks is plain, and has its own lines.
  const flowing = /<(?:br|p|div|li)\b/i.test(html) ? html.replace(/\s+/gu, ' ') : html
  const text = flowing.replace(MARKUP, (_, __, name: string | undefined) => breakOf(name?.toLowerCase()))
  return stripDirection(decodeReferences(text))
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** {@link plainText} on one line: for titles and names. */
export function plainLine(html: string): string {
  return plainText(html).replace(/\s+/gu, ' ')
}

function breakOf(name: string | undefined): string {
  if (name === undefined || !BLOCKS.has(name)) return ''
  return PARAGRAPHS.has(name) ? '\n\n' : '\n'
}

/** Numeric references and the named ones that news is written with; what nobody knows stays as it stands. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? NAMED[String(name).toLowerCase()] ?? whole
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
    return isCharacter(code) ? String.fromCodePoint(code) : ''
  })
}

/** Letters and signs: no control characters, no halves of pairs. */
function isCharacter(code: number): boolean {
  return (
    code === 10 ||
    (code >= 32 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000))
  )
}
