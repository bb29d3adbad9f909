import type { PartialDate } from '../arabic/dates.ts'
import { credit } from './card.ts'
import { formatDay, formatPartialDate } from './dates.ts'
import type { Wording } from './fluent.ts'
import { EMPTY, type Html, html, joinHtml, link } from './html.ts'
import { inDirection, literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'

export type RadarVerdict = 'new' | 'copy' | 'near-copy' | 'revision' | 'same-event' | 'foreign'

/** What the radar has seen, as far as the card shows it. */
export interface RadarView {
  readonly verdict: RadarVerdict
  /** The nearest stored report and the address that opens it. */
  readonly nearest: {
    readonly title: string
    readonly publisher: string
    readonly agency: string | null
    readonly publishedAt: PartialDate | null
    readonly link: string
  } | null
  /** 0 to 1. */
  readonly overlap: number
  readonly relevance: {
    readonly found: readonly string[]
    readonly missing: readonly string[]
    readonly inPassing: boolean
  }
  readonly event: {
    readonly title: string
    /** `YYYY-MM-DD` */
    readonly happenedOn: string | null
    /** How many reports tell of it already. */
    readonly count: number
  } | null
}

const TITLE_LIMIT = 160
const NAME_LIMIT = 60
const WORD_LIMIT = 40
const WORDS_SHOWN = 8

/** The lines of a draft's card that say what the report is to what is stored, and why. */
export function radarLines(wording: Wording, view: RadarView): Html {
  const { verdict, relevance } = view
  const kin = verdict !== 'new' && verdict !== 'foreign'
  const words = (list: readonly string[]) => quotedWords(wording, list)
  return inDirection(
    wording.language,
    stack(
      verdict === 'near-copy'
        ? wording.html('radar-near-copy', { percent: percentOf(view.overlap) })
        : wording.html(`radar-${verdict}`),
      kin && view.nearest !== null ? nearestLine(wording, view.nearest) : null,
      kin || verdict === 'new' ? eventLine(wording, view.event) : null,
      relevance.missing.length === 0
        ? null
        : wording.html('radar-missing', { words: words(relevance.missing) }),
      relevance.inPassing ? wording.html('radar-in-passing') : null,
      relevance.found.length === 0 ? null : wording.html('radar-words', { words: words(relevance.found) }),
    ),
  )
}

function nearestLine(wording: Wording, nearest: NonNullable<RadarView['nearest']>): Html {
  return wording.html('radar-nearest', {
    title: link(nearest.link, titleOf(nearest.title)),
    credit: credit(wording, nearest, NAME_LIMIT),
    date: html`${formatPartialDate(nearest.publishedAt, wording.language)}`,
  })
}

function eventLine(wording: Wording, event: RadarView['event']): Html {
  if (event === null) return wording.html('radar-event-new')
  const facts = { title: titleOf(event.title), count: event.count }
  return event.happenedOn === null
    ? wording.html('radar-event', facts)
    : wording.html('radar-event-day', {
        ...facts,
        day: html`${formatDay(event.happenedOn, wording.language)}`,
      })
}

function titleOf(title: string): Html {
  return literal(shorten(oneLine(title), TITLE_LIMIT))
}

function quotedWords(wording: Wording, words: readonly string[]): Html {
  const shown = words
    .slice(0, WORDS_SHOWN)
    .map((word) => html`«${literal(shorten(oneLine(word), WORD_LIMIT))}»`)
  return shown.length === 0 ? EMPTY : joinHtml(shown, wording.language === 'ar' ? '، ' : ', ')
}

/** Whole percents; a copy of which a word was changed is not said to be the whole. */
function percentOf(share: number): number {
  return share < 1 ? Math.min(99, Math.round(share * 100)) : 100
}
