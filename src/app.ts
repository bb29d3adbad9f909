import { readFileSync } from 'node:fs'
import { TEXT_RULES } from './arabic/rules.ts'
import type { ArticleArchive } from './articles/archive.ts'
import type { ArticleChanges } from './articles/article-changes.ts'
import type { ArticleStore } from './articles/article-store.ts'
import type { DraftStore } from './articles/draft-store.ts'
import { indexedText } from './articles/indexed-text.ts'
import { createIntake, type Intake, prepareReport } from './articles/intake.ts'
import type { UndoStore } from './articles/undo-store.ts'
import type { ConversationStore } from './bot/conversation.ts'
import type { ReadingStore } from './bot/editor/reading.ts'
import type { Inbox } from './bot/inbox.ts'
import { createDrawing, type Drawing } from './charts/drawing.ts'
import type { Statistics } from './charts/statistics.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { AmendmentStore } from './deliveries/corrections.ts'
import type { DeliveryHistory } from './deliveries/history.ts'
import type { SenderLease } from './deliveries/lease.ts'
import type { Outbox } from './deliveries/outbox.ts'
import type { RunStore } from './deliveries/runs.ts'
import type { AlertStore } from './digests/alert.ts'
import type { EditionStore } from './digests/edition-store.ts'
import type { AuditLog } from './editors/audit-log.ts'
import type { EditorStore } from './editors/editor-store.ts'
import type { FeedStore } from './feeds/feed-store.ts'
import type { FeedMaterials } from './feeds/materials.ts'
import type { Log } from './log.ts'
import type { ReaderStore } from './readers/reader-store.ts'
import { createSearch } from './search/engine.ts'
import type { Search } from './search/search-index.ts'
import type { SearchUpkeep } from './search/upkeep.ts'
import { canonicalUrl } from './sources/canonical-url.ts'
import { type Cleaner, createCleaner } from './sources/cleaner.ts'
import type { SafeFetch } from './sources/fetch.ts'
import { createParser, type Parser } from './sources/parser.ts'
import { userAgentOf } from './sources/safe-fetch/user-agent.ts'
import { createSafeFetch } from './sources/safe-fetch.ts'
import { readSeeds } from './sources/seeds.ts'
import { createAlertStore } from './sqlite/alerts.ts'
import { createAmendmentStore } from './sqlite/amendments.ts'
import { createArticleArchive } from './sqlite/archive.ts'
import { createArticleChanges, createRevising } from './sqlite/article-changes.ts'
import { createArticleStore, createArticleWriter } from './sqlite/articles.ts'
import { createAuditLog } from './sqlite/audit.ts'
import { createConversationStore } from './sqlite/conversation.ts'
import { openDatabase } from './sqlite/database.ts'
import { createDeliveryHistory } from './sqlite/delivery-history.ts'
import { createDraftStore } from './sqlite/drafts.ts'
import { createEditionStore } from './sqlite/editions.ts'
import { createEditorStore } from './sqlite/editors.ts'
import { createEventStore } from './sqlite/events.ts'
import { createFeedStore } from './sqlite/feeds.ts'
import { createInbox } from './sqlite/inbox.ts'
import { createFeedMaterials } from './sqlite/materials.ts'
import { migrate } from './sqlite/migrate.ts'
import { createOutbox } from './sqlite/outbox.ts'
import { createPostings } from './sqlite/postings.ts'
import { createReaderStore } from './sqlite/readers.ts'
import { createReadingStore } from './sqlite/readings.ts'
import { createRunStore } from './sqlite/runs.ts'
import { createSearchIndex } from './sqlite/search.ts'
import { createSearchUpkeep } from './sqlite/search-upkeep.ts'
import { createSenderLease } from './sqlite/sender-lease.ts'
import { createStatistics } from './sqlite/statistics.ts'
import { createStoryStore } from './sqlite/story.ts'
import { createUndoStore } from './sqlite/undo-store.ts'
import type { Story } from './story/aliases.ts'
import type { EventStore } from './story/event-store.ts'
import { eventRules } from './story/events.ts'
import { createNaming } from './story/naming.ts'
import { createRadar, type DraftRadar } from './story/radar.ts'
import { createSpellings, type Spellings } from './story/spellings.ts'

/** As the package says; src/ and dist/ lie at the same depth. */
const VERSION = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version

