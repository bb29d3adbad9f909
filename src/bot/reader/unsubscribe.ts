import { notSubscribed, unsubscribed } from '../../messages/subscription.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { show } from '../show.ts'
import { leaveQuestion } from './settings/question.ts'

/** `/unsubscribe`, and its button. */
export async function unsubscribe(ctx: BotContext, can: Capabilities): Promise<void> {
  const { visit } = ctx
  const was = visit.reader.subscription
  await leaveQuestion(ctx, can)
  await can.readers.unsubscribe(visit.reader.id)
  visit.reader = { ...visit.reader, subscription: null }
  await show(
    ctx,
    was === null ? notSubscribed(visit.wording) : unsubscribed(visit.wording),
    keyboard(visit.wording.language, [
      [{ label: visit.wording.text('button-subscribe'), does: press('subscribe') }],
    ]),
  )
}
