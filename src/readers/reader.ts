import type { Language } from '../messages/language.ts'
import type { Subscription } from './subscription.ts'

/**
 * Why a reader receives nothing at present; null while everything is well. The last two are pauses: the chat is
 * there, and whoever set the subscription up can put it right.
 */
export type StopReason = 'blocked' | 'deactivated' | 'chat_gone' | 'no_rights' | 'topic_closed'

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel'

/** Where messages go: a chat, or one topic of a forum. */
export interface ChatAddress {
  readonly chatId: number
  /** `message_thread_id` of a forum's topic; null is the chat itself (and a forum's general topic). */
  readonly threadId: number | null
}

/** A chat, or one topic of a forum, that uses the bot. */
export interface Reader extends ChatAddress {
  readonly id: number
  readonly kind: ChatKind
  readonly language: Language
  /** The id of the newest article in the last confirmed digest; null before the first one. */
  readonly cursor: number | null
  readonly stopped: StopReason | null
  /** The person who set up the subscription, told when it has to pause; null where nobody did. */
  readonly setBy: number | null
  readonly subscription: Subscription | null
}
