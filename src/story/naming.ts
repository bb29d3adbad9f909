import { stem } from '../arabic/stem.ts'
import { isStopWord } from '../arabic/stop-words.ts'
import { words } from '../arabic/words.ts'
import type { Entity } from './aliases.ts'
import { type AskedWord, keyOf } from './spellings.ts'

/** What a text tells of, word for word: a name counts once however it is spelt and however many words it has. */
export interface Told {
  /** `@` and the id of an entity, or the stem of any other word that says something. */
  readonly key: string
  /** The stems as they stand in this text: what tells how rare it is. */
  readonly stems: readonly string[]
}

/** Knows whom and what a text names, in whatever spelling and language. */
export interface Naming {
  /** What the text tells of, each once, in the order of the text; words without meaning of their own are left out. */
  tells(text: string): Told[]
}

/** Whether this is a name of the story rather than a word of the language. */
export function isName(key: string): boolean {
  return key.startsWith('@')
}

/** Learns the forms of the story's entities; the longest form that stands in the text wins (كوريا الشمالية, not كوريا). */
export function createNaming(entities: readonly Entity[]): Naming {
  const ids = new Map<string, string>()
  /** Words of the longest form that begins with this stem. */
  const longest = new Map<string, number>()
  for (const { id, forms } of entities) {
    for (const form of Object.values(forms).flat()) {
      const phrase = wordsOf(form)
      const [first] = phrase
      if (first === undefined) continue
      longest.set(first.stem, Math.max(longest.get(first.stem) ?? 0, phrase.length))
      const key = keyOf(phrase)
      if (!ids.has(key)) ids.set(key, id)
    }
  }
  return {
    tells(text) {
      const told = new Map<string, Told>()
      const all = wordsOf(text)
      for (let at = 0; at < all.length; ) {
        const { key, length } = nameAt(all, at) ?? wordAt(all, at)
        if (key !== null && !told.has(key)) {
          told.set(key, { key, stems: all.slice(at, at + length).map(({ stem: each }) => each) })
        }
        at += length
      }
      return [...told.values()]
    },
  }

  function nameAt(all: readonly AskedWord[], at: number): { key: string; length: number } | null {
    const most = Math.min(longest.get(all[at]?.stem ?? '') ?? 0, all.length - at)
    for (let length = most; length > 0; length--) {
      const id = ids.get(keyOf(all.slice(at, at + length)))
      if (id !== undefined) return { key: `@${id}`, length }
    }
    return null
  }
}

function wordAt(all: readonly AskedWord[], at: number): { key: string | null; length: number } {
  const word = all[at] as AskedWord
  return { key: isStopWord(word.folded) ? null : word.stem, length: 1 }
}

function wordsOf(text: string): AskedWord[] {
  return words(text).map(({ folded }) => ({ folded, stem: stem(folded) }))
}
