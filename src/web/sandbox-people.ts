import type { SandboxPerson } from './sandbox.ts'

/** The bot of the sandbox; its token opens nothing. */
export const SANDBOX_BOT = { botName: 'موجز', username: 'MujazBot' } as const
export const SANDBOX_TOKEN = '1:sandbox'

/**
 * Who can be played in the sandbox. Ids of people have at most 52 bits and are given from below: these, near the
 * top, are nobody's, so what the sandbox has left in a store can be told from real readers.
 */
export const SANDBOX_PEOPLE: readonly SandboxPerson[] = [
  { id: 4_500_000_000_000_001, name: 'قارئ', role: 'reader', languageCode: 'ar' },
  { id: 4_500_000_000_000_002, name: 'مالك', role: 'owner', languageCode: 'ar' },
]

export const SANDBOX_OWNERS: readonly number[] = SANDBOX_PEOPLE.flatMap(({ id, role }) =>
  role === 'owner' ? [id] : [],
)
