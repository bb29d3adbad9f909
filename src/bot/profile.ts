import { type Api, GrammyError } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import type { Role } from '../editors/authority.ts'
import { type CommandKey, commandDescription } from '../messages/commands.ts'
import { createWording } from '../messages/fluent.ts'
import { LANGUAGES, type Language } from '../messages/language.ts'
import { commandsFor, groupCommands } from './command-list.ts'

/** Clients in other languages see the Arabic menu. */
const DEFAULT_LANGUAGE: Language = 'ar'

/**
 * Registers the command menus: for everybody, for groups, for their administrators, and for each owner and editor in
 * their own chat.
 */
export async function registerCommands(
  api: Api,
  ownerIds: readonly number[],
  editorIds: readonly number[] = [],
): Promise<void> {
  await register(api, { type: 'all_private_chats' }, commandsFor('reader'))
  await register(api, { type: 'all_group_chats' }, groupCommands(false))
  await register(api, { type: 'all_chat_administrators' }, groupCommands(true))
  for (const editorId of editorIds) await registerCommandsOf(api, editorId, 'editor')
  for (const ownerId of ownerIds) await registerCommandsOf(api, ownerId, 'owner')
}

/** The menu of one person, by what they are now. */
export async function registerCommandsOf(api: Api, userId: number, role: Role): Promise<void> {
  try {
    await register(api, { type: 'chat', chat_id: userId }, commandsFor(role))
  } catch (error) {
    // Whoever has never written to the bot has no chat yet; their menu comes with the next start.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
  }
}

async function register(api: Api, scope: BotCommandScope, commands: readonly CommandKey[]): Promise<void> {
  await api.setMyCommands(menu(DEFAULT_LANGUAGE, commands), { scope })
  for (const language of LANGUAGES) {
    await api.setMyCommands(menu(language, commands), { scope, language_code: language })
  }
}

function menu(language: Language, commands: readonly CommandKey[]): BotCommand[] {
  const wording = createWording(language)
  return commands.map((command) => ({ command, description: commandDescription(wording, command) }))
}
