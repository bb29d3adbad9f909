import { rmSync } from 'node:fs'
import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PreparedReport } from '../src/articles/article-store.ts'
import { createIntake } from '../src/articles/intake.ts'
import { systemClock } from '../src/clock.ts'
import { planSearch } from '../src/search/query.ts'
import type { SearchOrder } from '../src/search/search-index.ts'
import { readSeeds } from '../src/sources/seeds.ts'
import { createArticleStore } from '../src/sqlite/articles.ts'
import { type Database, openDatabase } from '../src/sqlite/database.ts'
import { migrate } from '../src/sqlite/migrate.ts'
import { createSearchIndex } from '../src/sqlite/search.ts'
import { createSearchRows } from '../src/sqlite/search-rows.ts'
import { createSpellings } from '../src/story/spellings.ts'
import { indexBytes } from './measure.ts'
import { type Doc, orOfWords, PEERS, RESULTS } from './peers.ts'
import { halfAnd95, type Print, table } from './print.ts'
import { queryClasses } from './query-classes.ts'
import { startSearch } from './start.ts'
import { createSynthetic, type Synthetic } from './synthetic.ts'

type Ask = (text: string) => unknown

const AT_ONCE = 1000
/** Engines that keep everything in memory get this many of the articles. */
const IN_MEMORY = 20_000
const QUERIES = 100
const STORED = 300
/** Slow engines answer fewer queries of a class, but never fewer than this. */
const FEWEST = 20
const PATIENCE_MS = 15_000

/** A store of many articles on disk: what it takes to build, to add to and to ask, beside plain FTS5. */
export async function benchScale(print: Print, texts: readonly string[], articles: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const clear = () => {
    rmSync(folder, { recursive: true, force: true })
  }
  // Gigabytes must not stay behind when somebody loses patience.
  const stop = () => {
    clear()
    process.exit(130)
  }
  process.once('SIGINT', stop)
  try {
    await measure(print, texts, articles, folder)
  } finally {
    process.off('SIGINT', stop)
    clear()
  }
}

async function measure(
  print: Print,
  texts: readonly string[],
  articles: number,
  folder: string,
): Promise<void> {
  const store = await openDatabase(join(folder, 'mujaz.sqlite'))
  migrate(store, systemClock.now())
  const plainPath = join(folder, 'plain.sqlite')
  const plain = await openDatabase(plainPath)
  plain.exec("CREATE VIRTUAL TABLE plain USING fts5 (body, content = '')")
  const synthetic = createSynthetic(texts, articles)
  const { seconds, first } = await build(store, plain, synthetic, articles)
  const plainBytes = (await stat(plainPath)).size

  const { search, rows: starting } = await startSearch(store)
  const spellings = createSpellings(readSeeds().story.entities)
  const know = {
    spellingsOf: (words: Parameters<typeof spellings.of>[0]) => spellings.of(words),
    publishers: [],
    today: '2026-06-01',
  }
  const ask = (order: SearchOrder) => (text: string) =>
    search.find(planSearch(text, know), { order, offset: 0, limit: RESULTS })
  print(
    `\n## Synthetic store (${count(articles)} articles of 250 words, ${count(synthetic.madeUp)} made-up words)\n`,
  )
  table(
    print,
    ['', 'Mujaz', 'FTS5 unicode61'],
    [
      [
        'build s (Mujaz: articles and index)',
        (seconds.store / 1000).toFixed(1),
        (seconds.plain / 1000).toFixed(1),
      ],
      ['index bytes an article', perArticle(indexBytes(store)), perArticle(plainBytes)],
    ],
  )
  print('\nBefore searches are at their best, in slices that let others run:\n')
  table(
    print,
    ['', 's', 'longest slice, ms'],
    starting.map(([what, { ms, longestMs }]) => [what, (ms / 1000).toFixed(1), longestMs.toFixed(0)]),
  )
  const classes = await queryClasses(createSearchIndex(store), QUERIES)
  const asked: [string, Ask][] = [
    ['Mujaz', ask('relevance')],
    ['Mujaz, newest', ask('newest')],
    ['FTS5', askPlain(plain, 'rank')],
    ['FTS5, newest', askPlain(plain, 'rowid DESC')],
  ]
  const closers: (() => void)[] = []
  for (const [name, open] of Object.entries(PEERS)) {
    if (name.startsWith('FTS5')) continue
    const built = performance.now()
    const peer = await open(first)
    const short = name.replace(' arabic + stemmer + stopwords', '')
    print(
      `${name}: ${count(first.length)} articles built in ${((performance.now() - built) / 1000).toFixed(1)} s`,
    )
    asked.push([`${short} (${count(first.length)})`, (text) => peer.run([{ text }])])
    closers.push(() => {
      peer.close()
    })
  }
  print('\np50 / p95 ms by class of words:\n')
  const rows: string[][] = []
  for (const [name, queries] of Object.entries(classes)) {
    const row = [name]
    for (const [, how] of asked) row.push(halfAnd95(await timesOf(how, queries)))
    rows.push(row)
  }
  table(print, ['class', ...asked.map(([name]) => name)], rows)
  for (const close of closers) close()

  print('\nStoring one article, synchronous = FULL, p50 / p95 ms:\n')
  const storing = await timesOfStoring(store, synthetic)
  table(
    print,
    ['', 'ms'],
    Object.entries(storing).map(([name, times]) => [name, halfAnd95(times)]),
  )
  store.close()
  plain.close()

  function perArticle(bytes: number): string {
    return (bytes / articles).toFixed(0)
  }
}

