import type { Account, GroupedReport, KnownEvent, Rarity } from './events.ts'

/** A happening of the story and the articles that tell of it. */
export interface StoryEvent {
  readonly id: number
  /** That of its first article. */
  readonly title: string
  /** `YYYY-MM-DD`; null where no article knows the day. */
  readonly happenedOn: string | null
  /** Ids, the one stored first first. */
  readonly articles: readonly number[]
}

/** How events are grouped; decided in `story/events`, handed to the store because it files inside its transactions. */
export interface EventRules {
  /** Reads a report the way grouping sees it. */
  read(report: GroupedReport): Account
  /** The known event that a report belongs to; null for a new one. */
  choose(account: Account, events: readonly KnownEvent[], rarity: Rarity): number | null
}

/** Where events are kept. */
export interface EventStore {
  /**
   * Files a stored article among the events, anew where it was filed before; a retracted one leaves them. To be called inside the transaction
   * that stores or changes the article, so that neither is without the other.
   */
  file(articleId: number): void
  byId(id: number): Promise<StoryEvent | null>
  /** The event an article is filed under; null where there is no such article. */
  ofArticle(articleId: number): Promise<StoryEvent | null>
  /** The event that a report on its way in would join; null for a new one. `except` is an article left out of account. */
  forReport(report: GroupedReport, except?: number): Promise<StoryEvent | null>
  /**
   * Files what has no event yet, in the order of the days: after a start with articles of before there were events.
   * A few hundred in each transaction; what a crash leaves over the next call files.
   * @returns how many articles were filed
   */
  fileMissing(): Promise<number>
}
