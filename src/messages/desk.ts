import type { PartialDate } from '../arabic/dates.ts'
import { formatPartialDate } from './dates.ts'
import type { CutReason } from './draft-facts.ts'
import type { TitleLink } from './editor.ts'
import type { Wording } from './fluent.ts'
import { EMPTY, type Html, html, joinHtml, link } from './html.ts'
import { inDirection, inserted, literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'

const LINE_LIMIT = 200
const TITLE_LIMIT = 140
const NAME_LIMIT = 60
const ADDRESS_LIMIT = 200

/** Which page of a list this is; one page says nothing. */
export interface PageOf {
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** A line of the lens. */
export interface LensLine {
  readonly line: number
  readonly text: string
  /** Why the cleaner cuts it; more than one where it cuts parts of the line. */
  readonly reasons: readonly CutReason[]
  readonly restored: boolean
}

/** What was cut of a draft, with its reason, and what was put back. */
export function lensPage(wording: Wording, input: PageOf & { lines: readonly LensLine[] }): Html {
  const lines = input.lines.map(({ line, text, reasons, restored }) => {
    const shown = literal(shorten(oneLine(text), LINE_LIMIT))
    const why = joinHtml(
      [...new Set(reasons)].map((reason) => wording.html(`cut-${reason}`)),
      wording.language === 'ar' ? '، ' : ', ',
    )
    return restored
      ? wording.html('cut-line-restored', { line, text: shown })
      : wording.html('cut-line-reason', { line, reason: why, text: shown })
  })
  const heading = lines.length === 0 ? wording.html('draft-no-cuts') : wording.html('lens-heading')
  return paged(wording, input, heading, lines)
}

/** A sentence that can be chosen, by its number in the report. */
export interface SentenceView {
  readonly number: number
  readonly text: string
  readonly chosen: boolean
}

interface LeadLimitsView {
  readonly sentences: number
  readonly characters: number
}

/** The sentences of a draft, those of its lead marked; `refusal` says why the last press changed nothing. */
export function leadChoice(
  wording: Wording,
  input: PageOf & {
    sentences: readonly SentenceView[]
    limits: LeadLimitsView
    refusal: 'too-many' | 'too-long' | null
  },
): Html {
  const { sentences: most, characters } = input.limits
  const lines = input.sentences.map(({ number, text, chosen }) =>
    wording.html(chosen ? 'lead-chosen' : 'lead-sentence', {
      number,
      text: literal(shorten(oneLine(text), LINE_LIMIT)),
    }),
  )
  const refused =
    input.refusal === null
      ? null
      : input.refusal === 'too-many'
        ? wording.html('lead-too-many', { sentences: most })
        : wording.html('lead-too-long', { characters })
  const heading = stack(wording.html('lead-choice', { sentences: most, characters }), refused)
  return paged(wording, input, heading, lines)
}

/** The paragraphs at which a draft can be split, by their numbers; `impossible` answers a press that split nothing. */
export function splitChoice(
  wording: Wording,
  input: PageOf & { paragraphs: readonly { number: number; text: string }[]; impossible: boolean },
): Html {
  const lines = input.paragraphs.map(({ number, text }) =>
    wording.html('split-paragraph', { number, text: literal(shorten(oneLine(text), LINE_LIMIT)) }),
  )
  const heading = stack(
    wording.html('split-choice'),
    input.impossible ? wording.html('split-impossible') : null,
  )
  return paged(wording, input, heading, lines)
}

/** A draft as the list of those that wait shows it. */
export interface WaitingView {
  readonly number: number
  readonly title: string | null
  readonly publisher: string | null
  readonly publishedAt: PartialDate | null
}

/** The drafts that wait for a decision. */
export function waitingDrafts(
  wording: Wording,
  input: PageOf & { drafts: readonly WaitingView[]; total: number },
): Html {
  if (input.total === 0) return wording.html('drafts-none')
  const entries = input.drafts.map(({ number, title, publisher, publishedAt }) => {
    const name =
      publisher === null ? EMPTY : html`${inserted(shorten(publisher, NAME_LIMIT), wording.language)}`
    const date = html`${formatPartialDate(publishedAt, wording.language)}`
    return wording.html('drafts-entry', {
      number,
      title: title === null ? wording.html('drafts-untitled') : literal(shorten(oneLine(title), TITLE_LIMIT)),
      facts: joinHtml([name, date], ' · '),
    })
  })
  return paged(wording, input, wording.html('drafts-heading', { count: input.total }), entries)
}

/** So many drafts of one file have no card of their own. */
export function moreDrafts(wording: Wording, input: { count: number }): Html {
  return wording.html('drafts-more', input)
}

/** Somebody who decides about drafts. */
export interface DeciderView {
  readonly isOwner: boolean
  readonly userId: number
  readonly name: string | null
}

/** Somebody else published the draft before. */
export function publishedBy(wording: Wording, input: { article: TitleLink; by: DeciderView }): Html {
  const title = link(input.article.link, literal(shorten(oneLine(input.article.title), TITLE_LIMIT)))
  return wording.html('draft-published-by', { title, name: deciderName(wording, input.by) })
}

/** Somebody else discarded the draft before. */
export function discardedBy(wording: Wording, input: { by: DeciderView }): Html {
  return wording.html('draft-discarded-by', { name: deciderName(wording, input.by) })
}

/** The draft has become the next revision of an article. */
export function revised(wording: Wording, input: TitleLink): Html {
  const title = link(input.link, literal(shorten(oneLine(input.title), TITLE_LIMIT)))
  return inDirection(wording.language, wording.html('draft-revised', { title }))
}

/**
 * The draft cannot be published: its text is too long, something in it breaks a rule, or the report that it was to revise
 * has been changed meanwhile.
 */
export function notPublishable(wording: Wording, why: 'too-long' | 'unusable' | 'overtaken'): Html {
  return wording.html(`draft-${why}`)
}

/** What is being read for an editor: the page at an address, or a file by its name. */
export type ReadingView = { readonly kind: 'page' | 'file'; readonly name: string }

/** A page or a file is being read. */
export function readingNote(wording: Wording, reading: ReadingView): Html {
  const name = nameOf(reading)
  return reading.kind === 'page'
    ? wording.html('reading-page', { address: name })
    : wording.html('reading-file', { name })
}

/** There is no report in a page or a file. */
export function nothingThere(wording: Wording, reading: ReadingView): Html {
  const name = nameOf(reading)
  return reading.kind === 'page'
    ? wording.html('nothing-in-page', { address: name })
    : wording.html('nothing-in-file', { name })
}

/** A page or a file could not be read, for a reason that there are no words for. */
export function readingFailed(wording: Wording, reading: ReadingView): Html {
  return wording.html('reading-failed', { name: nameOf(reading) })
}

function nameOf({ name }: ReadingView): string {
  return shorten(oneLine(name), ADDRESS_LIMIT)
}

function deciderName(wording: Wording, { isOwner, userId, name }: DeciderView): Html {
  if (isOwner) return wording.html('draft-owner')
  return name === null
    ? wording.html('draft-editor', { id: String(userId) })
    : html`${inserted(shorten(oneLine(name), NAME_LIMIT), wording.language)}`
}

function paged(wording: Wording, { page, pages }: PageOf, heading: Html, lines: readonly Html[]): Html {
  const place = pages > 1 ? wording.html('page-of', { page, pages }) : EMPTY
  return inDirection(wording.language, joinHtml([heading, ...lines, place], '\n\n'))
}
