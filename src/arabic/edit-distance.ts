/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one word of the
 * other (optimal string alignment), as far as `limit`.
 *
 * @returns the distance, or `limit + 1` when it is larger
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] as number) + 1)
      }
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[b.length] as number, limit + 1)
}

/**
 * {@link editDistance} from one word to many: the columns of the table are the bits of one number (Hyyrö 2003,
 * "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"), so a letter costs a few operations.
 */
export function distanceFrom(a: string, limit: number): (b: string) => number {
  // A number has 32 bits; a longer word is no word that is typed wrongly.
  if (a.length === 0 || a.length > 31) return (b) => editDistance(a, b, limit)
  const places = new Map<number, number>()
  for (let at = 0; at < a.length; at++) {
    places.set(a.charCodeAt(at), (places.get(a.charCodeAt(at)) ?? 0) | (1 << at))
  }
  const last = 1 << (a.length - 1)
  return (b) => {
    if (Math.abs(a.length - b.length) > limit) return limit + 1
    let positive = -1
    let negative = 0
    let diagonal = 0
    let before = 0
    let score = a.length
    for (let at = 0; at < b.length; at++) {
      const matches = places.get(b.charCodeAt(at)) ?? 0
      const swapped = ((~diagonal & matches) << 1) & before
      diagonal = ((((matches & positive) + positive) | 0) ^ positive) | matches | negative | swapped
      const up = negative | ~(diagonal | positive)
      const down = diagonal & positive
      if ((up & last) !== 0) score += 1
      if ((down & last) !== 0) score -= 1
      // What is left of `b` can make up for one change a letter at the most.
      if (score - (b.length - 1 - at) > limit) return limit + 1
      const shifted = (up << 1) | 1
      positive = (down << 1) | ~(diagonal | shifted)
      negative = shifted & diagonal
      before = matches
    }
    return Math.min(score, limit + 1)
  }
}
