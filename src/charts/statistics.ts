import type { StopReason } from '../readers/reader.ts'

/** How many reports of one publisher stand under one month. */
export interface MonthCount {
  /** `YYYY-MM` of the day a report is filed under; null where that is not known to the month. */
  readonly month: string | null
  readonly publisher: string
  readonly count: number
}

/** Everything `/stats` shows, counted at one moment. */
export interface Figures {
  readonly articles: {
    /** Those that stand; what was retracted is counted apart. */
    readonly published: number
    readonly retracted: number
    /** Of those that stand, in the order of months, the unknown one first. */
    readonly byMonth: readonly MonthCount[]
  }
  readonly readers: {
    /** With a subscription, and reachable. */
    readonly subscribed: number
    /** Those that cannot be written to, the most frequent reason first; reasons that nobody has are left out. */
    readonly stopped: readonly { readonly reason: StopReason; readonly count: number }[]
  }
  /** Deliveries that were planned since the moment asked for, by what became of them. */
  readonly deliveries: {
    readonly sent: number
    readonly skipped: number
    readonly gone: number
    readonly failed: number
    readonly waiting: number
  }
  readonly feeds: {
    /** Polled, those that fail included. */
    readonly active: number
    readonly failing: number
    readonly paused: number
  }
  /** What somebody or something has still to do. */
  readonly waiting: {
    readonly drafts: number
    readonly deliveries: number
    /** Corrections on their way to those who have received the report. */
    readonly amendments: number
  }
}

/** Counts the instance. Read only. */
export interface Statistics {
  /** @param since from when on deliveries are counted, epoch milliseconds */
  figures(since: number): Promise<Figures>
}
