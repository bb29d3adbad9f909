import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/articles/article.ts'
import { createIntake } from '../../src/articles/intake.ts'
import { createSearch } from '../../src/search/engine.ts'
import { type Knowledge, planSearch } from '../../src/search/query.ts'
import { namesSource } from '../../src/search/query-syntax.ts'
import { readReportFile } from '../../src/sources/report-file.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { createSearchIndex } from '../../src/sqlite/search.ts'
import { createSpellings } from '../../src/story/spellings.ts'
import { createTestClock } from '../support/test-clock.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const FOLDERS = [fileURLToPath(new URL('../../seeds/articles', import.meta.url)), join(HERE, 'articles')]
const TODAY = '2026-11-22'
/** How far down the first answer may stand, and how many results a reader sees at a glance. */
const DEEP = 10
const PAGE = 5

/**
 * MRR@10, R@5 and P@R of each kind of query, as they were reached, rounded down; they only rise. R@5 is the part of
 * the answers (of five at most) among the first five results, P@R the part of the first R that are among the R answers.
 */
const FLOORS: Readonly<Record<string, readonly [mrr: number, recall: number, precision: number]>> = {
  all: [0.99, 0.93, 0.9],
  words: [1.0, 0.9, 0.87],
  name: [1.0, 1.0, 0.96],
  spelling: [1.0, 1.0, 0.98],
  plural: [1.0, 0.91, 0.87],
  particle: [1.0, 0.93, 0.83],
  typo: [1.0, 0.9, 0.9],
  phrase: [1.0, 1.0, 1.0],
  date: [1.0, 0.91, 0.91],
  source: [1.0, 1.0, 1.0],
  exclude: [1.0, 0.97, 0.97],
  script: [1.0, 0.95, 0.94],
  digits: [1.0, 0.9, 0.9],
  marks: [1.0, 0.87, 0.82],
  persian: [1.0, 0.93, 0.88],
  question: [0.9, 0.71, 0.5],
  headline: [1.0, 0.93, 0.93],
}

interface Judged {
  readonly query: string
  readonly kind: string
  readonly relevant: readonly string[]
}

interface Figures {
  readonly mrr: number
  readonly recall: number
  readonly precision: number
}

const JUDGED = readFileSync(join(HERE, 'queries.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Judged)

const KINDS = [...new Set(JUDGED.map(({ kind }) => kind))]

/** Seeds and made-up reports, the oldest first: their names begin with the day. */
function readReports(): { name: string; report: Report }[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ name: name.slice(0, -'.md'.length), path: join(folder, name) })),
  )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, path }) => ({ name, report: readReportFile(readFileSync(path, 'utf8'), name) }))
}

/** Names of the reports that answer a query, best first, as the bot would show them. */
async function openEngine(): Promise<(query: string) => Promise<string[]>> {
  const clock = createTestClock(`${TODAY}T06:00:00Z`)
  const database = await openDatabase(':memory:')
  migrate(database, clock.now())
  const articles = createArticleStore(database, clock)
  const reports = readReports()
  await createIntake(articles).add(reports.map(({ report }) => report))
  const search = createSearch(createSearchIndex(database))
  await search.warmUp()
  const spellings = createSpellings(readSeeds().story.entities)
  return async (query) => {
    const know: Knowledge = {
      spellingsOf: (words) => spellings.of(words),
      publishers: namesSource(query) ? await articles.publishers() : [],
      today: TODAY,
    }
    const page = { order: 'relevance', offset: 0, limit: reports.length } as const
    const { hits } = await search.find(planSearch(query, know), page)
    return hits.map(({ articleId }) => reports[articleId - 1]?.name ?? '')
  }
}

const inTop = (found: readonly string[], relevant: readonly string[], depth: number) =>
  found.slice(0, depth).filter((name) => relevant.includes(name)).length

function figuresOf({ relevant }: Judged, found: readonly string[]): Figures {
  const first = found.slice(0, DEEP).findIndex((name) => relevant.includes(name))
  const most = Math.min(PAGE, relevant.length)
  return {
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: inTop(found, relevant, PAGE) / most,
    precision: inTop(found, relevant, relevant.length) / relevant.length,
  }
}

function average(all: readonly Figures[]): Figures {
  const mean = (one: keyof Figures) => all.reduce((sum, each) => sum + each[one], 0) / all.length
  return { mrr: mean('mrr'), recall: mean('recall'), precision: mean('precision') }
}

const results = new Map<Judged, readonly string[]>()
beforeAll(async () => {
  const ask = await openEngine()
  for (const judged of JUDGED) results.set(judged, await ask(judged.query))
})

describe('the judged searches', () => {
  test('are what README.md says, and name reports that are there', () => {
    const known = new Set(readReports().map(({ name }) => name))
    expect(JUDGED.length).toBeGreaterThanOrEqual(224)
    expect([...KINDS, 'all'].toSorted()).toEqual(Object.keys(FLOORS).toSorted())
    for (const { query, relevant } of JUDGED) {
      expect(relevant.length, query).toBeGreaterThan(0)
      expect(new Set(relevant).size, query).toBe(relevant.length)
      expect(
        relevant.filter((name) => !known.has(name)),
        query,
      ).toEqual([])
    }
  })

  test.each(Object.entries(FLOORS))(
    'of kind %s find no less than they did',
    (kind, [mrr, recall, precision]) => {
      const judged = JUDGED.filter((each) => kind === 'all' || each.kind === kind)
      const reached = average(judged.map((each) => figuresOf(each, results.get(each) ?? [])))
      const missed = judged
        .filter((each) => figuresOf(each, results.get(each) ?? []).precision < 1)
        .map((each) => `${each.query} ... ${(results.get(each) ?? []).slice(0, PAGE).join(', ')}`)
        .join('\n')
      expect(reached.mrr, `MRR@${DEEP}\n${missed}`).toBeGreaterThanOrEqual(mrr)
      expect(reached.recall, `R@${PAGE}\n${missed}`).toBeGreaterThanOrEqual(recall)
      expect(reached.precision, `P@R\n${missed}`).toBeGreaterThanOrEqual(precision)
    },
  )
})
