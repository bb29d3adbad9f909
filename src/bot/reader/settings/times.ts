import { formatClock } from '../../../messages/dates.ts'
import type { Html } from '../../../messages/html.ts'
import { ask, lastOne, mostTimes } from '../../../messages/settings.ts'
import { readAsked } from '../../../readers/asked.ts'
import { readTime } from '../../../readers/spoken-times.ts'
import { MOST_TIMES, type Subscription } from '../../../readers/subscription.ts'
import { keyboard, numberAt, press } from '../../button.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { show } from '../../show.ts'
import { keepSubscription } from '../keep-subscription.ts'
import { soundTimes } from '../wish.ts'
import { askAgain, askToType, leaveQuestion } from './question.ts'
import { backToSettings, choice, rowsOf } from './rows.ts'

/** Hours that people ask for most, in minutes. */
const USUAL_TIMES = [360, 420, 450, 480, 540, 720, 900, 1080, 1140, 1200, 1260, 1320]
const PER_ROW = 4

/** `[add|drop]:<minute>` or `other`; without a choice the page is shown. Pressed twice it is as pressed once. */
export async function timesPressed(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  args: readonly string[],
): Promise<void> {
  const [act] = args
  const minute = numberAt(args, 1)
  if (act === 'other') return askToType(ctx, can, 'time')
  if (minute !== null && minute < 24 * 60) {
    if (act === 'add') return addTimes(ctx, can, set, [minute])
    if (act === 'drop') return dropTime(ctx, can, set, minute)
  }
  await showTimes(ctx, set.times)
}

/** The answer to "which time?": one time or several. */
export async function timeTyped(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  given: string,
): Promise<void> {
  const times = readTimes(given)
  if (times === null) return askAgain(ctx, 'time', given)
  await leaveQuestion(ctx, can)
  await addTimes(ctx, can, set, times)
}

async function addTimes(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  added: readonly number[],
): Promise<void> {
  const times = new Set([...set.times, ...added])
  if (times.size > MOST_TIMES) return showTimes(ctx, set.times, mostTimes(ctx.visit.wording, MOST_TIMES))
  await change(ctx, can, set, [...times])
}

async function dropTime(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  minute: number,
): Promise<void> {
  const times = set.times.filter((time) => time !== minute)
  if (times.length === 0) return showTimes(ctx, set.times, lastOne(ctx.visit.wording, 'times'))
  await change(ctx, can, set, times)
}

async function change(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  times: readonly number[],
): Promise<void> {
  const sound = soundTimes(times)
  if (sound.join() !== set.times.join()) await keepSubscription(ctx, can, { ...set, times: sound })
  await showTimes(ctx, sound)
}

async function showTimes(ctx: BotContext, times: readonly number[], note?: Html): Promise<void> {
  const { wording } = ctx.visit
  const buttons = [...new Set([...USUAL_TIMES, ...times])]
    .sort((a, b) => a - b)
    .map((time) => {
      const isSet = times.includes(time)
      return choice(
        wording,
        formatClock(time),
        isSet,
        press('settings', 'times', isSet ? 'drop' : 'add', time),
      )
    })
  await show(
    ctx,
    ask(wording, 'times', { chosen: { times }, ...(note === undefined ? {} : { note }) }),
    keyboard(wording.language, [
      ...rowsOf(buttons, PER_ROW),
      [
        backToSettings(wording),
        { label: wording.text('button-other-time'), does: press('settings', 'times', 'other') },
      ],
    ]),
  )
}

/** Times alone: a line that speaks of anything else is not an answer to this question. */
function readTimes(given: string): readonly number[] | null {
  const single = readTime(given)
  if (single !== null) return [single]
  const { times, zone, days, length, silent, unread } = readAsked(given)
  const beside = zone ?? days ?? length ?? silent
  return unread === '' && beside === null ? times : null
}
