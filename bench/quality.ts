import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report } from '../src/articles/article.ts'
import { readReportFile } from '../src/sources/report-file.ts'
import { openBot } from './bot.ts'
import { readLines, scores } from './collection.ts'
import { type Answer, type Doc, type Engine, PEERS, RESULTS, timed } from './peers.ts'
import { halfAnd95, type Print, table } from './print.ts'

const SEEDS = fileURLToPath(new URL('../seeds/articles/', import.meta.url))
const QUALITY = fileURLToPath(new URL('../tests/quality/', import.meta.url))

/** A report under the name of its file. */
export interface NamedReport {
  readonly id: string
  readonly report: Report
}

interface Judged {
  readonly query: string
  readonly relevant: readonly string[]
  readonly kind: string
}

/** The seeds, and the reports that were made up for the tests. */
export function readReports(): NamedReport[] {
  return [SEEDS, join(QUALITY, 'articles')].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => ({
        id: name.replace(/\.md$/, ''),
        report: readReportFile(readFileSync(join(folder, name), 'utf8'), name),
      })),
  )
}

/** The judged queries over the seeds and the made-up reports, kind by kind; the bot's own way of asking. */
export async function benchQuality(print: Print): Promise<void> {
  const reports = readReports()
  const judged = await readLines<Judged>(join(QUALITY, 'queries.jsonl'))
  const questions = judged.map(({ query, relevant }) => ({ text: query, relevant }))
  const docs = reports.map(({ id, report }): Doc => ({ id, title: report.title, body: report.body }))
  const kinds = [...new Set(judged.map(({ kind }) => kind))]
  const columns: { name: string; answers: Answer[] }[] = []
  for (const [name, open] of [['Mujaz', () => openMujaz(reports)] as const, ...Object.entries(PEERS)]) {
    const engine = await open(docs)
    await engine.run(questions) // warm
    columns.push({ name, answers: await engine.run(questions) })
    engine.close()
  }
  print(`\n## Judged queries (${reports.length} reports, ${judged.length} queries), MRR@10\n`)
  const row = (name: string, belongs: (query: Judged) => boolean) => {
    const which = judged.flatMap((query, at) => (belongs(query) ? [at] : []))
    const part = <Item>(list: readonly Item[]) => which.map((at) => list[at] as Item)
    const each = columns.map(({ answers }) => scores(part(questions), part(answers)).mrr.toFixed(3))
    return [name, String(which.length), ...each]
  }
  table(
    print,
    ['kind', 'n', ...columns.map(({ name }) => name)],
    [
      ...kinds.map((kind) => row(kind, (query) => query.kind === kind)),
      row('all', () => true),
      ['all, R@10', '', ...columns.map(({ answers }) => scores(questions, answers).r10.toFixed(3))],
      ['p50 / p95 ms', '', ...columns.map(({ answers }) => halfAnd95(answers.map(({ ms }) => ms)))],
    ],
  )
}

async function openMujaz(reports: readonly NamedReport[]): Promise<Engine> {
  const bot = await openBot(reports)
  return {
    run: timed(async (text) => {
      const page = { order: 'relevance', offset: 0, limit: RESULTS } as const
      const { hits } = await bot.search.find(bot.plan(text), page)
      return hits.map(({ articleId }) => bot.nameOf(articleId))
    }),
    close: () => {
      bot.close()
    },
  }
}
