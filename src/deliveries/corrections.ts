import type { Correction } from '../articles/article-changes.ts'
import type { Language } from '../messages/language.ts'
import type { Rendered } from '../messages/rendered.ts'
import type { ChatAddress, StopReason } from '../readers/reader.ts'
import type { DigestLength, Preferences } from '../readers/subscription.ts'
import type { Outcome } from './messenger.ts'

/** How a reader who has received a report learns of its correction; `gone` cannot be reached any more. */
export type AmendmentEnd = 'edited' | 'replied' | 'gone' | 'failed'
export type AmendmentState = 'pending' | AmendmentEnd

/** An edition as it was sent, and what holds now about each of its articles of which readers are told anything. */
export interface AmendedEdition extends Rendered {
  readonly id: number
  readonly language: Language
  readonly length: DigestLength
  readonly corrections: readonly Correction[]
}

/** One correction on its way to one reader: the delivery that brought the report, and what is to be told. */
export interface Amendment extends ChatAddress {
  readonly id: number
  readonly readerId: number
  readonly deliveryId: number
  readonly correction: Correction
  readonly edition: AmendedEdition
  /** Of the parts of the edition, in order. */
  readonly messageIds: readonly number[]
  /** Counted attempts so far. */
  readonly attempts: number
  /** Why the reader gets nothing at present. */
  readonly stopped: StopReason | null
  /** Whether the delivery came without a sound. */
  readonly silent: boolean
  /** What the reader has chosen; null without a subscription. */
  readonly preferences: Preferences | null
}

/** Amendments on their way. Every method is one transaction; what is not there any more is passed over. */
export interface AmendmentStore {
  /** Up to `limit` that may be worked off now, the longest due first; those in `except` are being worked off. */
  due(now: number, limit: number, except: readonly number[]): Promise<Amendment[]>
  settle(id: number, end: { state: AmendmentEnd; reason: string | null }, now: number): Promise<void>
  /** Tried again at `at`. */
  later(id: number, again: { at: number; attempts: number; reason: string | null }): Promise<void>
  /** When there is something to do next; null when nothing waits. */
  nextAt(): Promise<number | null>
  counts(): Promise<Record<AmendmentState, number>>
}

/** What became of an attempt to edit a message; all other outcomes are those of sending. */
export type EditOutcome =
  /** The message says so now, or said so already. */
  | { readonly kind: 'edited' }
  /** Telegram does not let this message be edited, for good. */
  | { readonly kind: 'not-editable'; readonly description: string }
  | Exclude<Outcome, { kind: 'delivered' | 'plain' | 'refused' }>

/** Changes messages that have been sent. Every failure is an outcome, it never rejects. */
export interface Amender {
  edit(message: {
    readonly chatId: number
    readonly messageId: number
    /** Telegram HTML. */
    readonly html: string
    readonly buttons: Rendered['buttons']
  }): Promise<EditOutcome>
}

/** What a reader is told: the part of the edition as it should read, and a message where it cannot be changed. */
export interface AmendmentText {
  /** Null where the edition holds no place for it, or the text has become too long for one message. */
  readonly part: { readonly index: number; readonly html: string } | null
  /** Telegram HTML of a short message. */
  readonly reply: string
}

/** Writes the text of an amendment; bot/ knows how. */
export type RenderAmendment = (amendment: Pick<Amendment, 'correction' | 'edition'>) => Promise<AmendmentText>
