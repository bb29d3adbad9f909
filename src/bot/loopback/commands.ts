import type { BotCommand } from 'grammy/types'
import { badRequest } from './answer.ts'
import type { Chats } from './chats.ts'
import { isRecord, type Payload, readInteger, readStructure, readText } from './fields.ts'

const LISTED_AT_MOST = 100
const BYTES_AT_MOST = 4096
const SIMPLE_SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']

/** The command lists of the bot, one for each scope and language. */
export function createCommands(chats: Pick<Chats, 'find'>) {
  const lists = new Map<string, BotCommand[]>()

  /** Which list a call means. */
  function keyOf(payload: Payload): string {
    const language = readText(payload, 'language_code')
    if (!/^(?:[a-z]{2})?$/.test(language)) badRequest('invalid language code specified')
    return `${scopeOf(readStructure(payload, 'scope', 'BotCommandScope'))} ${language}`
  }

  function scopeOf(scope: unknown): string {
    if (scope === undefined) return 'default'
    if (!isRecord(scope)) return badRequest("can't parse BotCommandScope: Expected an Object")
    const type = readText(scope, 'type')
    if (SIMPLE_SCOPES.includes(type)) return type
    if (type !== 'chat' && type !== 'chat_administrators' && type !== 'chat_member') {
      return badRequest("can't parse BotCommandScope: Unsupported type specified")
    }
    const chatId = readInteger(scope, 'chat_id')
    const chat = chatId === null ? undefined : chats.find(chatId)
    if (chat === undefined) return badRequest('chat not found')
    if (type === 'chat') return `chat:${chatId}`
    // Lists for members and administrators exist in groups only.
    if (chat.group === null) return badRequest("can't use specified scope in private chats")
    return type === 'chat_administrators'
      ? `${type}:${chatId}`
      : `${type}:${chatId}:${readInteger(scope, 'user_id')}`
  }

  /** The first list that is not empty, in the client's language if there is one. */
  function nearest(scopes: readonly string[], languageCode: string): BotCommand[] {
    const language = languageCode.slice(0, 2).toLowerCase()
    for (const scope of scopes) {
      for (const key of [`${scope} ${language}`, `${scope} `]) {
        const list = lists.get(key)
        if (list !== undefined && list.length > 0) return list
      }
    }
    return []
  }

  return {
    set(payload: Payload): true {
      const given = readStructure(payload, 'commands', 'commands')
      if (!Array.isArray(given)) return badRequest('commands must be an Array')
      if (given.length > LISTED_AT_MOST) badRequest('BOT_COMMANDS_TOO_MUCH')
      const commands = given.map(readCommand)
      const bytes = commands.reduce((sum, { description }) => sum + Buffer.byteLength(description), 0)
      if (bytes > BYTES_AT_MOST) badRequest('BOT_COMMANDS_TOO_MUCH')
      lists.set(keyOf(payload), commands)
      return true
    },

    delete(payload: Payload): true {
      lists.delete(keyOf(payload))
      return true
    },

    /** Exactly the list of that scope and language; nothing falls back to another one here. */
    get: (payload: Payload): BotCommand[] => lists.get(keyOf(payload)) ?? [],

    /** What a client shows in a private chat: the nearest list that is not empty. */
    shownTo(personId: number, languageCode: string): BotCommand[] {
      return nearest([`chat:${personId}`, 'all_private_chats', 'default'], languageCode)
    },

    /** What it shows in a group. */
    shownIn(chatId: number, personId: number, isAdministrator: boolean, languageCode: string): BotCommand[] {
      const forAdministrators = (...scopes: string[]) => (isAdministrator ? scopes : [])
      const scopes = [
        `chat_member:${chatId}:${personId}`,
        ...forAdministrators(`chat_administrators:${chatId}`),
        `chat:${chatId}`,
        ...forAdministrators('all_chat_administrators'),
        'all_group_chats',
        'default',
      ]
      return nearest(scopes, languageCode)
    },
  }
}

function readCommand(value: unknown): BotCommand {
  if (!isRecord(value)) return badRequest("can't parse BotCommand: expected an Object")
  const command = readText(value, 'command').replace(/^\//, '')
  const description = readText(value, 'description').trim()
  if (!/^[a-z0-9_]{1,32}$/.test(command)) badRequest('BOT_COMMAND_INVALID')
  if (description === '' || [...description].length > 256) badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  return { command, description }
}
