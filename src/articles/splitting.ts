import { stripDirection } from '../arabic/direction.ts'
import type { Span } from '../arabic/words.ts'
import { collapse } from './cleaning/shape.ts'
import type { Draft } from './draft.ts'
import type { SplitPart, StoredDraft } from './draft-store.ts'
import { draftsOf } from './drafting.ts'
import type { Material } from './material.ts'

/** So much of a paragraph is enough to know its line again, in UTF-16 units. */
const HEAD = 60

/** The blocks of a body: paragraphs and sub-headings, as offsets. */
export function blocksIn(body: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const block of body.split('\n\n')) {
    spans.push({ start, end: start + block.length })
    start += block.length + 2
  }
  return spans
}

/** A draft as it is split. */
export type SplitSource = Pick<StoredDraft, 'id' | 'draft' | 'place' | 'restored'>

/**
 * Splits a draft before one of its blocks: the lines of its report are cut in two, and each part is cleaned by itself. The
 * first part keeps what was known of the report; the second tells of itself and has the publisher in common.
 *
 * @param block from 1, of {@link blocksIn}
 * @returns null where one of the parts would hold no report, or the place cannot be found again
 */
export function splitDraft(
  stored: SplitSource,
  material: Material,
  block: number,
): readonly [SplitPart, SplitPart] | null {
  const text = stripDirection(material.text)
  const range = rangeOf(text, draftsOf(material, stored.restored), stored.place)
  const at = range?.blocks[block]
  if (range === null || at === undefined || block < 1 || at <= range.first) return null
  const lines = text.split('\n')
  const part = (from: number, to: number, name: string): Omit<SplitPart, 'drafts'> => ({
    material: {
      kind: material.kind,
      source: `${material.source}/${stored.id}:${at}${name}`,
      text: lines.slice(from - 1, to - 1).join('\n'),
      facts: commonFacts(material, stored.draft),
    },
    restored: stored.restored.filter((line) => line >= from && line < to).map((line) => line - from + 1),
  })
  const [above, below] = [part(range.first, at, 'a'), part(at, range.behind, 'b')]
  const [first, ...others] = draftsOf(above.material, above.restored)
  const rest = draftsOf(below.material, below.restored)
  if (first === undefined || first.body === '' || rest.length === 0) return null
  return [
    { ...above, drafts: [keepingFacts(first, stored.draft), ...others] },
    { ...below, drafts: rest },
  ]
}

function commonFacts({ facts }: Material, { publisher }: Draft): Material['facts'] {
  return {
    ...(publisher === null ? {} : { publisher }),
    ...(facts.language === undefined ? {} : { language: facts.language }),
    ...(facts.origin === undefined ? {} : { origin: facts.origin }),
  }
}

function keepingFacts(draft: Draft, known: Draft): Draft {
  const { title, publisher, agency, author, url, publishedAt, publisherSummary } = known
  return { ...draft, title, publisher, agency, author, url, publishedAt, publisherSummary }
}

interface Range {
  /** Lines from 1; `behind` is the first that belongs to the next report. */
  readonly first: number
  readonly behind: number
  /** The line on which each block begins; 0 where it was not found. */
  readonly blocks: readonly number[]
}

/** Which lines of the text a report covers. Reports stand one behind the other, so do their blocks. */
function rangeOf(text: string, drafts: readonly Draft[], place: number): Range | null {
  const lines = text.split('\n').map(collapse)
  const cuts = new Set(
    drafts.flatMap((draft) => draft.cuts.flatMap(({ line, part }) => (part ? [] : [line]))),
  )
  const found: { first: number; blocks: number[] }[] = []
  let next = 1
  for (const draft of drafts) {
    const title = draft.title === null ? 0 : lineOf(draft.title, lines, cuts, next)
    const blocks = blocksIn(draft.body).map(({ start, end }) => {
      const line = lineOf(draft.body.slice(start, end), lines, cuts, next)
      if (line > 0) next = line
      return line
    })
    const known = [title, blocks[0] ?? 0, ...draft.cuts.map(({ line }) => line)].filter((line) => line > 0)
    found.push({ first: found.length === 0 ? 1 : Math.min(...known), blocks })
  }
  const own = found[place]
  if (own === undefined || !Number.isFinite(own.first)) return null
  const behind = found[place + 1]?.first ?? lines.length + 1
  return { ...own, behind: Math.max(own.first, behind) }
}

function lineOf(block: string, lines: readonly string[], cuts: ReadonlySet<number>, from: number): number {
  const head = block.slice(0, HEAD)
  for (let line = from; line <= lines.length; line++) {
    const text = lines[line - 1] ?? ''
    if (text === '' || cuts.has(line)) continue
    // A block may be put together from two lines: then it begins with the first.
    if (text.includes(head) || block.startsWith(text)) return line
  }
  return 0
}
