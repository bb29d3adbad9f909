import type { StoredDraft } from '../../articles/draft-store.ts'
import { may } from '../../editors/authority.ts'
import { numberAt } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { show } from '../show.ts'
import { placeOf } from './card-place.ts'
import { showLens, toggleLine } from './cuts-lens.ts'
import { discardDraft, noSuchDraft, publishDraft, showSettled } from './deciding.ts'
import { askFor, askNoMore } from './draft-field.ts'
import { draftContent, putDraft } from './draft-view.ts'
import { pickAutomatically, showLead, toggleSentence } from './lead-choice.ts'
import { showSplit, splitAt } from './split-choice.ts'

/** `draft:<id>:<act>[:<number>[:<page>]]`. */
export async function draftPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const stored = await can.drafts.byId(numberAt(args, 0) ?? 0)
  if (stored === null) return noSuchDraft(ctx)
  if (stored.state !== 'open') return showSettled(ctx, can, stored)
  const number = numberAt(args, 2) ?? 0
  const page = numberAt(args, 3) ?? 0
  switch (args[1]) {
    case 'publish':
    case 'separate':
      return may(ctx.visit.role, 'publish') ? publishDraft(ctx, can, stored, null) : noSuchDraft(ctx)
    case 'revise':
      return may(ctx.visit.role, 'edit-article') ? publishDraft(ctx, can, stored, number) : noSuchDraft(ctx)
    case 'discard':
      return may(ctx.visit.role, 'discard') ? discardDraft(ctx, can, stored) : noSuchDraft(ctx)
    case 'title':
    case 'date':
    case 'publisher':
      return askFor(ctx, can, stored, args[1])
    case 'ask-no-more':
      return askNoMore(ctx, can)
    case 'lead':
      return showLead(ctx, stored, number)
    case 'pick':
      return toggleSentence(ctx, can, stored, number, page)
    case 'lead-auto':
      return pickAutomatically(ctx, can, stored)
    case 'cuts':
      return showLens(ctx, can, stored, number)
    case 'line':
      return toggleLine(ctx, can, stored, number, page)
    case 'split':
      return showSplit(ctx, stored, number)
    case 'split-at':
      return splitAt(ctx, can, stored, number, page)
    case 'open':
      await putDraft(can, placeOf(ctx), stored)
      return
    case 'card':
      return showCard(ctx, can, stored)
    default:
      return noSuchDraft(ctx)
  }
}

async function showCard(ctx: BotContext, can: Capabilities, stored: StoredDraft): Promise<void> {
  const { message, buttons } = await draftContent(can, placeOf(ctx), stored)
  await show(ctx, message, buttons)
}
