/** What a person is to this instance. */
export type Role = 'owner' | 'editor' | 'reader'

/** What the desk does every day. */
const DESK = [
  'open-draft',
  'revise-draft',
  'publish',
  'discard',
  'edit-article',
  'retract',
  'undo',
  'send-alert',
  'manage-feeds',
  'see-statistics',
  'export',
] as const

/** What concerns the instance and its people. */
const HOUSE = ['see-ranking', 'govern-deliveries', 'appoint', 'read-audit'] as const

/** What only some may do; everything else is open to every reader. */
export type Act = (typeof DESK)[number] | (typeof HOUSE)[number]

const ALLOWED: Readonly<Record<Role, readonly Act[]>> = {
  owner: [...DESK, ...HOUSE],
  editor: DESK,
  reader: [],
}

/** The one place of authority: who may do what, for commands, buttons, files, texts and inline use alike. */
export function may(role: Role, act: Act): boolean {
  return ALLOWED[role].includes(act)
}
