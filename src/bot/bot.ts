import { Bot, type Transformer } from 'grammy'
import type { Role } from '../editors/authority.ts'
import { createWording } from '../messages/fluent.ts'
import { languageOf } from '../messages/language.ts'
import { expiredButton, onlyPrivate } from '../messages/reader.ts'
import { decodePress } from './button.ts'
import type { Capabilities } from './capabilities.ts'
import type { BotContext } from './context.ts'
import { membershipChanged } from './reader/membership.ts'
import { answerText, commandRoute, notKnown, pressRoute } from './routes.ts'
import { answerPress } from './show.ts'

/** How to reach the Bot API: the real one, another server, or the loopback. */
export interface BotConnection {
  readonly token: string
  readonly apiRoot: string
  /** What every call passes through, the outermost last. */
  readonly transformers: readonly Transformer[]
}

/** Seconds until a call is given up; longer than a long poll, shorter than a delivery's lease. */
const TIMEOUT_SECONDS = 40

/** The bot as a value: it handles updates that are handed to it and fetches none itself. */
export function createBot(connection: BotConnection, can: Capabilities): Bot<BotContext> {
  const { token, apiRoot, transformers } = connection
  const bot = new Bot<BotContext>(token, {
    client: { apiRoot, timeoutSeconds: TIMEOUT_SECONDS },
  })
  for (const transformer of transformers) bot.api.config.use(transformer)

  bot.use(async (ctx, next) => {
    if (ctx.chat?.type === 'private' && ctx.from !== undefined) return next()
    await refuseOutsidePrivate(ctx)
  })
  bot.use(async (ctx, next) => {
    const { id: chatId } = ctx.chat as { id: number }
    const { id: userId, language_code: code } = ctx.from as { id: number; language_code?: string }
    const reader = await can.readers.ensure(chatId, languageOf(code))
    const role = await roleOf(can, userId)
    ctx.visit = { chatId, userId, reader, wording: createWording(reader.language), role }
    await next()
  })
  bot.on('my_chat_member', (ctx) => membershipChanged(ctx, can))
  bot.use(async (ctx, next) => {
    // Whoever writes can be written to.
    if (ctx.visit.reader.stopped !== null) await can.readers.resume(ctx.visit.chatId)
    await next()
  })
  bot.on('callback_query:data', (ctx) => pressed(ctx, can, ctx.callbackQuery.data))
  bot.on('message', (ctx) => said(ctx, can))
  return bot
}

async function roleOf(can: Capabilities, userId: number): Promise<Role> {
  if (can.ownerIds.includes(userId)) return 'owner'
  return (await can.editors.isEditor(userId)) ? 'editor' : 'reader'
}

/** In groups a command gets one line that says where the bot answers; anything else gets nothing. */
async function refuseOutsidePrivate(ctx: BotContext): Promise<void> {
  const command = readCommand(ctx.message?.text ?? '', ctx.me.username)
  if (command === null || ctx.chat === undefined) return
  const wording = createWording(languageOf(ctx.from?.language_code))
  await ctx.api.sendMessage(ctx.chat.id, onlyPrivate(wording).markup, { parse_mode: 'HTML' })
}

async function pressed(ctx: BotContext, can: Capabilities, data: string): Promise<void> {
  const { action, args } = decodePress(data)
  const handle = pressRoute(action, ctx.visit.role)
  // A forged, outdated or foreign button tells nothing about what exists.
  if (handle === null) return answerPress(ctx, expiredButton(ctx.visit.wording))
  await answerPress(ctx)
  await handle(ctx, can, args)
}

async function said(ctx: BotContext, can: Capabilities): Promise<void> {
  const text = ctx.message?.text ?? ctx.message?.caption ?? ''
  const command = readCommand(text, ctx.me.username)
  if (command === null) return answerText(ctx, can, text)
  const handle = commandRoute(command.name, ctx.visit.role)
  if (handle === null) return notKnown(ctx)
  // A command ends whatever was asked; nothing is lost by it, drafts are stored as soon as they are made.
  await can.conversation.endDialog(ctx.visit.chatId)
  await handle(ctx, can, command.argument)
}

/** `/name@bot argument`; null for other texts and for commands to another bot. */
export function readCommand(text: string, username: string): { name: string; argument: string } | null {
  const [, name, addressee, argument = ''] =
    /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? []
  if (name === undefined) return null
  if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return null
  return { name: name.toLowerCase(), argument: argument.trim() }
}
