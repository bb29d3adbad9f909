/**
 * Numbers by the hash of a text. A map with a million texts for keys stops everything for a second when it grows,
 * and every long clearing of memory looks at all of them; these are two arrays of numbers.
 */
export interface TextChains {
  /** @param number from 1 on, each once */
  add(text: string, number: number): void
  /** Numbers that were added under this text, and perhaps others whose texts have the same hash. */
  candidates(text: string): number[]
}

/** Texts of a million words are four in a chain. */
const HASH_BITS = 18

export function createTextChains(): TextChains {
  /** The last number of each chain; 0 where there is none. */
  const last = new Uint32Array(1 << HASH_BITS)
  /** The number before each number in its chain. */
  let before = new Uint32Array(1 << 12)

  return {
    add(text, number) {
      if (number >= before.length) {
        const larger = new Uint32Array(Math.max(number + 1, before.length * 2))
        larger.set(before)
        before = larger
      }
      const hash = hashOf(text)
      before[number] = last[hash] as number
      last[hash] = number
    },
    candidates(text) {
      const found: number[] = []
      for (let number = last[hashOf(text)] as number; number !== 0; number = before[number] as number) {
        found.push(number)
      }
      return found
    },
  }
}

/** FNV-1a over UTF-16 units, its upper bits mixed in. */
function hashOf(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return ((value >>> HASH_BITS) ^ value) & ((1 << HASH_BITS) - 1)
}
