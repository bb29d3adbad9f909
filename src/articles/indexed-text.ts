import { stem } from '../arabic/stem.ts'
import { words } from '../arabic/words.ts'
import type { IndexedText } from './article-store.ts'

/** What the search index holds of a text: its words in reading order, folded, and their stems. */
export function indexedText({ title, body }: { readonly title: string; readonly body: string }): IndexedText {
  return { title: field(title), body: field(body) }
}

function field(text: string): IndexedText['title'] {
  const folded = words(text).map((word) => word.folded)
  return { words: folded, stems: folded.map(stem) }
}
