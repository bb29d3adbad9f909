import { gramsOf } from '../arabic/grams.ts'
import { askFor } from './gram-pool.ts'
import type { Lexicon } from './lexicon.ts'
import type { QueryWord, Term } from './search-index.ts'

/** A stem that stands in for something asked for which no article has; `likeness` is below 1. */
export interface StandIn {
  readonly term: number
  readonly stem: number
  readonly likeness: number
}

/** A query as numbers: what each word of an article says to it. */
export interface Asked {
  /** Rarity of each term. */
  readonly termIdf: readonly number[]
  /** Rarity of each letter gram of the query's words, for both sizes. */
  readonly gramIdf: Readonly<Record<3 | 4, readonly number[]>>
  /** Whether a word has nothing to say to the query: true of nearly all, so it is asked first. */
  isSilent(word: number): boolean
  /** The terms that the word at this place answers, by itself or as the first of a phrase. */
  answers(words: Uint32Array, at: number): readonly { readonly term: number; readonly likeness: number }[]
  /** The query's grams that a word holds, as indexes into `gramIdf`; null for none. */
  gramsOf(word: number): { readonly three: readonly number[]; readonly four: readonly number[] } | null
}

type Answer = { readonly term: number; readonly likeness: number }

const NOTHING: readonly Answer[] = []

export function createAsked(
  {
    terms,
    words,
    standIns,
  }: {
    readonly terms: readonly Term[]
    readonly words: readonly QueryWord[]
    readonly standIns: readonly StandIn[]
  },
  lexicon: Lexicon,
): Asked {
  const single = new Map<number, Answer[]>()
  const phrases = new Map<number, { readonly term: number; readonly stems: readonly number[] }[]>()
  const found = terms.map(() => 0)

  function learn(term: number, stem: number, likeness: number): void {
    const known = single.get(stem) ?? []
    single.set(stem, known)
    if (known.some((answer) => answer.term === term)) return
    known.push({ term, likeness })
    found[term] = (found[term] ?? 0) + lexicon.articlesWithStem(stem)
  }
  terms.forEach(({ anyOf }, term) => {
    for (const phrase of anyOf) {
      const stems = phrase.flatMap((stem) => lexicon.stemNumber(stem) ?? [])
      const [first] = stems
      if (first === undefined || stems.length < phrase.length) continue
      if (stems.length === 1) learn(term, first, 1)
      else {
        phrases.set(first, [...(phrases.get(first) ?? []), { term, stems }])
        found[term] = (found[term] ?? 0) + Math.min(...stems.map(lexicon.articlesWithStem))
      }
    }
  })
  for (const { term, stem, likeness } of standIns) learn(term, stem, likeness)

  const grams = { 3: askFor(gramsOfAll(words, 3)), 4: askFor(gramsOfAll(words, 4)) } as const
  const gramIdf = (size: 3 | 4) =>
    [...grams[size].numbers.keys()].map((gram) => rarity(lexicon.articlesWithGram(gram), lexicon))
  const hits = new Map<number, ReturnType<Asked['gramsOf']>>()

  const SILENT = 1
  const SPEAKS = 2
  const known = new Uint8Array(lexicon.lastWord() + 1)

  function gramsOfWord(word: number): ReturnType<Asked['gramsOf']> {
    const kept = hits.get(word)
    if (kept !== undefined) return kept
    const three = lexicon.gramsIn(word, 3, grams[3])
    const four = lexicon.gramsIn(word, 4, grams[4])
    if (three.length === 0 && four.length === 0) return null
    const made = { three, four }
    hits.set(word, made)
    return made
  }

  return {
    termIdf: found.map((articles) => rarity(articles, lexicon)),
    gramIdf: { 3: gramIdf(3), 4: gramIdf(4) },
    isSilent(word) {
      const kept = known[word]
      if (kept === SILENT || kept === SPEAKS) return kept === SILENT
      const stem = lexicon.stemOf(word)
      const silent = !single.has(stem) && !phrases.has(stem) && gramsOfWord(word) === null
      known[word] = silent ? SILENT : SPEAKS
      return silent
    },
    answers(list, at) {
      const stem = lexicon.stemOf(list[at] ?? 0)
      const direct = single.get(stem) ?? NOTHING
      const begun = phrases.get(stem)
      if (begun === undefined) return direct
      const whole = begun.filter(({ stems }) =>
        stems.every((expected, offset) => lexicon.stemOf(list[at + offset] ?? 0) === expected),
      )
      return whole.length === 0 ? direct : [...direct, ...whole.map(({ term }) => ({ term, likeness: 1 }))]
    },
    gramsOf: (word) => (known[word] === SILENT ? null : gramsOfWord(word)),
  }
}

function rarity(articles: number, lexicon: Lexicon): number {
  const all = lexicon.articles()
  const some = Math.min(articles, all)
  return Math.log(1 + (all - some + 0.5) / (some + 0.5))
}

function gramsOfAll(words: readonly QueryWord[], size: 3 | 4): number[] {
  return words.flatMap(({ folded }) => gramsOf(folded, size))
}
