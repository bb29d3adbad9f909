import { stem } from '../arabic/stem.ts'
import { words } from '../arabic/words.ts'
import type { Phrase, QueryWord, Term } from './search-index.ts'

/**
 * The publishers and agencies that are meant: those that hold all the words given or another spelling of the name;
 * where there is none, those that hold the words in another form (رويترز, CNN and سي إن إن, القاهرة and بالقاهرة).
 */
export function sourcesNamed(
  given: readonly QueryWord[],
  publishers: readonly string[],
  spellingsOf: (words: readonly QueryWord[]) => readonly Term[],
): string[] {
  if (given.length === 0) return []
  const own = new Set(given.map((word) => word.stem))
  const names = spellingsOf(given).map(({ anyOf }) =>
    anyOf.filter((phrase) => phrase.length > 1 || !own.has(phrase[0] ?? '')),
  )
  const known = publishers.map((publisher) => {
    const folded = words(publisher).map((word) => word.folded)
    return { publisher, folded, stems: folded.map(stem) }
  })
  const exact = known.filter(
    ({ folded, stems }) =>
      given.every((word) => folded.includes(word.folded)) ||
      (names.length > 0 && names.every((phrases) => phrases.some((phrase) => holds(stems, phrase)))),
  )
  const meant =
    exact.length > 0 ? exact : known.filter(({ stems }) => given.every((word) => stems.includes(word.stem)))
  return meant.map(({ publisher }) => publisher)
}

function holds(stems: readonly string[], phrase: Phrase): boolean {
  return stems.some((_, at) => phrase.every((word, offset) => stems[at + offset] === word))
}
