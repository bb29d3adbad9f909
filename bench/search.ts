import { sentences } from '../src/arabic/sentences.ts'
import type { Report } from '../src/articles/article.ts'
import { createIntake } from '../src/articles/intake.ts'
import { systemClock } from '../src/clock.ts'
import { planSearch } from '../src/search/query.ts'
import { readSeeds } from '../src/sources/seeds.ts'
import { createArticleStore } from '../src/sqlite/articles.ts'
import { openDatabase } from '../src/sqlite/database.ts'
import { migrate } from '../src/sqlite/migrate.ts'
import { createSearchIndex } from '../src/sqlite/search.ts'
import { createSpellings } from '../src/story/spellings.ts'

const ARTICLES = 5000
const SENTENCES_EACH = 10
const QUERIES = {
  'very common': ['روسيا', 'كوريا الشمالية'],
  'a name, by any spelling': ['كيم جونج أون', 'Путин'],
  rare: ['كومسوسان', 'فوستوتشني'],
  'four mixed': ['معاهدة روسيا كورسك قذائف', 'بوتين زيارة المدفعية الأقمار'],
}

/** Stores articles put together from the seeds' sentences, then measures storing and asking. */
export async function benchSearch(print: (line: string) => void): Promise<void> {
  const { reports, story } = readSeeds()
  const database = await openDatabase(':memory:')
  migrate(database, systemClock.now())
  const intake = createIntake(createArticleStore(database, systemClock))
  const index = createSearchIndex(database)
  const spellings = createSpellings(story.entities)

  const storing: number[] = []
  for (const report of resampled(reports)) {
    const began = performance.now()
    await intake.add([report])
    storing.push(performance.now() - began)
  }
  print(row(`store one of ${ARTICLES} articles`, storing))
  for (const [name, queries] of Object.entries(QUERIES)) {
    const asking: number[] = []
    for (let round = 0; round < 50; round++) {
      for (const query of queries) {
        const began = performance.now()
        await index.find(planSearch(query, spellings.of), { offset: 0, limit: 5 })
        asking.push(performance.now() - began)
      }
    }
    print(row(`find: ${name}`, asking))
  }
  database.close()
}

/** The same articles in every run. */
function* resampled(reports: readonly Report[]): Generator<Report> {
  const pool = reports.flatMap(({ body }) => sentences(body).map(({ start, end }) => body.slice(start, end)))
  let state = 1
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
  for (let number = 0; number < ARTICLES; number++) {
    const template = reports[number % reports.length] as Report
    const body = Array.from({ length: SENTENCES_EACH }, () => pool[random() % pool.length]).join('\n\n')
    yield { ...template, title: `${template.title} ${number}`, body, headings: [] }
  }
}

function row(name: string, times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2).padStart(8)
  return `${name.padEnd(32)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`
}
