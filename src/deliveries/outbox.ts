import type { Rendered } from '../messages/rendered.ts'
import type { ChatAddress, StopReason } from '../readers/reader.ts'
import type { DeliveryState } from './delivery.ts'
import type { Run } from './runs.ts'

/** A delivery that a sender has claimed. */
export interface Claim extends ChatAddress, Rendered {
  readonly id: number
  readonly runId: number
  readonly silent: boolean
  /** Of the parts that have arrived already, in order: the rest is still to be sent. */
  readonly messageIds: readonly number[]
  /** Counted attempts so far. */
  readonly attempts: number
  /** Until then nobody else may take it. */
  readonly leaseUntil: number
}

/** What became of a claim; `id` is the delivery's. */
export type Settlement =
  /** Every part has arrived: the reader's cursor moves to the edition's newest article. */
  | { readonly kind: 'sent'; readonly id: number; readonly messageIds: readonly number[] }
  /** Some parts have arrived; the claim goes on, with its lease renewed. */
  | {
      readonly kind: 'part'
      readonly id: number
      readonly messageIds: readonly number[]
      readonly leaseUntil: number
    }
  | {
      readonly kind: 'later'
      readonly id: number
      readonly at: number
      readonly attempts: number
      readonly reason: string
      /** Whether Telegram refused the message for a reason that we do not know; counted in the run. */
      readonly refused: boolean
    }
  /** The reader is stopped, and whatever else waits for them is cancelled. */
  | { readonly kind: 'gone'; readonly id: number; readonly reason: StopReason }
  | { readonly kind: 'failed'; readonly id: number; readonly attempts: number; readonly reason: string }
  /** The chat, with all its topics, has another id from now on; the delivery goes there at once. */
  | { readonly kind: 'moved'; readonly id: number; readonly chatId: number; readonly attempts: number }

/** A flood wait that Telegram asked for; `chatId` null means all chats. */
export interface Hold {
  readonly chatId: number | null
  /** Epoch milliseconds. */
  readonly until: number
}

/** Deliveries on their way. Every method is one transaction. */
export interface Outbox {
  /**
   * Takes up to `limit` deliveries whose time has come, or whose lease has run out: what people asked for
   * first, then run by run, the oldest first. Runs that are not running are passed over.
   */
  claim(limit: number, now: number, leaseUntil: number): Promise<Claim[]>
  /**
   * Records results, all of them or none; one whose delivery is not claimed any more (forgotten) is passed over.
   * Gives the runs, as they are now, in which something went wrong by these results.
   */
  settle(settlements: readonly Settlement[], now: number): Promise<Run[]>
  /** Gives back claims that were not carried out; they may be taken again at `at`. Nothing is counted. */
  release(ids: readonly number[], at: number): Promise<void>
  /** At the start of the only sender: claims found then are those of a dead one. Returns how many. */
  releaseLeases(now: number): Promise<number>
  /** When there is something to claim next; null when nothing waits. */
  nextAttemptAt(): Promise<number | null>
  counts(): Promise<Record<DeliveryState, number>>
  /** Keeps a flood wait over restarts. */
  saveHold(hold: Hold): Promise<void>
  /** Flood waits that are not over at `now`; those that are, are forgotten. */
  holds(now: number): Promise<Hold[]>
}
