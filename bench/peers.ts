import { create, insertMultiple, search } from '@orama/orama'
import { stemmer } from '@orama/stemmers/arabic'
import { stopwords } from '@orama/stopwords/arabic'
import MiniSearch, { type SearchOptions } from 'minisearch'
import { openDatabase } from '../src/sqlite/database.ts'

/** A text to be found; every engine is given title and body as they were written. */
export interface Doc {
  readonly id: string
  readonly title: string
  readonly body: string
}

export interface Answer {
  /** Best first, ten at most. */
  readonly ids: readonly string[]
  readonly ms: number
}

/** An engine that has indexed its texts. */
export interface Engine {
  run(queries: readonly { readonly text: string }[]): Promise<Answer[]>
  close(): void
}

export const RESULTS = 10

/** What people would take from a shelf, each as its documentation shows it. */
export const PEERS: Readonly<Record<string, (docs: readonly Doc[]) => Promise<Engine>>> = {
  'FTS5 unicode61': openPlainFts5,
  MiniSearch: (docs) => openMiniSearch(docs, {}),
  'MiniSearch prefix + fuzzy 0.2': (docs) => openMiniSearch(docs, { prefix: true, fuzzy: 0.2 }),
  'Orama arabic + stemmer + stopwords': openOrama,
}

/** Every word of a query is quoted and OR-ed: FTS5's own syntax must not come from outside. */
export function orOfWords(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' OR ')
}

/** One query after the other, each with its time. */
export function timed(ask: (text: string) => readonly string[] | Promise<readonly string[]>): Engine['run'] {
  return async (queries) => {
    const answers: Answer[] = []
    for (const { text } of queries) {
      const began = performance.now()
      const ids = await ask(text)
      answers.push({ ids, ms: performance.now() - began })
    }
    return answers
  }
}

async function openPlainFts5(docs: readonly Doc[]): Promise<Engine> {
  const database = await openDatabase(':memory:')
  database.exec("CREATE VIRTUAL TABLE plain USING fts5 (title, body, content = '')")
  const insert = database.prepare('INSERT INTO plain (rowid, title, body) VALUES (?, ?, ?)')
  database.transaction(() => {
    docs.forEach(({ title, body }, at) => {
      insert.run(at + 1, title, body)
    })
  })()
  const best = database
    .prepare<[string, number], number>('SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?')
    .pluck()
  return {
    run: timed((text) => {
      const match = orOfWords(text)
      return match === '' ? [] : best.all(match, RESULTS).map((row) => docs[row - 1]?.id ?? '')
    }),
    close: () => {
      database.close()
    },
  }
}

async function openMiniSearch(docs: readonly Doc[], options: SearchOptions): Promise<Engine> {
  const index = new MiniSearch<Doc>({ fields: ['title', 'body'] })
  index.addAll(docs)
  return {
    run: timed((text) =>
      index
        .search(text, options)
        .slice(0, RESULTS)
        .map(({ id }) => String(id)),
    ),
    close: () => {
      index.removeAll()
    },
  }
}

async function openOrama(docs: readonly Doc[]): Promise<Engine> {
  const index = create({
    schema: { title: 'string', body: 'string' },
    components: { tokenizer: { language: 'arabic', stemming: true, stemmer, stopWords: stopwords } },
  })
  await insertMultiple(index, [...docs])
  return {
    run: timed(async (text) =>
      (await search(index, { term: text, limit: RESULTS })).hits.map(({ id }) => id),
    ),
    close: () => undefined,
  }
}
