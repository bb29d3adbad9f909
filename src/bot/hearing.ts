import { administratorsOnly } from '../messages/chats.ts'
import { onlyPrivate } from '../messages/reader.ts'
import type { Capabilities } from './capabilities.ts'
import { letChatReturn, letReturn } from './chats/returning.ts'
import { type Enter, roleOf } from './chats/visit.ts'
import { whereaboutsOf } from './chats/whereabouts.ts'
import { commandsFor, groupCommands } from './command-list.ts'
import type { BotContext } from './context.ts'
import { answerText, commandRoute, notKnown } from './routes.ts'
import { send } from './show.ts'

interface Command {
  readonly name: string
  /** Whether it names this bot, as commands in groups may. */
  readonly addressed: boolean
  readonly argument: string
}

/** A message or a post: a command, the answer to a question, or, where the bot is alone with a person, a search. */
export async function heard(ctx: BotContext, can: Capabilities, enter: Enter): Promise<void> {
  const text = ctx.msg?.text ?? ctx.msg?.caption ?? ''
  const command = readCommand(text, ctx.me.username)
  if (ctx.chat?.type !== 'private') return heardAmongOthers(ctx, can, enter, { command, text })
  if (!(await enter(ctx))) return
  // Whoever writes can be written to.
  await letReturn(can, [ctx.visit.reader])
  if (command === null) return answerText(ctx, can, text)
  await obey(ctx, can, command)
}

async function obey(ctx: BotContext, can: Capabilities, { name, argument }: Command): Promise<void> {
  const route = commandRoute(name, ctx.visit)
  if (route === 'unknown') return notKnown(ctx)
  if (route === 'administrators-only') return send(ctx, administratorsOnly(ctx.visit.wording))
  // A command ends whatever was asked; nothing is lost by it, drafts are stored as soon as they are made.
  await can.conversation.endDialog(ctx.visit)
  await route(ctx, can, argument)
}

/** In chats of several people most of what is said is not for the bot. */
async function heardAmongOthers(
  ctx: BotContext,
  can: Capabilities,
  enter: Enter,
  { command, text }: { command: Command | null; text: string },
): Promise<void> {
  if (!isOwnWords(ctx)) return
  if (command === null) return answered(ctx, can, enter, text)
  const known = groupCommands(true).some((one) => one === command.name)
  const privateOnly = !known && (await isTheirsInPrivate(ctx, can, command.name))
  // A command that names nobody may be another bot's.
  if (!known && !privateOnly && !command.addressed) return
  if (!(await enter(ctx))) return
  const { reader, wording, chatId } = ctx.visit
  if (privateOnly) return send(ctx, onlyPrivate(wording))
  await obey(ctx, can, command)
  if (reader.stopped === null) return
  // The answer has arrived, so the next digest will.
  await letChatReturn(can, chatId)
  await letReturn(can, [reader])
}

/** A reply to the bot, by whoever was asked. */
async function answered(ctx: BotContext, can: Capabilities, enter: Enter, text: string): Promise<void> {
  const whereabouts = isReplyToBot(ctx) ? whereaboutsOf(ctx) : null
  if (whereabouts === null) return
  const { address, actor } = whereabouts
  // Buttons are pressed in one's own name: an anonymous administrator answers for the one who was asked last.
  const asked =
    actor.kind === 'chat' ? await can.conversation.lastAsked(address) : { ...address, userId: actor.id }
  if (asked === null || (await can.conversation.dialog(asked)) === null) return
  if (!(await enter(ctx))) return
  ctx.visit = { ...ctx.visit, userId: asked.userId }
  if (ctx.visit.mayChange) await answerText(ctx, can, text)
  // They have been dismissed since the question was asked.
  else await can.conversation.endDialog(asked)
}

/** What was forwarded, or written through another bot, is not said by whoever sent it. */
function isOwnWords({ msg }: BotContext): boolean {
  return msg?.forward_origin === undefined && msg?.via_bot === undefined
}

function isReplyToBot({ msg, chat, me }: BotContext): boolean {
  const quoted = msg?.reply_to_message
  // Posts of a channel do not tell who wrote them; only bots put buttons below them.
  return chat?.type === 'channel' ? quoted?.reply_markup !== undefined : quoted?.from?.id === me.id
}

async function isTheirsInPrivate(ctx: BotContext, can: Capabilities, name: string): Promise<boolean> {
  if (ctx.from === undefined) return false
  return commandsFor(await roleOf(can, ctx.from.id)).some((one) => one === name)
}

/** `/name@bot argument`; null for other texts and for commands to another bot. */
export function readCommand(text: string, username: string): Command | null {
  const [, name, addressee, argument = ''] =
    /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? []
  if (name === undefined) return null
  if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return null
  return { name: name.toLowerCase(), addressed: addressee !== undefined, argument: argument.trim() }
}
