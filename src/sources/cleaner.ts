import type { Draft } from '../articles/draft.ts'
import type { SplitPart } from '../articles/draft-store.ts'
import { draftsOf } from '../articles/drafting.ts'
import type { Material } from '../articles/material.ts'
import { type SplitSource, splitDraft } from '../articles/splitting.ts'
import type { Parser } from './parser.ts'

/** Longest text that is cleaned at once, in UTF-16 units: some 30 milliseconds. Longer ones would hold up everybody. */
const AT_ONCE = 40_000

/** Makes drafts of materials; both throw a MujazError `parse_timeout` for what takes too long. */
export interface Cleaner {
  /** @param restored lines of the text that are not to be cut */
  drafts(material: Material, restored?: readonly number[]): Promise<readonly Draft[]>
  /** See `splitDraft`. */
  split(
    source: SplitSource,
    material: Material,
    block: number,
  ): Promise<readonly [SplitPart, SplitPart] | null>
}

/** Cleans short texts here, and long ones in the thread of the parser. */
export function createCleaner(parser: Pick<Parser, 'run'>): Cleaner {
  return {
    async drafts(material, restored = []) {
      if (material.text.length <= AT_ONCE) return draftsOf(material, restored)
      return parser.run('drafts', { material, restored })
    },
    async split(source, material, block) {
      if (material.text.length <= AT_ONCE) return splitDraft(source, material, block)
      return parser.run('split', { source, material, block })
    },
  }
}
