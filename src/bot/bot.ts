import { Api, Bot, type Transformer } from 'grammy'
import type { Capabilities } from './capabilities.ts'
import { createAdministrators } from './chats/administrators.ts'
import { membershipChanged } from './chats/membership.ts'
import { takeReportOfChat } from './chats/reports.ts'
import { unlessUnwritable } from './chats/unwritable.ts'
import { createEntrance } from './chats/visit.ts'
import type { BotContext } from './context.ts'
import { heard } from './hearing.ts'
import { pressed } from './pressing.ts'

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
  const bot = new Bot<BotContext>(connection.token, { client: clientOf(connection) })
  bot.api.config.use(...connection.transformers)
  const enter = createEntrance(can, createAdministrators(bot.api, can.clock))

  bot.use((ctx, next) => unlessUnwritable(ctx, can, next))
  bot.on('my_chat_member', (ctx) => membershipChanged(ctx, can))
  bot.on('callback_query:data', (ctx) => pressed(ctx, can, enter))
  bot.on(['message', 'channel_post'], async (ctx) => {
    if (!(await takeReportOfChat(ctx, can))) await heard(ctx, can, enter)
  })
  return bot
}

/** The way to the Bot API alone, for whoever sends without being asked; with transformers of its own. */
export function createApi(connection: BotConnection): Api {
  const api = new Api(connection.token, clientOf(connection))
  api.config.use(...connection.transformers)
  return api
}

function clientOf({ apiRoot }: BotConnection) {
  return { apiRoot, timeoutSeconds: TIMEOUT_SECONDS }
}
