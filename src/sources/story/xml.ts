import { brokenStory } from './broken.ts'

/** An element of a small XML document. */
export interface XmlElement {
  /** As it is written, prefix included. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
}

const DEPTH_LIMIT = 20
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
/** What XML 1.0 has no way of writing. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[(?<data>[\s\S]*?)\]\]>|<\/(?<end>[\w:.-]+)\s*>|<(?<start>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/gy
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Text as XML keeps it: what XML cannot hold is left out, a carriage return is written as a reference. */
export function xmlText(text: string): string {
  return text.replace(NO_XML, '').replace(/[&<>"\r]/g, (sign) => REFERENCES[sign] ?? sign)
}

/** A quoted attribute; its tabs and line ends, which readers make spaces of, are written as references. */
export function xmlAttribute(text: string): string {
  return `"${text.replace(NO_XML, '').replace(/[&<>"\t\n\r]/g, (sign) => REFERENCES[sign] ?? sign)}"`
}

/**
 * Reads one element with everything in it. There are no entities but the five of XML and no declarations, so nothing
 * can grow or reach outside.
 * @throws MujazError `file_unreadable` for what is not well-formed
 */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/\r\n?/g, '\n')
  const root: OpenElement = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  const token = new RegExp(TOKEN)
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups
    const top = open.at(-1)
    if (groups === undefined || top === undefined) throw brokenStory('it is not well-formed')
    const { data, end, start, attributes, empty, text: plain } = groups
    if (data !== undefined) top.children.push(data)
    else if (plain !== undefined) top.children.push(decoded(plain))
    else if (end !== undefined) {
      if (open.length === 1 || top.name !== end) throw brokenStory(`</${end}> closes what is not open`)
      open.pop()
    } else if (start !== undefined) {
      const element: OpenElement = { name: start, attributes: readAttributes(attributes ?? ''), children: [] }
      top.children.push(element)
      if (empty !== '/') open.push(element)
      if (open.length > DEPTH_LIMIT) throw brokenStory('its elements are nested too deep')
    }
  }
  const [element] = root.children.filter((child): child is XmlElement => typeof child !== 'string')
  if (element === undefined || open.length > 1) throw brokenStory('it is not well-formed')
  return element
}

/** The elements of this name right below another. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )
}

/** The text of an element, that of its elements included. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

function readAttributes(source: string): Map<string, string> {
  const found = [...source.matchAll(ATTRIBUTE)]
  return new Map(
    found.map(([, name = '', double, single]) => [
      name,
      decoded((double ?? single ?? '').replace(/[\t\n]/g, ' ')),
    ]),
  )
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined && whole.endsWith(';')) {
      const sign = NAMED[name]
      if (sign !== undefined) return sign
    }
    const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16)
    if (!whole.endsWith(';') || !(code > 0 && code <= 0x10ffff))
      throw brokenStory('it holds a reference that XML does not know')
    return String.fromCodePoint(code)
  })
}
