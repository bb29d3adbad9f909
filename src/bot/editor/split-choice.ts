import type { StoredDraft } from '../../articles/draft-store.ts'
import { blocksIn } from '../../articles/splitting.ts'
import { splitChoice } from '../../messages/desk.ts'
import { draftSettled } from '../../messages/editor.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { show } from '../show.ts'
import { placeOf } from './card-place.ts'
import { turnLabels } from './cuts-lens.ts'
import { draftContent, putDraft } from './draft-view.ts'
import { inRows, pageButtons, pageOf } from './paging.ts'

const PAGE = 8

/** `draft:<id>:split:<page>`: the paragraphs at which a second draft can begin. */
export async function showSplit(
  ctx: BotContext,
  { id, draft }: StoredDraft,
  wanted = 0,
  impossible = false,
): Promise<void> {
  const { wording } = ctx.visit
  // Before the first paragraph there is nothing that could be a draft.
  const all = blocksIn(draft.body)
    .map(({ start, end }, index) => ({ number: index + 1, text: draft.body.slice(start, end) }))
    .slice(1)
  const { page, pages, items } = pageOf(all, wanted, PAGE)
  const choices = items.map(({ number }) => ({
    label: String(number),
    does: press('draft', id, 'split-at', number, page),
  }))
  await show(
    ctx,
    splitChoice(wording, { paragraphs: items, page: page + 1, pages, impossible }),
    keyboard(wording.language, [
      ...inRows(choices),
      pageButtons({ page, pages }, turnLabels(ctx), 'draft', id, 'split'),
      [{ label: wording.text('button-to-draft'), does: press('draft', id, 'card') }],
    ]),
  )
}

/** `draft:<id>:split-at:<number>:<page>`: the draft keeps what stands before the paragraph, the rest gets its own card. */
export async function splitAt(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
  number: number,
  page: number,
): Promise<void> {
  const { wording, userId } = ctx.visit
  const material = await can.drafts.materialOf(stored)
  const parts = material === null || number < 2 ? null : await can.cleaner.split(stored, material, number - 1)
  if (parts === null) return showSplit(ctx, stored, page, true)
  const drafts = await can.drafts.split(stored.id, parts, userId)
  const [first, ...others] = drafts ?? []
  if (first === undefined) return show(ctx, draftSettled(wording))
  const place = placeOf(ctx)
  const { message, buttons } = await draftContent(can, place, first)
  await show(ctx, message, buttons)
  for (const other of others) await putDraft(can, place, other)
}
