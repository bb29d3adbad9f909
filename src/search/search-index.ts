/** Stems that must stand next to each other, in this order. */
export type Phrase = readonly string[]

/** One thing the reader asked for: any of its phrases will do (spellings, translations). */
export interface Term {
  readonly anyOf: readonly Phrase[]
}

/** What to look for; made by `search/query`, safe by construction: phrases of stems, never an index's own syntax. */
export interface SearchPlan {
  readonly terms: readonly Term[]
}

export interface Hit {
  readonly articleId: number
  /** Higher is better; comparable within one result only. */
  readonly score: number
}

export interface SearchResult {
  /** How many articles match in all. */
  readonly total: number
  /** `any` where no article has all the terms and those that have some are given instead. */
  readonly matched: 'all' | 'any'
  readonly hits: readonly Hit[]
}

export interface SearchIndex {
  /** Articles that match all terms, best first; where none does, those that match any. */
  find(plan: SearchPlan, page: { offset: number; limit: number }): Promise<SearchResult>
}
