import { settings as settingsText } from '../../../messages/settings.ts'
import { type Button, keyboard, press } from '../../button.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { show } from '../../show.ts'
import { nextDigestOf, viewOf } from '../preferences-view.ts'

/** `/settings`, and the way back to it: what is set, when the next digest comes, and a button for each of them. */
export async function settings(ctx: BotContext, can: Capabilities): Promise<void> {
  const { wording, reader } = ctx.visit
  const { subscription } = reader
  await show(
    ctx,
    settingsText(wording, {
      language: wording.language,
      subscription:
        subscription === null
          ? null
          : { view: viewOf(subscription), next: nextDigestOf(subscription, can.clock.now()) },
    }),
    keyboard(wording.language, rows(ctx)),
  )
}

function rows(ctx: BotContext): Button[][] {
  const { wording, reader } = ctx.visit
  const { subscription } = reader
  const page = (what: 'times' | 'zone' | 'days' | 'quiet' | 'length' | 'language'): Button => ({
    label: wording.text(`button-${what}`),
    does: press('settings', what),
  })
  if (subscription === null) {
    return [[{ label: wording.text('button-subscribe'), does: press('subscribe') }], [page('language')]]
  }
  const sound = subscription.silent ? 'on' : 'off'
  const alerts = subscription.alerts ? 'off' : 'on'
  const nothing = subscription.whenNothing === 'skip' ? 'say' : 'skip'
  return [
    [page('times'), page('zone')],
    [page('days'), page('quiet')],
    [
      page('length'),
      { label: wording.text(`button-sound-${sound}`), does: press('settings', 'sound', sound) },
    ],
    [{ label: wording.text(`button-nothing-${nothing}`), does: press('settings', 'nothing', nothing) }],
    [{ label: wording.text(`button-alerts-${alerts}`), does: press('settings', 'alerts', alerts) }],
    [page('language'), { label: wording.text('button-unsubscribe'), does: press('unsubscribe') }],
  ]
}
