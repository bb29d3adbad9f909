import type { Language } from '../messages/language.ts'
import type { ChatAddress, ChatKind, Reader, StopReason } from './reader.ts'
import type { Subscription } from './subscription.ts'

/** Where readers are kept. Every method is one transaction; ids are readers', not chats'. */
export interface ReaderStore {
  /** The reader of this chat or topic, made with `language` when it is new. */
  ensure(address: ChatAddress, about: { language: Language; kind: ChatKind }): Promise<Reader>
  byId(id: number): Promise<Reader | null>
  byAddress(address: ChatAddress): Promise<Reader | null>
  /** The chat and all its topics that are readers, the chat itself first. */
  ofChat(chatId: number): Promise<Reader[]>
  setLanguage(id: number, language: Language): Promise<void>
  /** @param setBy the person who chose this */
  subscribe(id: number, subscription: Subscription, setBy: number): Promise<void>
  /** Ends the subscription and cancels deliveries that wait; the cursor stays. */
  unsubscribe(id: number): Promise<void>
  stop(id: number, reason: StopReason): Promise<void>
  /** The reader is back: deliveries may go out again. */
  resume(id: number): Promise<void>
  /** Stops the chat and all its topics. */
  stopChat(chatId: number, reason: StopReason): Promise<void>
  /** A group became a supergroup: its readers and what waits for them go to the new chat; what is there already stays. */
  moveChat(from: number, to: number): Promise<void>
  /** Erases everything about the reader: subscription, deliveries; with a chat's last reader also dialogs and searches. */
  forget(id: number): Promise<void>
  count(): Promise<{ readers: number; subscribed: number; stopped: number }>
}
