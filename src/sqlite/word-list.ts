import type { WordList } from '../search/search-index.ts'

/**
 * A number takes three bits that name its class, and as many more as that class has: frequent words have low numbers
 * and take eight bits in all. Chosen on articles of 250 words, where it saves a twelfth against seven bits a byte.
 */
const CLASS_BITS = 3
const SIZES = [5, 8, 10, 11, 12, 13, 16, 20]
/** The first number of each class: that behind the last one of the class before. */
const FIRST = SIZES.map((_, at) => SIZES.slice(0, at).reduce((sum, size) => sum + 2 ** size, 0))
const LAST_CLASS = SIZES.length - 1
/** The highest number of the last class says that the number itself follows, in two halves. */
const LARGE = 2 ** (SIZES[LAST_CLASS] as number) - 1
const HALF = 16
const MOST_BITS = CLASS_BITS + (SIZES[LAST_CLASS] as number) + 2 * HALF

/** Packs a list: how many words the title has, and the words. */
export function packWords(titleLength: number, words: readonly number[]): Uint8Array {
  return packNumbers([titleLength, ...words])
}

/** The list that {@link packWords} packed. */
export function unpackWords(bytes: Uint8Array): WordList {
  const numbers = unpackNumbers(bytes)
  return { titleLength: numbers[0] ?? 0, words: numbers.subarray(1) }
}

/** Packs numbers below 2 ** 32, the lowest bits first; what is left of the last byte is filled with ones. */
export function packNumbers(numbers: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((numbers.length * MOST_BITS) / 8))
  let used = 0
  let held = 0
  let bits = 0

  // At most seven bits wait when at most 23 come: they fit into the 32 of an operation.
  function put(value: number, size: number): void {
    held |= value << bits
    bits += size
    while (bits >= 8) {
      bytes[used++] = held & 0xff
      held >>>= 8
      bits -= 8
    }
  }
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number
    let kind = 0
    while (kind < LAST_CLASS && number >= (FIRST[kind + 1] as number)) kind += 1
    const rest = number - (FIRST[kind] as number)
    if (kind === LAST_CLASS && rest >= LARGE) {
      put(kind | (LARGE << CLASS_BITS), CLASS_BITS + (SIZES[kind] as number))
      put(number & 0xffff, HALF)
      put(number >>> HALF, HALF)
    } else put(kind | (rest << CLASS_BITS), CLASS_BITS + (SIZES[kind] as number))
  }
  // Ones name the last class, which has no room left in a byte: nobody takes them for a number.
  if (bits > 0) put(0xff, 8 - bits)
  return bytes.slice(0, used)
}

/** The numbers that {@link packNumbers} packed; of bytes that were cut off, those before the cut. */
export function unpackNumbers(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length)
  const end = bytes.length * 8
  let count = 0
  let at = 0
  while (at + CLASS_BITS <= end) {
    const byte = at >>> 3
    // Bytes behind the end read as nothing, and the place tells whether they were needed.
    const low =
      (bytes[byte] as number) |
      ((bytes[byte + 1] ?? 0) << 8) |
      ((bytes[byte + 2] ?? 0) << 16) |
      ((bytes[byte + 3] ?? 0) << 24)
    const held = low >>> (at & 7)
    const kind = held & LAST_CLASS
    const size = SIZES[kind] as number
    at += CLASS_BITS + size
    if (at > end) break
    const rest = (held >>> CLASS_BITS) & ((1 << size) - 1)
    if (kind < LAST_CLASS || rest < LARGE) {
      numbers[count++] = (FIRST[kind] as number) + rest
      continue
    }
    if (at + 2 * HALF > end) break
    numbers[count++] = (halfAt(bytes, at) | (halfAt(bytes, at + HALF) << HALF)) >>> 0
    at += 2 * HALF
  }
  return numbers.subarray(0, count)
}

function halfAt(bytes: Uint8Array, at: number): number {
  const byte = at >>> 3
  const held = (bytes[byte] as number) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16)
  return (held >>> (at & 7)) & 0xffff
}
