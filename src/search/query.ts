import { stem } from '../arabic/stem.ts'
import { isStopWord } from '../arabic/stop-words.ts'
import { words } from '../arabic/words.ts'
import { periodOf } from './period.ts'
import { type Piece, readQuery } from './query-syntax.ts'
import type { Phrase, QueryWord, SearchPlan, Term } from './search-index.ts'
import { sourcesNamed } from './sources.ts'

/** Words that count: hundreds of OR-ed words have been seen to block FTS5 for minutes. */
const COUNTED = 12
/** Words of a query that are looked at. */
const LOOKED_AT = 64
/** Spellings of one thing that are looked for. */
const SPELLINGS = 32
const LENGTH = 4096

/** What planning has to know of the story and the store. */
export interface Knowledge {
  /** Every way of writing what a sequence of words names, see `story/spellings`. */
  spellingsOf(words: readonly QueryWord[]): readonly Term[]
  /** All publishers and agencies; needed only where the query names one. */
  readonly publishers: readonly string[]
  /** `YYYY-MM-DD`, where the reader is. */
  readonly today: string
}

/** A piece of a query that is made of words. */
interface Spoken {
  readonly kind: 'words' | 'phrase' | 'without'
  readonly words: readonly QueryWord[]
}

/**
 * Turns what a reader typed into a plan. Whatever that was, the plan holds stems, days and names of known publishers
 * only: no operator, quote or wildcard of the index gets through. Words without meaning of their own count as parts
 * of a name (People's Republic of China), in a phrase, and in a query that asks for nothing else.
 */
export function planSearch(text: string, know: Knowledge): SearchPlan {
  const pieces = readQuery(text.slice(0, LENGTH).toWellFormed(), know.today)
  const { since, until } = periodOf(lastDays(pieces, 'since'), lastDays(pieces, 'until'))
  const { spoken, sources } = settleSources(pieces, know)
  const parts = withinLimit(spoken)
  const must = parts.filter(({ kind }) => kind === 'phrase').map((part) => stems(part.words))
  const without = parts.filter(({ kind }) => kind === 'without').map((part) => excluded(part.words, know))
  const named = parts.filter(({ kind }) => kind !== 'without').flatMap((part) => namedIn(part, know))
  const meaningful = named.filter(({ words: own, exact }) => exact || own.length > 1 || !own.every(isIdle))
  const filters = { must, without, since, until, sources }
  const counted = meaningful.length > 0 || asksFor(filters) ? meaningful : named
  return {
    terms: counted.slice(0, COUNTED).map(({ anyOf }) => ({ anyOf: anyOf.slice(0, SPELLINGS) })),
    words: comparedWords(counted),
    ...filters,
  }
}

/** Whether a plan asks for anything at all. */
export function asksFor({ terms = [], must, without, since, until, sources }: Partial<SearchPlan>): boolean {
  const some = [terms, must, without].some((list) => list !== undefined && list.length > 0)
  return some || [since, until, sources].some((filter) => filter !== undefined && filter !== null)
}

/** The last one typed counts. */
function lastDays(pieces: readonly Piece[], kind: 'since' | 'until') {
  return pieces.flatMap((piece) => (piece.kind === kind ? piece.days : [])).at(-1) ?? null
}

/** Sources that are known go into the filter, what was taken for one back among the words. */
function settleSources(
  pieces: readonly Piece[],
  know: Knowledge,
): { spoken: Spoken[]; sources: string[] | null } {
  const sources = new Set<string>()
  const spoken: Spoken[] = []
  const say = (kind: Spoken['kind'], text: string) => {
    const last = spoken.at(-1)
    // A name goes on behind what was taken out of its middle.
    const before = kind === 'words' && last?.kind === 'words' ? (spoken.pop()?.words ?? []) : []
    spoken.push({ kind, words: [...before, ...wordsOf(text)] })
  }
  for (const piece of pieces) {
    if ('days' in piece) continue
    if (piece.kind === 'source') {
      const named = sourcesNamed(wordsOf(piece.text), know.publishers, (given) => know.spellingsOf(given))
      for (const source of named) sources.add(source)
      if (named.length === 0) say('words', piece.typed)
      continue
    }
    say(piece.kind, piece.text)
  }
  return { spoken, sources: sources.size === 0 ? null : [...sources] }
}

function wordsOf(text: string): QueryWord[] {
  return words(text)
    .slice(0, LOOKED_AT)
    .map(({ folded }) => ({ folded, stem: stem(folded) }))
}

/** Twelve words in all: what was marked off on purpose first, then as many of the others as there is room for. */
function withinLimit(spoken: readonly Spoken[]): Spoken[] {
  let room = COUNTED
  const kept = spoken.map((part) => {
    if (part.kind === 'words') return part
    const own = part.words.slice(0, room)
    room -= own.length
    return { ...part, words: own }
  })
  let looked = LOOKED_AT
  return kept
    .map((part) => {
      if (part.kind !== 'words') return part
      const own: QueryWord[] = []
      for (const word of part.words.slice(0, Math.max(0, looked))) {
        const idle = isIdle(word)
        if (!idle && room === 0) break
        if (!idle) room -= 1
        own.push(word)
      }
      looked -= own.length
      return { ...part, words: own }
    })
    .filter((part) => part.words.length > 0)
}

/** One thing that was asked for, and the words it was asked for with. */
interface Named extends Term {
  readonly words: readonly QueryWord[]
  /** Whether it counts whatever its words are. */
  readonly exact: boolean
}

function namedIn({ kind, words: asked }: Spoken, know: Knowledge): Named[] {
  if (kind === 'phrase') return [{ anyOf: [stems(asked)], words: asked, exact: true }]
  let at = 0
  return know.spellingsOf(asked).map(({ anyOf }) => {
    const own = asked.slice(at, at + lengthOf(anyOf, asked, at))
    at += own.length
    return { anyOf, words: own, exact: false }
  })
}

/** With how many of the words, from the one at `at`, this was named: what was typed is one of its spellings. */
function lengthOf(anyOf: readonly Phrase[], asked: readonly QueryWord[], at: number): number {
  const typed = anyOf.filter((phrase) => phrase.every((word, offset) => asked[at + offset]?.stem === word))
  return Math.max(1, ...typed.map((phrase) => phrase.length))
}

/** What was excluded in all its spellings: one thing, or several that stand next to each other. */
function excluded(asked: readonly QueryWord[], know: Knowledge): Term {
  let phrases: Phrase[] = [[]]
  for (const { anyOf } of know.spellingsOf(asked)) {
    phrases = phrases
      .flatMap((before) => anyOf.slice(0, SPELLINGS).map((phrase) => [...before, ...phrase]))
      .slice(0, SPELLINGS)
  }
  return { anyOf: phrases }
}

/**
 * What is compared letter by letter. Not the names that have other spellings: those all count the same, and the
 * letters would put the reports of one newsroom's spelling first.
 */
function comparedWords(named: readonly Named[]): QueryWord[] {
  const spelledOneWay = named.filter(({ anyOf }) => anyOf.length < 2).flatMap((each) => each.words)
  const telling = spelledOneWay.filter((word) => !isIdle(word))
  return (telling.length > 0 ? telling : spelledOneWay).slice(0, COUNTED)
}

function isIdle({ folded }: QueryWord): boolean {
  return isStopWord(folded)
}

function stems(asked: readonly QueryWord[]): string[] {
  return asked.map((word) => word.stem)
}
