import { type PartialDate, parseDate } from '../../arabic/dates.ts'
import { latestPage } from '../../messages/articles.ts'
import { receivedNotices } from '../../messages/changes.ts'
import { formatDay } from '../../messages/dates.ts'
import { badDay, noReports, nothingReceived, receivedHeading, reportsHeading } from '../../messages/day.ts'
import { localDay } from '../../readers/due-times.ts'
import { type Button, keyboard, numberAt, press, renderedKeyboard } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { PAGE_SIZE, pageButtons, readButtons } from './latest.ts'

/** `/day`: the newest digest once more. `/day <date>`: that day's digest, else the reports filed on it. */
export async function day(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const { wording, reader } = ctx.visit
  if (argument === '') return showReceived(ctx, can, null)
  const zone = reader.subscription?.zone ?? can.defaultZone
  const given = [...argument].slice(0, 100).join('')
  const date = parseDate(given, localDay(can.clock.now(), zone))
  if (date === null) return send(ctx, badDay(wording, { given }))
  const period = periodOf(date)
  if (period.precision === 'day' && (await can.editions.received(reader.id, period.value)).length > 0) {
    return showReceived(ctx, can, period.value)
  }
  await showReports(ctx, can, period, 1)
}

/** The reports of another day, or another page of them: `day:<period>:<page>`. */
export async function dayPressed(ctx: BotContext, can: Capabilities, args: readonly string[]): Promise<void> {
  const date = parseDate(args[0] ?? '')
  if (date !== null) await showReports(ctx, can, periodOf(date), numberAt(args, 1) ?? 1)
}

/** Digests as they were sent: the same text, the same buttons. */
async function showReceived(ctx: BotContext, can: Capabilities, of: string | null): Promise<void> {
  const { wording, reader } = ctx.visit
  const received = await can.editions.received(reader.id, of)
  if (received.length === 0) {
    const button = { label: wording.text('button-digest'), does: press('digest') }
    return send(ctx, nothingReceived(wording), keyboard(wording.language, [[button]]))
  }
  await send(ctx, receivedHeading(wording, { day: of }))
  for (const { parts, buttons, articleIds } of received) {
    const notices = receivedNotices(wording, await noticesOf(can, articleIds), ctx.me.username)
    if (notices !== null) await send(ctx, notices)
    for (const [index, markup] of parts.entries()) {
      const isLast = index === parts.length - 1 && buttons.length > 0
      await send(ctx, { markup }, isLast ? renderedKeyboard(buttons) : undefined)
    }
  }
}

/** What has been corrected or taken back since; the text below stays as it was sent. */
async function noticesOf(can: Capabilities, articleIds: readonly number[]) {
  const notices = []
  for (const { articleId: id, kind, note } of await can.changes.standing(articleIds)) {
    const title = (await can.articles.byId(id))?.title ?? ''
    if (kind !== 'restored') notices.push({ id, title, kind, note })
  }
  return notices
}

async function showReports(
  ctx: BotContext,
  can: Capabilities,
  period: PartialDate,
  asked: number,
): Promise<void> {
  const { wording } = ctx.visit
  const { total } = await can.articles.filedIn(period.value, { offset: 0, limit: 0 })
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, asked), pages)
  const offset = (page - 1) * PAGE_SIZE
  const { articles: cards } = await can.articles.filedIn(period.value, { offset, limit: PAGE_SIZE })
  const heading = reportsHeading(wording, { period })
  const message =
    total === 0
      ? noReports(wording, { period })
      : latestPage(wording, {
          heading,
          cards,
          page,
          pages,
          total,
          firstNumber: offset + 1,
          botUsername: ctx.me.username,
        })
  await show(
    ctx,
    message,
    keyboard(wording.language, [
      readButtons(ctx, cards, offset + 1, `d${period.value}.${page}`),
      pageButtons(ctx, page, pages, (number) => press('day', period.value, number)),
      await neighbours(ctx, can, period),
    ]),
  )
}

/** The nearest days before and after on which something was reported. */
async function neighbours(ctx: BotContext, can: Capabilities, period: PartialDate): Promise<Button[]> {
  const { language } = ctx.visit.wording
  const { before, after } = await can.articles.daysAround(period.value)
  return [before, after].flatMap((near) =>
    near === null ? [] : [{ label: formatDay(near, language), does: press('day', near, 1) }],
  )
}

/** Of a date with a clock time, its day. */
function periodOf({ value, precision }: PartialDate): PartialDate {
  if (precision !== 'minute' && precision !== 'second') return { value, precision }
  return { value: value.slice(0, 10), precision: 'day' }
}
