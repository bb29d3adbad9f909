import { stem } from './stem.ts'
import { words } from './words.ts'

/** The stems of a text in reading order: what the index holds and what queries are made of. */
export function stemsOf(text: string): string[] {
  return words(text).map(({ folded }) => stem(folded))
}
