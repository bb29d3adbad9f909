/** A start tag as Telegram reads it: its name and the one argument that matters for it. */
export interface StartTag {
  readonly name: string
  /** href, the class of code or span, "1" for an expandable quotation, an emoji's id, a time. */
  readonly argument: string
  /** The first position behind the tag. */
  readonly end: number
}

const TAGS = new Set(
  'a b strong i em u ins s strike del span tg-spoiler tg-emoji tg-time code pre blockquote'.split(' '),
)
const REFERENCE = /&(?:#x([0-9a-f]*)|#(\d*)|(lt|gt|amp|quot)(?![a-z]))(;?)/iy
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const SPACE = /[ \t\r\n\v\0]*/y
const ATTRIBUTE = /[^ \t\r\n\v\0=>/"']+/y
const TOKEN = /[a-z0-9.-]*/iy

/** The character that a reference at `at` stands for; null when Telegram leaves it as text. */
export function decodeReference(html: string, at: number): { character: string; end: number } | null {
  REFERENCE.lastIndex = at
  const found = REFERENCE.exec(html)
  if (!found) return null
  const [whole, hex, decimal, name, semicolon] = found
  const end = at + whole.length
  if (name !== undefined) {
    const character = NAMED[name]
    return character === undefined ? null : { character, end }
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  // The server counts at most nine characters before the semicolon.
  const tooLong = whole.length - (semicolon ?? '').length >= 10
  if (!(code > 0) || code >= 0x10ffff || tooLong) return null
  return { character: String.fromCodePoint(code), end }
}

/** Reads the start tag at `at`; `bytes` turns a position into the byte offset that refusals quote. */
export function readStartTag(
  html: string,
  at: number,
  bytes: (position: number) => number,
): StartTag | { error: string } {
  const where = ` at byte offset ${bytes(at)}`
  let end = skip(/[^ \t\r\n\v\0>]*/y, html, at + 1)
  if (end >= html.length || html.charAt(end) === '\0') return { error: `Unclosed start tag${where}` }
  const name = html.slice(at + 1, end).toLowerCase()
  if (!TAGS.has(name)) return { error: `Unsupported start tag "${name}"${where}` }
  let argument = ''
  while (html.charAt(end) !== '>') {
    end = skip(SPACE, html, end)
    if (html.charAt(end) === '>') break
    const nameEnd = skip(ATTRIBUTE, html, end)
    const attribute = html.slice(end, nameEnd)
    if (attribute === '') return { error: `Empty attribute name in the tag "${name}"${where}` }
    end = skip(SPACE, html, nameEnd)
    if (end >= html.length) return { error: `Unclosed start tag "${name}"${where}` }
    if (html.charAt(end) !== '=') {
      argument = argumentFrom(name, attribute, '') ?? argument
      continue
    }
    end = skip(SPACE, html, end + 1)
    if (end >= html.length) return { error: `Unclosed start tag "${name}"${where}` }
    const value = readValue(html, end)
    if (value === null) return { error: `Unexpected end of name token at byte offset ${bytes(end)}` }
    end = value.end
    if (end >= html.length) return { error: `Unclosed start tag${where}` }
    argument = argumentFrom(name, attribute, value.text) ?? argument
  }
  if (name === 'span' && argument !== 'spoiler') {
    return { error: `Tag "span" must have class "tg-spoiler"${where}` }
  }
  return { name, argument, end: end + 1 }
}

function readValue(html: string, at: number): { text: string; end: number } | null {
  const quote = html.charAt(at)
  if (quote !== '"' && quote !== "'") {
    const end = skip(TOKEN, html, at)
    if (end < html.length && !/[ \t\r\n\v\0>]/.test(html.charAt(end))) return null
    return { text: html.slice(at, end).toLowerCase(), end }
  }
  let text = ''
  let end = at + 1
  while (end < html.length && html.charAt(end) !== quote) {
    const reference = html.charAt(end) === '&' ? decodeReference(html, end) : null
    text += reference?.character ?? html.charAt(end)
    end = reference?.end ?? end + 1
  }
  // Behind the closing quotation mark; at the end of the text when there is none.
  return { text, end: Math.min(end + 1, html.length) }
}

function argumentFrom(tag: string, attribute: string, value: string): string | null {
  if (tag === 'a' && attribute === 'href') return value
  if (tag === 'code' && attribute === 'class' && value.startsWith('language-')) return value.slice(9)
  if (tag === 'span' && attribute === 'class' && value.startsWith('tg-')) return value.slice(3)
  if (tag === 'tg-emoji' && attribute === 'emoji-id') return value
  if (tag === 'tg-time' && attribute === 'unix') return value
  if (tag === 'blockquote' && attribute === 'expandable') return '1'
  return null
}

function skip(pattern: RegExp, html: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(html)?.[0].length ?? 0)
}
