/** Stems that must stand next to each other, in this order. */
export type Phrase = readonly string[]

/** One thing the reader asked for: any of its phrases will do (spellings, translations). */
export interface Term {
  readonly anyOf: readonly Phrase[]
}

/** A word of a query as it is folded, and its stem. */
export interface QueryWord {
  readonly folded: string
  readonly stem: string
}

/** What to look for; made by `search/query`, safe by construction: stems and days, never an index's own syntax. */
export interface SearchPlan {
  /** What an article should have: all of it, or where none does, some of it. */
  readonly terms: readonly Term[]
  /** The words behind the terms, in the order in which they were typed: what ranking compares letter by letter. */
  readonly words: readonly QueryWord[]
  /** What an article must have. */
  readonly must: readonly Phrase[]
  /** What it must not have. */
  readonly without: readonly Term[]
  /** First and last day (`YYYY-MM-DD`) under which it may be filed. */
  readonly since: string | null
  readonly until: string | null
  /** Publishers or agencies, as they are stored; null for any. */
  readonly sources: readonly string[] | null
}

export type SearchOrder = 'relevance' | 'newest'

/** Which of the results are wanted. */
export interface Page {
  readonly order: SearchOrder
  readonly offset: number
  readonly limit: number
}

/** What a hit owes its place to, for owners who ask; the sum is the score. */
export interface RankReason {
  readonly what: 'words' | 'opening' | 'title' | 'letters' | 'nearness'
  readonly points: number
}

export interface Hit {
  readonly articleId: number
  /** Higher is better; comparable within one result only. */
  readonly score: number
  readonly reasons: readonly RankReason[]
}

/** A word that is not in any article, and the near ones that were looked for in its place. */
export interface Widened {
  readonly word: string
  readonly to: readonly string[]
}

export interface SearchResult {
  /** How many articles match in all; counting stops at two hundred. */
  readonly total: number
  /** `any` where no article has all the terms and those that have some are given instead. */
  readonly matched: 'all' | 'any'
  readonly hits: readonly Hit[]
  /** Words that were unknown, with what stood in for them; as stems they are among the hits of a snippet. */
  readonly widened: readonly Widened[]
}

/** Finds articles; see `search/engine`. */
export interface Search {
  /** Learns what has been stored, so that the next reader who asks does not wait for it, and keeps what it counted. */
  warmUp(): Promise<void>
  /** Takes notice of an article that has been changed since it was learnt: its new words are known from now on. */
  relearn(articleId: number): Promise<void>
  find(plan: SearchPlan, page: Page): Promise<SearchResult>
}

/** Which articles an index is asked for. */
export interface Match {
  readonly terms: readonly Term[]
  /** Whether an article needs all of the terms or one of them. */
  readonly need: 'all' | 'any'
  readonly must: readonly Phrase[]
  readonly without: readonly Term[]
  readonly since: string | null
  readonly until: string | null
  readonly sources: readonly string[] | null
}

/** A word of the vocabulary. */
export interface KnownWord {
  readonly id: number
  /** Folded. */
  readonly word: string
}

/** An article as ranking reads it: the numbers of its words in order, those of the title first. */
export interface WordList {
  readonly titleLength: number
  readonly words: Uint32Array
}

export interface IndexedArticle {
  readonly articleId: number
  readonly list: WordList
}

/** What has been counted in all articles up to one; kept, so that a new process need not read them again. */
export interface WordCounts {
  /** The last article that was counted. */
  readonly upTo: number
  readonly articles: number
  /** Words of all articles, each as often as it stands there. */
  readonly places: number
  /** In how many articles each word stands, by its id. */
  readonly articlesOf: Uint32Array
}

/** What an index holds and can be asked; what to ask and how to rank is decided in `search/engine`. */
export interface SearchIndex {
  /** Ids of the newest `atMost` matches: the last to arrive where words are asked for, else those of the last days. */
  matches(match: Match, atMost: number): Promise<number[]>
  /** Ids of the best `limit` by frequency of the stems; only the newest `window` matches are looked at. */
  best(match: Match, page: { window: number; limit: number }): Promise<number[]>
  /** The same ids, those of the last days first. */
  byDay(ids: readonly number[]): Promise<number[]>
  /** Up to `limit` words with an id above `id`, in order. */
  wordsAfter(id: number, limit: number): Promise<KnownWord[]>
  /** Up to `limit` articles with an id above `id`, in order. */
  articlesAfter(id: number, limit: number): Promise<IndexedArticle[]>
  articles(ids: readonly number[]): Promise<IndexedArticle[]>
  /** The counts that were kept last. */
  counts(): Promise<WordCounts>
  /** Keeps counts for the next process, unless the index was made anew since this one read the last ones. */
  keepCounts(counts: WordCounts): Promise<void>
}
