import type { Html } from '../../../messages/html.ts'
import { askLocation } from '../../../messages/settings.ts'
import type { BotContext } from '../../context.ts'

/** Shows a button on the phone's keyboard that sends the place; Telegram has it in private chats only. */
export async function showPlaceButton(ctx: BotContext): Promise<void> {
  const { chatId, wording } = ctx.visit
  const button = { text: wording.text('button-location'), request_location: true }
  await ctx.api.sendMessage(chatId, askLocation(wording).markup, {
    parse_mode: 'HTML',
    reply_markup: { keyboard: [[button]], resize_keyboard: true, one_time_keyboard: true },
  })
}

/** Says something and takes that button away. */
export async function removePlaceButton(ctx: BotContext, message: Html): Promise<void> {
  await ctx.api.sendMessage(ctx.visit.chatId, message.markup, {
    parse_mode: 'HTML',
    reply_markup: { remove_keyboard: true },
  })
}
