import type { PreparedReport } from './article-store.ts'
import type { Draft } from './draft.ts'
import type { Material } from './material.ts'

export type DraftState = 'open' | 'published' | 'discarded'

/** A draft as it waits for an editor's decision. */
export interface StoredDraft {
  readonly id: number
  /** Where it was opened; null for what waits for any editor (feeds). */
  readonly chatId: number | null
  readonly state: DraftState
  readonly draft: Draft
  /** The article it became, once published. */
  readonly articleId: number | null
  /** What it was made from; null for drafts older than materials: what was cut of them cannot come back. */
  readonly materialId: number | null
  /** Which of the reports of its material it is, from 0; there are `count`. */
  readonly place: number
  readonly count: number
  /** Lines of the material that were cut and put back. */
  readonly restored: readonly number[]
  /** The article whose next revision it became; null for one of its own. */
  readonly revises: number | null
  /** Who published or discarded it. */
  readonly settledBy: number | null
}

/** What an editor changes about a draft; what is left out stays. */
export interface DraftChange {
  readonly draft: Draft
  readonly restored?: readonly number[]
}

/** A part of a material that was split, and the drafts that were made of it. */
export interface SplitPart {
  readonly material: Material
  readonly restored: readonly number[]
  readonly drafts: readonly Draft[]
}

export type PublishOutcome =
  /** `added` is false where the same text was stored already: then the article is that one, and nothing can be undone. */
  | { readonly kind: 'published'; readonly articleId: number; readonly added: boolean }
  /** Somebody has published or discarded it before. */
  | { readonly kind: 'settled'; readonly draft: StoredDraft }
  /** The article that it was to revise has been changed or retracted meanwhile; the draft stays open. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'unknown' }

/** An article that a draft revises. */
export interface RevisedArticle {
  readonly articleId: number
  /** The revision that the editor has seen. */
  readonly seen: number
}

/**
 * Drafts outlive restarts: every one is stored, with what it was made from, before it is shown. Each method is one
 * transaction; each change leaves its entry in the audit log.
 */
export interface DraftStore {
  /**
   * Stores a material and the drafts made of it. The same source again (an update handled twice after a crash) opens
   * nothing and returns the drafts that are there. Drafts named in `replaces` give way to the new ones.
   */
  open(opened: {
    material: Material
    chatId: number
    editorId: number
    drafts: readonly Draft[]
    replaces?: readonly number[]
  }): Promise<StoredDraft[]>
  byId(id: number): Promise<StoredDraft | null>
  /** Open drafts of everybody, those of feeds included, the newest first. */
  waiting(page: { offset: number; limit: number }): Promise<{ drafts: StoredDraft[]; total: number }>
  materialOf(draft: Pick<StoredDraft, 'materialId'>): Promise<Material | null>
  /** Replaces the content of an open draft; false when it is settled already. */
  revise(id: number, change: DraftChange, editorId: number): Promise<boolean>
  /**
   * Puts two materials in the place of an open draft's: the draft becomes the first of the first part, all others are
   * opened beside it. Null when it is settled already.
   */
  split(id: number, parts: readonly [SplitPart, SplitPart], editorId: number): Promise<StoredDraft[] | null>
  /**
   * Stores the article with its search row and its place among the events, and settles the draft; pressed twice, or by
   * two editors at once, this happens once. It can be undone: see `UNDOABLE`.
   *
   * @param revises puts it in the place of an article instead, as its next revision
   */
  publish(
    id: number,
    prepared: PreparedReport,
    editorId: number,
    revises?: RevisedArticle | null,
  ): Promise<PublishOutcome>
  /** False when it is settled already. It can be undone: see `UNDOABLE`. */
  discard(id: number, editorId: number): Promise<boolean>
}
