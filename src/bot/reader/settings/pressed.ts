import type { Subscription } from '../../../readers/subscription.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { daysPressed } from './days.ts'
import { languagePressed } from './language.ts'
import { settings } from './menu.ts'
import { leaveQuestion } from './question.ts'
import { quietPressed } from './quiet.ts'
import { alertsPressed, lengthPressed, nothingPressed, soundPressed } from './switches.ts'
import { timesPressed } from './times.ts'
import { zonePressed } from './zone.ts'

type Page = (ctx: BotContext, can: Capabilities, set: Subscription, args: readonly string[]) => Promise<void>

const PAGES: ReadonlyMap<string, Page> = new Map(
  Object.entries<Page>({
    times: timesPressed,
    zone: zonePressed,
    days: daysPressed,
    quiet: quietPressed,
    length: lengthPressed,
    sound: soundPressed,
    nothing: nothingPressed,
    alerts: alertsPressed,
  }),
)

/**
 * `settings[:<what>[:<choice>]]`; without a choice the choices are shown. Whatever was asked before is over. An old
 * button does not subscribe somebody again who has ended the subscription: it shows what is set.
 */
export async function settingsPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const [what = '', ...rest] = args
  await leaveQuestion(ctx, can)
  if (what === 'language') return languagePressed(ctx, can, rest)
  const page = PAGES.get(what)
  const { subscription } = ctx.visit.reader
  if (page === undefined || subscription === null) return settings(ctx, can)
  await page(ctx, can, subscription, rest)
}
