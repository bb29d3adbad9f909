import type { Language } from '../messages/language.ts'
import type { Rendered } from '../messages/rendered.ts'
import type { DigestLength } from '../readers/subscription.ts'
import { type Selection, selectedIds } from './selection.ts'

/** A digest whose content is chosen and whose text is frozen; every reader of the same key gets this one. */
export interface Edition extends Rendered {
  /** What makes two readers' digests the same: language, length, cursor, newest article. */
  readonly key: string
  readonly language: Language
  readonly length: DigestLength
  /** The cursor of its readers; null for a first digest. */
  readonly since: number | null
  /** Where the cursor goes once the digest has arrived. */
  readonly upTo: number
  /** In reading order; none in the line that says that nothing is new. */
  readonly articleIds: readonly number[]
  readonly omitted: number
}

/** What two readers must share to share an edition. */
export interface EditionReader {
  readonly language: Language
  readonly length: DigestLength
  readonly cursor: number | null
}

/** What a digest is rendered from. */
export interface DigestContent extends EditionReader {
  /** Where the cursor goes. */
  readonly upTo: number
  /** Null: nothing is new. */
  readonly selection: Selection | null
}

/**
 * Renders a digest (the messages folder knows how) into Telegram HTML and the buttons below it. What takes long lets
 * others have the event loop in between.
 */
export type RenderDigest = (content: DigestContent) => Rendered | Promise<Rendered>

/** Freezes what was selected for the readers of one language and length at one cursor. */
export async function freeze(content: DigestContent, render: RenderDigest): Promise<Edition> {
  const { language, length, cursor, upTo, selection } = content
  return {
    key: editionKey(content, upTo),
    language,
    length,
    since: cursor,
    upTo,
    articleIds: selection === null ? [] : selectedIds(selection),
    omitted: selection?.omitted ?? 0,
    ...(await render(content)),
  }
}

/** Readers with the same key share one edition. */
export function editionKey({ language, length, cursor }: EditionReader, upTo: number): string {
  return `${language}:${length}:${cursor ?? 'first'}-${upTo}`
}
