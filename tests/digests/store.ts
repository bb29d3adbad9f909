import type { Article } from '../../src/articles/article.ts'
import type { ArticleStore } from '../../src/articles/article-store.ts'
import type { Outbox } from '../../src/deliveries/outbox.ts'
import { createDigests, type Digests } from '../../src/digests/publish.ts'
import type { Selection } from '../../src/digests/selection.ts'
import type { Language } from '../../src/messages/language.ts'
import type { Reader } from '../../src/readers/reader.ts'
import type { ReaderStore } from '../../src/readers/reader-store.ts'
import { nextDueAt } from '../../src/readers/subscription.ts'
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
  readonly rendered: { language: Language; selection: Selection }[]
  /** Stores `count` articles and returns them. */
  addArticles(count: number, day?: string): Promise<Article[]>
  /** A reader who wants the digest at 08:00 of `zone`, from the next one on. */
  subscribe(
    chatId: number,
    options?: { minuteOfDay?: number; zone?: string; language?: Language },
  ): Promise<Reader>
  rows(): DeliveryRow[]
  cursor(chatId: number): Promise<number | null>
  dueAt(chatId: number): Promise<string>
}

export interface DeliveryRow {
  readonly id: number
  readonly chat_id: number
  readonly slot: string
  readonly state: string
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
    render(language, selection) {
      rendered.push({ language, selection })
      // One part per day.
      return selection.days.map(
        ({ day, articles: those }) => `${day}: ${those.map(({ id }) => id).join(' ')}`,
      )
    },
  })
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
    async subscribe(chatId, { minuteOfDay = 8 * 60, zone = 'Asia/Riyadh', language = 'ar' } = {}) {
      await readers.ensure(chatId, language)
      await readers.subscribe(chatId, {
        minuteOfDay,
        zone,
        nextDueAt: nextDueAt(minuteOfDay, zone, clock.now()),
      })
      return (await readers.byChat(chatId)) as Reader
    },
    rows: () =>
      database
        .prepare<[], DeliveryRow>(
          'SELECT deliveries.*, chat_id FROM deliveries JOIN readers ON readers.id = reader_id ORDER BY deliveries.id',
        )
        .all(),
    cursor: async (chatId) => (await readers.byChat(chatId))?.cursor ?? null,
    dueAt: async (chatId) =>
      new Date((await readers.byChat(chatId))?.subscription?.nextDueAt ?? Number.NaN).toISOString(),
  }
}

export function countRows({ database }: World, table: 'editions' | 'deliveries'): number {
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
