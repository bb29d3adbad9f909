import { words } from '../arabic/words.ts'

/**
 * Folded words as these texts spell them, for people to read. Words that no text has are left out, unless that
 * leaves none.
 */
export function asSpelled(folded: readonly string[], texts: readonly string[]): string[] {
  const wanted = new Set(folded)
  const spelled = new Map<string, string>()
  for (const text of texts) {
    for (const word of words(text)) {
      if (wanted.has(word.folded) && !spelled.has(word.folded)) spelled.set(word.folded, word.text)
    }
  }
  const found = folded.flatMap((word) => spelled.get(word) ?? [])
  return found.length > 0 ? found : [...folded]
}
