import type { WordList } from '../search/search-index.ts'

/** Packs a list as varints, seven bits a byte, the lowest first: frequent words have low numbers and take one byte. */
export function packWords(titleLength: number, words: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (let number of [titleLength, ...words]) {
    while (number > 0x7f) {
      bytes.push((number & 0x7f) | 0x80)
      number >>>= 7
    }
    bytes.push(number)
  }
  return Uint8Array.from(bytes)
}

/** The list that {@link packWords} packed. */
export function unpackWords(bytes: Uint8Array): WordList {
  const numbers = new Uint32Array(bytes.length)
  let count = 0
  let number = 0
  let shift = 0
  for (const byte of bytes) {
    number |= (byte & 0x7f) << shift
    if (byte > 0x7f) {
      shift += 7
      continue
    }
    numbers[count++] = number >>> 0
    number = 0
    shift = 0
  }
  return { titleLength: numbers[0] ?? 0, words: numbers.subarray(1, count) }
}
