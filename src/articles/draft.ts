import type { PartialDate } from '../arabic/dates.ts'
import type { Span } from '../arabic/words.ts'

/** Why the cleaner left a line of the raw text out of the body. */
export type CutReason =
  | 'address'
  | 'agency-credit'
  | 'byline'
  | 'caption'
  | 'css'
  | 'disclaimer'
  | 'metadata'
  | 'page-furniture'
  | 'read-also'
  | 'related'
  | 'repeated-title'
  | 'share'
  | 'sign-off'
  | 'site-name'
  | 'site-summary'
  | 'tags'

export interface Cut {
  /** Line of the raw text, from 1. */
  readonly line: number
  /** What was cut: the whole line, or the part of it that was cut. */
  readonly text: string
  readonly reason: CutReason
  /** The rest of its line was not cut, or for another reason. Bringing the line back brings it back whole. */
  readonly part?: true
}

/** An article on its way in: what was understood (null: not found), and what was cut away. */
export interface Draft {
  readonly title: string | null
  readonly body: string
  readonly headings: readonly Span[]
  readonly publisher: string | null
  readonly agency: string | null
  readonly author: string | null
  readonly url: string | null
  readonly language: string
  readonly publishedAt: PartialDate | null
  readonly publisherSummary: readonly string[]
  readonly cuts: readonly Cut[]
  /** The sentences that an editor has chosen for the lead: offsets into `body`. Left out, they are picked. */
  readonly lead?: readonly Span[]
}
