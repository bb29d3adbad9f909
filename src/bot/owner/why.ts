import type { MessageOrigin } from 'grammy/types'
import { whyHidden, whyPage, whyUnknown, whyUsage } from '../../messages/why.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { readWhy } from './why-view.ts'

/** Ids of supergroups and channels are below zero and exceed 32 bits. */
const CHAT_ID = /^-?[1-9]\d{0,15}$/

/** `/why [chat id]`, or in reply to a forwarded message; without either it is about the owner's own chat. */
export async function why(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const { wording, chatId } = ctx.visit
  if (argument !== '') {
    const asked = readChatId(argument)
    return asked === null ? send(ctx, whyUsage(wording)) : showWhy(ctx, can, asked, 1)
  }
  const origin = ctx.message?.reply_to_message?.forward_origin
  if (origin === undefined) return showWhy(ctx, can, chatId, 1)
  const author = chatOf(origin)
  return author === null ? send(ctx, whyHidden(wording)) : showWhy(ctx, can, author, 1)
}

/** `why:<chat id>:<page>`: the chat itself and its topics, one a page. */
export async function whyPressed(ctx: BotContext, can: Capabilities, args: readonly string[]): Promise<void> {
  const chatId = readChatId(args[0] ?? '')
  if (chatId === null) return show(ctx, whyUsage(ctx.visit.wording))
  await showWhy(ctx, can, chatId, numberAt(args, 1) ?? 1)
}

/** A chat id as people type it, also with Arabic digits and with a minus sign of typography; null for other texts. */
export function readChatId(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/^[\u{2212}\u{2013}]/u, '-')
  return CHAT_ID.test(plain) && Number.isSafeInteger(Number(plain)) ? Number(plain) : null
}

async function showWhy(ctx: BotContext, can: Capabilities, chatId: number, page: number): Promise<void> {
  const { wording } = ctx.visit
  const view = await readWhy(can, { chatId, page, now: can.clock.now() })
  if (view === null) return show(ctx, whyUnknown(wording, chatId))
  const turn = (label: 'button-previous' | 'button-next', to: number) =>
    to < 1 || to > view.pages ? [] : [{ label: wording.text(label), does: press('why', chatId, to) }]
  const turns = [...turn('button-previous', view.page - 1), ...turn('button-next', view.page + 1)]
  const buttons = turns.length === 0 ? undefined : keyboard(wording.language, [turns])
  await show(ctx, whyPage(wording, view), buttons)
}

/** Whose message was forwarded; null where they hide it. */
function chatOf(origin: MessageOrigin): number | null {
  switch (origin.type) {
    case 'user':
      return origin.sender_user.id
    case 'chat':
      return origin.sender_chat.id
    case 'channel':
      return origin.chat.id
    case 'hidden_user':
      return null
  }
}
