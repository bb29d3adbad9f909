import { setImmediate as breathe } from 'node:timers/promises'
import type { EventRules, EventStore, StoryEvent } from '../story/event-store.ts'
import type { Account, GroupedReport, KnownEvent } from '../story/events.ts'
import type { Database } from './database.ts'
import { createStemRarity } from './stem-rarity.ts'

/** Articles of the days around that are compared; so many on three days are far more than one story has. */
const COMPARED = 200
/** Accounts kept in memory: those of the days that are written about now. */
const KEPT = 500
/** Days around in which the articles of one event may be filed. */
const DAYS_AROUND = 2
/** Articles filed in one transaction when many have none: a quarter of a second, then others have their turn. */
const AT_ONCE = 200
const DAY_MS = 86_400_000

interface GroupedRow {
  id: number
  title: string
  body: string
  lead: string
  event_on: string | null
  published_at: string | null
}

interface EventRow {
  id: number
  title: string
  happened_on: string | null
}

/** Events in SQLite. */
export function createEventStore(database: Database, rules: EventRules): EventStore {
  const columns = 'articles.id, articles.title, articles.body, articles.lead, event_on, published_at'
  const article = database.prepare<[number], GroupedRow & { retracted_at: number | null }>(
    `SELECT ${columns}, retracted_at FROM articles WHERE id = ?`,
  )
  const around = database.prepare<
    [string, string, number],
    GroupedRow & { event_id: number; happened_on: string | null }
  >(
    `SELECT ${columns}, event_id, happened_on
     FROM articles JOIN event_articles ON article_id = articles.id JOIN events ON events.id = event_id
     WHERE filed_on BETWEEN ? AND ? ORDER BY filed_on DESC, published_at DESC, articles.id DESC LIMIT ?`,
  )
  const event = database.prepare<[number], EventRow>('SELECT id, title, happened_on FROM events WHERE id = ?')
  const eventOf = database
    .prepare<[number], number>('SELECT event_id FROM event_articles WHERE article_id = ?')
    .pluck()
  const articlesOf = database
    .prepare<[number], number>('SELECT article_id FROM event_articles WHERE event_id = ? ORDER BY article_id')
    .pluck()
  const unfiled = database
    .prepare<[number], number>(
      `SELECT id FROM articles WHERE retracted_at IS NULL AND id NOT IN (SELECT article_id FROM event_articles)
       ORDER BY filed_on, published_at, id LIMIT ?`,
    )
    .pluck()
  const open = database.prepare('INSERT INTO events (title) VALUES (?)')
  const join = database.prepare('INSERT INTO event_articles (article_id, event_id) VALUES (?, ?)')
  const leave = database.prepare('DELETE FROM event_articles WHERE article_id = ?')
  const close = database.prepare('DELETE FROM events WHERE id = ?')
  // A certain day of one article holds for all; else the first day on which it was reported.
  const settle = database.prepare(
    `UPDATE events SET (title, happened_on) = (
       SELECT (SELECT title FROM articles JOIN event_articles ON article_id = id WHERE event_id = @event ORDER BY id LIMIT 1),
         coalesce(min(event_on), min(CASE WHEN length(filed_on) = 10 THEN filed_on END))
       FROM articles JOIN event_articles ON article_id = id WHERE event_id = @event
     ) WHERE id = @event`,
  )
  const rarity = createStemRarity(database)
  const accounts = new Map<number, Account>()

  function accountOf(row: GroupedRow): Account {
    const known = accounts.get(row.id)
    if (known !== undefined) return known
    const account = rules.read(toReport(row))
    accounts.set(row.id, account)
    if (accounts.size > KEPT) accounts.delete(accounts.keys().next().value as number)
    return account
  }

  function choose(account: Account, except?: number): number | null {
    const day = account.eventOn ?? account.publishedOn
    if (day === null) return null
    const events = new Map<number, KnownEvent & { accounts: Account[] }>()
    for (const row of around.all(dayAfter(day, -DAYS_AROUND), dayAfter(day, DAYS_AROUND), COMPARED)) {
      if (row.id === except) continue
      const known = events.get(row.event_id) ?? {
        id: row.event_id,
        happenedOn: row.happened_on,
        accounts: [],
      }
      known.accounts.push(accountOf(row))
      events.set(row.event_id, known)
    }
    return rules.choose(account, [...events.values()], rarity.now())
  }

  function file(articleId: number): void {
    const row = article.get(articleId)
    if (row === undefined) return
    const before = eventOf.get(articleId)
    accounts.delete(articleId)
    leave.run(articleId)
    // An event that nobody shares keeps its number when its only article is filed anew.
    const own = before !== undefined && articlesOf.all(before).length === 0 ? before : null
    if (row.retracted_at !== null) {
      if (own !== null) close.run(own)
      else if (before !== undefined) settle.run({ event: before })
      return
    }
    const target = choose(accountOf(row)) ?? own ?? Number(open.run(row.title).lastInsertRowid)
    join.run(articleId, target)
    settle.run({ event: target })
    if (before === undefined || before === target) return
    if (own === null) settle.run({ event: before })
    else close.run(before)
  }

  function read(id: number | undefined | null): StoryEvent | null {
    const row = id === undefined || id === null ? undefined : event.get(id)
    if (row === undefined) return null
    return { id: row.id, title: row.title, happenedOn: row.happened_on, articles: articlesOf.all(row.id) }
  }

  const fileSome = database.transaction(() => {
    const ids = unfiled.all(AT_ONCE)
    ids.forEach(file)
    return ids.length
  })

  return {
    file,
    byId: async (id) => read(id),
    ofArticle: async (articleId) => read(eventOf.get(articleId)),
    forReport: async (report, except) => read(choose(rules.read(report), except)),
    async fileMissing() {
      let filed = 0
      for (;;) {
        const some = fileSome.immediate()
        filed += some
        if (some < AT_ONCE) return filed
        await breathe()
      }
    },
  }
}

function toReport(row: GroupedRow): GroupedReport {
  return {
    title: row.title,
    body: row.body,
    lead: (JSON.parse(row.lead) as [number, number][]).map(([start, end]) => ({ start, end })),
    eventOn: row.event_on,
    publishedAt: row.published_at === null ? null : { value: row.published_at },
  }
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}
