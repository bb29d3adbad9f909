import { cancelled, forgetQuestion, forgotten } from '../../messages/reader.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'

/** `/forget` asks before it erases. */
export async function forget(ctx: BotContext): Promise<void> {
  const { wording } = ctx.visit
  await send(
    ctx,
    forgetQuestion(wording),
    keyboard(wording.language, [
      [
        { label: wording.text('button-erase'), does: press('forget', 'yes') },
        { label: wording.text('button-cancel'), does: press('forget', 'no') },
      ],
    ]),
  )
}

/** `forget:yes` erases everything that is kept about the chat; anything else keeps it. */
export async function forgetPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const { wording } = ctx.visit
  if (args[0] !== 'yes') return show(ctx, cancelled(wording))
  await can.readers.forget(ctx.visit.reader.id)
  await show(ctx, forgotten(wording))
}
