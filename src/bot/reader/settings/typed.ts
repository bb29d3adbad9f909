import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { subscriptionTyped } from '../subscribe.ts'
import type { SubscriptionDialog } from './dialog.ts'
import { settings } from './menu.ts'
import { leaveQuestion } from './question.ts'
import { quietTyped } from './quiet.ts'
import { timeTyped } from './times.ts'
import { zoneTyped } from './zone.ts'

/** As much of an answer as is read. */
const ANSWER_LIMIT = 100

/** The answer to what was asked about the subscription. */
export async function settingsTyped(
  ctx: BotContext,
  can: Capabilities,
  dialog: SubscriptionDialog,
  text: string,
): Promise<void> {
  if (dialog.waitsFor === 'subscription') return subscriptionTyped(ctx, can, dialog.wish, text)
  const { subscription } = ctx.visit.reader
  if (subscription === null) {
    await leaveQuestion(ctx, can)
    return settings(ctx, can)
  }
  const given = [...text.trim()].slice(0, ANSWER_LIMIT).join('')
  if (dialog.waitsFor === 'time') return timeTyped(ctx, can, subscription, given)
  if (dialog.waitsFor === 'zone') return zoneTyped(ctx, can, subscription, given)
  await quietTyped(ctx, can, subscription, given)
}
