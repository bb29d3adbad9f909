import { type Edition, type EditionReader, editionKey, freeze, type RenderDigest } from './edition.ts'
import type { News } from './news.ts'
import type { Selection } from './selection.ts'

/** As many selections and editions are kept at hand: readers who are due together share few, but need not. */
const MOST_AT_HAND = 256

/** Editions for one newest article: each content is chosen once, each text rendered once. */
export interface Press {
  /** The same without waiting, where it is known; undefined where it has to be made. */
  atHand(reader: EditionReader): Edition | null | undefined
  /** What is new to this reader; null when nothing is. */
  edition(reader: EditionReader): Promise<Edition | null>
  /** The line that says that nothing is new. */
  nothing(reader: EditionReader): Promise<Edition>
}

export function createPress(news: News, render: RenderDigest): Press {
  const selections = new Map<number | null, Selection | null>()
  const pressed = new Map<string, Edition>()
  const lines = new Map<string, Edition>()

  async function selectionFor(cursor: number | null): Promise<Selection | null> {
    const kept = selections.get(cursor)
    if (kept !== undefined) return kept
    const selection = await news.since(cursor)
    keep(selections, cursor, selection)
    return selection
  }

  async function print(
    kept: Map<string, Edition>,
    reader: EditionReader,
    selection: Selection | null,
  ): Promise<Edition> {
    const { language, length, cursor } = reader
    const key = editionKey(reader, news.upTo)
    const before = kept.get(key)
    if (before !== undefined) return before
    const edition = await freeze({ language, length, cursor, upTo: news.upTo, selection }, render)
    keep(kept, key, edition)
    return edition
  }

  return {
    atHand(reader) {
      if (selections.get(reader.cursor) === null) return null
      return pressed.get(editionKey(reader, news.upTo))
    },
    async edition(reader) {
      const selection = await selectionFor(reader.cursor)
      return selection === null ? null : print(pressed, reader, selection)
    },
    nothing: (reader) => print(lines, reader, null),
  }
}

function keep<Key, Value>(atHand: Map<Key, Value>, key: Key, value: Value): void {
  if (atHand.size >= MOST_AT_HAND) atHand.clear()
  atHand.set(key, value)
}
