import type { Language } from '../messages/language.ts'
import type { Edition } from './edition.ts'

/** Why a reader was owed a digest and got none. */
export type SkipReason = 'nothing_new' | 'too_late'

/** What planning needs to know about a reader. */
export interface DigestReader {
  readonly readerId: number
  readonly language: Language
  /** The newest article of the last confirmed digest; null before the first one. */
  readonly cursor: number | null
}

/** A reader whose digest is due. */
export interface DueReader extends DigestReader {
  /** Nothing is planned for a stopped reader, but their due time moves on. */
  readonly stopped: boolean
  readonly minuteOfDay: number
  readonly zone: string
  /** The due time that is stored. */
  readonly dueAt: number
}

/** One reader of a plan, with what was seen of them: a plan that is out of date by then leaves them alone. */
export interface PlannedReader {
  readonly readerId: number
  readonly slot: string
  readonly cursor: number | null
  /** The due time that was seen and the one that follows; null when the digest was asked for out of turn. */
  readonly due: { readonly from: number; readonly to: number } | null
}

export interface PlanBatch {
  readonly now: number
  readonly editions: readonly { readonly edition: Edition; readonly readers: readonly PlannedReader[] }[]
  readonly skipped: readonly { readonly reader: PlannedReader; readonly reason: SkipReason }[]
  /** Readers whose due time moves on and nothing else: stopped ones. */
  readonly passed: readonly PlannedReader[]
}

export interface PlanResult {
  /** Deliveries that now wait to be sent. */
  readonly planned: number
  /** Slots closed with a reason. */
  readonly skipped: number
  /** Readers whose plan was still true and has been carried out. */
  readonly handled: number
}

/** Where editions are kept and deliveries begin. Every method is one transaction. */
export interface EditionStore {
  /**
   * Up to `limit` readers due at `now`, the longest due first. A reader whose last digest is on its way at
   * this moment is not among them: until it has been settled nobody knows where their cursor is.
   */
  due(now: number, limit: number): Promise<DueReader[]>
  reader(chatId: number): Promise<DigestReader | null>
  /**
   * Writes editions (a key that is there already keeps its frozen text), pending deliveries (one per reader
   * and slot; one that still waits from an earlier slot is replaced, for the new one covers it), skipped
   * slots, and moves the due time of every reader handled: all or nothing.
   */
  plan(batch: PlanBatch): Promise<PlanResult>
}
