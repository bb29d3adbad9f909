import { type Api, GrammyError } from 'grammy'
import type { ChatMember, ChatMemberUpdated } from 'grammy/types'
import { channelWelcome, groupWelcome } from '../../messages/chats.ts'
import { createWording, type Wording } from '../../messages/fluent.ts'
import { languageOf } from '../../messages/language.ts'
import type { ChatKind } from '../../readers/reader.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { notePause } from './pause-note.ts'
import { letChatReturn } from './returning.ts'

/** What the bot can do in a chat: write, be there without a word, or not even that. */
export type Standing = 'writes' | 'silent' | 'gone'

/** What a status of the bot means for a chat of this kind. */
export function standingOf(kind: ChatKind, member: ChatMember): Standing {
  switch (member.status) {
    case 'creator':
      return 'writes'
    case 'administrator':
      return kind !== 'channel' || member.can_post_messages === true ? 'writes' : 'silent'
    case 'member':
      return kind === 'channel' ? 'silent' : 'writes'
    case 'restricted':
      if (!member.is_member) return 'gone'
      return member.can_send_messages ? 'writes' : 'silent'
    case 'left':
    case 'kicked':
      return 'gone'
  }
}

/** The bot's own membership changed: deliveries stop or go on, settings stay, newcomers are welcomed. */
export async function membershipChanged(ctx: BotContext, can: Capabilities): Promise<void> {
  const change = ctx.myChatMember
  if (change === undefined) return
  const { chat } = change
  const standing = standingOf(chat.type, change.new_chat_member)
  if (standing === 'gone') {
    return can.readers.stopChat(chat.id, chat.type === 'private' ? 'blocked' : 'chat_gone')
  }
  if (standing === 'silent') return fallSilent(ctx.api, can, chat.id)
  if (chat.type === 'private') return letChatReturn(can, chat.id)
  const reader = await can.readers.ensure(
    { chatId: chat.id, threadId: null },
    { language: languageOf(change.from.language_code), kind: chat.type },
  )
  await letChatReturn(can, chat.id)
  const isNew = standingOf(chat.type, change.old_chat_member) === 'gone'
  // A chat that had a subscription goes on with it, without a word.
  if (isNew && reader.subscription === null) await welcome(ctx.api, change, createWording(reader.language))
}

/** Whoever set subscriptions up here is told once, however many topics there are. */
async function fallSilent(api: Api, can: Capabilities, chatId: number): Promise<void> {
  const told = new Set<number | null>()
  for (const reader of await can.readers.ofChat(chatId)) {
    if (reader.stopped !== null || reader.subscription === null || told.has(reader.setBy)) continue
    told.add(reader.setBy)
    await notePause({ api, readers: can.readers }, reader, 'no_rights')
  }
  await can.readers.stopChat(chatId, 'no_rights')
}

async function welcome(api: Api, { chat, from }: ChatMemberUpdated, wording: Wording): Promise<void> {
  try {
    if (chat.type === 'channel') {
      // Readers of a channel are not to be bothered with how it is set up.
      const { markup } = channelWelcome(createWording(languageOf(from.language_code)), { title: chat.title })
      await api.sendMessage(from.id, markup, { parse_mode: 'HTML' })
      return
    }
    await api.sendMessage(chat.id, groupWelcome(wording).markup, {
      parse_mode: 'HTML',
      reply_markup: keyboard(wording.language, [
        [
          { label: wording.text('button-subscribe'), does: press('subscribe') },
          { label: wording.text('button-latest'), does: press('latest', 1) },
        ],
      ]),
    })
  } catch (error) {
    // They never talked to the bot, or the group lets nobody write: a greeting is not worth more.
    if (!(error instanceof GrammyError) || (error.error_code !== 400 && error.error_code !== 403)) throw error
  }
}
