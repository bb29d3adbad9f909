import type { Figures, MonthCount, Statistics } from '../charts/statistics.ts'
import type { StopReason } from '../readers/reader.ts'
import type { Database } from './database.ts'

type State = 'pending' | 'sending' | 'sent' | 'skipped' | 'gone' | 'failed'
interface Counted<Name> {
  readonly name: Name
  readonly count: number
}

/** Counts in SQLite, all of them in one transaction, so that they belong together. */
export function createStatistics(database: Database): Statistics {
  const byMonth = database.prepare<[], MonthCount>(
    `SELECT CASE WHEN length(filed_on) >= 7 THEN substr(filed_on, 1, 7) END AS month, publisher, count(*) AS count
     FROM articles WHERE retracted_at IS NULL GROUP BY 1, 2 ORDER BY 1, 2`,
  )
  const stored = number('SELECT count(*) FROM articles')
  const subscribed = number(
    `SELECT count(*) FROM subscriptions JOIN readers ON readers.id = subscriptions.reader_id
     WHERE readers.stopped IS NULL`,
  )
  const stopped = database.prepare<[], { reason: StopReason; count: number }>(
    `SELECT stopped AS reason, count(*) AS count FROM readers WHERE stopped IS NOT NULL
     GROUP BY stopped ORDER BY count(*) DESC, stopped`,
  )
  const states = database.prepare<[number, number], Counted<State>>(
    // Without the plus SQLite would go through one of the partial indexes, which do not hold what was sent.
    'SELECT state AS name, count(*) AS count FROM deliveries WHERE id >= ? AND +created_at >= ? GROUP BY state',
  )
  const newest = number('SELECT coalesce(max(id), 0) FROM deliveries')
  const nextFrom = database.prepare<[number], { id: number; created_at: number }>(
    'SELECT id, created_at FROM deliveries WHERE id >= ? ORDER BY id LIMIT 1',
  )
  const feeds = database.prepare<[], { state: string; failing: 0 | 1; count: number }>(
    'SELECT state, failing_since IS NOT NULL AS failing, count(*) AS count FROM feeds GROUP BY 1, 2',
  )
  const drafts = number("SELECT count(*) FROM drafts WHERE state = 'open'")
  const open = number("SELECT count(*) FROM deliveries WHERE state IN ('pending', 'sending')")
  const amendments = number("SELECT count(*) FROM amendments WHERE state = 'pending'")

  function number(sql: string): () => number {
    const statement = database.prepare<[], number>(sql).pluck()
    return () => statement.get() ?? 0
  }

  /** The first delivery since then. Ids rise with time, so it is found by halving: there is no index on the time. */
  function firstSince(since: number): number {
    let [low, high] = [1, newest() + 1]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const found = nextFrom.get(middle)
      if (found === undefined || found.created_at >= since) high = middle
      else low = found.id + 1
    }
    return low
  }

  const figures = database.transaction((since: number): Figures => {
    const months = byMonth.all()
    const counted = new Map(states.all(firstSince(since), since).map(({ name, count }) => [name, count]))
    const of = (...names: State[]) => names.reduce((sum, name) => sum + (counted.get(name) ?? 0), 0)
    const polled = feeds.all()
    const feedsOf = (which: (feed: { state: string; failing: 0 | 1 }) => boolean) =>
      polled.filter(which).reduce((sum, { count }) => sum + count, 0)
    const published = months.reduce((sum, { count }) => sum + count, 0)
    return {
      articles: { published, retracted: stored() - published, byMonth: months },
      readers: { subscribed: subscribed(), stopped: stopped.all() },
      deliveries: {
        sent: of('sent'),
        skipped: of('skipped'),
        gone: of('gone'),
        failed: of('failed'),
        waiting: of('pending', 'sending'),
      },
      feeds: {
        active: feedsOf(({ state }) => state === 'active'),
        failing: feedsOf(({ state, failing }) => state === 'active' && failing === 1),
        paused: feedsOf(({ state }) => state === 'paused'),
      },
      waiting: { drafts: drafts(), deliveries: open(), amendments: amendments() },
    }
  })

  return { figures: async (since) => figures(since) }
}
