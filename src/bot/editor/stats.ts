import { InputFile } from 'grammy'
import type { Drawing } from '../../charts/drawing.ts'
import { type MonthTable, monthTable } from '../../charts/months.ts'
import type { Picture } from '../../charts/picture.ts'
import type { Statistics } from '../../charts/statistics.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { visibleLength } from '../../messages/html.ts'
import { chartWords, statistics } from '../../messages/stats.ts'
import type { BotContext } from '../context.ts'
import { send } from '../show.ts'

/** What `/stats` needs. */
export interface StatsCapabilities {
  readonly clock: Clock
  readonly log: Log
  readonly statistics: Statistics
  readonly drawing: Drawing
}

const WEEK_MS = 7 * 86_400_000
/** Longest text below a picture, in code points. */
const CAPTION_LIMIT = 1024

/** `/stats`: the reports by month and publisher as a picture, and the other figures below it. */
export async function stats(ctx: BotContext, can: StatsCapabilities): Promise<void> {
  const { chatId, wording } = ctx.visit
  const now = can.clock.now()
  const figures = await can.statistics.figures(now - WEEK_MS)
  const table = monthTable(figures.articles.byMonth, new Date(now).toISOString().slice(0, 7))
  const picture = table.months.length === 0 ? null : await drawn(ctx, can, table)
  const message = statistics(wording, {
    ...figures,
    articles: { ...figures.articles, older: table.older, undated: table.undated },
    picture: {
      drawn: picture !== null || table.months.length === 0,
      substitutes: picture?.substitutes ?? [],
    },
  })
  if (picture === null) return send(ctx, message)
  const file = new InputFile(picture.png, 'mujaz.png')
  if (visibleLength(message) > CAPTION_LIMIT) {
    await ctx.api.sendPhoto(chatId, file)
    return send(ctx, message)
  }
  await ctx.api.sendPhoto(chatId, file, { caption: message.markup, parse_mode: 'HTML' })
}

/** The picture; null where it could not be drawn: the figures are worth telling without it. */
async function drawn(ctx: BotContext, can: StatsCapabilities, table: MonthTable): Promise<Picture | null> {
  await ctx.api.sendChatAction(ctx.visit.chatId, 'upload_photo')
  try {
    return await can.drawing.months(table, chartWords(ctx.visit.wording))
  } catch (error) {
    can.log.error('statistics were not drawn', { error })
    return null
  }
}
