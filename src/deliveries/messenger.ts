import type { RenderedButton } from '../messages/rendered.ts'
import type { ChatAddress, StopReason } from '../readers/reader.ts'

/** One message on its way out. */
export interface OutgoingMessage extends ChatAddress {
  readonly text: string
  /** Telegram's HTML, or plain text when Telegram refuses the markup. */
  readonly format: 'html' | 'plain'
  /** Without a sound. */
  readonly silent: boolean
  /** Rows as clients lay them out; empty for none. */
  readonly buttons: readonly (readonly RenderedButton[])[]
  /** The message that this one answers; it is sent all the same where that one is gone. */
  readonly replyTo?: number
}

/**
 * What became of one attempt to send one message. Descriptions are Telegram's words or ours, never secrets.
 * docs/operations.md has the table of Telegram's answers; the messenger reads them by it.
 */
export type Outcome =
  | { readonly kind: 'delivered'; readonly messageId: number }
  /** Flood control: certainly not delivered; not before `seconds` have passed, for this chat or for all. */
  | { readonly kind: 'later'; readonly seconds: number; readonly scope: 'chat' | 'global' }
  /** A group became a supergroup and has another id. */
  | { readonly kind: 'moved'; readonly chatId: number }
  /** The chat cannot be reached any more; certain. */
  | { readonly kind: 'gone'; readonly reason: StopReason }
  /** The chat is there, but the bot may not write: whoever set it up can change that. */
  | { readonly kind: 'paused'; readonly reason: StopReason }
  /** The markup was refused: send again without. */
  | { readonly kind: 'plain'; readonly description: string }
  /** Refused for a reason that we do not know; not delivered. */
  | { readonly kind: 'refused'; readonly description: string }
  /** No answer, or a broken one: it may have been delivered. */
  | { readonly kind: 'unknown'; readonly description: string }
  /** Nothing was sent: no name, no route, nobody listening. */
  | { readonly kind: 'unreachable'; readonly description: string }
  /** The token is not valid any more. */
  | { readonly kind: 'stopped'; readonly description: string }

/** The way out to the readers. */
export interface Messenger {
  /** Sends one message; every failure is an outcome, it never rejects. */
  send(message: OutgoingMessage): Promise<Outcome>
}
