import { waitingDrafts } from '../../messages/desk.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { show } from '../show.ts'
import { turnLabels } from './cuts-lens.ts'
import { inRows, pageButtons } from './paging.ts'

const PAGE = 8

/** `/drafts`: what waits for a decision, whoever brought it. */
export async function drafts(ctx: BotContext, can: Capabilities): Promise<void> {
  await showWaiting(ctx, can, 0)
}

/** `drafts:<page>`. */
export async function draftsPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  await showWaiting(ctx, can, numberAt(args, 0) ?? 0)
}

async function showWaiting(ctx: BotContext, can: Capabilities, wanted: number): Promise<void> {
  const { wording } = ctx.visit
  const offset = Math.min(wanted, 10_000) * PAGE
  const { drafts: waiting, total } = await can.drafts.waiting({ offset, limit: PAGE })
  // Meanwhile the last page may have been worked off.
  if (waiting.length === 0 && wanted > 0)
    return showWaiting(ctx, can, Math.max(0, Math.ceil(total / PAGE) - 1))
  const shown = waiting.map(({ draft }, index) => ({
    number: offset + index + 1,
    title: draft.title,
    publisher: draft.publisher ?? draft.agency,
    publishedAt: draft.publishedAt,
  }))
  const page = { page: wanted, pages: Math.max(1, Math.ceil(total / PAGE)) }
  const buttons = waiting.map(({ id }, index) => ({
    label: wording.text('button-draft', { number: offset + index + 1 }),
    does: press('draft', id, 'open'),
  }))
  await show(
    ctx,
    waitingDrafts(wording, { drafts: shown, total, page: wanted + 1, pages: page.pages }),
    keyboard(wording.language, [...inRows(buttons), pageButtons(page, turnLabels(ctx), 'drafts')]),
  )
}
