import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sentences } from '../src/arabic/sentences.ts'
import { stemsOf } from '../src/arabic/stems.ts'
import { isStopWord } from '../src/arabic/stop-words.ts'
import { readSeeds } from '../src/sources/seeds.ts'
import { judgedLeads } from '../tests/quality-lead/judged-leads.ts'
import { endScores, judgedPassages, type Splitter } from '../tests/quality-lead/sentence-ends.ts'
import { rouge } from './rouge.ts'
import { sentencesOf, summarise } from './summarise.ts'

type Print = (line: string) => void

/** A report and what a person made of it. */
interface Sample {
  readonly title: string
  readonly text: string
  readonly summary: string
}

/** As the peers were measured: two sentences, 45 words at most for ours. */
const MAX_WORDS = 45

const SYSTEMS: Readonly<Record<string, (sample: Sample) => string>> = {
  'Mujaz, normal': (sample) => summarise(sample, { maxWords: MAX_WORDS }),
  'lead, 1 sentence': ({ text }) => sentencesOf(text).slice(0, 1).join(' '),
  'lead, 2 sentences': ({ text }) => sentencesOf(text).slice(0, 2).join(' '),
  'TextRank, 1 sentence': ({ text }) => central(text, 1, sharedWords),
  'TextRank, 2 sentences': ({ text }) => central(text, 2, sharedWords),
  'LexRank, 1 sentence': ({ text }) => central(text, 1, cosine),
  'LexRank, 2 sentences': ({ text }) => central(text, 2, cosine),
}

const SPLITTERS: Readonly<Record<string, Splitter>> = {
  Mujaz: sentences,
  "Intl.Segmenter('ar')": segmented,
  'regex [.!?؟]+ and white space, lines': split,
}

/** Prints how near leads come to what people chose, and how well sentence ends are found. */
export async function benchLead(print: Print, collection?: string): Promise<void> {
  const seeds = readSeeds().reports.map(({ title, body }) => ({ title, text: body, summary: title }))
  table(print, `seeds (n ${seeds.length}), the headline's words found`, seeds, true)
  const judged = judgedLeads().map(({ title, body, lead }) => ({
    title,
    text: body,
    summary: lead.map(({ start, end }) => body.slice(start, end)).join(' '),
  }))
  table(print, `judged leads (n ${judged.length})`, judged)
  const given = collection === undefined ? [] : await readSummaries(collection)
  if (given.length > 0) table(print, `summaries.jsonl (n ${given.length})`, given)
  else if (collection !== undefined) print(`no summaries.jsonl in ${collection}`)

  const passages = judgedPassages()
  print(`\n${`sentence ends (${passages.length} passages)`.padEnd(44)} P      R      F1     passages right`)
  for (const [name, splitter] of Object.entries(SPLITTERS)) {
    const { precision, recall, f1, right } = endScores(splitter, passages)
    print(
      `${name.padEnd(44)} ${[precision, recall, f1].map((score) => score.toFixed(3)).join('  ')}  ${right}`,
    )
  }
}

function table(print: Print, heading: string, samples: readonly Sample[], recall = false): void {
  print(`\n${heading.padEnd(44)} R1     R2     words  ms each`)
  for (const [name, system] of Object.entries(SYSTEMS)) {
    for (const sample of samples.slice(0, 50)) system(sample) // warm
    const began = performance.now()
    const answers = samples.map(system)
    const ms = (performance.now() - began) / samples.length
    const mean = (of: (answer: string, reference: string) => number): number =>
      answers.reduce((sum, answer, i) => sum + of(answer, samples[i]?.summary ?? ''), 0) / samples.length
    const scores = ([1, 2] as const).map((n) =>
      mean((answer, reference) => rouge(answer, reference, n)[recall ? 'recall' : 'f1']),
    )
    const length = mean((answer) => answer.split(/\s+/).length)
    const columns = [...scores.map((score) => (100 * score).toFixed(1)), length.toFixed(1), ms.toFixed(2)]
    print(`${name.padEnd(44)} ${columns.map((column) => column.padEnd(5)).join('  ')}`)
  }
}

/** One {id, title, text, summary} a line. */
async function readSummaries(folder: string): Promise<Sample[]> {
  const path = join(folder, 'summaries.jsonl')
  if (!existsSync(path)) return []
  const lines = (await readFile(path, 'utf8')).split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Sample)
}

type Bag = ReadonlyMap<string, number>

/** The sentences most like the others (PageRank over likeness), in reading order. */
function central(text: string, most: number, likeness: (a: Bag, b: Bag, rarity: Bag) => number): string {
  const all = sentencesOf(text).slice(0, 200)
  const bags = all.map((sentence) => {
    const bag = new Map<string, number>()
    for (const stem of stemsOf(sentence)) if (!isStopWord(stem)) bag.set(stem, (bag.get(stem) ?? 0) + 1)
    return bag
  })
  const held = new Map<string, number>()
  for (const bag of bags) for (const stem of bag.keys()) held.set(stem, (held.get(stem) ?? 0) + 1)
  const rarity = new Map([...held].map(([stem, count]) => [stem, Math.log(1 + bags.length / count)]))
  const edges = bags.map((a, i) => bags.map((b, j) => (i === j ? 0 : likeness(a, b, rarity))))
  const sums = edges.map((row) => row.reduce((a, b) => a + b, 0))
  let ranks = bags.map(() => 1)
  for (let round = 0; round < 50; round++) {
    ranks = ranks.map((_, i) => {
      const flow = edges.reduce((sum, row, j) => sum + ((ranks[j] ?? 0) * (row[i] ?? 0)) / (sums[j] || 1), 0)
      return 0.15 + 0.85 * flow
    })
  }
  const best = ranks.map((rank, i) => ({ rank, i })).toSorted((a, b) => b.rank - a.rank)
  const chosen = best.slice(0, most).toSorted((a, b) => a.i - b.i)
  return chosen.map(({ i }) => all[i]).join(' ')
}

/** TextRank: words in common over the logarithms of the lengths. */
function sharedWords(a: Bag, b: Bag): number {
  const common = [...a.keys()].filter((stem) => b.has(stem)).length
  return common === 0 ? 0 : common / (Math.log(a.size + 1) + Math.log(b.size + 1))
}

/** LexRank: cosine of the bags, rare stems weighing more; below a tenth it counts as nothing. */
function cosine(a: Bag, b: Bag, rarity: Bag): number {
  const weight = (bag: Bag, stem: string): number => (bag.get(stem) ?? 0) * (rarity.get(stem) ?? 0)
  const norm = (bag: Bag): number => Math.hypot(...[...bag.keys()].map((stem) => weight(bag, stem)))
  const product = [...a.keys()].reduce((sum, stem) => sum + weight(a, stem) * weight(b, stem), 0)
  const likeness = product === 0 ? 0 : product / (norm(a) * norm(b))
  return likeness < 0.1 ? 0 : likeness
}

function segmented(text: string): ReturnType<Splitter> {
  const found = [...new Intl.Segmenter('ar', { granularity: 'sentence' }).segment(text)]
  return found
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

function split(text: string): ReturnType<Splitter> {
  const found: { start: number; end: number }[] = []
  let start = 0
  for (const stop of [...text.matchAll(/[.!?؟]+\s+|[\r\n\u2028\u2029]+/g), { index: text.length, 0: '' }]) {
    const end = stop.index + stop[0].length
    if (text.slice(start, end).trim() !== '') found.push({ start, end })
    start = end
  }
  return found
}
