import { createHash } from 'node:crypto'
import { canonicalUrl } from '../canonical-url.ts'

/** What an item can be known again by. */
export interface Named {
  readonly guid: string | null
  readonly url: string | null
  readonly digest: string
}

/** Longer ones are hashed, in UTF-16 units. */
const LONGEST = 300

/** A hash of what an item says, whatever its markup and spaces. */
export function digestOf(title: string, text: string): string {
  return hash(`${title}\n${text}`.replace(/\s+/gu, ' ').trim())
}

/**
 * Names each item: by its guid, else by its address, else by what it says. A guid or an address that items of the same
 * feed share although they are not the same names none of them.
 */
export function identitiesOf(items: readonly Named[]): string[] {
  const guids = sharers(items, ({ guid }) => guid)
  const urls = sharers(items, ({ url }) => url)
  return items.map((item) => {
    const { guid, url, digest } = item
    if (guid !== null && !isShared(guids.get(guid), true)) return keyOf(guid)
    if (url !== null && !isShared(urls.get(url), false)) return keyOf(url)
    return `text:${digest}`
  })
}

function sharers(items: readonly Named[], by: (item: Named) => string | null): Map<string, Named[]> {
  const groups = new Map<string, Named[]>()
  for (const item of items) {
    const key = by(item)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item].slice(0, 50))
  }
  return groups
}

/** Several versions of one item share their address; several items with one address, or none, share a wrong name. */
function isShared(items: readonly Named[] | undefined, byGuid: boolean): boolean {
  const [first, ...others] = items ?? []
  if (first === undefined) return false
  return others.some((other) =>
    byGuid && (first.url !== null || other.url !== null)
      ? other.url !== first.url
      : other.digest !== first.digest,
  )
}

function keyOf(name: string): string {
  const key = /^https?:/i.test(name) ? (canonicalUrl(name) ?? name) : name
  return key.length > LONGEST ? `name:${hash(key)}` : key
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
