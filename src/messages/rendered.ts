/** A button whose meaning is settled: as Telegram takes it. */
export type RenderedButton =
  | { readonly label: string; readonly data: string }
  | { readonly label: string; readonly url: string }

/** Messages that can be stored and sent later, just as they are. */
export interface Rendered {
  /** Telegram HTML, one message each. */
  readonly parts: readonly string[]
  /** Rows as clients lay them out, below the last part. */
  readonly buttons: readonly (readonly RenderedButton[])[]
}
