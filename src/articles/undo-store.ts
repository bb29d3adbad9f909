/**
 * What can be undone, and what is noted with each act: `publish` of `article:17`: `{ draft }`, the id of the draft that
 * it was made of; `edit` of `article:17`: `{ revision, correctionId }`, the number of the revision that was replaced and
 * the correction that readers were told of, or null; `retract` of `article:17`: `{ correctionId }`; `discard` of
 * `draft:3`: `{}`.
 */
export const UNDOABLE = ['publish', 'edit', 'retract', 'discard'] as const
export type UndoableKind = (typeof UNDOABLE)[number]

/** An act, as the list of what can be undone shows it. */
export interface UndoableAct {
  readonly id: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly actorId: number
  readonly act: UndoableKind
  readonly subject: string
  /** That of the article or the draft; null where it has none. */
  readonly title: string | null
  readonly undone: boolean
}

/**
 * What became of an attempt: `overtaken` where the article or the draft is not any more what the act made of it, so
 * that undoing would undo more than the act.
 */
export type Undone =
  | { readonly kind: 'undone'; readonly act: UndoableAct; readonly articleId: number | null }
  | { readonly kind: 'before' | 'overtaken'; readonly act: UndoableAct }
  | { readonly kind: 'unknown' }

/** The way back from editorial acts. */
export interface UndoStore {
  /** The newest acts, newest first, undone ones among them. */
  recent(limit: number): Promise<UndoableAct[]>
  /** Undoes one act, once, in one transaction, and leaves its entry in the audit log. */
  undo(id: number, actorId: number): Promise<Undone>
}
