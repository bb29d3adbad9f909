import { type Api, GrammyError } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import type { Role } from '../editors/authority.ts'
import { commandDescription } from '../messages/commands.ts'
import { createWording } from '../messages/fluent.ts'
import { LANGUAGES, type Language } from '../messages/language.ts'
import { commandsFor } from './command-list.ts'

/** Clients in other languages see the Arabic menu. */
const DEFAULT_LANGUAGE: Language = 'ar'

/** Registers the command menus: for everybody, and for each owner in their own chat. */
export async function registerCommands(api: Api, ownerIds: readonly number[]): Promise<void> {
  await registerFor(api, { type: 'all_private_chats' }, 'reader')
  for (const ownerId of ownerIds) {
    try {
      await registerFor(api, { type: 'chat', chat_id: ownerId }, 'owner')
    } catch (error) {
      // An owner who has never written to the bot has no chat yet; their menu comes with the next start.
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    }
  }
}

async function registerFor(api: Api, scope: BotCommandScope, role: Role): Promise<void> {
  await api.setMyCommands(menu(DEFAULT_LANGUAGE, role), { scope })
  for (const language of LANGUAGES) {
    await api.setMyCommands(menu(language, role), { scope, language_code: language })
  }
}

function menu(language: Language, role: Role): BotCommand[] {
  const wording = createWording(language)
  return commandsFor(role).map((command) => ({ command, description: commandDescription(wording, command) }))
}
