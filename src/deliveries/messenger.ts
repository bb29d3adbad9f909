import type { StopReason } from '../readers/reader.ts'

/** How a message is written: Telegram's HTML, or plain text when Telegram refuses the markup. */
export type TextFormat = 'html' | 'plain'

/** What became of one attempt to send one message. Descriptions are Telegram's words or ours, never secrets. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly messageId: number }
  /** Flood control: certainly not delivered; not before `seconds` have passed, for this chat or for all. */
  | { readonly kind: 'wait'; readonly seconds: number; readonly scope: 'chat' | 'global' }
  /** The chat cannot be reached any more; certain. */
  | { readonly kind: 'gone'; readonly reason: StopReason }
  /** A group became a supergroup and has another id. */
  | { readonly kind: 'moved'; readonly chatId: number }
  /** The markup was refused. */
  | { readonly kind: 'plain-needed'; readonly description: string }
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
  send(chatId: number, text: string, format?: TextFormat): Promise<Outcome>
}
