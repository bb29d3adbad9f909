import { TEXT_RULES } from './arabic/rules.ts'
import type { ArticleStore } from './articles/article-store.ts'
import type { DraftStore } from './articles/draft-store.ts'
import { indexedText } from './articles/indexed-text.ts'
import { createIntake, type Intake } from './articles/intake.ts'
import type { ConversationStore } from './bot/conversation.ts'
import type { Inbox } from './bot/inbox.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { DeliveryHistory } from './deliveries/history.ts'
import type { SenderLease } from './deliveries/lease.ts'
import type { Outbox } from './deliveries/outbox.ts'
import type { RunStore } from './deliveries/runs.ts'
import type { EditionStore } from './digests/edition-store.ts'
import type { EditorStore } from './editors/editor-store.ts'
import type { Log } from './log.ts'
import type { ReaderStore } from './readers/reader-store.ts'
import { createSearch } from './search/engine.ts'
import type { Search } from './search/search-index.ts'
import type { SearchUpkeep } from './search/upkeep.ts'
import { readSeeds } from './sources/seeds.ts'
import { createArticleStore } from './sqlite/articles.ts'
import { createConversationStore } from './sqlite/conversation.ts'
import { openDatabase } from './sqlite/database.ts'
import { createDeliveryHistory } from './sqlite/delivery-history.ts'
import { createDraftStore } from './sqlite/drafts.ts'
import { createEditionStore } from './sqlite/editions.ts'
import { createEditorStore } from './sqlite/editors.ts'
import { createInbox } from './sqlite/inbox.ts'
import { migrate } from './sqlite/migrate.ts'
import { createOutbox } from './sqlite/outbox.ts'
import { createReaderStore } from './sqlite/readers.ts'
import { createRunStore } from './sqlite/runs.ts'
import { createSearchIndex } from './sqlite/search.ts'
import { createSearchUpkeep } from './sqlite/search-upkeep.ts'
import { createSenderLease } from './sqlite/sender-lease.ts'
import { createStoryStore } from './sqlite/story.ts'
import type { Story } from './story/aliases.ts'
import { createSpellings, type Spellings } from './story/spellings.ts'

/** The store and what stands on it, without anything that runs by itself. */
export interface App {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly articles: ArticleStore
  readonly intake: Intake
  readonly drafts: DraftStore
  readonly search: Search
  readonly searchUpkeep: SearchUpkeep
  readonly story: Story | null
  readonly spellings: Spellings
  readonly readers: ReaderStore
  readonly editors: EditorStore
  readonly editions: EditionStore
  readonly outbox: Outbox
  readonly runs: RunStore
  readonly lease: SenderLease
  readonly history: DeliveryHistory
  readonly inbox: Inbox
  readonly conversation: ConversationStore
  close(): void
}

/**
 * Opens the store, brings it up to date, fills an empty one with the seeds, and builds the capabilities.
 *
 * @param onReindex told the share that is done (0 to 1) when the search index has to be made anew
 * @throws MujazError when the database, a migration or a seed cannot be used
 */
export async function openApp(
  config: Config,
  { clock, log, onReindex }: { clock: Clock; log: Log; onReindex?: (done: number) => void },
): Promise<App> {
  const database = await openDatabase(config.databasePath)
  try {
    const migrations = migrate(database, clock.now())
    if (migrations.length > 0) log.info('database migrated', { migrations })
    const articles = createArticleStore(database, clock)
    const intake = createIntake(articles)
    const stories = createStoryStore(database)
    const searchUpkeep = createSearchUpkeep(database, indexedText)
    const before = await articles.count()
    await followRules(searchUpkeep, log, before === 0 ? undefined : onReindex)
    if (config.seed && before === 0) {
      const seeds = readSeeds()
      await stories.replace(seeds.story)
      const stored = await intake.add(seeds.reports)
      log.info('seeds loaded', { articles: stored.length, entities: seeds.story.entities.length })
    }
    const story = await stories.current()
    return {
      config,
      clock,
      log,
      articles,
      intake,
      drafts: createDraftStore(database, clock),
      search: createSearch(createSearchIndex(database)),
      searchUpkeep,
      story,
      spellings: createSpellings(story?.entities ?? []),
      readers: createReaderStore(database, clock),
      editors: createEditorStore(database),
      editions: createEditionStore(database),
      outbox: createOutbox(database),
      runs: createRunStore(database),
      lease: createSenderLease(database),
      history: createDeliveryHistory(database),
      inbox: createInbox(database, clock),
      conversation: createConversationStore(database, clock),
      close: () => {
        database.close()
      },
    }
  } catch (error) {
    database.close()
    throw error
  }
}

/** An index that was made by other rules of folding and stemming finds what nobody looks for: it is made anew. */
async function followRules(
  upkeep: SearchUpkeep,
  log: Log,
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  const before = await upkeep.rules()
  if (before === TEXT_RULES) return
  if (before !== null) log.info('search index is made anew', { rules: TEXT_RULES, before })
  await upkeep.rebuild(TEXT_RULES, progress)
}
