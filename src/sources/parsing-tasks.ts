import type { Draft } from '../articles/draft.ts'
import type { SplitPart } from '../articles/draft-store.ts'
import type { Material } from '../articles/material.ts'
import type { SplitSource } from '../articles/splitting.ts'
import type { ParsedFeed } from './feed/feed-item.ts'

/** A task that has been loaded: takes what can be cloned into a thread, gives what can be cloned back. */
type Task<Input, Output> = (input: Input) => Output | Promise<Output>

/**
 * What the parsing thread can be asked for, by name. Every entry loads its task when it is first wanted: parsers are
 * heavy, and most days one kind of them is enough. A new kind of hostile input is one entry more.
 */
export const PARSING_TASKS = {
  /** A web page as it came over the wire; `charset` is what the HTTP header names. */
  page: async (): Promise<Task<{ bytes: Uint8Array; url: string; charset: string | null }, Material>> => {
    const { pageMaterial } = await import('./page/page-material.ts')
    // Loaded before the task begins: the time it takes is not the page's.
    await Promise.all([import('linkedom'), import('@mozilla/readability')])
    return ({ bytes, url, charset }) => pageMaterial(bytes, url, charset)
  },
  /** A file that somebody sent. */
  document: async (): Promise<
    Task<{ bytes: Uint8Array; fileName: string; mediaType: string | null }, Material[]>
  > => {
    const { documentMaterials } = await import('./document/document-materials.ts')
    return ({ bytes, fileName, mediaType }) => documentMaterials(bytes, fileName, mediaType)
  },
  /** A long material, cleaned. */
  drafts: async (): Promise<Task<{ material: Material; restored: readonly number[] }, Draft[]>> => {
    const { draftsOf } = await import('../articles/drafting.ts')
    return ({ material, restored }) => draftsOf(material, restored)
  },
  /** A draft of a long material, split. */
  split: async (): Promise<
    Task<{ source: SplitSource; material: Material; block: number }, readonly [SplitPart, SplitPart] | null>
  > => {
    const { splitDraft } = await import('../articles/splitting.ts')
    return ({ source, material, block }) => splitDraft(source, material, block)
  },
  /** A feed as it came over the wire; `now` (epoch ms) tells which dates lie in the future. */
  feed: async (): Promise<
    Task<{ bytes: Uint8Array; url: string; charset: string | null; now: number }, ParsedFeed>
  > => {
    const { feedItems } = await import('./feed/feed-items.ts')
    // Loaded before the task begins: the time it takes is not the feed's.
    await import('feedsmith')
    return ({ bytes, url, charset, now }) => feedItems(bytes, url, charset, now)
  },
}
