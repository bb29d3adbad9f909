import { words } from '../arabic/words.ts'

/** Words of a shingle: two reports of one happening hardly ever have three words in a row in common, copies nearly all. */
const LENGTH = 3
/** Words that are looked at: a report is known by its first pages, and a body may hold 200,000 characters. */
const WORDS_LOOKED_AT = 3000

/** Runs of three folded words of a text as numbers; what few texts have alike unless one was made from the other. */
export type Shingles = ReadonlySet<number>

/**
 * The word trigrams of a text, of its first 3000 words. A text of fewer than three words is one shingle; a text
 * without words has none.
 */
export function shinglesOf(text: string): Shingles {
  const hashes = wordsOf(text).map(hashOf)
  const found = new Set<number>()
  if (hashes.length === 0) return found
  for (let at = 0; at === 0 || at + LENGTH <= hashes.length; at++) {
    found.add(hashes.slice(at, at + LENGTH).reduce(mix, 0))
  }
  return found
}

/** Shingles that both have, as a share of all that either has (Jaccard): 1 for the same text, 0 for strangers. */
export function overlap(a: Shingles, b: Shingles): number {
  const both = shared(a, b)
  const all = a.size + b.size - both
  return all === 0 ? 0 : both / all
}

/** The share of the first text's shingles that the second has: 1 where the first is a part of the second. */
export function containment(a: Shingles, b: Shingles): number {
  return a.size === 0 ? 0 : shared(a, b) / a.size
}

/** The figures of a text (152, 2024-06-18 as three, 9.5), however their digits are written. */
export function figuresOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter((word) => /\p{Nd}/u.test(word)))
}

function wordsOf(text: string): string[] {
  // Ten letters a word are plenty: what is behind them need not be split into words.
  return words(text.slice(0, WORDS_LOOKED_AT * 10))
    .slice(0, WORDS_LOOKED_AT)
    .map(({ folded }) => folded)
}

function shared(a: Shingles, b: Shingles): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let both = 0
  for (const shingle of few) if (many.has(shingle)) both += 1
  return both
}

/** FNV-1a, 32 bits: among a few hundred shingles two of one number are one in a hundred thousand. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** The order of the words counts. */
function mix(sum: number, hash: number): number {
  return (Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) + hash) | 0
}
