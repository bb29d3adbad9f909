import { type Api, GrammyError } from 'grammy'

/** One call that would have gone to Telegram. */
export interface Call {
  readonly method: 'sendMessage' | 'editMessageText'
  readonly chatId: number
  readonly messageId: number
  readonly text: string
  readonly silent: boolean
  readonly buttons: readonly string[]
}

/** How Telegram refuses. */
export function refusal(code: number, description: string, retryAfter?: number): GrammyError {
  const parameters = retryAfter === undefined ? {} : { retry_after: retryAfter }
  return new GrammyError('refused', { ok: false, error_code: code, description, parameters }, 'method', {})
}

interface Options {
  readonly disable_notification?: boolean
  readonly reply_markup?: { inline_keyboard: { callback_data: string }[][] }
}

/** Two methods of the Bot API that keep what they were called with; the test answers with an error where it wants. */
export function createRecordedApi(answer: (call: Call, nth: number) => Error | null = () => null) {
  const calls: Call[] = []
  let lastId = 100

  function take(call: Call): Call {
    calls.push(call)
    const error = answer(call, calls.length)
    if (error !== null) throw error
    return call
  }
  const call = (method: Call['method'], chatId: number, messageId: number, text: string, options: Options) =>
    take({
      method,
      chatId,
      messageId,
      text,
      silent: options.disable_notification === true,
      buttons: (options.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.callback_data),
    })

  const api = {
    async sendMessage(chatId: number, text: string, options: Options) {
      lastId += 1
      return { message_id: call('sendMessage', chatId, lastId, text, options).messageId }
    },
    async editMessageText(chatId: number, messageId: number, text: string, options: Options) {
      call('editMessageText', chatId, messageId, text, options)
      return true
    },
  }
  return { api: api as unknown as Pick<Api, 'sendMessage' | 'editMessageText'>, calls }
}
