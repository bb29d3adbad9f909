import { auditPage } from '../../messages/roles.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { pageButtons } from '../reader/latest.ts'
import { show } from '../show.ts'

const PAGE_SIZE = 10

/** `/audit`: who did what, when, and what it was before and after; newest first. */
export async function audit(ctx: BotContext, can: Capabilities): Promise<void> {
  await showAudit(ctx, can, 1)
}

/** `audit:<page>`. */
export async function auditPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  await showAudit(ctx, can, numberAt(args, 0) ?? 1)
}

async function showAudit(ctx: BotContext, can: Capabilities, asked: number): Promise<void> {
  const { wording, reader } = ctx.visit
  const { total } = await can.audit.recent({ offset: 0, limit: 0 })
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, asked), pages)
  const { entries } = await can.audit.recent({ offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  const names = new Map((await can.editors.list()).map(({ userId, name }) => [userId, name]))
  await show(
    ctx,
    auditPage(wording, {
      entries: entries.map((entry) => ({
        ...entry,
        actor: {
          userId: entry.actorId,
          name: names.get(entry.actorId) ?? null,
          isOwner: can.ownerIds.includes(entry.actorId),
        },
      })),
      zone: reader.subscription?.zone ?? can.defaultZone,
      botUsername: ctx.me.username,
    }),
    keyboard(wording.language, [pageButtons(ctx, page, pages, (number) => press('audit', number))]),
  )
}