/** Both are built without waiting for the disk. FTS5 is given the folded words: alone it would lose what spelling costs. */
async function build(
  store: Database,
  plain: Database,
  synthetic: Synthetic,
  articles: number,
): Promise<{ seconds: { store: number; plain: number }; first: Doc[] }> {
  for (const database of [store, plain]) database.pragma('synchronous = OFF')
  const articleStore = createArticleStore(store, systemClock)
  const insert = plain.prepare('INSERT INTO plain (rowid, body) VALUES (?, ?)')
  const insertAll = plain.transaction((reports: readonly PreparedReport[], from: number) => {
    reports.forEach(({ text }, at) => {
      insert.run(from + at + 1, [...text.title.words, ...text.body.words].join(' '))
    })
  })
  const seconds = { store: 0, plain: 0 }
  const first: Doc[] = []
  for (let at = 0; at < articles; at += AT_ONCE) {
    const reports = Array.from({ length: Math.min(AT_ONCE, articles - at) }, (_, index) =>
      prepared(synthetic, at + index),
    )
    for (const { report } of reports.slice(0, Math.max(0, IN_MEMORY - at))) {
      first.push({ id: String(first.length + 1), title: report.title, body: report.body })
    }
    let began = performance.now()
    await articleStore.addAll(reports)
    seconds.store += performance.now() - began
    began = performance.now()
    insertAll(reports, at)
    seconds.plain += performance.now() - began
  }
  for (const database of [store, plain]) {
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.pragma('synchronous = FULL')
  }
  return { seconds, first }
}

function prepared(synthetic: Synthetic, number: number): PreparedReport {
  const { report, text } = synthetic.next()
  const end = report.body.indexOf('\n')
  return {
    report,
    text,
    lead: [{ start: 0, end: end < 0 ? report.body.length : end }],
    fingerprint: number.toString(16).padStart(64, '0'),
  }
}

function askPlain(plain: Database, order: string): Ask {
  const statement = plain
    .prepare(`SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY ${order} LIMIT ${RESULTS}`)
    .pluck()
  return (text) => statement.all(orOfWords(text))
}

async function timesOf(ask: Ask, queries: readonly string[]): Promise<number[]> {
  const times: number[] = []
  const start = performance.now()
  await ask(queries[0] ?? '')
  for (const query of queries) {
    if (times.length >= FEWEST && performance.now() - start > PATIENCE_MS) break
    const began = performance.now()
    await ask(query)
    times.push(performance.now() - began)
  }
  return times
}

/** One article in its own transaction: all of it through the intake, and its index rows alone. */
async function timesOfStoring(store: Database, synthetic: Synthetic): Promise<Record<string, number[]>> {
  const articles = createArticleStore(store, systemClock)
  const intake = createIntake(articles)
  const rows = createSearchRows(store)
  const write = store.transaction((id: number, text: PreparedReport['text']) => {
    rows.write(id, text)
  })
  const through: number[] = []
  const alone: number[] = []
  for (let round = 0; round < STORED; round++) {
    const { report } = synthetic.next()
    const began = performance.now()
    await intake.add([report])
    through.push(performance.now() - began)
  }
  let id = await articles.newestId()
  for (let round = 0; round < STORED; round++) {
    const { text } = synthetic.next()
    id += 1
    const began = performance.now()
    write(id, text)
    alone.push(performance.now() - began)
  }
  return { 'through the intake': through, 'index rows alone': alone }
}

function count(number: number): string {
  return number.toLocaleString('en')
}
