import { words } from '../../arabic/words.ts'
import { leadText } from '../../articles/article.ts'
import { leadOf } from '../../articles/chosen-lead.ts'
import type { Draft } from '../../articles/draft.ts'
import type { StoredDraft } from '../../articles/draft-store.ts'
import { missingFields } from '../../articles/intake.ts'
import { blocksIn } from '../../articles/splitting.ts'
import { readLink } from '../../messages/card.ts'
import { draftCard } from '../../messages/editor.ts'
import type { RadarView } from '../../messages/radar.ts'
import type { DraftRadar, Radar } from '../../story/radar.ts'
import { type Offer, offersFor } from '../../story/verdict.ts'
import { type Button, keyboard, press } from '../button.ts'
import { type CardContent, type CardPlace, putCard } from './card-place.ts'

type Labels = Pick<CardPlace, 'wording' | 'username'>

/** A draft's card: what was understood, what the radar sees, and what an editor can do about it. */
export async function draftContent(
  { radar }: { readonly radar: DraftRadar },
  { wording, username }: Labels,
  stored: StoredDraft,
): Promise<CardContent> {
  const { id, draft, place, count, restored } = stored
  const seen = await radar.look(draft)
  const label = (key: ButtonKey, act: string): Button => ({
    label: wording.text(key),
    does: press('draft', id, act),
  })
  const message = draftCard(wording, {
    draft: {
      ...draft,
      lead: leadText({ body: draft.body, lead: leadOf(sourceOf(draft)) }),
      wordCount: words(draft.body).length,
    },
    cuts: draft.cuts,
    position: place + 1,
    count,
    radar: radarView(seen, username),
    missing: missingOf(draft),
  })
  const offers = offersFor(seen.verdict).flatMap((offer): Button[] => {
    if (offer === 'revise' && seen.nearest === null) return []
    const does =
      offer === 'revise' ? press('draft', id, offer, seen.nearest?.id ?? 0) : press('draft', id, offer)
    return [{ label: wording.text(OFFERS[offer]), does }]
  })
  const canSplit = blocksIn(draft.body).length > 1 && stored.materialId !== null
  return {
    message,
    buttons: keyboard(wording.language, [
      offers,
      [
        label('button-set-title', 'title'),
        label('button-set-date', 'date'),
        label('button-set-publisher', 'publisher'),
      ],
      [label('button-lead', 'lead'), ...(canSplit ? [label('button-split', 'split')] : [])],
      draft.cuts.length + restored.length > 0 ? [label('button-show-cuts', 'cuts')] : [],
    ]),
  }
}

/** Shows a draft at the end of the chat, or in the place of a message; gives the id of the message. */
export async function putDraft(
  can: { readonly radar: DraftRadar },
  place: CardPlace,
  stored: StoredDraft,
  messageId: number | null = null,
): Promise<number> {
  return putCard(place, await draftContent(can, place, stored), messageId)
}

const OFFERS = {
  publish: 'button-publish',
  revise: 'button-radar-revise',
  separate: 'button-radar-separate',
  discard: 'button-discard',
} as const satisfies Record<Offer, string>

type ButtonKey =
  | 'button-set-title'
  | 'button-set-date'
  | 'button-set-publisher'
  | 'button-lead'
  | 'button-split'
  | 'button-show-cuts'

/** A draft as leads are chosen from it. */
export function sourceOf(draft: Draft) {
  return { ...draft, title: draft.title ?? '' }
}

function radarView({ verdict, nearest, overlap, relevance, event }: Radar, username: string): RadarView {
  return {
    verdict,
    nearest: nearest === null ? null : { ...nearest, link: readLink(username, nearest.id) },
    overlap,
    relevance,
    event: event === null ? null : { ...event, count: event.articles.length },
  }
}

function missingOf(draft: Draft): ('title' | 'publisher' | 'date')[] {
  const fields = missingFields(draft).filter((field) => field !== 'body')
  return draft.publishedAt === null ? [...fields, 'date'] : fields
}
