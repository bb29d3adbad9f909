import type { PartialDate } from '../arabic/dates.ts'
import type { Span } from '../arabic/words.ts'

/** One report as one publisher ran it, before it has been stored. Unknown facts are null, never guessed. */
export interface Report {
  /** 1 to {@link TITLE_LIMIT} code points, one line. */
  readonly title: string
  /** Plain text; blocks (paragraphs and sub-headings) are separated by one blank line. */
  readonly body: string
  /** Which blocks of the body are sub-headings: offsets in UTF-16 units into `body`. */
  readonly headings: readonly Span[]
  /** Who ran the report. */
  readonly publisher: string
  /** Who wrote it first, where that is somebody else: a news agency. */
  readonly agency: string | null
  readonly author: string | null
  /** http or https. */
  readonly url: string | null
  /** BCP 47, mostly `ar`. */
  readonly language: string
  readonly publishedAt: PartialDate | null
  /** The calendar day of the happening (`YYYY-MM-DD`), where it is certain. */
  readonly eventOn: string | null
  readonly topics: readonly string[]
  /** The publisher's own summary, kept beside the body, never inside it. */
  readonly publisherSummary: readonly string[]
  /** Whatever a reader must be told about the text itself, e.g. that it is a retelling. */
  readonly note: string | null
}

/** A stored report. */
export interface Article extends Report {
  readonly id: number
  /** The sentences that carry the news: offsets into `body`, in reading order. */
  readonly lead: readonly Span[]
  /** When Mujaz stored it, epoch milliseconds. */
  readonly addedAt: number
  /** 1, and one more for each change after publishing. */
  readonly revision: number
  /** Null while the report stands. */
  readonly retraction: Retraction | null
}

/** Why and when a report was taken back. */
export interface Retraction {
  /** What readers are told; null where its publishing was undone. */
  readonly reason: string | null
  /** Epoch milliseconds. */
  readonly at: number
}

/** Longest title, in code points: it must fit a card together with the lead. */
export const TITLE_LIMIT = 300
/** Longest body, in UTF-16 units: some 30,000 words, far above any news report. */
export const BODY_LIMIT = 200_000
/** Longest name of a publisher, agency or author, in code points. */
export const NAME_LIMIT = 120

/** The literal sentences of the lead, as they stand in the body. */
export function leadText(article: Pick<Article, 'body' | 'lead'>): string {
  return article.lead.map(({ start, end }) => article.body.slice(start, end)).join(' ')
}

/** The day an article is filed under: its event, else its publication; null when neither is known to the day. */
export function filedOn(article: Pick<Report, 'eventOn' | 'publishedAt'>): string | null {
  if (article.eventOn !== null) return article.eventOn
  const value = article.publishedAt?.value.slice(0, 10)
  return value?.length === 10 ? value : null
}
