import { ask } from '../../../messages/settings.ts'
import { unclear } from '../../../messages/subscription.ts'
import { OFFERED_ZONES, zoneName } from '../../../messages/zones.ts'
import type { Subscription } from '../../../readers/subscription.ts'
import { readZone } from '../../../readers/zones.ts'
import { type Button, keyboard, press } from '../../button.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { send, show } from '../../show.ts'
import { keepSubscription } from '../keep-subscription.ts'
import { settings } from './menu.ts'
import { askAgain, askForPlace, askToType, leaveQuestion, question } from './question.ts'
import { backToSettings, choice, rowsOf } from './rows.ts'

const PER_ROW = 2
const ZONES_SHOWN = 20

/** `<IANA name>`, `other` or `place`; without a choice the page is shown. */
export async function zonePressed(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  args: readonly string[],
): Promise<void> {
  const [name] = args
  if (name === undefined) return showZones(ctx, set.zone)
  if (name === 'other') return askToType(ctx, can, 'zone')
  if (name === 'place') return askForPlace(ctx, can)
  const reading = readZone(name)
  // Buttons offer names of the zone data; anything else is forged.
  if (name.includes('/') && reading.kind === 'zone') return setZone(ctx, can, set, reading.zone)
  await showZones(ctx, set.zone)
}

/** The answer to "which zone?". */
export async function zoneTyped(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  given: string,
): Promise<void> {
  const reading = readZone(given)
  if (reading.kind === 'unknown') return askAgain(ctx, 'zone', given)
  if (reading.kind === 'zone') return setZone(ctx, can, set, reading.zone)
  const { wording } = ctx.visit
  await send(
    ctx,
    question(ctx, unclear(wording, { given: null, understood: {}, whichZone: true })),
    keyboard(wording.language, [
      ...rowsOf(zoneButtons(ctx, reading.zones.slice(0, ZONES_SHOWN), null), PER_ROW),
      [backToSettings(wording)],
    ]),
  )
}

/** Moves the digest to another zone and shows what is set. */
async function setZone(ctx: BotContext, can: Capabilities, set: Subscription, zone: string): Promise<void> {
  if (zone !== set.zone) await keepSubscription(ctx, can, { ...set, zone })
  await leaveQuestion(ctx, can)
  await settings(ctx, can)
}

async function showZones(ctx: BotContext, current: string): Promise<void> {
  const { wording } = ctx.visit
  const place: Button = { label: wording.text('button-location'), does: press('settings', 'zone', 'place') }
  await show(
    ctx,
    ask(wording, 'zone', { chosen: { zone: current } }),
    keyboard(wording.language, [
      ...rowsOf(zoneButtons(ctx, OFFERED_ZONES, current), PER_ROW),
      [
        { label: wording.text('button-other-zone'), does: press('settings', 'zone', 'other') },
        ...(ctx.chat?.type === 'private' ? [place] : []),
      ],
      [backToSettings(wording)],
    ]),
  )
}

function zoneButtons(ctx: BotContext, zones: readonly string[], current: string | null): Button[] {
  const { wording } = ctx.visit
  return zones.map((zone) =>
    choice(wording, zoneName(wording, zone), zone === current, press('settings', 'zone', zone)),
  )
}
