import type { Span } from '../arabic/words.ts'
import type { Article, Report } from './article.ts'

/** The words of a text in reading order: folded, and their stems. */
interface IndexedField {
  readonly words: readonly string[]
  readonly stems: readonly string[]
}

export interface IndexedText {
  readonly title: IndexedField
  readonly body: IndexedField
}

/** A report that the intake has checked and prepared, ready to be stored. */
export interface PreparedReport {
  readonly report: Report
  readonly lead: readonly Span[]
  /** What the search index holds of it. */
  readonly text: IndexedText
  /** Identity of the text: equal for equal folded title and body. */
  readonly fingerprint: string
  /** The address of the page without what does not name it (see {@link ArticleStore.byCanonicalUrl}); none where it is left out. */
  readonly canonicalUrl?: string | null
}

export interface Stored {
  readonly article: Article
  /** False where the same text was there already: then `article` is the one that is kept. */
  readonly added: boolean
}

/** Where articles are kept. Every method is one transaction. */
export interface ArticleStore {
  /** Stores all or none, search rows included; a text that is there already is not stored again. */
  addAll(reports: readonly PreparedReport[]): Promise<Stored[]>
  byId(id: number): Promise<Article | null>
  byFingerprint(fingerprint: string): Promise<Article | null>
  /** The newest article of this page; the address as `canonicalUrl` gives it. */
  byCanonicalUrl(url: string): Promise<Article | null>
  /**
   * Notes the addresses of articles that were stored without them, before radar looked for them.
   * @returns how many
   */
  noteCanonicalUrls(canonicalUrl: (url: string) => string | null): Promise<number>
  /** In the order of the ids given; unknown ids are left out. */
  byIds(ids: readonly number[]): Promise<Article[]>
  /**
   * Newest first by the day of the event, else of publication; articles without a date come last,
   * among equals the one stored last comes first.
   */
  latest(page: { offset: number; limit: number }): Promise<Article[]>
  /** Those filed on a day, or in a month or year (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`), in the order of {@link latest}. */
  filedIn(
    period: string,
    page: { offset: number; limit: number },
  ): Promise<{ articles: Article[]; total: number }>
  /** The nearest days before and after the period that an article is filed on; null where there is none. */
  daysAround(period: string): Promise<{ before: string | null; after: string | null }>
  count(): Promise<number>
  /** Every publisher and agency there is an article of. */
  publishers(): Promise<string[]>
  /**
   * Ids of the articles stored after the one with id `cursor` up to and including `upTo`, oldest first.
   * Ids rise with every article stored and are never used again, so a cursor is an id.
   */
  idsBetween(cursor: number, upTo: number): Promise<number[]>
  /** The highest id given so far; 0 in an empty store. */
  newestId(): Promise<number>
}
