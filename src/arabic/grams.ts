/**
 * Letter grams: the runs of three and of four letters of a word, its ends included. Words that share most of
 * their grams are mostly forms of one word, whatever the stemmer thinks of them (صاروخ, الصواريخ, صاروخية), and a
 * typo leaves most of them as they were.
 */

/** The grams of a folded word as 32-bit hashes; 3-grams and 4-grams never share a hash on purpose. */
export function gramsOf(folded: string, size: 3 | 4): number[] {
  const padded = `<${folded}>`
  if (padded.length <= size) return [hash(padded, 0, padded.length, size)]
  const grams: number[] = []
  for (let start = 0; start + size <= padded.length; start++) {
    grams.push(hash(padded, start, start + size, size))
  }
  return grams
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, start: number, end: number, seed: number): number {
  let value = 0x811c9dc5 ^ seed
  for (let at = start; at < end; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  // The last step spreads what short runs leave in the lower bits.
  return (value ^ (value >>> 15)) >>> 0
}
