import type { Html } from '../../../messages/html.ts'
import { answeredByReply, askTyped, badAnswer, zoneSet } from '../../../messages/settings.ts'
import { keyboard } from '../../button.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { send, show } from '../../show.ts'
import { removePlaceButton, showPlaceButton } from './place-button.ts'
import { backToSettings } from './rows.ts'

type Typed = 'time' | 'zone' | 'quiet'

/** Asks to type; whatever this person says next here is the answer. */
export async function askToType(ctx: BotContext, can: Capabilities, what: Typed): Promise<void> {
  await can.conversation.ask(ctx.visit, { waitsFor: what })
  await show(ctx, question(ctx, askTyped(ctx.visit.wording, what)), backAlone(ctx))
}

/** Words that wait for an answer; among several people they say how to give one. */
export function question({ visit }: BotContext, asked: Html): Html {
  return visit.kind === 'private' ? asked : answeredByReply(visit.wording, asked)
}

/** Asks for a place or a name, in private chats; the page with the cities stays and goes on working. */
export async function askForPlace(ctx: BotContext, can: Capabilities): Promise<void> {
  if (ctx.chat?.type !== 'private') return
  await can.conversation.ask(ctx.visit, { waitsFor: 'zone', placeButton: true })
  await showPlaceButton(ctx)
}

/** The answer cannot be read: says so, and the question stays. */
export async function askAgain(ctx: BotContext, what: Typed, given: string): Promise<void> {
  const { wording } = ctx.visit
  const asked = given === '' ? askTyped(wording, what) : badAnswer(wording, what, given)
  await send(ctx, question(ctx, asked), backAlone(ctx))
}

/** Ends whatever was asked about the subscription; other questions stay. Tells whether the phone shows a place button. */
export async function endQuestion(ctx: BotContext, can: Capabilities): Promise<{ placeButton: boolean }> {
  const dialog = await can.conversation.dialog(ctx.visit)
  switch (dialog?.waitsFor) {
    case 'subscription':
    case 'time':
    case 'zone':
    case 'quiet':
      await can.conversation.endDialog(ctx.visit)
      return { placeButton: 'placeButton' in dialog && dialog.placeButton }
    default:
      return { placeButton: false }
  }
}

/** {@link endQuestion}, and the place button goes with a word about the zone that holds now. */
export async function leaveQuestion(ctx: BotContext, can: Capabilities): Promise<void> {
  const { placeButton } = await endQuestion(ctx, can)
  if (!placeButton) return
  const { reader, wording } = ctx.visit
  await removePlaceButton(ctx, zoneSet(wording, reader.subscription?.zone ?? can.defaultZone))
}

function backAlone(ctx: BotContext) {
  const { wording } = ctx.visit
  return keyboard(wording.language, [[backToSettings(wording)]])
}
