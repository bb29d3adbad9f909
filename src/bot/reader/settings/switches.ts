import { ask } from '../../../messages/settings.ts'
import { DIGEST_LENGTHS, type Subscription } from '../../../readers/subscription.ts'
import { keyboard, press } from '../../button.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { show } from '../../show.ts'
import { keepSubscription } from '../keep-subscription.ts'
import { settings } from './menu.ts'
import { backToSettings, choice } from './rows.ts'

/** `short`, `normal` or `full`; without a choice the page is shown. */
export async function lengthPressed(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  args: readonly string[],
): Promise<void> {
  const length = DIGEST_LENGTHS.find((known) => known === args[0])
  if (length === undefined) return showLengths(ctx, set)
  await keepSubscription(ctx, can, { ...set, length })
  await settings(ctx, can)
}

/** `on` or `off`. */
export async function soundPressed(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  args: readonly string[],
): Promise<void> {
  const [sound] = args
  if (sound === 'on' || sound === 'off') await keepSubscription(ctx, can, { ...set, silent: sound === 'off' })
  await settings(ctx, can)
}

/** `skip` or `say`: what happens on a day without news. */
export async function nothingPressed(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  args: readonly string[],
): Promise<void> {
  const [whenNothing] = args
  if (whenNothing === 'skip' || whenNothing === 'say') {
    await keepSubscription(ctx, can, { ...set, whenNothing })
  }
  await settings(ctx, can)
}

/** `on` or `off`: urgent reports at once. */
export async function alertsPressed(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  args: readonly string[],
): Promise<void> {
  const [alerts] = args
  if (alerts === 'on' || alerts === 'off')
    await keepSubscription(ctx, can, { ...set, alerts: alerts === 'on' })
  await settings(ctx, can)
}

async function showLengths(ctx: BotContext, set: Subscription): Promise<void> {
  const { wording } = ctx.visit
  await show(
    ctx,
    ask(wording, 'length', { chosen: { length: set.length } }),
    keyboard(wording.language, [
      ...DIGEST_LENGTHS.map((length) => [
        choice(
          wording,
          wording.text(`length-${length}`),
          length === set.length,
          press('settings', 'length', length),
        ),
      ]),
      [backToSettings(wording)],
    ]),
  )
}
