import { weekdayName } from '../../../messages/dates.ts'
import type { Html } from '../../../messages/html.ts'
import { weekOrder, workingDaysLabel } from '../../../messages/preferences.ts'
import { ask, lastOne } from '../../../messages/settings.ts'
import { daysOf } from '../../../readers/days.ts'
import type { Days, Subscription, Weekday } from '../../../readers/subscription.ts'
import { keyboard, numberAt, press } from '../../button.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { show } from '../../show.ts'
import { keepSubscription } from '../keep-subscription.ts'
import { workingDays } from '../preferences-view.ts'
import { backToSettings, choice, rowsOf } from './rows.ts'

const PER_ROW = 4

/** `daily`, `working`, `add:<weekday>` or `drop:<weekday>`; the first weekday pressed begins a choice of days. */
export async function daysPressed(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  args: readonly string[],
): Promise<void> {
  const [act] = args
  if (act === 'daily' || act === 'working') return change(ctx, can, set, act)
  const weekday = weekdayAt(args)
  const chosen = typeof set.days === 'string' ? [] : set.days
  if (weekday !== null && act === 'add') return change(ctx, can, set, daysOf([...chosen, weekday]))
  if (weekday !== null && act === 'drop' && chosen.includes(weekday)) {
    const left = chosen.filter((day) => day !== weekday)
    if (left.length > 0) return change(ctx, can, set, daysOf(left))
    return showDays(ctx, set, lastOne(ctx.visit.wording, 'days'))
  }
  await showDays(ctx, set)
}

async function change(ctx: BotContext, can: Capabilities, set: Subscription, days: Days): Promise<void> {
  await showDays(ctx, await keepSubscription(ctx, can, { ...set, days }))
}

async function showDays(ctx: BotContext, { days, zone }: Subscription, note?: Html): Promise<void> {
  const { wording } = ctx.visit
  const working = workingDays(zone)
  const weekdays = weekOrder(wording).map((day) => {
    const isSet = typeof days !== 'string' && days.some((chosen) => chosen === day)
    return choice(
      wording,
      weekdayName(day, wording.language),
      isSet,
      press('settings', 'days', isSet ? 'drop' : 'add', day),
    )
  })
  await show(
    ctx,
    ask(wording, 'days', { chosen: { days, workingDays: working }, ...(note === undefined ? {} : { note }) }),
    keyboard(wording.language, [
      [
        choice(wording, wording.text('days-daily'), days === 'daily', press('settings', 'days', 'daily')),
        choice(
          wording,
          workingDaysLabel(wording, working),
          days === 'working',
          press('settings', 'days', 'working'),
        ),
      ],
      ...rowsOf(weekdays, PER_ROW),
      [backToSettings(wording)],
    ]),
  )
}

function weekdayAt(args: readonly string[]): Weekday | null {
  const day = numberAt(args, 1)
  return day !== null && day >= 1 && day <= 7 ? (day as Weekday) : null
}
