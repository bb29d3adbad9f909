import type { Article } from '../../src/articles/article.ts'
import type { ArticleStore } from '../../src/articles/article-store.ts'
import type { Outbox } from '../../src/deliveries/outbox.ts'
import type { DigestContent } from '../../src/digests/edition.ts'
import { createDigests, type Digests } from '../../src/digests/publish.ts'
import { slotAt } from '../../src/digests/slots.ts'
import type { Language } from '../../src/messages/language.ts'
import type { Rendered } from '../../src/messages/rendered.ts'
import type { Reader } from '../../src/readers/reader.ts'
import type { ReaderStore } from '../../src/readers/reader-store.ts'
import { type Preferences, simplePreferences } from '../../src/readers/subscription.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { type Database, openDatabase } from '../../src/sqlite/database.ts'
import { createEditionStore } from '../../src/sqlite/editions.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { createOutbox } from '../../src/sqlite/outbox.ts'
import { createReaderStore } from '../../src/sqlite/readers.ts'
import { createTestClock, type TestClock } from '../support/test-clock.ts'

/** A real store in memory with everything around digests, and a clock that the test owns. */
export interface World {
  readonly database: Database
  readonly clock: TestClock
  readonly articles: ArticleStore
  readonly readers: ReaderStore
  readonly outbox: Outbox
  readonly digests: Digests
  /** What has been rendered, in order. */
  readonly rendered: DigestContent[]
  /** Stores `count` articles and returns them. */
  addArticles(count: number, day?: string): Promise<Article[]>
  /** A reader who wants the digest at 08:00 of `zone` (Riyadh), from the next one on; the first one has id 1. */
  subscribe(chatId: number, options?: Wish): Promise<Reader>
  rows(): DeliveryRow[]
  runs(): RunRow[]
  cursor(chatId: number): Promise<number | null>
  dueAt(chatId: number): Promise<string>
}

/** What a test says of a subscription; the rest is simple. */
export type Wish = Partial<Preferences> & {
  readonly minuteOfDay?: number
  readonly language?: Language
  readonly threadId?: number | null
}

export interface RunRow {
  readonly id: number
  readonly state: string
  readonly planned: number
  readonly skipped: number
}

export interface DeliveryRow {
  readonly id: number
  readonly chat_id: number
  readonly thread_id: number
  readonly reader_id: number
  readonly run_id: number
  readonly slot: string
  readonly state: string
  readonly silent: 0 | 1
  readonly reason: string | null
  readonly attempts: number
  readonly message_ids: string
  readonly available_at: number | null
}

export async function createWorld(startIso = '2026-11-22T00:00:00Z', path = ':memory:'): Promise<World> {
  const clock = createTestClock(startIso)
  const database = await openDatabase(path)
  migrate(database, clock.now())
  const articles = createArticleStore(database, clock)
  const readers = createReaderStore(database, clock)
  const rendered: World['rendered'] = []
  const digests = createDigests({
    editions: createEditionStore(database),
    articles,
    clock,
    render(content) {
      rendered.push(content)
      return renderedPlainly(content)
    },
  })
  const find = (chatId: number) => readers.byAddress({ chatId, threadId: null })
  return {
    database,
    clock,
    articles,
    readers,
    outbox: createOutbox(database),
    digests,
    rendered,
    async addArticles(count, day = '2026-11-20') {
      const from = await articles.newestId()
      const stored = await articles.addAll(
        Array.from({ length: count }, (_, index) => report(from + index + 1, day)),
      )
      return stored.map(({ article }) => article)
    },
    async subscribe(chatId, { minuteOfDay = 8 * 60, language = 'ar', threadId = null, ...wish } = {}) {
      const { id } = await readers.ensure(
        { chatId, threadId },
        {
          language,
          kind: threadId === null ? 'private' : 'supergroup',
        },
      )
      const preferences = { ...simplePreferences(minuteOfDay, 'Asia/Riyadh'), ...wish }
      const { nextDueAt } = slotAt(preferences, clock.now())
      await readers.subscribe(id, { ...preferences, nextDueAt }, chatId)
      return (await readers.byId(id)) as Reader
    },
    rows: () =>
      database
        .prepare<[], DeliveryRow>(
          `SELECT deliveries.*, chat_id, thread_id FROM deliveries JOIN readers ON readers.id = reader_id
           ORDER BY deliveries.id`,
        )
        .all(),
    runs: () =>
      database
        .prepare<[], RunRow>('SELECT id, state, planned, skipped FROM runs WHERE id > 1 ORDER BY id')
        .all(),
    cursor: async (chatId) => (await find(chatId))?.cursor ?? null,
    dueAt: async (chatId) =>
      new Date((await find(chatId))?.subscription?.nextDueAt ?? Number.NaN).toISOString(),
  }
}

/** One part per day; one line where nothing is new. */
function renderedPlainly({ selection }: DigestContent): Rendered {
  const parts = selection?.days.map(
    ({ day, articles }) => `${day}: ${articles.map(({ id }) => id).join(' ')}`,
  )
  return { parts: parts ?? ['nothing'], buttons: [] }
}

export function countRows({ database }: World, table: 'editions' | 'deliveries' | 'runs'): number {
  return database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
}

/** As if a sender had brought everything that is due. */
export async function sendAll({ outbox, clock }: World): Promise<void> {
  const claims = await outbox.claim(1000, clock.now(), clock.now() + 1000)
  await outbox.settle(
    claims.map(({ id }) => ({ kind: 'sent' as const, id, messageIds: [1] })),
    clock.now(),
  )
}

function report(number: number, day: string) {
  return {
    report: {
      title: `تقرير ${number}`,
      body: `نص التقرير رقم ${number}.`,
      headings: [],
      publisher: 'وكالة',
      agency: null,
      author: null,
      url: null,
      language: 'ar',
      publishedAt: { value: day, precision: 'day' as const },
      eventOn: null,
      topics: [],
      publisherSummary: [],
      note: null,
    },
    lead: [],
    fingerprint: `report-${number}`,
    text: { title: { words: [], stems: [] }, body: { words: [], stems: [] } },
  }
}
