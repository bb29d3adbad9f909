import { type Act, may, type Role } from '../editors/authority.ts'
import { COMMANDS, type CommandKey } from '../messages/commands.ts'

/** What a person must be allowed to do to use a command; those that are not here are open to everybody. */
export const NEEDS: Readonly<Partial<Record<CommandKey, Act>>> = { add: 'open-draft' }

/** The commands a role may use, in menu order: the menus, /help and the routing all go by this list. */
export function commandsFor(role: Role): CommandKey[] {
  return COMMANDS.filter((command) => {
    const needs = NEEDS[command]
    return needs === undefined || may(role, needs)
  })
}
