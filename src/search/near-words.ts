import { distanceFrom } from '../arabic/edit-distance.ts'
import { soundKey } from '../arabic/sound.ts'
import { createTextChains } from './text-chains.ts'

/** Words by how they sound and by their letters, to find those near to one that nobody has written. */
export interface NearWords {
  /** @param wordId from 1 on */
  keep(wordId: number, folded: string): void
  /** The words that sound the same. */
  soundLike(folded: string): readonly number[]
  /** Calls `found` with each word no more than `limit` letters away. */
  forEachWithin(folded: string, limit: number, found: (wordId: number, distance: number) => void): void
}

/** Words of one length that have the same of the {@link FREQUENT} letters. */
interface Shelf {
  readonly frequent: number
  ids: Uint32Array<ArrayBuffer>
  /** Which letters a word has, as 64 bits: those of the Arabic alphabet do not share any. */
  low: Int32Array<ArrayBuffer>
  high: Int32Array<ArrayBuffer>
  size: number
}

/** The letters that tell most words apart: each is in some words and not in others. */
const LETTERS = ['ا', 'ب', 'ت', 'ر', 'ل', 'م', 'ن', 'ه', 'و', 'ي'].join('')
const FREQUENT = { low: letterMask(LETTERS, 0), high: letterMask(LETTERS, 1) }
/** Between the two halves of {@link FREQUENT} in one number: they share no bit then. */
const APART = 11
const NO_SHELVES: ReadonlyMap<number, Shelf> = new Map()

/** @param wordOf the text of a word that is kept */
export function createNearWords(wordOf: (wordId: number) => string): NearWords {
  /** By length, and there by their frequent letters. */
  const shelves: Map<number, Shelf>[] = []
  const sounds = createTextChains()

  function shelfFor(length: number, frequent: number): Shelf {
    shelves[length] ??= new Map()
    const known = shelves[length].get(frequent)
    if (known === undefined) {
      const [ids, low, high] = [new Uint32Array(4), new Int32Array(4), new Int32Array(4)]
      const shelf = { frequent, ids, low, high, size: 0 }
      shelves[length].set(frequent, shelf)
      return shelf
    }
    if (known.size === known.ids.length) {
      known.ids = twice(known.ids, new Uint32Array(known.size * 2))
      known.low = twice(known.low, new Int32Array(known.size * 2))
      known.high = twice(known.high, new Int32Array(known.size * 2))
    }
    return known
  }

  return {
    keep(wordId, folded) {
      const low = letterMask(folded, 0)
      const high = letterMask(folded, 1)
      const shelf = shelfFor(folded.length, frequentLetters(low, high))
      shelf.ids[shelf.size] = wordId
      shelf.low[shelf.size] = low
      shelf.high[shelf.size] = high
      shelf.size += 1
      if (folded.length >= 3) sounds.add(soundKey(folded), wordId)
    },
    soundLike(folded) {
      if (folded.length < 3) return []
      const key = soundKey(folded)
      return sounds.candidates(key).filter((id) => soundKey(wordOf(id)) === key)
    },
    forEachWithin(folded, limit, found) {
      const ownLow = letterMask(folded, 0)
      const ownHigh = letterMask(folded, 1)
      const own = frequentLetters(ownLow, ownHigh)
      const distanceTo = distanceFrom(folded, limit)
      for (let length = Math.max(0, folded.length - limit); length <= folded.length + limit; length++) {
        // A letter more or less is one letter of the alphabet, one for another are two, a swap is none.
        const longer = Math.abs(length - folded.length)
        const most = longer + 2 * (limit - longer)
        for (const shelf of (shelves[length] ?? NO_SHELVES).values()) {
          if (bits(shelf.frequent ^ own) <= most) look(shelf, most)
        }
      }

      function look({ ids, low, high, size }: Shelf, most: number): void {
        for (let at = 0; at < size; at++) {
          const some = bits((low[at] as number) ^ ownLow)
          if (some > most || some + bits((high[at] as number) ^ ownHigh) > most) continue
          const id = ids[at] as number
          const distance = distanceTo(wordOf(id))
          if (distance <= limit) found(id, distance)
        }
      }
    },
  }
}

function twice<Numbers extends Uint32Array | Int32Array>(array: Numbers, room: Numbers): Numbers {
  room.set(array)
  return room
}

function frequentLetters(low: number, high: number): number {
  return (low & FREQUENT.low) | ((high & FREQUENT.high) << APART)
}

/** The letters with codes of one half, by their last five bits. */
function letterMask(word: string, half: 0 | 1): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (((code >>> 5) & 1) === half) mask |= 1 << (code & 31)
  }
  return mask
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
