import { createIntake } from '../src/articles/intake.ts'
import { systemClock } from '../src/clock.ts'
import { createSearch } from '../src/search/engine.ts'
import { planSearch } from '../src/search/query.ts'
import type { SearchPlan } from '../src/search/search-index.ts'
import { readSeeds } from '../src/sources/seeds.ts'
import { createArticleStore } from '../src/sqlite/articles.ts'
import { openDatabase } from '../src/sqlite/database.ts'
import { migrate } from '../src/sqlite/migrate.ts'
import { createSearchIndex } from '../src/sqlite/search.ts'
import { createSpellings } from '../src/story/spellings.ts'
import type { NamedReport } from './quality.ts'

export const TODAY = '2026-06-01'

/** The store, the story and the search as the bot has them. */
export interface BenchBot {
  plan(text: string): SearchPlan
  readonly search: ReturnType<typeof createSearch>
  /** The name of the report that was stored under an id. */
  nameOf(articleId: number): string
  close(): void
}

export async function openBot(reports: readonly NamedReport[]): Promise<BenchBot> {
  const database = await openDatabase(':memory:')
  migrate(database, systemClock.now())
  const articles = createArticleStore(database, systemClock)
  const stored = await createIntake(articles).add(reports.map(({ report }) => report))
  const names = new Map(stored.map(({ article }, at) => [article.id, reports[at]?.id ?? '']))
  const spellings = createSpellings(readSeeds().story.entities)
  const publishers = await articles.publishers()
  const search = createSearch(createSearchIndex(database))
  await search.warmUp()
  return {
    plan: (text) =>
      planSearch(text, { spellingsOf: (words) => spellings.of(words), publishers, today: TODAY }),
    search,
    nameOf: (articleId) => names.get(articleId) ?? '',
    close: () => {
      database.close()
    },
  }
}
