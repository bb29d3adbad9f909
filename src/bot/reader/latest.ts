import type { Article } from '../../articles/article.ts'
import { may } from '../../editors/authority.ts'
import { articleGone, articlePages, latestPage } from '../../messages/articles.ts'
import { articleRetracted } from '../../messages/changes.ts'
import { localDay } from '../../readers/due-times.ts'
import { type Button, keyboard, numberAt, type Press, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { articleButtons } from '../editor/article-named.ts'
import { show } from '../show.ts'

export const PAGE_SIZE = 5
/** Most articles that `/latest n` may ask for. */
const MOST = 500

/** `/latest [n]`: the newest articles, or the newest n, five a page. */
export async function latest(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const wanted = /^\d{1,3}$/.test(argument) ? Math.max(1, Number(argument)) : null
  await showLatest(ctx, can, 1, wanted)
}

/** Another page of the list: `latest:<page>:<n>`. */
export async function latestPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  await showLatest(ctx, can, numberAt(args, 0) ?? 1, numberAt(args, 1))
}

async function showLatest(
  ctx: BotContext,
  can: Capabilities,
  asked: number,
  wanted: number | null,
): Promise<void> {
  const { wording } = ctx.visit
  const total = Math.min(await can.articles.count(), wanted ?? MOST, MOST)
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, asked), pages)
  const offset = (page - 1) * PAGE_SIZE
  const cards = await can.articles.latest({ offset, limit: Math.min(PAGE_SIZE, total - offset) })
  const message = latestPage(wording, {
    cards,
    page,
    pages,
    total,
    firstNumber: offset + 1,
    botUsername: ctx.me.username,
  })
  const back = `l${page}${wanted === null ? '' : `.${wanted}`}`
  await show(
    ctx,
    message,
    keyboard(wording.language, [
      readButtons(ctx, cards, offset + 1, back),
      pageButtons(ctx, page, pages, (number) =>
        press('latest', number, ...(wanted === null ? [] : [wanted])),
      ),
    ]),
  )
}

/** A button for each article of a list, numbered as the list is. */
export function readButtons(
  ctx: BotContext,
  cards: readonly { readonly id: number }[],
  firstNumber: number,
  back: string,
): Button[] {
  return cards.map(({ id }, index) => ({
    label: ctx.visit.wording.text('button-read', { number: firstNumber + index }),
    does: press('article', id, 1, back),
  }))
}

/** Previous and next, where there are any. */
export function pageButtons(
  ctx: BotContext,
  page: number,
  pages: number,
  to: (page: number) => ReturnType<typeof press>,
): Button[] {
  const { wording } = ctx.visit
  return [
    ...(page > 1 ? [{ label: wording.text('button-previous'), does: to(page - 1) }] : []),
    ...(page < pages ? [{ label: wording.text('button-next'), does: to(page + 1) }] : []),
  ]
}

/**
 * One article in parts, in the place of the list it was opened from: `article:<id>:<part>:<back>`, where
 * `back` is `l<page>[.<n>]`, `s<query>.<page>[.<flags>]`, `d<period>.<page>`, `n<since>-<upTo>.<page>`, or nothing
 * after a link.
 */
export async function articlePressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const { wording } = ctx.visit
  const article = await can.articles.byId(numberAt(args, 0) ?? 0)
  if (article === null) return show(ctx, articleGone(wording))
  if (article.retraction !== null) return showRetracted(ctx, can, article, article.retraction)
  const parts = articlePages(wording, article)
  const part = Math.min(Math.max(1, numberAt(args, 1) ?? 1), parts.length)
  const back = args[2] ?? ''
  const message = parts[part - 1]
  if (message === undefined) return
  await show(
    ctx,
    message,
    keyboard(wording.language, [
      pageButtons(ctx, part, parts.length, (number) => press('article', article.id, number, back)),
      [...backButton(ctx, back), ...sourceButton(ctx, article.url)],
      forEditors(ctx, article),
    ]),
  )
}

/** Whoever follows a link to what has been taken back is told so, and why. */
async function showRetracted(
  ctx: BotContext,
  can: Capabilities,
  article: Article,
  { reason, at }: NonNullable<Article['retraction']>,
): Promise<void> {
  const { wording, reader } = ctx.visit
  const day = localDay(at, reader.subscription?.zone ?? can.defaultZone)
  await show(
    ctx,
    articleRetracted(wording, { title: article.title, reason, day }),
    keyboard(wording.language, [forEditors(ctx, article)]),
  )
}

function forEditors(ctx: BotContext, article: Article): Button[] {
  return may(ctx.visit.role, 'edit-article') ? articleButtons(ctx, article) : []
}

function backButton(ctx: BotContext, back: string): Button[] {
  const does = backTo(back)
  return does === null ? [] : [{ label: ctx.visit.wording.text('button-back'), does }]
}

/** The list that an article was opened from, of which `back` tells kind, place and page. */
function backTo(back: string): Press | null {
  const [kind, rest] = [back.slice(0, 1), back.slice(1)]
  const [, first = '', second, flags] = /^(\d{1,12})(?:\.(\d{1,4}))?(?:\.([nr]{1,2}))?$/.exec(rest) ?? []
  const [, period, since, upTo, page = '1'] =
    /^(?:(\d{4}(?:-\d\d){0,2})|(\d{1,12})-(\d{1,12}))\.(\d{1,4})$/.exec(rest) ?? []
  if (kind === 'l' && first !== '') return press('latest', first, ...(second === undefined ? [] : [second]))
  if (kind === 's' && first !== '')
    return press('search', first, second ?? 1, ...(flags === undefined ? [] : [flags]))
  if (kind === 'd' && period !== undefined) return press('day', period, page)
  if (kind === 'n' && since !== undefined && upTo !== undefined) return press('new', since, upTo, page)
  return null
}

function sourceButton(ctx: BotContext, url: string | null): Button[] {
  return url === null ? [] : [{ label: ctx.visit.wording.text('button-source'), does: { url } }]
}
