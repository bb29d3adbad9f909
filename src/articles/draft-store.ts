import type { Draft } from './draft.ts'

export type DraftState = 'open' | 'published' | 'discarded'

/** A draft as it waits for an editor's decision. */
export interface StoredDraft {
  readonly id: number
  readonly chatId: number
  readonly state: DraftState
  readonly draft: Draft
  /** The article it became, once published. */
  readonly articleId: number | null
}

/**
 * Drafts outlive restarts: every one is stored before it is shown. Each change is one transaction and
 * leaves its entry in the audit log.
 */
export interface DraftStore {
  /**
   * Stores the drafts of one paste. `source` names the message they came from: the same source again
   * (an update handled twice after a crash) returns the drafts that are there.
   */
  open(paste: {
    source: string
    chatId: number
    editorId: number
    drafts: readonly Draft[]
  }): Promise<StoredDraft[]>
  byId(id: number): Promise<StoredDraft | null>
  /** Replaces the content of an open draft; false when it is settled already. */
  revise(id: number, draft: Draft, editorId: number): Promise<boolean>
  /** Moves an open draft to its end; false when somebody settled it before. */
  settle(
    id: number,
    outcome: { state: 'published'; articleId: number } | { state: 'discarded' },
    editorId: number,
  ): Promise<boolean>
}
