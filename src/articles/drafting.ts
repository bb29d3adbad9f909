import type { Span } from '../arabic/words.ts'
import { NAME_LIMIT } from './article.ts'
import { cleanMaterial } from './cleaning.ts'
import type { Draft } from './draft.ts'
import type { Material } from './material.ts'

/**
 * The drafts of a material. A forwarded post was often copied from a page that names its own publisher and date: the
 * channel stands in only where the text is silent.
 *
 * @param restored lines of the text that are not to be cut
 */
export function draftsOf(
  { text, facts }: Pick<Material, 'text' | 'facts'>,
  restored: readonly number[] = [],
): Draft[] {
  const { origin, ...told } = facts
  const drafts = cleanMaterial({ text, facts: told }, restored)
  if (origin === undefined) return drafts
  const name = origin.name.replace(/\s+/g, ' ').trim()
  return drafts.map((draft) => ({
    ...draft,
    publisher: draft.publisher ?? (name === '' || [...name].length > NAME_LIMIT ? null : name),
    author: draft.author ?? origin.author ?? null,
    url: draft.url ?? origin.url ?? null,
    publishedAt: draft.publishedAt ?? origin.postedAt ?? null,
  }))
}

const FACTS = ['title', 'publisher', 'agency', 'author', 'url', 'publishedAt'] as const

/**
 * A draft whose material was cleaned again: the text is the new one, and what an editor has set meanwhile stays.
 *
 * @param before what the cleaner had made of it
 * @param after what it makes of it now
 */
export function cleanedAgain(draft: Draft, before: Draft, after: Draft): Draft {
  const set = FACTS.filter((fact) => JSON.stringify(draft[fact]) !== JSON.stringify(before[fact]))
  const { lead, ...kept } = draft
  const moved = lead === undefined ? null : movedSpans(lead, draft.body, after.body)
  return {
    ...after,
    ...Object.fromEntries(set.map((fact) => [fact, kept[fact]])),
    ...(moved === null ? {} : { lead: moved }),
  }
}

/** Where the same words stand in another body, in the same order; null where one of them is gone. */
function movedSpans(spans: readonly Span[], from: string, to: string): Span[] | null {
  const moved: Span[] = []
  let behind = 0
  for (const { start, end } of spans) {
    const at = to.indexOf(from.slice(start, end), behind)
    if (at < 0) return null
    behind = at + end - start
    moved.push({ start: at, end: behind })
  }
  return moved
}
