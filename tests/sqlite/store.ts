import { onTestFinished } from 'vitest'
import type { Report } from '../../src/articles/article.ts'
import type { Stored } from '../../src/articles/article-store.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { type Database, openDatabase } from '../../src/sqlite/database.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { createTestClock, type TestClock } from '../support/test-clock.ts'

export const NOW = Date.parse('2026-11-22T06:00:00Z')

/** A migrated store, in memory unless a path is given, that is closed when the test has ended. */
export async function openStore(path = ':memory:'): Promise<{ database: Database; clock: TestClock }> {
  const clock = createTestClock('2026-11-22T06:00:00Z')
  const database = await openDatabase(path)
  migrate(database, clock.now())
  onTestFinished(() => {
    database.close()
  })
  return { database, clock }
}

/** A report that keeps the rules, with whatever a test says. */
export function report(changes: Partial<Report> = {}): Report {
  return {
    title: 'عنوان',
    body: 'نص الخبر.',
    headings: [],
    publisher: 'صحيفة',
    agency: null,
    author: null,
    url: null,
    language: 'ar',
    publishedAt: null,
    eventOn: null,
    topics: [],
    publisherSummary: [],
    note: null,
    ...changes,
  }
}

/** Everything a table holds, as JSON that two moments can be compared by. */
export function contents(database: Database, ...tables: string[]): string {
  return JSON.stringify(tables.map((table) => database.prepare(`SELECT * FROM ${table}`).raw().all()))
}

export async function addReports(
  { database, clock }: { database: Database; clock: TestClock },
  ...reports: Partial<Report>[]
): Promise<Stored[]> {
  return createArticleStore(database, clock).addAll(
    reports.map((changes, index) =>
      prepareReport(report({ body: `نص الخبر رقم ${index + 1}.`, ...changes })),
    ),
  )
}
