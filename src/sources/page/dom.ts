/** As much of the DOM as is read here; the full types belong to browsers. */
export interface PageNode {
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
  readonly previousSibling: PageNode | null
}

export interface PageElement extends PageNode {
  readonly localName: string
  readonly parentElement: PageElement | null
  readonly children: Iterable<PageElement>
  readonly previousElementSibling: PageElement | null
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  closest(selector: string): PageElement | null
  contains(other: PageElement): boolean
  append(...nodes: PageNode[]): void
  before(text: string): void
}

export interface PageDocument extends Omit<PageElement, 'localName' | 'getAttribute'> {
  readonly documentElement: PageElement
  createElement(name: string): PageElement
}

const ELEMENT = 1
const TEXT = 3

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT
}

export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT
}

/** The text of an element in one line. */
export function lineIn(element: PageElement | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/gu, ' ').trim()
}

/**
 * Reads HTML. What pages leave out is put where it belongs: a head is not asked for, but there is always one root with
 * one body that holds all there is to read.
 */
export async function openPage(html: string): Promise<PageDocument> {
  const { parseHTML } = await import('linkedom')
  const whole = /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const document = (parseHTML(whole) as unknown as { document: PageDocument }).document
  const root = document.documentElement
  if (![...root.children].some(({ localName }) => localName === 'body')) {
    const strays = [...root.childNodes].filter((node) => !isElement(node) || node.localName !== 'head')
    const body = document.createElement('body')
    body.append(...strays)
    root.append(body)
  }
  return document
}
