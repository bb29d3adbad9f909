/** Marks what this module made; nothing else can be an {@link Html}. */
const made: unique symbol = Symbol('html')

/** Text in Telegram's HTML: `markup` goes out with `parse_mode: 'HTML'`. Only this module makes one. */
export interface Html {
  readonly [made]: true
  readonly markup: string
}

/** What may stand in a template: markup as it is, strings and numbers escaped. */
export type Insert = Html | string | number

/** Longest address that becomes a link: longer ones would eat the 32 KB a message may have. */
const URL_LIMIT = 2048

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

export const EMPTY: Html = trusted('')

/**
 * Declares that `markup` is Telegram HTML already. Only for the wording files and for markup put together
 * from other {@link Html}: text from outside never passes here.
 */
export function trusted(markup: string): Html {
  return Object.freeze({ [made]: true as const, markup })
}

/** Whether a value was made here; a look-alike was not. */
export function isHtml(value: unknown): value is Html {
  return typeof value === 'object' && value !== null && made in value
}

/** Plain text as markup that shows exactly this text. Halves of surrogate pairs, which Telegram refuses, become U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\u{FFFD}').replace(/[&<>"]/g, (sign) => REFERENCES[sign] ?? sign)
}

/** Template tag: what stands in the template is markup, what is inserted is escaped unless it is {@link Html}. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return trusted(String.raw({ raw: strings }, ...inserts.map(toMarkup)))
}

/** Strong text. */
export function bold(content: Insert): Html {
  return html`<b>${content}</b>`
}

/** Slanted text: for what is said about a text, not in it. */
export function italic(content: Insert): Html {
  return html`<i>${content}</i>`
}

/** A quotation; an expandable one is folded to three lines until the reader opens it. Quotations cannot nest. */
export function quote(content: Insert, options: { expandable?: boolean } = {}): Html {
  return options.expandable
    ? html`<blockquote expandable>${content}</blockquote>`
    : html`<blockquote>${content}</blockquote>`
}

/** A link, where Telegram would keep it (http or https, a host with a dot); else the text alone. */
export function link(url: string, content: Insert): Html {
  const address = linkable(url)
  return address === null ? html`${content}` : html`<a href="${address}">${content}</a>`
}

/** The parts that hold anything, with the separator between them. */
export function joinHtml(parts: readonly Html[], separator: string): Html {
  const filled = parts.filter(({ markup }) => markup !== '')
  return trusted(filled.map(({ markup }) => markup).join(escapeHtml(separator)))
}

/** What a reader sees of the markup: tags gone, references decoded the way Telegram does. */
export function visibleText({ markup }: Html): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(amp|lt|gt|quot));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
}

/** Code points a reader sees: what Telegram's limit of 4096 counts. */
export function visibleLength(content: Html): number {
  return codePoints(visibleText(content))
}

/** Length in code points. */
export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function toMarkup(insert: Insert): string {
  return isHtml(insert) ? insert.markup : escapeHtml(String(insert))
}

function linkable(url: string): string | null {
  if (url.length > URL_LIMIT || !URL.canParse(url)) return null
  const { protocol, hostname, href } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  return hostname.includes('.') && href.length <= URL_LIMIT ? href : null
}
