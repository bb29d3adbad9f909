import { setImmediate as breathe } from 'node:timers/promises'
import type { Article } from '../articles/article.ts'
import type { ArticleStore } from '../articles/article-store.ts'
import type { Clock } from '../clock.ts'
import type { Language } from '../messages/language.ts'
import type { Rendered } from '../messages/rendered.ts'
import { quietUntil } from '../readers/quiet-hours.ts'
import type { Preferences } from '../readers/subscription.ts'

/** A reader who has asked for urgent reports and has not had this one. */
export interface AlertReader {
  readonly readerId: number
  readonly language: Language
  readonly preferences: Preferences
}

/** One reader's part in an alert. */
export interface PlannedAlert {
  readonly readerId: number
  readonly language: Language
  /** Now, or the end of the reader's quiet hours; epoch milliseconds. */
  readonly availableAt: number
  readonly silent: boolean
}

/** Where alerts are planned. Every method is one transaction. */
export interface AlertStore {
  /** Up to `limit` readers who are to get it, from behind the id `after` on. */
  readers(articleId: number, after: number, limit: number): Promise<AlertReader[]>
  /**
   * Writes the editions (a text that is there already stays) and the deliveries, one per reader, in a run of their own;
   * whoever has it already is passed over. The first part leaves the entry in the audit log.
   * @param runId the run that the deliveries join; null: a new one
   */
  plan(alert: {
    articleId: number
    editorId: number
    texts: ReadonlyMap<Language, Rendered>
    readers: readonly PlannedAlert[]
    runId: number | null
    now: number
  }): Promise<{ planned: number; runId: number | null }>
}

/** Whom an alert reaches. */
export interface Audience {
  readonly readers: number
  /** How many of them get it only when their quiet hours are over. */
  readonly later: number
}

/** Urgent reports, sent at once to those who have asked for them. They move no cursor: the digest holds them too. */
export interface Alerts {
  /** Whom it would reach now. */
  audience(articleId: number): Promise<Audience>
  /** Plans it for everybody who has not had it; wake the sender afterwards. Interrupted, it is simply asked for again. */
  send(
    articleId: number,
    editorId: number,
  ): Promise<(Audience & { runId: number | null }) | 'unknown' | 'retracted'>
}

const AT_ONCE = 500

export function createAlerts(parts: {
  alertStore: AlertStore
  articles: Pick<ArticleStore, 'byId'>
  clock: Clock
  /** The text in one language. */
  render: (article: Article, language: Language) => Rendered
}): Alerts {
  const { alertStore, articles, clock, render } = parts

  async function* slices(articleId: number): AsyncGenerator<PlannedAlert[]> {
    for (let after = 0; ; ) {
      const readers = await alertStore.readers(articleId, after, AT_ONCE)
      const last = readers.at(-1)
      if (last === undefined) return
      yield readers.map((reader) => plannedAt(reader, clock.now()))
      after = last.readerId
      await breathe()
    }
  }

  return {
    async audience(articleId) {
      const now = clock.now()
      const counted = { readers: 0, later: 0 }
      for await (const readers of slices(articleId)) {
        counted.readers += readers.length
        counted.later += waitingAt(readers, now)
      }
      return counted
    },
    async send(articleId, editorId) {
      const article = await articles.byId(articleId)
      if (article === null) return 'unknown'
      if (article.retraction !== null) return 'retracted'
      const texts = new Map<Language, Rendered>()
      const counted = { readers: 0, later: 0, runId: null as number | null }
      for await (const readers of slices(articleId)) {
        for (const { language } of readers) {
          if (!texts.has(language)) texts.set(language, render(article, language))
        }
        const now = clock.now()
        const { runId } = counted
        const result = await alertStore.plan({ articleId, editorId, texts, readers, runId, now })
        counted.runId = result.runId
        counted.readers += result.planned
        counted.later += Math.min(result.planned, waitingAt(readers, now))
      }
      return counted
    },
  }
}

/** When and how a reader gets an alert: at once, but for their quiet hours. */
export function plannedAt({ readerId, language, preferences }: AlertReader, now: number): PlannedAlert {
  const availableAt = quietUntil(preferences, now) ?? now
  return { readerId, language, availableAt, silent: preferences.silent }
}

function waitingAt(readers: readonly PlannedAlert[], now: number): number {
  return readers.filter(({ availableAt }) => availableAt > now).length
}
