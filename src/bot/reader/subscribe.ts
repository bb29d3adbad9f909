import { cancelled } from '../../messages/reader.ts'
import { subscribed, unclear } from '../../messages/subscription.ts'
import { zoneName } from '../../messages/zones.ts'
import { readAsked } from '../../readers/asked.ts'
import { type Button, keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { currentPreferences, keepSubscription } from './keep-subscription.ts'
import { nextDigestOf, viewOf, workingDays } from './preferences-view.ts'
import type { Wish } from './settings/dialog.ts'
import { settings } from './settings/menu.ts'
import { question } from './settings/question.ts'
import { rowsOf } from './settings/rows.ts'
import { leftOpen, wishOf, withWish } from './wish.ts'

/** As much of a line as is read; longer ones say nothing more about hours. */
const LINE_LIMIT = 300
const ZONES_SHOWN = 20

/** `/subscribe [anything about the hour, zone, days, length]`; what is left out stays as it was, or is the default. */
export async function subscribe(ctx: BotContext, can: Capabilities, line: string): Promise<void> {
  await takeLine(ctx, can, {}, line)
}

/** The answer to what was left open: adds to what was understood before. */
export async function subscriptionTyped(
  ctx: BotContext,
  can: Capabilities,
  wish: Wish,
  text: string,
): Promise<void> {
  // A picture or a sticker answers nothing.
  if (text.trim() === '') return leaveOpen(ctx, can, wish, { given: '', zones: [] })
  await takeLine(ctx, can, wish, text)
}

/** `subscribe[:zone:<name>|:understood|:cancel]`; with nothing behind it, the defaults. */
export async function subscribePressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const [what, zone] = args
  if (what === undefined) return confirm(ctx, can, {}, send)
  const dialog = await can.conversation.dialog(ctx.visit)
  if (dialog?.waitsFor !== 'subscription') {
    // A question to another administrator stays for them; one that is over gives way to what is set.
    const asked = ctx.visit.kind === 'private' ? null : await can.conversation.lastAsked(ctx.visit)
    return asked === null || asked.userId === ctx.visit.userId ? settings(ctx, can) : undefined
  }
  if (what === 'cancel') {
    await can.conversation.endDialog(ctx.visit)
    return show(ctx, cancelled(ctx.visit.wording))
  }
  if (what === 'understood' && dialog.zones.length === 0) return confirm(ctx, can, dialog.wish, show)
  if (what === 'zone' && zone !== undefined && dialog.zones.includes(zone)) {
    return confirm(ctx, can, { ...dialog.wish, zone }, show)
  }
  await settings(ctx, can)
}

/** Tells what was understood and asks for the rest; nothing is stored but the question. */
export async function leaveOpen(
  ctx: BotContext,
  can: Capabilities,
  wish: Wish,
  open: { given: string | null; zones: readonly string[] },
): Promise<void> {
  const { wording, reader } = ctx.visit
  const zones = open.zones.slice(0, ZONES_SHOWN)
  await can.conversation.ask(ctx.visit, { waitsFor: 'subscription', wish, zones })
  const candidates = zones.map((zone) => ({
    label: zoneName(wording, zone),
    does: press('subscribe', 'zone', zone),
  }))
  const understood: Button[] =
    zones.length > 0 || Object.keys(wish).length === 0
      ? []
      : [{ label: wording.text('button-understood'), does: press('subscribe', 'understood') }]
  const zone = wish.zone ?? reader.subscription?.zone ?? can.defaultZone
  await send(
    ctx,
    question(
      ctx,
      unclear(wording, {
        given: open.given,
        understood: { ...wish, workingDays: workingDays(zone) },
        whichZone: zones.length > 0,
      }),
    ),
    keyboard(wording.language, [
      ...rowsOf(candidates, 2),
      [...understood, { label: wording.text('button-cancel'), does: press('subscribe', 'cancel') }],
    ]),
  )
}

/** Subscribes by the wish and says what is set from now on. */
export async function confirm(
  ctx: BotContext,
  can: Capabilities,
  wish: Wish,
  tell: typeof send = show,
): Promise<void> {
  const subscription = await keepSubscription(ctx, can, withWish(currentPreferences(ctx, can), wish))
  const dialog = await can.conversation.dialog(ctx.visit)
  if (dialog?.waitsFor === 'subscription') await can.conversation.endDialog(ctx.visit)
  const { wording } = ctx.visit
  const change = (what: 'times' | 'zone' | 'days'): Button => ({
    label: wording.text(`button-${what}`),
    does: press('settings', what),
  })
  await tell(
    ctx,
    subscribed(wording, { view: viewOf(subscription), next: nextDigestOf(subscription, can.clock.now()) }),
    keyboard(wording.language, [
      [change('times'), change('zone'), change('days')],
      [
        { label: wording.text('button-settings'), does: press('settings') },
        { label: wording.text('button-digest'), does: press('digest') },
      ],
    ]),
  )
}

async function takeLine(ctx: BotContext, can: Capabilities, before: Wish, text: string): Promise<void> {
  const line = [...text.trim()].slice(0, LINE_LIMIT).join('')
  if (line === '') return confirm(ctx, can, before)
  const asked = readAsked(line)
  const wish = { ...before, ...wishOf(asked) }
  const open = leftOpen(asked, line)
  if (open.given === null && open.zones.length === 0) return confirm(ctx, can, wish)
  await leaveOpen(ctx, can, wish, open)
}
