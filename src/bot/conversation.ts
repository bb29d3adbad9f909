/** One message of a pasted report; the id keeps a message that is handled twice from counting twice. */
export interface PastedPart {
  readonly messageId: number
  readonly text: string
}

/** What the bot has asked a chat and waits to be told. */
export type Dialog =
  | { readonly waitsFor: 'report' }
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
  | { readonly waitsFor: 'title' | 'date' | 'publisher'; readonly draftId: number }
  | { readonly waitsFor: 'time' | 'zone' }

/** What conversations must remember over a restart. Every method is one transaction. */
export interface ConversationStore {
  dialog(chatId: number): Promise<Dialog | null>
  /** One question at a time: a new one replaces the old. */
  ask(chatId: number, dialog: Dialog): Promise<void>
  endDialog(chatId: number): Promise<void>
  /** Keeps the words of a result list so that a button can name them; the same words keep their id. */
  rememberQuery(chatId: number, query: string): Promise<number>
  /** Null when the id is unknown to this chat or has been pruned. */
  rememberedQuery(chatId: number, id: number): Promise<string | null>
  /** Removes queries that were last used before `before` (epoch ms). */
  pruneQueries(before: number): Promise<void>
}
