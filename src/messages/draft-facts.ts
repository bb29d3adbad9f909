import type { PartialDate } from '../arabic/dates.ts'
import { formatPartialDate } from './dates.ts'
import type { Wording } from './fluent.ts'
import { EMPTY, type Html, html, joinHtml, link } from './html.ts'
import { literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'

/** What was understood of a report on its way in; null means not found. */
export interface DraftView {
  readonly title: string | null
  readonly publisher: string | null
  readonly agency: string | null
  readonly author: string | null
  readonly url: string | null
  readonly publishedAt: PartialDate | null
  /** BCP 47. */
  readonly language: string
  /** The literal sentences of the lead. */
  readonly lead: string
  /** Words of the body. */
  readonly wordCount: number
  readonly publisherSummary: readonly string[]
}

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

/** A line that was left out of the body, and why. */
export interface CutView {
  readonly line: number
  readonly text: string
  readonly reason: CutReason
}

export type MissingPart = 'title' | 'publisher' | 'date'

const TITLE_LIMIT = 300
const NAME_LIMIT = 120
const ADDRESS_LIMIT = 120

/** Which draft of a paste this is. */
export function heading(wording: Wording, { position, count }: { position: number; count: number }): Html {
  return count === 1 ? wording.html('draft-heading') : wording.html('draft-heading-of', { position, count })
}

/** What was understood, one line each. */
export function understood(wording: Wording, draft: DraftView): Html[] {
  const { title, publisher, agency, author, url, publishedAt, language } = draft
  const name = (text: string) => shorten(oneLine(text), NAME_LIMIT)
  const date = html`${formatPartialDate(publishedAt, wording.language)}`
  return [
    title === null
      ? EMPTY
      : wording.html('draft-title', { title: html`<b>${literal(shorten(oneLine(title), TITLE_LIMIT))}</b>` }),
    publisher === null ? EMPTY : wording.html('draft-publisher', { publisher: name(publisher) }),
    agency === null ? EMPTY : wording.html('draft-agency', { agency: name(agency) }),
    author === null ? EMPTY : wording.html('author', { author: name(author) }),
    publishedAt === null
      ? EMPTY
      : wording.html('draft-published', {
          date,
          precision: wording.html(`precision-${publishedAt.precision}`),
        }),
    // The address itself is what is shown: a link under other words could lead anywhere.
    url === null
      ? EMPTY
      : wording.html('draft-address', { address: link(url, literal(shorten(oneLine(url), ADDRESS_LIMIT))) }),
    wording.html('draft-language', { name: languageName(wording, language) }),
    wording.html('draft-words', { count: draft.wordCount }),
    draft.publisherSummary.length === 0
      ? EMPTY
      : wording.html('draft-summary', { count: draft.publisherSummary.length }),
  ]
}

/** The names of what was not found. */
export function missingParts(wording: Wording, missing: readonly MissingPart[]): Html {
  return joinHtml(
    missing.map((part) => wording.html(`part-${part}`)),
    comma(wording),
  )
}

/** How many lines were cut, and how many of them for each reason, the most frequent first. */
export function cutCounts(wording: Wording, cuts: readonly CutView[]): Html {
  const counts = new Map<CutReason, number>()
  for (const { reason } of cuts) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const reasons = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => html`${wording.html(`cut-${reason}`)} (${count})`)
  return stack(wording.html('draft-cuts', { count: cuts.length }), joinHtml(reasons, comma(wording)))
}

function comma({ language }: Wording): string {
  return language === 'ar' ? '، ' : ', '
}

function languageName(wording: Wording, tag: string): string {
  try {
    return new Intl.DisplayNames([wording.language], { type: 'language' }).of(tag) ?? tag
  } catch {
    return shorten(oneLine(tag), 40) // not a tag: shown as it came
  }
}
