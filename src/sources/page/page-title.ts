import { isMedium } from '../../articles/cleaning/agencies.ts'
import { keyOf, wordCount } from '../../articles/cleaning/shape.ts'

/** What a page calls itself, in its several places; null where it does not. */
export interface TitleCandidates {
  /** JSON-LD and OpenGraph, the most trusted first. */
  readonly told: readonly string[]
  /** The first headings of the page. */
  readonly headings: readonly string[]
  /** The `<title>`. */
  readonly windowTitle: string | null
}

/** The headline of a report, and the name of the site where only the title tells it. */
export interface PageTitle {
  readonly title: string | null
  readonly site: string | null
}

const BETWEEN = /\s*[|»·•]\s*|\s+(?:[-–—]|::?)\s+/u
/** Longest name of a site behind a headline, in words. */
const SITE_WORDS = 5

/**
 * The headline without the name of the site. A heading that one of the others repeats is what readers see, whole and
 * without additions; else what the page tells machines; else its title.
 */
export function pageTitle(
  { told, headings, windowTitle }: TitleCandidates,
  siteNames: readonly string[],
): PageTitle {
  const sites = new Set(siteNames.map(keyOf).filter((key) => key !== ''))
  const others = [...told, ...(windowTitle === null ? [] : [windowTitle])]
  const heading = headings.find(
    (text) =>
      wordCount(text) >= 2 && !sites.has(keyOf(text)) && others.some((other) => sameBeginning(other, text)),
  )
  const bare = (text: string): string => withoutSite(text, sites)
  const title =
    heading ?? told.map(bare)[0] ?? soleHeading(headings, sites) ?? (windowTitle && bare(windowTitle))
  return { title: title ?? null, site: siteBeside(windowTitle, title ?? null) }
}

/** One begins with the other, cut off or with the site's name behind it. */
function sameBeginning(one: string, other: string): boolean {
  const [a, b] = [keyOf(one), keyOf(other)]
  return (a.startsWith(b) && b.length > 8) || (b.startsWith(a) && a.length > 20) || a.endsWith(` ${b}`)
}

function soleHeading(headings: readonly string[], sites: ReadonlySet<string>): string | null {
  const own = headings.filter((text) => wordCount(text) >= 3 && !sites.has(keyOf(text)))
  return own.length === 1 ? (own[0] ?? null) : null
}

function withoutSite(text: string, sites: ReadonlySet<string>): string {
  const parts = partsOf(text)
  const isSite = (part: string | undefined): boolean =>
    part !== undefined && (sites.has(keyOf(part)) || (isMedium(part) && wordCount(part) <= SITE_WORDS))
  let [from, to] = [0, parts.length]
  while (to - from > 1 && isSite(parts[to - 1]?.text)) to--
  while (to - from > 1 && isSite(parts[from]?.text)) from++
  return text.slice(parts[from]?.start, parts[to - 1]?.end).trim()
}

/** The last part of the title where the headline stands before it, else the first where it stands behind it. */
function siteBeside(windowTitle: string | null, title: string | null): string | null {
  const [whole, key] = [keyOf(windowTitle ?? ''), keyOf(title ?? '')]
  const at = whole.indexOf(key)
  const parts = partsOf(windowTitle ?? '').map(({ text }) => text)
  const [first, last] = [parts[0] ?? '', parts.at(-1) ?? '']
  if (at < 0 || key === '') return null
  const isSite = (part: string, beside: string): boolean =>
    wordCount(part) <= SITE_WORDS && keyOf(part) !== '' && beside.includes(keyOf(part))
  if (isSite(last, whole.slice(at + key.length))) return last
  return isSite(first, whole.slice(0, at)) ? first : null
}

function partsOf(text: string): { start: number; end: number; text: string }[] {
  const parts: { start: number; end: number; text: string }[] = []
  let start = 0
  for (const { index, 0: sign } of text.matchAll(new RegExp(BETWEEN, 'gu'))) {
    parts.push({ start, end: index, text: text.slice(start, index) })
    start = index + sign.length
  }
  parts.push({ start, end: text.length, text: text.slice(start) })
  return parts.filter((part) => keyOf(part.text) !== '')
}
