import { type LeadRefusal, leadOf, leadSentences, toggledLead } from '../../articles/chosen-lead.ts'
import type { Draft } from '../../articles/draft.ts'
import type { StoredDraft } from '../../articles/draft-store.ts'
import { LEAD_BUDGETS } from '../../articles/lead.ts'
import { leadChoice } from '../../messages/desk.ts'
import { draftSettled } from '../../messages/editor.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { show } from '../show.ts'
import { turnLabels } from './cuts-lens.ts'
import { sourceOf } from './draft-view.ts'
import { inRows, pageButtons, pageOf } from './paging.ts'

const PAGE = 8

/** `draft:<id>:lead:<page>`: the sentences of a draft, each with a button that takes it into the lead or out of it. */
export async function showLead(
  ctx: BotContext,
  { id, draft }: StoredDraft,
  wanted = 0,
  refusal: LeadRefusal | null = null,
): Promise<void> {
  const { wording } = ctx.visit
  const source = sourceOf(draft)
  const all = leadSentences(source, leadOf(source)).map(({ span, chosen }, index) => ({
    number: index + 1,
    text: draft.body.slice(span.start, span.end),
    chosen,
  }))
  const { page, pages, items } = pageOf(all, wanted, PAGE)
  const toggles = items.map(({ number, chosen }) => ({
    label: chosen ? wording.text('button-chosen', { label: String(number) }) : String(number),
    does: press('draft', id, 'pick', number, page),
  }))
  await show(
    ctx,
    leadChoice(wording, { sentences: items, page: page + 1, pages, limits: LEAD_BUDGETS.full, refusal }),
    keyboard(wording.language, [
      ...inRows(toggles),
      pageButtons({ page, pages }, turnLabels(ctx), 'draft', id, 'lead'),
      draft.lead === undefined
        ? []
        : [{ label: wording.text('button-lead-auto'), does: press('draft', id, 'lead-auto') }],
      [{ label: wording.text('button-to-draft'), does: press('draft', id, 'card') }],
    ]),
  )
}

/** `draft:<id>:pick:<number>:<page>`. */
export async function toggleSentence(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
  number: number,
  page: number,
): Promise<void> {
  const source = sourceOf(stored.draft)
  const lead = leadOf(source)
  if (number < 1 || number > leadSentences(source, lead).length) return showLead(ctx, stored, page)
  const toggled = toggledLead(source, lead, number - 1)
  if ('refusal' in toggled) return showLead(ctx, stored, page, toggled.refusal)
  const { lead: _before, ...draft } = stored.draft
  await keep(ctx, can, stored, toggled.lead === null ? draft : { ...draft, lead: toggled.lead }, page)
}

/** `draft:<id>:lead-auto`: the lead is picked again. */
export async function pickAutomatically(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
): Promise<void> {
  const { lead: _before, ...draft } = stored.draft
  await keep(ctx, can, stored, draft, 0)
}

async function keep(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
  draft: Draft,
  page: number,
): Promise<void> {
  const { wording, userId } = ctx.visit
  if (!(await can.drafts.revise(stored.id, { draft }, userId))) return show(ctx, draftSettled(wording))
  await showLead(ctx, { ...stored, draft }, page)
}
