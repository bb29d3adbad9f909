import { formatClock } from '../../messages/dates.ts'
import { badTime, badZone, notSubscribed, subscribed, unsubscribed } from '../../messages/reader.ts'
import { localDay, nextDueAt, readTime, readZone } from '../../readers/subscription.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'

/** `/subscribe [time] [zone]`; what is left out is kept as it was, or taken from the instance's defaults. */
export async function subscribe(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const { wording, reader } = ctx.visit
  const given = [...argument.trim()].slice(0, 100).join('')
  const { time, zone } = splitTimeAndZone(given)
  const current = reader.subscription
  const minuteOfDay = time === '' ? (current?.minuteOfDay ?? can.defaultDigestMinute) : readTime(time)
  if (minuteOfDay === null) return send(ctx, badTime(wording, { given: time }))
  const zoneName = zone === '' ? (current?.zone ?? can.defaultZone) : readZone(zone)
  if (zoneName === null) return send(ctx, badZone(wording, { given: zone }))
  await confirm(ctx, can, minuteOfDay, zoneName)
}

/** The button for the defaults: `subscribe`. */
export async function subscribePressed(ctx: BotContext, can: Capabilities): Promise<void> {
  const current = ctx.visit.reader.subscription
  await confirm(ctx, can, current?.minuteOfDay ?? can.defaultDigestMinute, current?.zone ?? can.defaultZone)
}

async function confirm(ctx: BotContext, can: Capabilities, minuteOfDay: number, zone: string): Promise<void> {
  const { wording } = ctx.visit
  const nextDay = await setSubscription(ctx, can, minuteOfDay, zone)
  await send(
    ctx,
    subscribed(wording, { time: formatClock(minuteOfDay), zone, nextDay }),
    keyboard(wording.language, [
      [
        { label: wording.text('button-settings'), does: press('settings') },
        { label: wording.text('button-digest'), does: press('digest') },
      ],
    ]),
  )
}

/** Stores the subscription and tells the local day of the next digest. */
export async function setSubscription(
  ctx: BotContext,
  can: Capabilities,
  minuteOfDay: number,
  zone: string,
): Promise<string> {
  const { visit } = ctx
  const subscription = { minuteOfDay, zone, nextDueAt: nextDueAt(minuteOfDay, zone, can.clock.now()) }
  await can.readers.subscribe(visit.chatId, subscription)
  visit.reader = { ...visit.reader, subscription }
  return localDay(subscription.nextDueAt, zone)
}

/** `/unsubscribe`, and its button. */
export async function unsubscribe(ctx: BotContext, can: Capabilities): Promise<void> {
  const { visit } = ctx
  const was = visit.reader.subscription
  await can.readers.unsubscribe(visit.chatId)
  visit.reader = { ...visit.reader, subscription: null }
  await show(
    ctx,
    was === null ? notSubscribed(visit.wording) : unsubscribed(visit.wording),
    keyboard(visit.wording.language, [
      [{ label: visit.wording.text('button-subscribe'), does: press('subscribe') }],
    ]),
  )
}

/**
 * Where the time ends and the zone begins: the longest beginning that reads as a time. Text without a
 * digit is a zone alone; text whose beginning is no time is taken for a time, to be answered as such.
 */
function splitTimeAndZone(given: string): { time: string; zone: string } {
  if (!/\p{N}/u.test(given)) return { time: '', zone: given }
  const parts = given.split(/\s+/)
  for (const length of [2, 1]) {
    const time = parts.slice(0, length).join(' ')
    if (parts.length >= length && readTime(time) !== null)
      return { time, zone: parts.slice(length).join(' ') }
  }
  return { time: parts[0] ?? '', zone: parts.slice(1).join(' ') }
}
