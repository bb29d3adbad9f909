import { latestPage } from '../../messages/articles.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { show } from '../show.ts'
import { PAGE_SIZE, pageButtons, readButtons } from './latest.ts'

/**
 * All reports that were new in a digest, those that it had no room for among them, the one stored last first:
 * `new:<since>:<upTo>:<page>`, with the ids between which they lie.
 */
export async function newPressed(ctx: BotContext, can: Capabilities, args: readonly string[]): Promise<void> {
  const [since, upTo] = [numberAt(args, 0), numberAt(args, 1)]
  if (since === null || upTo === null) return
  await showNewReports(ctx, can, { since, upTo }, numberAt(args, 2) ?? 1)
}

/** One page of them; numbers come from outside, and whatever they are the list holds what is stored. */
export async function showNewReports(
  ctx: BotContext,
  can: Capabilities,
  { since, upTo }: { since: number; upTo: number },
  asked: number,
): Promise<void> {
  const { wording } = ctx.visit
  const ids = (await can.articles.idsBetween(since, upTo)).toReversed()
  const pages = Math.max(1, Math.ceil(ids.length / PAGE_SIZE))
  const page = Math.min(Math.max(1, asked), pages)
  const offset = (page - 1) * PAGE_SIZE
  const cards = await can.articles.byIds(ids.slice(offset, offset + PAGE_SIZE))
  const message = latestPage(wording, {
    heading: wording.html('new-heading'),
    cards,
    page,
    pages,
    total: ids.length,
    firstNumber: offset + 1,
    botUsername: ctx.me.username,
  })
  await show(
    ctx,
    message,
    keyboard(wording.language, [
      readButtons(ctx, cards, offset + 1, `n${since}-${upTo}.${page}`),
      pageButtons(ctx, page, pages, (number) => press('new', since, upTo, number)),
    ]),
  )
}
