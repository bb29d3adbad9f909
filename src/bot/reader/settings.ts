import { formatClock } from '../../messages/dates.ts'
import { createWording } from '../../messages/fluent.ts'
import { LANGUAGES, type Language } from '../../messages/language.ts'
import {
  askLanguage,
  askTime,
  askZone,
  badTime,
  badZone,
  settings as settingsText,
} from '../../messages/reader.ts'
import { OFFERED_ZONES } from '../../messages/zones.ts'
import { readTime, readZone } from '../../readers/subscription.ts'
import { type Button, keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { setSubscription } from './subscribe.ts'

const OFFERED_HOURS = [6, 7, 7.5, 8, 9, 12, 15, 18, 19, 20, 21, 22]
const PER_ROW = 4

/** `/settings`, and the way back to it. */
export async function settings(ctx: BotContext): Promise<void> {
  const { wording, reader } = ctx.visit
  const { subscription } = reader
  const language: Button = { label: wording.text('button-language'), does: press('settings', 'language') }
  const rows: Button[][] =
    subscription === null
      ? [[{ label: wording.text('button-subscribe'), does: press('subscribe') }], [language]]
      : [
          [
            { label: wording.text('button-time'), does: press('settings', 'time') },
            { label: wording.text('button-zone'), does: press('settings', 'zone') },
          ],
          [language, { label: wording.text('button-unsubscribe'), does: press('unsubscribe') }],
        ]
  await show(
    ctx,
    settingsText(wording, {
      language: wording.language,
      time: subscription === null ? null : formatClock(subscription.minuteOfDay),
      zone: subscription?.zone ?? null,
      active: subscription !== null,
    }),
    keyboard(wording.language, rows),
  )
}

/** `settings:<what>[:<choice>]`; without a choice the choices are shown. */
export async function settingsPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const [what, choice] = args
  if (what === 'language') return choice === undefined ? showLanguages(ctx) : chooseLanguage(ctx, can, choice)
  if (what === 'time') return choice === undefined ? showTimes(ctx) : chooseTime(ctx, can, args)
  if (what === 'zone') return choice === undefined ? showZones(ctx) : chooseZone(ctx, can, choice)
  await settings(ctx)
}

/** The answer to "which time?" or "which zone?". */
export async function settingsTyped(
  ctx: BotContext,
  can: Capabilities,
  what: 'time' | 'zone',
  text: string,
): Promise<void> {
  const { wording, reader } = ctx.visit
  const given = [...text].slice(0, 100).join('')
  const minuteOfDay =
    what === 'time' ? readTime(given) : (reader.subscription?.minuteOfDay ?? can.defaultDigestMinute)
  const zone = what === 'zone' ? readZone(given) : (reader.subscription?.zone ?? can.defaultZone)
  if (minuteOfDay === null) return send(ctx, badTime(wording, { given }))
  if (zone === null) return send(ctx, badZone(wording, { given }))
  await can.conversation.endDialog(ctx.visit.chatId)
  await setSubscription(ctx, can, minuteOfDay, zone)
  await settings(ctx)
}

async function showLanguages(ctx: BotContext): Promise<void> {
  const { wording } = ctx.visit
  await show(
    ctx,
    askLanguage(wording),
    keyboard(wording.language, [
      LANGUAGES.map((language) => ({
        label: wording.text(`language-${language}`),
        does: press('settings', 'language', language),
      })),
      [backToSettings(ctx)],
    ]),
  )
}

async function showTimes(ctx: BotContext): Promise<void> {
  const { wording } = ctx.visit
  const times = OFFERED_HOURS.map((hour) => ({
    label: formatClock(hour * 60),
    does: press('settings', 'time', hour * 60),
  }))
  await show(
    ctx,
    askTime(wording),
    keyboard(wording.language, [
      ...rowsOf(times, PER_ROW),
      [
        backToSettings(ctx),
        { label: wording.text('button-other-time'), does: press('settings', 'time', 'other') },
      ],
    ]),
  )
}

async function showZones(ctx: BotContext): Promise<void> {
  const { wording } = ctx.visit
  const zones = OFFERED_ZONES.map(({ zone, key }) => ({
    label: wording.text(key),
    does: press('settings', 'zone', zone),
  }))
  await show(
    ctx,
    askZone(wording),
    keyboard(wording.language, [
      ...rowsOf(zones, 2),
      [
        backToSettings(ctx),
        { label: wording.text('button-other-zone'), does: press('settings', 'zone', 'other') },
      ],
    ]),
  )
}

async function chooseLanguage(ctx: BotContext, can: Capabilities, choice: string): Promise<void> {
  const language = LANGUAGES.find((known) => known === choice) satisfies Language | undefined
  if (language !== undefined) {
    await can.readers.setLanguage(ctx.visit.chatId, language)
    ctx.visit.wording = createWording(language)
    ctx.visit.reader = { ...ctx.visit.reader, language }
  }
  await settings(ctx)
}

async function chooseTime(ctx: BotContext, can: Capabilities, args: readonly string[]): Promise<void> {
  const { reader, wording, chatId } = ctx.visit
  if (args[1] === 'other') {
    await can.conversation.ask(chatId, { waitsFor: 'time' })
    return show(ctx, askTime(wording), keyboard(wording.language, [[backToSettings(ctx)]]))
  }
  const minuteOfDay = numberAt(args, 1)
  if (minuteOfDay !== null && minuteOfDay < 24 * 60) {
    await setSubscription(ctx, can, minuteOfDay, reader.subscription?.zone ?? can.defaultZone)
  }
  await settings(ctx)
}

async function chooseZone(ctx: BotContext, can: Capabilities, choice: string): Promise<void> {
  const { reader, wording, chatId } = ctx.visit
  if (choice === 'other') {
    await can.conversation.ask(chatId, { waitsFor: 'zone' })
    return show(ctx, askZone(wording), keyboard(wording.language, [[backToSettings(ctx)]]))
  }
  const zone = readZone(choice)
  if (zone !== null) {
    await setSubscription(ctx, can, reader.subscription?.minuteOfDay ?? can.defaultDigestMinute, zone)
  }
  await settings(ctx)
}

function backToSettings(ctx: BotContext): Button {
  return { label: ctx.visit.wording.text('button-back'), does: press('settings', 'show') }
}

function rowsOf(buttons: readonly Button[], size: number): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) =>
    buttons.slice(row * size, (row + 1) * size),
  )
}
