import type { PartialDate } from '../arabic/dates.ts'

/** What the page, the feed or the post says of itself; the cleaner believes it before what the text seems to say. */
export interface MaterialFacts {
  readonly title?: string
  readonly publisher?: string
  readonly agency?: string
  readonly author?: string
  /** http or https; the canonical address where the page names one. */
  readonly url?: string
  readonly publishedAt?: PartialDate
  /** BCP 47. */
  readonly language?: string
  /** The publisher's own summary. */
  readonly summary?: readonly string[]
  /** Where a forwarded post stood at first. It stands in for what the text itself does not tell. */
  readonly origin?: MaterialOrigin
}

/** The channel or chat that a post was forwarded from. */
export interface MaterialOrigin {
  readonly name: string
  /** The post itself, where everybody may read it. */
  readonly url?: string
  readonly author?: string
  readonly postedAt?: PartialDate
}

export type MaterialKind = 'paste' | 'forward' | 'page' | 'file' | 'feed' | 'import'

/** What drafts are made from: text as it came, and what came with it. */
export interface Material {
  readonly kind: MaterialKind
  /** Names where it came from (message, file, address, feed item); the same twice makes nothing twice. */
  readonly source: string
  /** Plain text; lines as they stood. See {@link isTooLong}. */
  readonly text: string
  readonly facts: MaterialFacts
}

/** Longest text of a material, in UTF-16 units and in lines. It is cleaned at once, while everybody else waits. */
const LIMIT = { length: 1_000_000, lines: 50_000 }

/** More text than any report and the page around it could have. */
export function isTooLong(text: string): boolean {
  if (text.length > LIMIT.length) return true
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && lines <= LIMIT.lines; at = text.indexOf('\n', at + 1)) lines++
  return lines > LIMIT.lines
}
