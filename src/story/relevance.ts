import { stemsOf } from '../arabic/stems.ts'
import type { RelevanceWords } from './aliases.ts'

export interface Relevance {
  /** Whether the text names something of every required group. */
  readonly belongs: boolean
  /** The words that decided, as the story spells them. */
  readonly found: readonly string[]
}

/** Does a report belong to the story? Decided by words it holds, so that an editor can see why. */
export function relevanceOf(text: string, { required, supporting }: RelevanceWords): Relevance {
  const haystack = ` ${stemsOf(text).join(' ')} `
  const holds = (words: string) => {
    const stems = stemsOf(words)
    return stems.length > 0 && haystack.includes(` ${stems.join(' ')} `)
  }
  const found = required.map((group) => group.filter(holds))
  return {
    belongs: found.every((group) => group.length > 0),
    found: [...found.flat(), ...supporting.filter(holds)],
  }
}
