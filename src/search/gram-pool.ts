import { gramsOf } from '../arabic/grams.ts'

/** The grams of a query, numbered, with a glance that tells most others apart at once. */
export interface AskedGrams {
  readonly numbers: ReadonlyMap<number, number>
  /** 1 where some asked gram has these lower bits. */
  readonly glance: Uint8Array
}

const GLANCE = 4096

export function askFor(grams: Iterable<number>): AskedGrams {
  const numbers = new Map([...new Set(grams)].map((gram, index) => [gram, index]))
  const glance = new Uint8Array(GLANCE)
  for (const gram of numbers.keys()) glance[gram & (GLANCE - 1)] = 1
  return { numbers, glance }
}

/**
 * The grams of all words of the vocabulary in one flat array: looking at a word's grams is what ranking does
 * most, and a small array for each word would cost more to reach than to read.
 */
export interface GramPool {
  keep(wordId: number, folded: string): void
  /** The numbers of the asked grams that a word holds; repeated where it holds one twice. */
  find(wordId: number, size: 3 | 4, asked: AskedGrams): readonly number[]
  /** Calls `count` with every gram of a word, of both sizes. */
  forEach(wordId: number, count: (gram: number) => void): void
}

const NONE: readonly number[] = []

export function createGramPool(): GramPool {
  let pool = new Uint32Array(1 << 16)
  let used = 0
  /** Three places a word: where its grams of three begin, where they end and those of four begin, where those end. */
  let places = new Uint32Array(1 << 12)

  function room(array: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
    if (needed <= array.length) return array
    const larger = new Uint32Array(Math.max(array.length * 2, needed))
    larger.set(array)
    return larger
  }

  function add(grams: readonly number[]): number {
    pool = room(pool, used + grams.length)
    pool.set(grams, used)
    used += grams.length
    return used
  }

  return {
    keep(wordId, folded) {
      places = room(places, 3 * wordId + 3)
      places[3 * wordId] = used
      places[3 * wordId + 1] = add(gramsOf(folded, 3))
      places[3 * wordId + 2] = add(gramsOf(folded, 4))
    },
    find(wordId, size, { numbers, glance }) {
      let found: number[] | null = null
      const end = places[3 * wordId + size - 2] ?? 0
      for (let at = places[3 * wordId + size - 3] ?? 0; at < end; at++) {
        const gram = pool[at] as number
        if (glance[gram & (GLANCE - 1)] === 0) continue
        const number = numbers.get(gram)
        if (number === undefined) continue
        if (found === null) found = [number]
        else found.push(number)
      }
      return found ?? NONE
    },
    forEach(wordId, count) {
      const end = places[3 * wordId + 2] ?? 0
      for (let at = places[3 * wordId] ?? 0; at < end; at++) count(pool[at] as number)
    },
  }
}
