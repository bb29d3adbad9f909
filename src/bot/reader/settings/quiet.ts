import { quietLabel } from '../../../messages/preferences.ts'
import { ask } from '../../../messages/settings.ts'
import { readQuietHours } from '../../../readers/spoken-quiet-hours.ts'
import type { QuietHours, Subscription } from '../../../readers/subscription.ts'
import { keyboard, numberAt, press } from '../../button.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { show } from '../../show.ts'
import { keepSubscription } from '../keep-subscription.ts'
import { settings } from './menu.ts'
import { askAgain, askToType, leaveQuestion } from './question.ts'
import { backToSettings, choice, rowsOf } from './rows.ts'

/** The nights that people ask for most, in minutes. */
const USUAL_NIGHTS: readonly QuietHours[] = [
  { from: 22 * 60, to: 7 * 60 },
  { from: 23 * 60, to: 8 * 60 },
]
const DAY = 24 * 60

/** `off`, `<from>:<to>` in minutes, or `other`; without a choice the page is shown. */
export async function quietPressed(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  args: readonly string[],
): Promise<void> {
  const [act] = args
  if (act === 'other') return askToType(ctx, can, 'quiet')
  if (act === 'off') return change(ctx, can, set, null)
  const [from, to] = [numberAt(args, 0), numberAt(args, 1)]
  if (from !== null && to !== null && from < DAY && to < DAY && from !== to) {
    return change(ctx, can, set, { from, to })
  }
  await showQuiet(ctx, set)
}

/** The answer to "which quiet hours?". */
export async function quietTyped(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  given: string,
): Promise<void> {
  const quiet = readQuietHours(given)
  if (quiet === null) return askAgain(ctx, 'quiet', given)
  await leaveQuestion(ctx, can)
  await change(ctx, can, set, quiet)
}

async function change(
  ctx: BotContext,
  can: Capabilities,
  set: Subscription,
  quiet: QuietHours | null,
): Promise<void> {
  await keepSubscription(ctx, can, { ...set, quiet })
  await settings(ctx, can)
}

async function showQuiet(ctx: BotContext, { quiet }: Subscription): Promise<void> {
  const { wording } = ctx.visit
  const isSet = (night: QuietHours) => night.from === quiet?.from && night.to === quiet.to
  await show(
    ctx,
    ask(wording, 'quiet', { chosen: { quiet } }),
    keyboard(wording.language, [
      [choice(wording, quietLabel(wording, null), quiet === null, press('settings', 'quiet', 'off'))],
      ...rowsOf(
        USUAL_NIGHTS.map((night) =>
          choice(
            wording,
            quietLabel(wording, night),
            isSet(night),
            press('settings', 'quiet', night.from, night.to),
          ),
        ),
        2,
      ),
      [
        backToSettings(wording),
        { label: wording.text('button-other-hours'), does: press('settings', 'quiet', 'other') },
      ],
    ]),
  )
}
