import { type Act, may, type Role } from '../editors/authority.ts'
import { COMMANDS, type CommandKey } from '../messages/commands.ts'

/** What a person must be allowed to do to use a command; those that are not here are open to everybody. */
export const NEEDS: Readonly<Partial<Record<CommandKey, Act>>> = {
  add: 'open-draft',
  drafts: 'open-draft',
  edit: 'edit-article',
  retract: 'retract',
  history: 'edit-article',
  undo: 'undo',
  alert: 'send-alert',
  stats: 'see-statistics',
  export: 'export',
  feeds: 'manage-feeds',
  runs: 'govern-deliveries',
  why: 'govern-deliveries',
  editors: 'appoint',
  audit: 'read-audit',
}

/** Who may use a command or a button where several people read: everybody who sees it, or administrators. */
export type GroupUse = 'everybody' | 'administrators'

/** What works in groups and channels; the rest works in private chats only. */
export const GROUP_USE: Readonly<Partial<Record<CommandKey, GroupUse>>> = {
  start: 'everybody',
  latest: 'everybody',
  search: 'everybody',
  digest: 'everybody',
  day: 'everybody',
  subscribe: 'administrators',
  unsubscribe: 'administrators',
  settings: 'administrators',
  help: 'everybody',
  privacy: 'everybody',
  forget: 'administrators',
}

/** The commands of a chat of several people, in menu order. */
export function groupCommands(mayChange: boolean): CommandKey[] {
  return COMMANDS.filter((command) => {
    const use = GROUP_USE[command]
    return use === 'everybody' || (use === 'administrators' && mayChange)
  })
}

/** The commands a role may use in a private chat, in menu order: menus, /help and the routing go by this list. */
export function commandsFor(role: Role): CommandKey[] {
  return COMMANDS.filter((command) => {
    const needs = NEEDS[command]
    return needs === undefined || may(role, needs)
  })
}
