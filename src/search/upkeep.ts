/** Where an index and its articles do not agree. */
export interface Drift {
  /** Articles without a row, or with rows of another text. */
  readonly missing: number
  /** Rows without an article. */
  readonly orphaned: number
}

/** Keeps the index true to the articles. */
export interface SearchUpkeep {
  /** The version of the rules that made the rows; null in a store that has none. */
  rules(): Promise<number | null>
  /** Compares every article with its rows, and asks FTS5 whether it is sound. */
  drift(): Promise<Drift>
  /**
   * Makes all rows anew, in one transaction: searches see the old ones until it ends.
   * @param progress told the share that is done, 0 to 1
   */
  rebuild(rules: number, progress: (done: number) => void): Promise<void>
  /** Puts the parts together into which the index falls as it grows: searches ask each of them. In small steps. */
  tidy(): Promise<void>
}
