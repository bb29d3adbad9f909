import { brokenStory, RECORD_LIMIT } from './broken.ts'
import { childrenOf, parseXml, textOf, type XmlElement } from './xml.ts'

const ENTRY_END = '</entry>'

/**
 * The records of a story in Atom, unchecked; one entry is in memory at a time.
 * @throws MujazError `file_unreadable` where the feed is not well-formed or breaks off
 */
export async function* readAtom(chunks: AsyncIterable<string>): AsyncGenerator<unknown, void> {
  let held = ''
  let searched = 0
  for await (const chunk of chunks) {
    held += chunk
    for (;;) {
      const end = held.indexOf(ENTRY_END, searched)
      if (end === -1) break
      const start = held.search(/<entry[\s>]/)
      if (start === -1 || start > end) throw brokenStory('</entry> closes what is not open')
      yield recordOf(parseXml(held.slice(start, end + ENTRY_END.length)))
      held = held.slice(end + ENTRY_END.length)
      searched = 0
    }
    searched = Math.max(0, held.length - ENTRY_END.length)
    if (held.length > RECORD_LIMIT) throw brokenStory('an entry is far too long')
  }
  if (!/<\/feed>\s*$/.test(held) || /<entry[\s>]/.test(held)) throw brokenStory('it breaks off')
}

function recordOf(entry: XmlElement): Record<string, unknown> {
  const own = (name: string) => optionalText(entry, `mujaz:${name}`)
  const [published] = childrenOf(entry, 'mujaz:published')
  const [retracted] = childrenOf(entry, 'mujaz:retracted')
  const [link] = childrenOf(entry, 'link').filter(
    ({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate',
  )
  const { body, headings } = bodyOf(entry)
  const id = optionalText(entry, 'id')?.trim() ?? null
  return {
    id: id?.startsWith('urn:uuid:') ? id.slice('urn:uuid:'.length) : id,
    title: optionalText(entry, 'title') ?? '',
    body,
    headings,
    lead: listOf(own('lead')),
    publisher: own('publisher'),
    agency: own('agency'),
    author: own('author'),
    url: own('url') ?? link?.attributes.get('href') ?? null,
    language: own('language') ?? entry.attributes.get('xml:lang') ?? null,
    published_at: published === undefined ? null : textOf(published),
    published_precision: published?.attributes.get('precision') ?? null,
    event_on: own('event-on'),
    topics: childrenOf(entry, 'category').map(({ attributes }) => attributes.get('term') ?? ''),
    summary: childrenOf(entry, 'mujaz:point').map(textOf),
    note: own('note'),
    revision: Number(own('revision') ?? 1),
    retracted_at: retracted?.attributes.get('at') ?? null,
    retraction: retracted === undefined || retracted.children.length === 0 ? null : textOf(retracted),
    added_at: own('added') ?? optionalText(entry, 'updated'),
  }
}

function optionalText(entry: XmlElement, name: string): string | null {
  const [element] = childrenOf(entry, name)
  return element === undefined ? null : textOf(element)
}

/** A list that is none stays what it is, which the record's own check refuses with the name of the field. */
function listOf(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function bodyOf(entry: XmlElement): { body: string; headings: [number, number][] } {
  const [content] = childrenOf(entry, 'content')
  const [division] = content === undefined ? [] : childrenOf(content, 'div')
  const headings: [number, number][] = []
  let body = ''
  let first = true
  for (const block of division?.children ?? []) {
    if (typeof block === 'string') continue
    if (!first) body += '\n\n'
    first = false
    const text = blockText(block)
    if (block.name === 'h2' && text !== '') headings.push([body.length, body.length + text.length])
    body += text
  }
  return { body, headings }
}

function blockText(block: XmlElement): string {
  return block.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : textOf(child)))
    .join('')
}
