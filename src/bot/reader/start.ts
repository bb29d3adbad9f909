import { commandDescription } from '../../messages/commands.ts'
import { help as helpText, privacy as privacyText, start as startText } from '../../messages/reader.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import { commandsFor, groupCommands } from '../command-list.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { articlePressed } from './latest.ts'
import { newPressed } from './new-reports.ts'

/** `/start`, with `a<id>` behind it when a link to an article was followed, `n<since>-<upTo>` to a digest's reports. */
export async function start(ctx: BotContext, can: Capabilities, payload: string): Promise<void> {
  const [, id] = /^a(\d{1,15})$/.exec(payload) ?? []
  if (id !== undefined) return articlePressed(ctx, can, [id])
  const [, since, upTo] = /^n(\d{1,12})-(\d{1,12})$/.exec(payload) ?? []
  if (since !== undefined) return newPressed(ctx, can, [since, upTo ?? ''])
  const { wording, reader } = ctx.visit
  const [newest = null] = await can.articles.latest({ offset: 0, limit: 1 })
  const story = can.story?.name[wording.language]
  await send(
    ctx,
    startText(wording, { newest, botUsername: ctx.me.username, ...(story === undefined ? {} : { story }) }),
    keyboard(wording.language, [
      [
        { label: wording.text('button-latest'), does: press('latest', 1) },
        reader.subscription === null
          ? { label: wording.text('button-subscribe'), does: press('subscribe') }
          : { label: wording.text('button-settings'), does: press('settings') },
      ],
      [{ label: wording.text('button-help'), does: press('help') }],
    ]),
  )
}

/** `/help`: the commands this person may use. */
export async function help(ctx: BotContext): Promise<void> {
  const { wording, role, kind, mayChange } = ctx.visit
  const own = kind === 'private' ? commandsFor(role) : groupCommands(mayChange)
  const commands = own.map((command) => ({
    command,
    description: commandDescription(wording, command),
  }))
  await show(ctx, helpText(wording, { commands }))
}

/** `/privacy`: what is kept, how long, and how to have it erased. */
export async function privacy(ctx: BotContext): Promise<void> {
  await send(ctx, privacyText(ctx.visit.wording))
}
