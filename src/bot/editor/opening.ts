import type { StoredDraft } from '../../articles/draft-store.ts'
import type { Material } from '../../articles/material.ts'
import { moreDrafts } from '../../messages/desk.ts'
import type { Capabilities } from '../capabilities.ts'
import { type CardPlace, putCard } from './card-place.ts'
import { putDraft } from './draft-view.ts'

/** So many drafts get a card of their own at once; a file may hold a thousand. */
const MOST_CARDS = 10

export interface Opened {
  readonly drafts: readonly StoredDraft[]
  /** The messages that show them. */
  readonly cards: readonly number[]
}

/**
 * Every report of the materials becomes a draft, stored before any is shown.
 *
 * @param noteId a message that the first card takes the place of
 * @param replaces drafts that give way to these
 */
export async function openDrafts(
  can: Pick<Capabilities, 'drafts' | 'radar' | 'cleaner'>,
  place: CardPlace,
  editorId: number,
  materials: readonly Material[],
  { noteId = null, replaces = [] }: { noteId?: number | null; replaces?: readonly number[] } = {},
): Promise<Opened> {
  const drafts: StoredDraft[] = []
  for (const material of materials) {
    const opened = {
      material,
      chatId: place.chatId,
      editorId,
      drafts: await can.cleaner.drafts(material),
      replaces,
    }
    drafts.push(...(await can.drafts.open(opened)))
  }
  // What was decided meanwhile is not brought up again.
  const waiting = drafts.filter(({ state }) => state === 'open')
  const cards: number[] = []
  for (const [index, draft] of waiting.slice(0, MOST_CARDS).entries()) {
    cards.push(await putDraft(can, place, draft, index === 0 ? noteId : null))
  }
  const count = waiting.length - MOST_CARDS
  if (count > 0) cards.push(await putCard(place, { message: moreDrafts(place.wording, { count }) }))
  return { drafts, cards }
}
