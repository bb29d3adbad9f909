import type { Span } from '../arabic/words.ts'
import type { Report } from './article.ts'
import type { PreparedReport } from './article-store.ts'

/** A stored article with everything that an export must keep. */
export interface ArchivedArticle extends Report {
  /** A UUID, given once and kept through every change, export and import. */
  readonly uid: string
  /** The sentences that carry the news: offsets into `body`. */
  readonly lead: readonly Span[]
  /** 1, and one more for each change after publishing. */
  readonly revision: number
  /** Null while the report stands. */
  readonly retraction: {
    readonly reason: string | null
    /** Epoch milliseconds. */
    readonly at: number
  } | null
  /** When it was first stored, epoch milliseconds. */
  readonly addedAt: number
  /** When it was last changed or retracted, or added where neither has happened; epoch milliseconds. */
  readonly changedAt: number
}

/** What is restored of an article besides its report. */
export interface ArchivedFacts extends Pick<ArchivedArticle, 'revision' | 'retraction' | 'addedAt'> {
  /** Null where the article has none yet: it gets one. */
  readonly uid: string | null
  /** Null where the lead that the intake has picked is as good as any. */
  readonly lead: readonly Span[] | null
}

/** A part of the archive. */
export interface ArchiveSlice {
  readonly articles: readonly ArchivedArticle[]
  /** Where the next slice begins; null at the end. */
  readonly next: number | null
}

/** All articles, retracted ones included, for taking out and putting back. */
export interface ArticleArchive {
  /** The articles behind `after` (0 is the beginning) in the order they were stored. */
  slice(after: number, limit: number): Promise<ArchiveSlice>
  /** How many there are, when the latest change was (epoch milliseconds, 0 in an empty store), and how large their texts are (bytes). */
  extent(): Promise<{ count: number; changedAt: number; bytes: number }>
  /**
   * Puts articles back in one transaction, search rows included. An article is there already when its uid is, or its text.
   * @returns for each in turn whether it was stored
   */
  restore(entries: readonly { prepared: PreparedReport; facts: ArchivedFacts }[]): Promise<boolean[]>
}
