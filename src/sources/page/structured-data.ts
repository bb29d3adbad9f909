import type { PageDocument } from './dom.ts'

/** What a page tells search engines about its report, as far as Mujaz asks; every text is one line. */
export interface StructuredReport {
  readonly headline: string | null
  readonly description: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly language: string | null
  readonly url: string | null
  /** Names of persons. */
  readonly authors: readonly string[]
  /** Names of organisations that stand as author or source. */
  readonly organisations: readonly string[]
  /** The text itself, where the page tells it here too; with its line breaks. */
  readonly body: string | null
}

type Thing = Readonly<Record<string, unknown>>

const KIND = /(?:Article|BlogPosting|LiveBlogPosting|^Report)$/u
/** No honest page has more than this, in UTF-16 units of one script and things of one page. */
const LIMIT = { script: 1_000_000, things: 2_000, depth: 12 }

/** The reports that the page describes as JSON-LD, alone, in lists or in a graph; those that name each other are joined. */
export function structuredReports(document: PageDocument): StructuredReport[] {
  const scripts = [...document.querySelectorAll('script[type*="ld+json"]')]
  return reportsIn(scripts.flatMap(({ textContent }) => readJson(textContent ?? '') ?? []))
}

/** The same from data that has been read. */
export function reportsIn(roots: readonly unknown[]): StructuredReport[] {
  const things: Thing[] = []
  for (const root of roots) collect(root, things, 0)
  const byId = new Map<string, Thing>()
  for (const thing of things) {
    const id = thing['@id']
    // The fullest description of a thing is the one that counts: others only point at it.
    const known = typeof id === 'string' ? byId.get(id) : undefined
    if (typeof id === 'string' && (known === undefined || keys(thing) > keys(known))) byId.set(id, thing)
  }
  const whole = (value: unknown): unknown =>
    isThing(value) && typeof value['@id'] === 'string' ? (byId.get(value['@id']) ?? value) : value
  return things.filter(isReport).map((thing) => reportOf(thing, whole))
}

function keys(thing: Thing): number {
  return Object.keys(thing).length
}

function isReport(thing: Thing): boolean {
  return (
    list(thing['@type']).some((type) => typeof type === 'string' && KIND.test(type)) &&
    (thing['headline'] !== undefined || thing['name'] !== undefined || thing['articleBody'] !== undefined)
  )
}

function reportOf(thing: Thing, whole: (value: unknown) => unknown): StructuredReport {
  const people = list(thing['author'] ?? thing['creator']).map(whole)
  const sources = list(thing['sourceOrganization'] ?? thing['provider']).map(whole)
  const isBody = (value: unknown): boolean => isThing(value) && list(value['@type']).some(isOrganisation)
  const names = (values: readonly unknown[]): string[] => values.flatMap((value) => nameOf(value) ?? [])
  return {
    headline: lineOf(thing['headline'] ?? thing['name']),
    description: lineOf(thing['description']),
    published: lineOf(thing['datePublished'] ?? thing['dateCreated']),
    publisher: nameOf(whole(list(thing['publisher'])[0])),
    language: nameOf(list(thing['inLanguage'])[0]),
    url: lineOf(thing['url']) ?? addressOf(thing['mainEntityOfPage']),
    authors: names(people.filter((value) => !isBody(value))),
    organisations: [...names(people.filter(isBody)), ...names(sources)],
    body: textOf(thing['articleBody']),
  }
}

function isOrganisation(type: unknown): boolean {
  return typeof type === 'string' && /Organization$/u.test(type)
}

function addressOf(value: unknown): string | null {
  return isThing(value) ? lineOf(value['@id'] ?? value['url']) : lineOf(value)
}

function nameOf(value: unknown): string | null {
  return isThing(value) ? lineOf(list(value['name'])[0]) : lineOf(value)
}

function lineOf(value: unknown): string | null {
  const line = textOf(list(value)[0])?.replace(/\s+/gu, ' ').trim() ?? ''
  return line === '' ? null : line
}

/** Text that may have been written for HTML. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return value
    .replace(/<br\s*\/?>|<\/p>/giu, '\n')
    .replace(/<\/?[a-z][^<>]{0,300}>/giu, '')
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(amp|quot|lt|gt|apos|nbsp));/giu, decodeEntity)
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
}

function decodeEntity(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}

function collect(value: unknown, things: Thing[], depth: number): void {
  if (depth > LIMIT.depth || things.length >= LIMIT.things) return
  if (Array.isArray(value)) for (const each of value) collect(each, things, depth + 1)
  else if (isThing(value)) {
    things.push(value)
    for (const each of Object.values(value)) if (typeof each === 'object') collect(each, things, depth + 1)
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** JSON as pages write it: wrapped in comments, with line breaks inside of texts and commas too many. */
function readJson(script: string): unknown {
  if (script.length > LIMIT.script) return null
  const bare = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/u, '')
  for (const text of [bare, bare.replace(/[\u0000-\u001f]/gu, ' ').replace(/,(?=\s*[}\]])/gu, '')]) {
    try {
      return JSON.parse(text)
    } catch {
      // Tried again, mended; then the page has no such data.
    }
  }
  return null
}
