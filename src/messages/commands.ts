import type { Wording } from './fluent.ts'

/** The commands, in the order of the menu; `add` belongs to editors, `runs` and `why` to owners. */
export const COMMANDS = [
  'start',
  'latest',
  'search',
  'digest',
  'day',
  'subscribe',
  'unsubscribe',
  'settings',
  'help',
  'privacy',
  'forget',
  'add',
  'feeds',
  'drafts',
  'edit',
  'retract',
  'history',
  'undo',
  'alert',
  'stats',
  'export',
  'runs',
  'why',
  'editors',
  'audit',
] as const

export type CommandKey = (typeof COMMANDS)[number]

/** What the command menu and /help say about a command. */
export function commandDescription(wording: Wording, command: CommandKey): string {
  return wording.text(`command-${command}`)
}
