import type { PartialDate } from '../../arabic/dates.ts'
import type { CutReason } from '../draft.ts'

/** What a line of a page says about its report. `site` is a publisher that something better may replace. */
export interface Facts {
  readonly publisher?: string
  readonly site?: string
  readonly agency?: string
  readonly author?: string
  readonly url?: string
  readonly publishedAt?: PartialDate
  readonly summary?: string
}

/**
 * A line of the raw text, or the part of one. All pieces together are the whole text, and every piece
 * has exactly one fate: that is why nothing can be lost.
 */
export interface Piece {
  /** Line of the raw text, from 1. */
  readonly line: number
  readonly text: string
  /** The text as it is compared, see `keyOf`. */
  readonly key: string
  /** It goes on in the line of the piece before it. */
  readonly continues: boolean
  /** Code of the page stood right before it, so it may begin with what stood under a picture. */
  readonly afterCode: boolean
  readonly fate: 'body' | 'title' | CutReason
  readonly facts: Facts
  /** It ends a report: nothing but another report follows it. */
  readonly closes: boolean
  /** Headlines of other reports (or tags, or comments) follow it, cut for this reason. */
  readonly opens: CutReason | null
}

/** Why a line does not belong to the body, and what it tells. */
export interface Verdict {
  readonly reason: CutReason
  readonly facts?: Facts
  readonly closes?: boolean
  readonly opens?: CutReason
}

export function cut(piece: Piece, { reason, facts, closes, opens }: Verdict): Piece {
  return {
    ...piece,
    fate: reason,
    facts: facts ?? piece.facts,
    closes: closes ?? false,
    opens: opens ?? null,
  }
}
