import { stem } from '../arabic/stem.ts'
import { isStopWord } from '../arabic/stop-words.ts'
import { words } from '../arabic/words.ts'
import type { SearchPlan, Term } from './search-index.ts'

/** Things asked for that count: hundreds of OR-ed words have been seen to block FTS5 for minutes. */
const TERM_LIMIT = 12
/** Words of a query that are looked at. */
const WORD_LIMIT = 64
/** Spellings of one thing that are looked for. */
const SPELLING_LIMIT = 32

/** A word of the query: as it is folded, and its stem. */
export interface AskedWord {
  readonly folded: string
  readonly stem: string
}

/**
 * Turns a reader's words into a plan. Whatever was typed, the plan holds stems only: no operator, quote
 * or wildcard of the index gets through. Words without meaning of their own count as parts of a name
 * (People's Republic of China) and in a query that has no others.
 *
 * @param spellingsOf every way of writing what a sequence of words names, see `story/spellings`
 * @returns a plan without terms when the text has no word
 */
export function planSearch(
  text: string,
  spellingsOf: (asked: readonly AskedWord[]) => readonly Term[],
): SearchPlan {
  const asked = words(text.slice(0, 4096))
    .slice(0, WORD_LIMIT)
    .map(({ folded }) => ({ folded, stem: stem(folded) }))
  const idle = new Set(asked.filter(({ folded }) => isStopWord(folded)).map((word) => word.stem))
  const terms = spellingsOf(asked)
  const meaningful = terms.filter(
    ({ anyOf }) => !anyOf.some(([word = '', ...more]) => more.length === 0 && idle.has(word)),
  )
  return {
    terms: (meaningful.length > 0 ? meaningful : terms)
      .slice(0, TERM_LIMIT)
      .map(({ anyOf }) => ({ anyOf: anyOf.slice(0, SPELLING_LIMIT) })),
  }
}
