import { administratorsOnlyNotice } from '../messages/chats.ts'
import { createWording } from '../messages/fluent.ts'
import { languageOf } from '../messages/language.ts'
import { expiredButton } from '../messages/reader.ts'
import { decodePress } from './button.ts'
import type { Capabilities } from './capabilities.ts'
import { letReturn } from './chats/returning.ts'
import type { Enter } from './chats/visit.ts'
import type { BotContext } from './context.ts'
import { pressRoute } from './routes.ts'
import { answerPress } from './show.ts'

/** A button was pressed: the press is answered at once, then acted on. */
export async function pressed(ctx: BotContext, can: Capabilities, enter: Enter): Promise<void> {
  const { action, args } = decodePress(ctx.callbackQuery?.data ?? '')
  if (isPlaceless(ctx)) {
    return answerPress(ctx, expiredButton(createWording(languageOf(ctx.from?.language_code))))
  }
  if (!(await enter(ctx))) return answerPress(ctx)
  const { wording, reader, kind } = ctx.visit
  // Whoever presses in private can be written to; in a group anybody presses.
  if (kind === 'private') await letReturn(can, [reader])
  const route = pressRoute(action, ctx.visit)
  // A forged, outdated or foreign button tells nothing about what exists.
  if (route === 'unknown') return answerPress(ctx, expiredButton(wording))
  if (route === 'administrators-only') return answerPress(ctx, administratorsOnlyNotice(wording))
  await answerPress(ctx)
  if (kind !== 'private') await answerForChat(ctx, can)
  await route(ctx, can, args)
}

/**
 * What an anonymous administrator or a channel was asked, any administrator may answer: buttons are pressed in
 * one's own name. Where they were asked something themselves, the later question counts.
 */
async function answerForChat(ctx: BotContext, can: Capabilities): Promise<void> {
  const { visit } = ctx
  if (!visit.mayChange) return
  const forChat = { ...visit, userId: visit.chatId }
  const own = await can.conversation.dialog(visit)
  const last = own === null ? forChat : await can.conversation.lastAsked(visit)
  if (last?.userId !== forChat.userId) return
  if ((await can.conversation.dialog(forChat)) !== null) ctx.visit = forChat
}

/** Of a message that is gone Telegram does not tell the topic, and so not whose settings the button changes. */
function isPlaceless({ chat, callbackQuery }: BotContext): boolean {
  return chat?.type === 'supergroup' && callbackQuery?.message?.date === 0
}
