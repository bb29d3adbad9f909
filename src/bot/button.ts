import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Language } from '../messages/language.ts'
import type { RenderedButton } from '../messages/rendered.ts'

/** What a button means: an action and its arguments, as they travel in at most 64 bytes of callback data. */
export interface Press {
  readonly action: string
  readonly args: readonly string[]
}

export interface Button {
  readonly label: string
  /** What the press means, or the address it opens. */
  readonly does: Press | { readonly url: string }
}

const DATA_LIMIT = 64

export function press(action: string, ...args: readonly (string | number)[]): Press {
  return { action, args: args.map(String) }
}

/** @throws RangeError for data that Telegram would refuse: a programming error, arguments are ids and short names */
export function encodePress({ action, args }: Press): string {
  const data = [action, ...args].join(':')
  if (Buffer.byteLength(data) > DATA_LIMIT) throw new RangeError(`Button data too long: ${data}`)
  return data
}

/** Callback data comes from outside: whatever it holds, the result is an action name and short strings. */
export function decodePress(data: string): Press {
  const [action = '', ...args] = data.slice(0, DATA_LIMIT).split(':')
  return { action, args }
}

/** A whole number from an argument of a press, or null. */
export function numberAt(args: readonly string[], index: number): number | null {
  const text = args[index] ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

/**
 * Lays buttons out in reading order. Clients place the buttons of a row from left to right whatever the
 * language (tdlib/telegram-bot-api issue 882), so rows are reversed for Arabic.
 */
export function keyboard(language: Language, rows: readonly (readonly Button[])[]): InlineKeyboardMarkup {
  return {
    inline_keyboard: rows
      .filter((row) => row.length > 0)
      .map((row) => (language === 'ar' ? row.toReversed() : [...row]).map(toTelegram)),
  }
}

/** A keyboard that was laid out before it was stored. */
export function renderedKeyboard(rows: readonly (readonly RenderedButton[])[]): InlineKeyboardMarkup {
  return {
    inline_keyboard: rows.map((row) =>
      row.map((button) =>
        'url' in button
          ? { text: button.label, url: button.url }
          : { text: button.label, callback_data: button.data },
      ),
    ),
  }
}

function toTelegram({ label, does }: Button): InlineKeyboardButton {
  return 'url' in does ? { text: label, url: does.url } : { text: label, callback_data: encodePress(does) }
}
