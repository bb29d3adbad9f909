import type { ChangeDialog } from './editor/change-dialogs.ts'
import type { SubscriptionDialog } from './reader/settings/dialog.ts'

/** One message of a pasted report; the id keeps a message that is handled twice from counting twice. */
export interface PastedPart {
  readonly messageId: number
  readonly text: string
}

/** What the bot has asked somebody and waits to be told. */
export type Dialog =
  | { readonly waitsFor: 'report' }
  /** The address of a feed that is to be added. */
  | { readonly waitsFor: 'feed' }
  /** Who is to be appointed. */
  | { readonly waitsFor: 'editor' }
  /** Drafts have been made of a long text; what follows at once is the rest that the client has cut off. */
  | {
      readonly waitsFor: 'rest'
      readonly parts: readonly PastedPart[]
      /** When the last part was sent, epoch seconds. */
      readonly sentAt: number
      readonly draftIds: readonly number[]
      /** The messages that show the drafts. */
      readonly cards: readonly number[]
    }
  | {
      readonly waitsFor: 'title' | 'date' | 'publisher'
      readonly draftId: number
      /** The messages that show the draft and the question; null where there is none. */
      readonly card: number | null
      readonly question: number | null
    }
  | ChangeDialog
  | SubscriptionDialog

/** Who is asked, and where; a visit is one. In chats of several people each is asked by themselves. */
export interface Asked {
  readonly chatId: number
  readonly threadId: number | null
  readonly userId: number
}

/** What conversations must remember over a restart. Every method is one transaction. */
export interface ConversationStore {
  dialog(asked: Asked): Promise<Dialog | null>
  /** Who was asked last in this chat or topic; null when nobody is. */
  lastAsked(place: Pick<Asked, 'chatId' | 'threadId'>): Promise<Asked | null>
  /** One question at a time: a new one replaces the old. */
  ask(asked: Asked, dialog: Dialog): Promise<void>
  endDialog(asked: Asked): Promise<void>
  /** Keeps the words of a result list so that a button can name them; the same words keep their id. */
  rememberQuery(chatId: number, query: string): Promise<number>
  /** Null when the id is unknown to this chat or has been pruned. */
  rememberedQuery(chatId: number, id: number): Promise<string | null>
  /** Removes queries that were last used before `before` (epoch ms). */
  pruneQueries(before: number): Promise<void>
}
