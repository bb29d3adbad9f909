import { nothingNew } from '../../messages/digest.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send } from '../show.ts'

/** `/digest`: what this reader would get now. Nothing is marked as read by looking. */
export async function digest(ctx: BotContext, can: Capabilities): Promise<void> {
  const { wording, reader } = ctx.visit
  const preview = await can.digests.preview(reader.id)
  const buttons = keyboard(wording.language, [
    reader.subscription === null
      ? [{ label: wording.text('button-subscribe'), does: press('subscribe') }]
      : [{ label: wording.text('button-latest'), does: press('latest', 1) }],
  ])
  if (preview === null) return send(ctx, nothingNew(wording), buttons)
  for (const [index, markup] of preview.parts.entries()) {
    await send(ctx, { markup }, index === preview.parts.length - 1 ? buttons : undefined)
  }
}
