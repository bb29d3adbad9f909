/** What an editor has named to be read: the page at an address, or a file they have sent. */
export type Asked =
  | { readonly kind: 'page'; readonly url: string }
  | {
      readonly kind: 'file'
      /** Telegram's. */
      readonly fileId: string
      readonly name: string
      readonly mediaType: string | null
    }

/** A page or a file that is being read. */
export interface Reading {
  readonly id: number
  /** Names the message that asked for it. */
  readonly source: string
  readonly asked: Asked
  readonly chatId: number
  readonly editorId: number
  /** The message that says so, and that becomes the card; null until it has been sent. */
  readonly noteId: number | null
}

/** Readings outlive restarts: each is stored before it begins, and finished when its drafts are stored and shown. */
export interface ReadingStore {
  /** The same source again gives the reading that is there; null when it was finished before. */
  begin(reading: Omit<Reading, 'id' | 'noteId'>): Promise<Reading | null>
  note(id: number, noteId: number): Promise<void>
  /** In the order in which they were asked for. */
  unfinished(): Promise<Reading[]>
  finish(id: number): Promise<void>
}
