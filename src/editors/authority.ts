/** What a person is to this instance. */
export type Role = 'owner' | 'editor' | 'reader'

/** What only some may do; everything else is open to every reader. */
export type Act = 'open-draft' | 'revise-draft' | 'publish' | 'discard' | 'see-ranking' | 'govern-deliveries'

const ALLOWED: Readonly<Record<Role, readonly Act[]>> = {
  owner: ['open-draft', 'revise-draft', 'publish', 'discard', 'see-ranking', 'govern-deliveries'],
  editor: ['open-draft', 'revise-draft', 'publish', 'discard'],
  reader: [],
}

/** The one place of authority: who may do what, for commands, buttons and texts alike. */
export function may(role: Role, act: Act): boolean {
  return ALLOWED[role].includes(act)
}
