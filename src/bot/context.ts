import type { Context } from 'grammy'
import type { Role } from '../editors/authority.ts'
import type { Wording } from '../messages/fluent.ts'
import type { Reader } from '../readers/reader.ts'

/** What every handler of a private chat finds beside the update. */
export interface Visit {
  readonly chatId: number
  readonly userId: number
  reader: Reader
  wording: Wording
  readonly role: Role
}

export type BotContext = Context & { visit: Visit }
