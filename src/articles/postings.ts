/** Which articles have a stem: how what may be like a text is found without comparing it with every article. */
export interface Postings {
  /** Ids of articles that have the stem, the newest first; at most `atMost`. */
  withStem(stem: string, atMost: number): Promise<number[]>
  /** Ids of articles that have all of the stems, the newest first. */
  withAll(stems: readonly string[], atMost: number): Promise<number[]>
  /** Ids of articles filed on these days (`YYYY-MM-DD`, both included), the latest first. */
  filedBetween(from: string, to: string, atMost: number): Promise<number[]>
}
