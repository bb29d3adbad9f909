import type { Span } from '../arabic/words.ts'
import type { Article, Report } from './article.ts'
import type { PreparedReport } from './article-store.ts'

/** What readers who have received a report are told about it. */
export interface Correction {
  readonly id: number
  readonly articleId: number
  /** `restored`: what was said before is taken back, and the report stands. */
  readonly kind: 'correction' | 'retraction' | 'restored'
  /** In the editor's words; empty where there is nothing to say but the kind. */
  readonly note: string
  /** Epoch milliseconds. */
  readonly madeAt: number
}

/** An article as it stood for a while. */
export interface Version {
  /** 1 is what was published. */
  readonly revision: number
  readonly report: Report
  /** Who replaced it, and when; null for what stands now. */
  readonly replaced: { readonly by: number; readonly at: number } | null
}

/** A change of a published article. */
export interface Revision {
  readonly articleId: number
  readonly prepared: PreparedReport
  /** The sentences that carry the news, where an editor has chosen them; else the intake's own pick counts. */
  readonly lead?: readonly Span[] | undefined
  /** The revision that the editor has seen: a change to another one is refused. */
  readonly seen: number
  readonly editorId: number
  /** What readers who have received it are told; null where it is no correction. */
  readonly correction: string | null
}

/** What became of a change. */
export type Revised =
  | {
      readonly kind: 'revised'
      readonly article: Article
      /** The revision that was replaced. */
      readonly replaced: number
      readonly correctionId: number | null
      /** To how many who have received it the correction goes. */
      readonly recipients: number
    }
  /** Another article has this text. */
  | { readonly kind: 'duplicate'; readonly articleId: number }
  | { readonly kind: 'same' | 'unknown' | 'retracted' | 'overtaken' }

/** What became of a retraction; `before` where it was retracted already. */
export type Retracted =
  | { readonly kind: 'retracted'; readonly recipients: number }
  | { readonly kind: 'unknown' | 'before' }

/**
 * What may become of an article after it has been published. Each change is one transaction with its search rows,
 * its place among the events, the entry in the audit log, the way back, and what readers are to be told.
 */
export interface ArticleChanges {
  revise(revision: Revision): Promise<Revised>
  /** The article leaves lists, search, digests and events; whoever opens it is told the reason. */
  retract(retraction: { articleId: number; reason: string; editorId: number }): Promise<Retracted>
  /** Everything that the article has said, oldest first; the last one stands. Empty where there is no such article. */
  history(articleId: number): Promise<Version[]>
  /** How many deliveries have brought the article to a reader. */
  recipients(articleId: number): Promise<number>
  /** What readers are told at present about each of these articles; those without anything are left out. */
  standing(articleIds: readonly number[]): Promise<Correction[]>
}
