import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'

/** The person blocked the bot, or took it back: deliveries stop or go on, settings stay. */
export async function membershipChanged(ctx: BotContext, can: Capabilities): Promise<void> {
  const status = ctx.myChatMember?.new_chat_member.status
  if (status === 'kicked') await can.readers.stop(ctx.visit.chatId, 'blocked')
  else if (status === 'member') await can.readers.resume(ctx.visit.chatId)
}