/** The store and what stands on it, without anything that runs by itself. */
export interface App {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly articles: ArticleStore
  readonly archive: ArticleArchive
  readonly intake: Intake
  readonly drafts: DraftStore
  readonly changes: ArticleChanges
  readonly undo: UndoStore
  readonly amendments: AmendmentStore
  readonly alertStore: AlertStore
  readonly feedMaterials: FeedMaterials
  readonly feedStore: FeedStore
  readonly readings: ReadingStore
  readonly events: EventStore
  readonly radar: DraftRadar
  readonly fetch: SafeFetch
  readonly parser: Parser
  readonly cleaner: Cleaner
  readonly search: Search
  readonly searchUpkeep: SearchUpkeep
  readonly story: Story | null
  readonly spellings: Spellings
  readonly readers: ReaderStore
  readonly editors: EditorStore
  readonly audit: AuditLog
  readonly editions: EditionStore
  readonly outbox: Outbox
  readonly runs: RunStore
  readonly lease: SenderLease
  readonly history: DeliveryHistory
  readonly inbox: Inbox
  readonly conversation: ConversationStore
  readonly statistics: Statistics
  readonly drawing: Drawing
  close(): void
}

/**
 * Opens the store, brings it up to date, fills an empty one with the seeds, and builds the capabilities.
 *
 * @param onReindex told the share that is done (0 to 1) when the search index has to be made anew
 * @param fetch how pages are fetched; for tests
 * @throws MujazError when the database, a migration or a seed cannot be used
 */
export async function openApp(
  config: Config,
  {
    clock,
    log,
    onReindex,
    fetch = createSafeFetch({ clock, userAgent: userAgentOf(VERSION) }),
  }: { clock: Clock; log: Log; onReindex?: (done: number) => void; fetch?: SafeFetch },
): Promise<App> {
  const database = await openDatabase(config.databasePath)
  try {
    const migrations = migrate(database, clock.now())
    if (migrations.length > 0) log.info('database migrated', { migrations })
    const stories = createStoryStore(database)
    let story = await stories.current()
    let naming = createNaming(story?.entities ?? [])
    const events = createEventStore(
      database,
      eventRules(() => naming),
    )
    const withArticle = { placeAmongEvents: events.file }
    const articles = createArticleStore(database, clock, withArticle)
    const intake = createIntake(articles, canonicalUrl)
    const searchUpkeep = createSearchUpkeep(database, indexedText)
    const before = await articles.count()
    await followRules(searchUpkeep, log, before === 0 ? undefined : onReindex)
    if (config.seed && before === 0) {
      const seeds = readSeeds()
      await stories.replace(seeds.story)
      naming = createNaming(seeds.story.entities)
      const stored = await intake.add(seeds.reports)
      log.info('seeds loaded', { articles: stored.length, entities: seeds.story.entities.length })
    }
    story = await stories.current()
    await articles.noteCanonicalUrls(canonicalUrl)
    await events.fileMissing()
    const postings = createPostings(database)
    const parser = createParser()
    const cleaner = createCleaner(parser)
    return {
      config,
      clock,
      log,
      articles,
      archive: createArticleArchive(database),
      intake,
      drafts: createDraftStore(database, clock, {
        add: createArticleWriter(database, clock, withArticle),
        revise: createRevising(database, clock, withArticle),
      }),
      changes: createArticleChanges(database, clock, withArticle),
      undo: createUndoStore(database, clock, {
        ...withArticle,
        prepare: (report, lead) => ({
          ...prepareReport(report, lead),
          canonicalUrl: report.url === null ? null : canonicalUrl(report.url),
        }),
      }),
      amendments: createAmendmentStore(database, clock),
      alertStore: createAlertStore(database, clock),
      feedMaterials: createFeedMaterials(database, clock, (material) => cleaner.drafts(material)),
      feedStore: createFeedStore(database, clock),
      readings: createReadingStore(database, clock),
      events,
      radar: createRadar({ articles, postings, events, story, canonicalUrl }),
      fetch,
      parser,
      cleaner,
      search: createSearch(createSearchIndex(database)),
      searchUpkeep,
      story,
      spellings: createSpellings(story?.entities ?? []),
      readers: createReaderStore(database, clock),
      editors: createEditorStore(database, clock),
      audit: createAuditLog(database),
      editions: createEditionStore(database),
      outbox: createOutbox(database),
      runs: createRunStore(database),
      lease: createSenderLease(database),
      history: createDeliveryHistory(database),
      inbox: createInbox(database, clock),
      conversation: createConversationStore(database, clock),
      statistics: createStatistics(database),
      drawing: createDrawing(),
      close: () => {
        void parser.close()
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
