import type { Context } from 'grammy'
import type { Role } from '../editors/authority.ts'
import type { Wording } from '../messages/fluent.ts'
import type { ChatAddress, ChatKind, Reader } from '../readers/reader.ts'

/** What every handler finds beside the update: where it is, who acts, and what they may do. */
export interface Visit {
  readonly address: ChatAddress
  readonly kind: ChatKind
  readonly chatId: number
  /** A topic of a forum; null for the chat itself. */
  readonly threadId: number | null
  /** The person; the chat's own id where Telegram does not say who: an anonymous administrator, a channel's post. */
  readonly userId: number
  reader: Reader
  wording: Wording
  /** What they are to this instance; in chats of several people everybody is a reader. */
  readonly role: Role
  /** Whether they may change the reader's settings: in chats of several people only administrators may. */
  readonly mayChange: boolean
}

export type BotContext = Context & { visit: Visit }
