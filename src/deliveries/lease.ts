/** The row that makes one process the sender. Every method is one transaction. */
export interface SenderLease {
  /**
   * Takes the lease until `until`, or renews it. False when another process holds it and it has not expired at
   * `now`, unless `force` says that the other one is known to be dead.
   */
  hold(holder: string, now: number, until: number, force?: boolean): Promise<boolean>
  /** Gives it back, if it is this holder's. */
  release(holder: string): Promise<void>
  current(): Promise<{ holder: string; until: number } | null>
}
