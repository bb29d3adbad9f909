import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import { badRequest } from './answer.ts'
import { isRecord, type Payload, readStructure } from './fields.ts'
import { checkLink } from './link.ts'

/** What came as reply_markup: nothing, buttons under the message, or something for the keyboard of the phone. */
export type ReplyMarkup = InlineKeyboardMarkup | 'other' | null

const BUTTONS_IN_ROW = 12
const BUTTONS_IN_ALL = 100
const BYTES_IN_ALL = 10_240
const OTHER_KINDS = ['keyboard', 'remove_keyboard', 'force_reply']
/** Actions of buttons that nothing here acts on, but that Telegram takes. */
const PASSED_ON = [
  'copy_text',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'web_app',
  'login_url',
]

/** Reads reply_markup and refuses what Telegram refuses. */
export function readReplyMarkup(payload: Payload): ReplyMarkup {
  const markup = readStructure(payload, 'reply_markup', 'reply keyboard markup')
  if (markup === undefined) return null
  if (!isRecord(markup)) return badRequest('object expected as reply markup')
  if (OTHER_KINDS.some((kind) => kind in markup)) return 'other'
  const rows = markup['inline_keyboard']
  if (rows === undefined) return null
  if (!Array.isArray(rows)) return badRequest('field "inline_keyboard" must be of type Array')
  const keyboard = rows.map(readRow).filter((row) => row.length > 0)
  const tooMany = keyboard.flat().length > BUTTONS_IN_ALL
  if (tooMany || Buffer.byteLength(JSON.stringify(keyboard)) > BYTES_IN_ALL) {
    badRequest('reply markup is too long')
  }
  return keyboard.length === 0 ? null : { inline_keyboard: keyboard }
}

/** The markup of an edit: buttons or nothing. */
export function readInlineMarkup(payload: Payload): InlineKeyboardMarkup | null {
  const markup = readReplyMarkup(payload)
  return markup === 'other' ? badRequest('inline keyboard expected') : markup
}

function readRow(row: unknown): InlineKeyboardButton[] {
  if (!Array.isArray(row)) return badRequest("can't parse inline keyboard button: expected an Array")
  const buttons = row.map(readButton).filter((button) => button.text !== '')
  return buttons.slice(0, BUTTONS_IN_ROW)
}

function readButton(button: unknown): InlineKeyboardButton {
  const fault = "can't parse inline keyboard button"
  if (!isRecord(button)) return badRequest(`${fault}: expected an Object`)
  const { text, url, callback_data: data, style } = button
  if (typeof text !== 'string') return badRequest(`${fault}: field "text" must be of type String`)
  const look = { text, ...(typeof style === 'string' ? { style } : {}) } as { text: string }
  if (typeof url === 'string' && url !== '') {
    const link = checkLink(url)
    if ('url' in link) return { ...look, url: link.url }
    return badRequest(`inline keyboard button URL '${url}' is invalid: ${link.error}`)
  }
  if (typeof data === 'string' && data !== '') {
    if (Buffer.byteLength(data) > 64) badRequest('BUTTON_DATA_INVALID')
    return { ...look, callback_data: data }
  }
  const other = PASSED_ON.find((name) => name in button)
  if (other === undefined) return badRequest(`${fault}: Text buttons are unallowed in the inline keyboard`)
  return { ...look, [other]: button[other] } as unknown as InlineKeyboardButton
}
