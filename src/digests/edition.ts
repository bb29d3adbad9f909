import type { Language } from '../messages/language.ts'
import { type Selection, selectedIds } from './selection.ts'

/** A digest whose content is chosen and whose text is frozen; every reader of the same key gets this one. */
export interface Edition {
  /** What makes two readers' digests the same: language, cursor, newest article. Preferences will join it. */
  readonly key: string
  readonly language: Language
  /** The cursor of its readers; null for a first digest. */
  readonly since: number | null
  /** Where the cursor goes once the digest has arrived. */
  readonly upTo: number
  /** In reading order. */
  readonly articleIds: readonly number[]
  readonly omitted: number
  /** Telegram HTML, one message each. */
  readonly parts: readonly string[]
}

/** Renders a selection (the messages folder knows how) into parts of Telegram HTML. */
export type RenderDigest = (language: Language, selection: Selection) => readonly string[]

/** Freezes what was selected for the readers of one language at one cursor. */
export function freeze(
  reader: { language: Language; cursor: number | null },
  upTo: number,
  selection: Selection,
  render: RenderDigest,
): Edition {
  const { language, cursor: since } = reader
  return {
    key: editionKey(reader, upTo),
    language,
    since,
    upTo,
    articleIds: selectedIds(selection),
    omitted: selection.omitted,
    parts: render(language, selection),
  }
}

/** Readers with the same key share one edition. */
export function editionKey(
  { language, cursor }: { language: Language; cursor: number | null },
  upTo: number,
): string {
  return `${language}:${cursor ?? 'first'}-${upTo}`
}
