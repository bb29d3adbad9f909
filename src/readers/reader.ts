import type { Language } from '../messages/language.ts'

/** Why a reader receives nothing at present; null while everything is well. */
export type StopReason = 'blocked' | 'deactivated' | 'chat_gone' | 'no_rights'

/** A chat that uses the bot. */
export interface Reader {
  readonly id: number
  readonly chatId: number
  readonly language: Language
  /** The id of the newest article in the last confirmed digest; null before the first one. */
  readonly cursor: number | null
  readonly stopped: StopReason | null
  readonly subscription: Subscription | null
}

/** When a reader wants the digest. */
export interface Subscription {
  /** Minutes after local midnight, 0 to 1439. */
  readonly minuteOfDay: number
  /** IANA name. */
  readonly zone: string
  /** When the next digest is due, epoch milliseconds. */
  readonly nextDueAt: number
}
