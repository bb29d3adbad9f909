/** 24 bits: SQLite keeps them in three bytes, and of a million words one in twenty meets another. */
const BITS = 24

/** A hash of a folded word by which `search_word_hashes` finds its number (FNV-1a over UTF-16 units); never to change. */
export function hashOfWord(word: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193)
  // The upper bits are mixed in, and the sign is used: a number of three bytes is one from -2^23 to 2^23 - 1.
  return ((value ^ (value >>> BITS)) << (32 - BITS)) >> (32 - BITS)
}
