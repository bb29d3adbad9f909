import { GrammyError, HttpError } from 'grammy'

export const TOKEN = '123456789:AAHsecretsecretsecretsecretsecretsecr'

/** Telegram's refusal of a message, as grammY throws it. */
export function refusal(code: number, description: string, parameters = {}): GrammyError {
  return new GrammyError(
    "Call to 'sendMessage' failed!",
    { ok: false, error_code: code, description, parameters },
    'sendMessage',
    { text: 'private' },
  )
}

/** No answer, or none that can be read, as grammY throws it. */
export function broken(fields: Record<string, unknown>): HttpError {
  const cause = Object.assign(
    new Error(`request to https://api.telegram.org/bot${TOKEN}/sendMessage failed`),
    fields,
  )
  return new HttpError("Network request for 'sendMessage' failed!", cause)
}
