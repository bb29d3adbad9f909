import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openIndex } from './measure.ts'
import { type Answer, type Doc, type Engine, PEERS } from './peers.ts'
import { change, halfAnd95, type Print, table } from './print.ts'
import { LETTER_VARIANTS, type Variant, wordVariants } from './variants.ts'

/** A query, and the texts that answer it. */
export interface Question {
  readonly text: string
  readonly relevant: readonly string[]
}

/** Texts and the questions that were judged on them. */
export interface Collection {
  readonly passages: readonly { readonly id: string; readonly text: string }[]
  readonly questions: readonly Question[]
}

/** @returns which of the files that make a collection are missing in a folder */
export function missingFiles(folder: string): string[] {
  return ['passages.jsonl', 'questions.jsonl'].filter((name) => !existsSync(join(folder, name)))
}

/** Reads `passages.jsonl` ({id, text}) and `questions.jsonl` ({id, text, relevant}). */
export async function readCollection(folder: string): Promise<Collection> {
  return {
    passages: await readLines(join(folder, 'passages.jsonl')),
    questions: await readLines(join(folder, 'questions.jsonl')),
  }
}

/** One JSON value a line. */
export async function readLines<Line>(path: string): Promise<Line[]> {
  const lines = (await readFile(path, 'utf8')).split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Line)
}

/** How well the questions find their passages, and what is lost when they are typed otherwise. */
export async function benchCollection(print: Print, { passages, questions }: Collection): Promise<void> {
  const docs = passages.map(({ id, text }): Doc => ({ id, title: '', body: text }))
  const engines = new Map<string, Engine>()
  const built = new Map<string, number>()
  let indexBytes = 0
  for (const [name, open] of [['Mujaz', openMujaz] as const, ...Object.entries(PEERS)]) {
    const began = performance.now()
    engines.set(name, await open(docs))
    built.set(name, performance.now() - began)
  }
  const clean = new Map<string, Answer[]>()
  const rows: string[][] = []
  for (const [name, engine] of engines) {
    await engine.run(questions.slice(0, 100)) // warm
    const answers = await engine.run(questions)
    clean.set(name, answers)
    const { mrr, r1, r10 } = scores(questions, answers)
    const times = halfAnd95(answers.map(({ ms }) => ms))
    rows.push([name, mrr.toFixed(3), r1.toFixed(3), r10.toFixed(3), times, (built.get(name) ?? 0).toFixed(0)])
  }
  print(`\n## Questions (${passages.length} passages, ${questions.length} questions)\n`)
  table(print, ['engine', 'MRR@10', 'R@1', 'R@10', 'p50 / p95 ms', 'build ms'], rows)
  print(`\nIndex of Mujaz: ${(indexBytes / passages.length).toFixed(0)} bytes a passage`)

  const kinds: Record<string, Variant> = { ...LETTER_VARIANTS, ...wordVariants(docs.map(({ body }) => body)) }
  print('\n## What another spelling costs (MRR@10 of the questions it changes)\n')
  const lost: string[][] = []
  for (const [kind, variant] of Object.entries(kinds)) {
    const changed = questions.map((question) => ({ ...question, text: variant(question.text) }))
    const which = questions.flatMap(({ text }, at) => (changed[at]?.text === text ? [] : [at]))
    if (which.length === 0) continue
    const asked = which.map((at) => changed[at] as Question)
    const row = [kind, String(which.length)]
    for (const [name, engine] of engines) {
      const before = which.map((at) => clean.get(name)?.[at] as Answer)
      const after = await engine.run(asked)
      if (name === 'Mujaz') {
        const same = after.filter(({ ids }, i) => ids.join(' ') === before[i]?.ids.join(' ')).length
        row.push(same === which.length ? 'all' : String(same))
      }
      row.push(change(scores(asked, before).mrr, scores(asked, after).mrr))
    }
    lost.push(row)
  }
  table(print, ['kind', 'n', 'same list', ...engines.keys()], lost)
  for (const engine of engines.values()) engine.close()

  async function openMujaz(): Promise<Engine> {
    const index = await openIndex(passages)
    indexBytes = index.sizeBytes
    return index
  }
}

/** Means over all questions: the reciprocal rank of the first answer, and whether it is among the first one and ten. */
export function scores(
  questions: readonly Question[],
  answers: readonly Answer[],
): { mrr: number; r1: number; r10: number } {
  const ranks = questions.map(
    ({ relevant }, at) => 1 + (answers[at]?.ids.slice(0, 10).findIndex((id) => relevant.includes(id)) ?? -1),
  )
  const mean = (of: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : of(rank)), 0) / (ranks.length || 1)
  return { mrr: mean((rank) => 1 / rank), r1: mean((rank) => (rank === 1 ? 1 : 0)), r10: mean(() => 1) }
}
