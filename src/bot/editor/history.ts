import type { Article } from '../../articles/article.ts'
import { changedFields } from '../../articles/changed-fields.ts'
import { articleUnknown, historyPages } from '../../messages/editing.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { pageButtons } from '../reader/latest.ts'
import { show } from '../show.ts'
import { articleNamed, peopleNames } from './article-named.ts'

/** `/history 12`: the revisions of a report, with what changed in each. */
export async function history(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const named = await articleNamed(ctx, can, 'history', argument)
  if (named !== null) await showHistory(ctx, can, named.article, 1)
}

/** `history:<id>[:<page>]`. */
export async function historyPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const id = numberAt(args, 0) ?? 0
  const article = await can.articles.byId(id)
  if (article === null) return show(ctx, articleUnknown(ctx.visit.wording, id))
  await showHistory(ctx, can, article, numberAt(args, 1) ?? 1)
}

async function showHistory(
  ctx: BotContext,
  can: Capabilities,
  { id, title }: Article,
  asked: number,
): Promise<void> {
  const { wording, reader } = ctx.visit
  const versions = await can.changes.history(id)
  const nameOf = await peopleNames(ctx, can)
  const pages = historyPages(wording, {
    id,
    title,
    botUsername: ctx.me.username,
    zone: reader.subscription?.zone ?? can.defaultZone,
    versions: versions.map(({ revision, report, replaced }, index) => {
      const next = versions[index + 1]
      return {
        revision,
        replaced: replaced === null ? null : { at: replaced.at, by: nameOf(replaced.by) },
        changes: next === undefined ? [] : changedFields(report, next.report),
      }
    }),
  })
  const page = Math.min(Math.max(1, asked), pages.length)
  const message = pages[page - 1]
  if (message === undefined) return
  await show(
    ctx,
    message,
    keyboard(wording.language, [
      pageButtons(ctx, page, pages.length, (number) => press('history', id, number)),
    ]),
  )
}
