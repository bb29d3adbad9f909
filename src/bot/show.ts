import { GrammyError } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { BotContext } from './context.ts'

/** Telegram HTML, ready to go: made by `messages`, or frozen in an edition. */
export interface Message {
  readonly markup: string
}

const OPTIONS = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const

/** Sends a new message to the chat, in a forum to the topic. */
export async function send(ctx: BotContext, message: Message, buttons?: InlineKeyboardMarkup): Promise<void> {
  await post(ctx, message, buttons)
}

/** {@link send} for messages that will be changed or removed later: gives the message's id. */
export async function post(
  ctx: BotContext,
  message: Message,
  buttons?: InlineKeyboardMarkup,
): Promise<number> {
  const { chatId, threadId } = ctx.visit
  const sent = await ctx.api.sendMessage(chatId, message.markup, {
    ...OPTIONS,
    ...(threadId === null ? {} : { message_thread_id: threadId }),
    ...(buttons === undefined ? {} : { reply_markup: buttons }),
  })
  return sent.message_id
}

/** Puts the message in the place of the one whose button was pressed; sends it anew where there is none. */
export async function show(ctx: BotContext, message: Message, buttons?: InlineKeyboardMarkup): Promise<void> {
  const pressed = ctx.callbackQuery?.message
  if (pressed === undefined) return send(ctx, message, buttons)
  try {
    await ctx.api.editMessageText(ctx.visit.chatId, pressed.message_id, message.markup, {
      ...OPTIONS,
      ...(buttons === undefined ? {} : { reply_markup: buttons }),
    })
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    // The same content again: a double press. Anything else: the message is gone or cannot be edited.
    if (error.description.includes('message is not modified')) return
    await send(ctx, message, buttons)
  }
}

/** Ends the client's waiting after a press, with a short notice where there is something to say. */
export async function answerPress(ctx: BotContext, notice?: string): Promise<void> {
  if (ctx.callbackQuery === undefined) return
  try {
    await ctx.answerCallbackQuery(notice === undefined ? {} : { text: notice.slice(0, 200) })
  } catch (error) {
    // Too late for the client is not too late for the work.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
  }
}
