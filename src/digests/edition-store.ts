import type { Language } from '../messages/language.ts'
import type { Rendered } from '../messages/rendered.ts'
import type { DigestLength, Preferences } from '../readers/subscription.ts'
import type { Edition } from './edition.ts'

/** Why a reader was owed a digest and got none. */
export type SkipReason = 'nothing_new'

/** What planning needs to know about a reader. */
export interface DigestReader {
  readonly readerId: number
  readonly language: Language
  readonly length: DigestLength
  /** The newest article of the last confirmed digest; null before the first one. */
  readonly cursor: number | null
}

/** A place in the order of due times. */
export interface DueMark {
  /** The due time that is stored, epoch milliseconds. */
  readonly dueAt: number
  readonly readerId: number
}

/** A reader whose digest is due. */
export interface DueReader extends DigestReader {
  /** Nothing is planned for a stopped reader, but their due time moves on. */
  readonly stopped: boolean
  /** One object for all readers who chose the same: it may serve as a key. */
  readonly preferences: Preferences
  /** The due time that is stored. */
  readonly dueAt: number
}

/** One reader of a plan, with what was seen of them: a plan that is out of date by then leaves them alone. */
export interface PlannedReader {
  readonly readerId: number
  readonly slot: string
  readonly cursor: number | null
  /**
   * When it may go out, epoch milliseconds: a due moment that is past, or the end of the reader's quiet hours. What
   * may go out earlier is sent earlier.
   */
  readonly availableAt: number
  readonly silent: boolean
  /** The due time that was seen and the one that follows; null when the digest was asked for out of turn. */
  readonly due: { readonly from: number; readonly to: number } | null
}

export interface PlanBatch {
  readonly now: number
  /** The run that deliveries join; null: a new one, made when there is something to deliver. */
  readonly runId: number | null
  readonly editions: readonly { readonly edition: Edition; readonly readers: readonly PlannedReader[] }[]
  readonly skipped: readonly { readonly reader: PlannedReader; readonly reason: SkipReason }[]
  /** Readers whose due time moves on and nothing else: stopped ones. */
  readonly passed: readonly PlannedReader[]
  /** Whether the same would be planned again if a power cut took it back: then nobody waits for the disk. */
  readonly repeatable: boolean
}

export interface PlanResult {
  /** The run that the deliveries belong to; null when there was none to make. */
  readonly runId: number | null
  /** Deliveries that now wait to be sent. */
  readonly planned: number
  /** Slots closed with a reason. */
  readonly skipped: number
  /** Readers whose plan was still true and has been carried out. */
  readonly handled: number
}

/** An edition that a reader has received, as it was. */
export interface ReceivedEdition extends Rendered {
  readonly articleIds: readonly number[]
  readonly slot: string
  readonly sentAt: number
}

/** The run of what people ask for out of turn; it is always there, and goes before all others. */
export const DIRECT_RUN = 1

/** Where editions are kept and deliveries begin. Every method is one transaction. */
export interface EditionStore {
  /** Up to `limit` readers due at `now`, the longest due first, from behind `after` on. */
  dueMarks(now: number, after: DueMark | null, limit: number): Promise<DueMark[]>
  /** Those of the readers who are still due at `now`, in the order given. */
  due(readerIds: readonly number[], now: number): Promise<DueReader[]>
  reader(readerId: number): Promise<DigestReader | null>
  /**
   * Carries out what is still true: leaves a reader alone who has changed since, and one whose last digest is on its
   * way at this moment, for until it has been settled nobody knows where their cursor is; they stay due.
   *
   * Writes editions (a key that is there already keeps its frozen text), pending deliveries (one per reader
   * and slot; one that still waits from an earlier slot is replaced, for the new one covers it), skipped
   * slots, and moves the due time of every reader handled: all or nothing. Counts what it plans in the run.
   */
  plan(batch: PlanBatch): Promise<PlanResult>
  /** What the reader has received for a local day (`YYYY-MM-DD`), in order; for null, their newest edition alone. */
  received(readerId: number, day: string | null): Promise<ReceivedEdition[]>
}
