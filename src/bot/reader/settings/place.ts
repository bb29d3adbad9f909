import { badPlace, zoneSet } from '../../../messages/settings.ts'
import { zoneAt } from '../../../readers/zones.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { keepSubscription } from '../keep-subscription.ts'
import { confirm, leaveOpen } from '../subscribe.ts'
import { settings } from './menu.ts'
import { removePlaceButton } from './place-button.ts'
import { endQuestion } from './question.ts'

/**
 * A place was sent, in a private chat: its zone becomes the reader's. The place itself is not stored. Who has no
 * subscription is asked whether to subscribe in that zone.
 */
export async function placeSent(ctx: BotContext, can: Capabilities): Promise<void> {
  const place = ctx.message?.location
  if (place === undefined || ctx.chat?.type !== 'private') return
  const { wording, reader } = ctx.visit
  const zone = zoneAt(place.latitude, place.longitude)
  if (zone === null) return removePlaceButton(ctx, badPlace(wording))
  const dialog = await can.conversation.dialog(ctx.visit)
  if (dialog?.waitsFor === 'subscription') return confirm(ctx, can, { ...dialog.wish, zone })
  if (reader.subscription === null) return leaveOpen(ctx, can, { zone }, { given: null, zones: [] })
  await keepSubscription(ctx, can, { ...reader.subscription, zone })
  await endQuestion(ctx, can)
  // The button may stand there since an earlier question, so it goes whatever was asked last.
  await removePlaceButton(ctx, zoneSet(wording, zone))
  await settings(ctx, can)
}
