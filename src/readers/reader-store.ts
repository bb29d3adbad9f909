import type { Language } from '../messages/language.ts'
import type { Reader, StopReason, Subscription } from './reader.ts'

/** Where readers are kept. Every method is one transaction. */
export interface ReaderStore {
  /** The reader of this chat, made with `language` when it is new. */
  ensure(chatId: number, language: Language): Promise<Reader>
  byChat(chatId: number): Promise<Reader | null>
  setLanguage(chatId: number, language: Language): Promise<void>
  subscribe(chatId: number, subscription: Subscription): Promise<void>
  /** Ends the subscription and cancels deliveries that wait; the cursor stays. */
  unsubscribe(chatId: number): Promise<void>
  stop(chatId: number, reason: StopReason): Promise<void>
  /** The reader is back: deliveries may go out again. */
  resume(chatId: number): Promise<void>
  /** Erases everything about the chat: reader, subscription, deliveries, dialog, remembered searches. */
  forget(chatId: number): Promise<void>
  count(): Promise<{ readers: number; subscribed: number; stopped: number }>
}
