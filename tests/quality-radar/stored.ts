import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../src/articles/article.ts'
import { createIntake } from '../../src/articles/intake.ts'
import { canonicalUrl } from '../../src/sources/canonical-url.ts'
import { readReportFile } from '../../src/sources/report-file.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { createEventStore } from '../../src/sqlite/events.ts'
import { createPostings } from '../../src/sqlite/postings.ts'
import { eventRules } from '../../src/story/events.ts'
import { createNaming } from '../../src/story/naming.ts'
import { createRadar } from '../../src/story/radar.ts'
import { openStore, report } from '../sqlite/store.ts'
import { SAME_WORDS, type ToldReport } from './reports.ts'

export interface NamedReport {
  /** Of the file, or of the made-up report. */
  readonly name: string
  /** Reports with the same word tell one happening. */
  readonly event: string
  readonly report: Report
}

const FOLDERS = [
  fileURLToPath(new URL('../../seeds/articles/', import.meta.url)),
  fileURLToPath(new URL('../quality/articles/', import.meta.url)),
]
/** Two seeds tell of one arrival. */
const EVENT_OF: Readonly<Record<string, string>> = {
  '2024-06-18-putin-visit-alliance': '2024-06-18-putin-arrives-pyongyang',
}
/** Reports of tests/quality about other countries, or about one side alone. */
export const OF_OTHERS: readonly string[] = [
  '2022-09-07-china-japan-fishing-boats',
  '2022-12-23-laos-cambodia-border-treaty',
  '2023-03-21-vostochny-telecom-satellites',
  '2023-07-14-france-national-day-parade',
  '2024-02-25-egypt-russian-wheat',
  '2024-07-02-japan-earth-satellites',
  '2025-04-15-china-vietnam-railway',
  '2025-11-20-vietnam-workers-japan',
  '2026-02-11-egypt-electric-train',
]

/** The seeds and the articles of tests/quality. */
export const FILES: readonly NamedReport[] = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const name = file.slice(0, -'.md'.length)
      const read = readReportFile(readFileSync(folder + file, 'utf8'), name)
      return { name, event: EVENT_OF[name] ?? name, report: { ...read, url: read.url ?? pageOf(name) } }
    }),
)

/** A made-up report as it would be published. */
export function published({ name, event, title, body, publisher, day }: ToldReport): NamedReport {
  const publishedAt = { value: day, precision: 'day' } as const
  return { name, event, report: report({ title, body, publisher, publishedAt, url: pageOf(name) }) }
}

/** What the radar looks at in these tests: all that is of the story, and the first bulletin of each kind. */
export const IN_STORE: readonly NamedReport[] = [
  ...FILES.filter(({ name }) => !OF_OTHERS.includes(name)),
  ...SAME_WORDS.filter(({ name }) => /june|march/.test(name)).map(published),
]

/** A store with these reports, in the order of their days, and a radar that looks at it. */
export async function storeOf(reports: readonly NamedReport[]) {
  const { database, clock } = await openStore()
  const { story } = readSeeds()
  const naming = createNaming(story.entities)
  const events = createEventStore(
    database,
    eventRules(() => naming),
  )
  const articles = createArticleStore(database, clock, { placeAmongEvents: events.file })
  const intake = createIntake(articles, canonicalUrl)
  const nameOf = new Map<number, string>()
  const inOrder = [...reports].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
  for (const { name, report: each } of inOrder) {
    const [stored] = await intake.add([each])
    if (stored !== undefined) nameOf.set(stored.article.id, name)
  }
  const radar = createRadar({ articles, postings: createPostings(database), events, story, canonicalUrl })
  return { database, articles, events, radar, nameOf }
}

function dayOf({ report: { publishedAt } }: NamedReport): string {
  return publishedAt?.value ?? ''
}

/** The address of a made-up report. */
export function pageOf(name: string): string {
  return `https://news.example.org/${name}`
}
