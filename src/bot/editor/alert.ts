import type { Article } from '../../articles/article.ts'
import { articleUnknown, changeNotKept } from '../../messages/editing.ts'
import { cancelled } from '../../messages/reader.ts'
import { alertForNobody, alertQuestion, alertSent } from '../../messages/taking-back.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { articleNamed } from './article-named.ts'

/** `/alert 12`: counts whom it would reach, and asks whether it is meant. */
export async function alert(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const named = await articleNamed(ctx, can, 'alert', argument)
  if (named !== null) await askToAlert(ctx, can, named.article)
}

/** `alert:<id>[:yes | :no]`; pressed twice, nobody gets it twice. */
export async function alertPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const { wording, userId } = ctx.visit
  const id = numberAt(args, 0) ?? 0
  const article = await can.articles.byId(id)
  if (article === null) return show(ctx, articleUnknown(wording, id))
  if (args[1] === 'no') return show(ctx, cancelled(wording))
  if (args[1] !== 'yes') return askToAlert(ctx, can, article)
  const sent = await can.alerts.send(id, userId)
  if (sent === 'unknown') return show(ctx, articleUnknown(wording, id))
  if (sent === 'retracted') return show(ctx, changeNotKept(wording, 'retracted'))
  can.wakeSender()
  can.log.info('alert sent', { article: id, readers: sent.readers, run: sent.runId })
  await show(ctx, sent.readers === 0 ? alertForNobody(wording) : alertSent(wording, sent))
}

async function askToAlert(ctx: BotContext, can: Capabilities, article: Article): Promise<void> {
  const { wording } = ctx.visit
  const { id, title, retraction } = article
  if (retraction !== null) return send(ctx, changeNotKept(wording, 'retracted'))
  const audience = await can.alerts.audience(id)
  if (audience.readers === 0) return send(ctx, alertForNobody(wording))
  await send(
    ctx,
    alertQuestion(wording, { title, ...audience }),
    keyboard(wording.language, [
      [
        {
          label: wording.text('button-alert-yes', { count: audience.readers }),
          does: press('alert', id, 'yes'),
        },
      ],
      [{ label: wording.text('button-cancel'), does: press('alert', id, 'no') }],
    ]),
  )
}
