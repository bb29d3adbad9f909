import type { Report } from '../../articles/article.ts'
import type { EditableField } from '../../messages/editing.ts'
import type { PastedPart } from '../conversation.ts'

/** A change of a published report that is typed, and not stored yet. */
export interface TypedChange {
  readonly articleId: number
  /** The revision that was seen. */
  readonly revision: number
  readonly field: EditableField
  /** The report as it would be. */
  readonly report: Report
}

/** What is asked about a published report. */
export type ChangeDialog =
  | {
      readonly waitsFor: 'article-value'
      readonly articleId: number
      readonly revision: number
      readonly field: EditableField
    }
  /** A button is to say whether it is a correction; of a long text further messages may follow at once. */
  | (TypedChange & {
      readonly waitsFor: 'article-choice'
      readonly parts: readonly PastedPart[]
      /** When the last part was sent, epoch seconds. */
      readonly sentAt: number
    })
  /** What readers are told. */
  | (TypedChange & { readonly waitsFor: 'article-note' })
  | { readonly waitsFor: 'retract-reason'; readonly articleId: number }
  | { readonly waitsFor: 'retract-choice'; readonly articleId: number; readonly reason: string }
