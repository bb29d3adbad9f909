import { type Api, GrammyError } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Wording } from '../../messages/fluent.ts'
import type { BotContext } from '../context.ts'
import type { Message } from '../show.ts'

/** Where a card is shown, and in whose words: of an update, or of work that goes on after it. */
export interface CardPlace {
  readonly api: Api
  readonly chatId: number
  readonly wording: Wording
  /** The bot's. */
  readonly username: string
}

export interface CardContent {
  readonly message: Message
  readonly buttons?: InlineKeyboardMarkup
}

const OPTIONS = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const

export function placeOf(ctx: BotContext): CardPlace {
  const { chatId, wording } = ctx.visit
  return { api: ctx.api, chatId, wording, username: ctx.me.username }
}

/** Puts a card in the place of a message, or at the end of the chat; gives the id of the message that shows it. */
export async function putCard(
  { api, chatId }: CardPlace,
  { message, buttons }: CardContent,
  messageId: number | null = null,
): Promise<number> {
  const options = { ...OPTIONS, ...(buttons === undefined ? {} : { reply_markup: buttons }) }
  if (messageId !== null) {
    try {
      await api.editMessageText(chatId, messageId, message.markup, options)
      return messageId
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
      if (error.description.includes('message is not modified')) return messageId
      // The message is gone: the card comes anew.
    }
  }
  const sent = await api.sendMessage(chatId, message.markup, options)
  return sent.message_id
}

/** Removes a message of the bot; one that is gone already, or too old, is left as it is. */
export async function removeMessage({ api, chatId }: CardPlace, messageId: number): Promise<void> {
  try {
    await api.deleteMessage(chatId, messageId)
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
  }
}
