import { type Api, GrammyError, HttpError } from 'grammy'
import type { Messenger, Outcome, OutgoingMessage } from '../deliveries/messenger.ts'
import { meaningOf } from './refusals.ts'

/** Errors that come before anything has been sent. All others may come after. */
const NOT_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|CERT_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|\w+_CERT\w*|\w*SELF_SIGNED\w*|UND_ERR_CONNECT_TIMEOUT)$/

/** What a wait lasts when Telegram asks for one without saying how long. */
const UNTOLD_WAIT_SECONDS = 5

type SendMessage = Parameters<Api['sendMessage']>
type Extras = NonNullable<SendMessage[2]>

/**
 * Sends through the Bot API. Errors are read here and go no further: they hold the token and the text.
 * The API must not repeat calls by itself, and must give them up in less time than a delivery's lease.
 *
 * @param paidBroadcast whether to pay for going beyond the free rate
 */
export function createTelegramMessenger(
  api: Pick<Api, 'sendMessage'>,
  { paidBroadcast }: { paidBroadcast: boolean },
): Messenger {
  const flood = createFloodScope()
  return {
    async send(message) {
      const begun = flood.begin()
      try {
        const { message_id: messageId } = await api.sendMessage(
          message.chatId,
          message.text,
          extrasOf(message, paidBroadcast),
        )
        flood.delivered(begun)
        return { kind: 'delivered', messageId }
      } catch (error) {
        const outcome = readOutcome(error)
        return outcome.kind === 'later' ? { ...outcome, scope: flood.refused(message.chatId) } : outcome
      }
    },
  }
}

function extrasOf(message: OutgoingMessage, paidBroadcast: boolean): Extras {
  const extras: Extras = { link_preview_options: { is_disabled: true } }
  if (message.format === 'html') extras.parse_mode = 'HTML'
  if (message.threadId !== null) extras.message_thread_id = message.threadId
  if (message.silent) extras.disable_notification = true
  if (paidBroadcast) extras.allow_paid_broadcast = true
  if (message.replyTo !== undefined) {
    extras.reply_parameters = { message_id: message.replyTo, allow_sending_without_reply: true }
  }
  if (message.buttons.length > 0) {
    extras.reply_markup = {
      inline_keyboard: message.buttons.map((row) =>
        row.map((button) =>
          'url' in button
            ? { text: button.label, url: button.url }
            : { text: button.label, callback_data: button.data },
        ),
      ),
    }
  }
  return extras
}

/** What an error of grammY means for the message. */
export function readOutcome(error: unknown): Outcome {
  if (error instanceof GrammyError) return readRefusal(error)
  const code = error instanceof HttpError ? networkCode(error.error) : null
  if (code === null) return { kind: 'unknown', description: 'no valid answer' }
  return { kind: NOT_SENT.test(code) ? 'unreachable' : 'unknown', description: code }
}

function readRefusal({ error_code: code, description: text, parameters }: GrammyError): Outcome {
  const description = `${code} ${text}`
  const { migrate_to_chat_id: newId } = parameters
  if (newId !== undefined) return { kind: 'moved', chatId: newId }
  const meaning = meaningOf(code, text)
  switch (meaning.kind) {
    case 'later':
      return { kind: 'later', seconds: retryAfter(text, parameters.retry_after), scope: 'chat' }
    case 'moved':
      // Without the new id there is nowhere to go.
      return { kind: 'refused', description }
    case 'gone':
    case 'paused':
      return meaning
    default:
      return { kind: meaning.kind, description }
  }
}

function retryAfter(text: string, seconds: number | undefined): number {
  const told = seconds ?? Number(/retry after (\d+)/.exec(text)?.[1] ?? Number.NaN)
  return Number.isFinite(told) && told > 0 ? told : UNTOLD_WAIT_SECONDS
}

/** The system's code of a network error (clients hide it at different depths). */
function networkCode(error: unknown, depth = 0): string | null {
  if (typeof error !== 'object' || error === null || depth > 4) return null
  const { code, errno, syscall, cause } = error as Record<string, unknown>
  const own = typeof code === 'string' ? code : typeof errno === 'string' ? errno : null
  if (own === 'ETIMEDOUT' && syscall === 'connect') return 'UND_ERR_CONNECT_TIMEOUT'
  return own ?? networkCode(cause, depth + 1)
}

/**
 * A 429 does not say whose limit it was. One chat alone is taken to be that chat's own; when a second one is
 * refused, it is everybody's, unless a message that was begun after the first refusal has arrived: that proves that
 * not everybody is held. What was on its way already proves nothing.
 */
function createFloodScope() {
  let messages = 0
  let last: { readonly chatId: number; readonly after: number } | null = null
  return {
    /** The number of the message that is sent now. */
    begin: (): number => ++messages,
    delivered(begun: number): void {
      if (last !== null && begun > last.after) last = null
    },
    refused(chatId: number): 'chat' | 'global' {
      const scope = last === null || last.chatId === chatId ? 'chat' : 'global'
      last = { chatId, after: messages }
      return scope
    },
  }
}
