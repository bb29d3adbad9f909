import type { AmendmentState } from './corrections.ts'
import type { DeliveryState } from './delivery.ts'

/** One slot of a reader, as an owner looks into it. */
export interface PastDelivery {
  readonly id: number
  readonly slot: string
  readonly runId: number
  readonly state: DeliveryState
  /** Why it was not sent, or what the last attempt ran into. */
  readonly reason: string | null
  /** Counted attempts. */
  readonly attempts: number
  /** Null: skipped, there was nothing to send. */
  readonly edition: {
    readonly id: number
    readonly since: number | null
    readonly upTo: number
    readonly articles: number
    readonly parts: number
  } | null
  /** How many parts have arrived. */
  readonly arrived: number
  /** Epoch milliseconds. */
  readonly plannedAt: number
  /** When it may be taken next; null once it has ended. */
  readonly availableAt: number | null
  readonly settledAt: number | null
  /** The corrections of its reports that have reached the reader, or are to. */
  readonly amendments: readonly PastAmendment[]
}

/** One correction on its way to a reader. */
export interface PastAmendment {
  readonly articleId: number
  readonly state: AmendmentState
}

/** What has been sent, and what has not: for `/why` and for the operator. */
export interface DeliveryHistory {
  /** The newest slots of a reader, newest first. */
  ofReader(readerId: number, limit: number): Promise<PastDelivery[]>
}
