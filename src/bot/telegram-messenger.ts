import { type Api, GrammyError, HttpError } from 'grammy'
import type { Messenger, Outcome } from '../deliveries/messenger.ts'
import type { StopReason } from '../readers/reader.ts'

/** A request that takes longer is given up; whether it arrived is then unknown. */
const TIMEOUT_MS = 30_000

/** Refusals that are certain to last. A text that is not here never stops a reader. */
const GONE: ReadonlyMap<string, StopReason> = new Map([
  ['403 Forbidden: bot was blocked by the user', 'blocked'],
  ['403 Forbidden: user is deactivated', 'deactivated'],
  ["403 Forbidden: bot can't initiate conversation with a user", 'blocked'],
  ["403 Forbidden: the bot can't send messages to the bot", 'chat_gone'],
  ['400 Bad Request: chat not found', 'chat_gone'],
  ['403 Forbidden: the group chat was deleted', 'chat_gone'],
  ...['group', 'supergroup', 'channel'].flatMap((kind): [string, StopReason][] => [
    [`403 Forbidden: bot was kicked from the ${kind} chat`, 'chat_gone'],
    [`403 Forbidden: bot is not a member of the ${kind} chat`, 'chat_gone'],
  ]),
  ['400 Bad Request: need administrator rights in the channel chat', 'no_rights'],
  ['400 Bad Request: not enough rights to send text messages to the chat', 'no_rights'],
  ['400 Bad Request: message thread not found', 'no_rights'],
  ['400 Bad Request: TOPIC_CLOSED', 'no_rights'],
])

/** Markup that Telegram cannot read, or that makes the raw text too long: without it the text may pass. */
const MARKUP = /^Bad Request: (?:can't parse entities|text is too long)/

/** Errors that come before anything has been sent. All others may come after. */
const NOT_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|CERT_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|\w+_CERT\w*|\w*SELF_SIGNED\w*|UND_ERR_CONNECT_TIMEOUT)$/

/** Sends through the Bot API. Errors are read here and go no further: they hold the token and the text. */
export function createTelegramMessenger(api: Pick<Api, 'sendMessage'>): Messenger {
  const scopeOf = createFloodScope()
  return {
    async send(chatId, text, format = 'html') {
      try {
        const message = await api.sendMessage(
          chatId,
          text,
          {
            link_preview_options: { is_disabled: true },
            ...(format === 'html' ? { parse_mode: 'HTML' } : {}),
          },
          AbortSignal.timeout(TIMEOUT_MS) as Parameters<Api['sendMessage']>[3],
        )
        scopeOf.delivered()
        return { kind: 'delivered', messageId: message.message_id }
      } catch (error) {
        const outcome = readOutcome(error)
        return outcome.kind === 'wait' ? { ...outcome, scope: scopeOf.refused(chatId) } : outcome
      }
    },
  }
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
  if (code === 401) return { kind: 'stopped', description }
  if (code === 429) return { kind: 'wait', seconds: retryAfter(text, parameters.retry_after), scope: 'chat' }
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: 'moved', chatId: parameters.migrate_to_chat_id }
  const reason = GONE.get(description)
  if (reason !== undefined) return { kind: 'gone', reason }
  if (code === 400 && MARKUP.test(text)) return { kind: 'plain-needed', description }
  // A path that does not exist is a wrong address of the server: nobody gets anything, and nobody is at fault.
  if (code === 404) return { kind: 'unreachable', description }
  return { kind: code >= 400 && code < 500 ? 'refused' : 'unknown', description }
}

function retryAfter(text: string, seconds: number | undefined): number {
  const told = seconds ?? Number(/retry after (\d+)/.exec(text)?.[1] ?? Number.NaN)
  return Number.isFinite(told) && told > 0 ? told : 5
}

/** The system's code of a network error (node-fetch and undici hide it at different depths). */
function networkCode(error: unknown, depth = 0): string | null {
  if (typeof error !== 'object' || error === null || depth > 4) return null
  const { code, errno, syscall, cause } = error as Record<string, unknown>
  const own = typeof code === 'string' ? code : typeof errno === 'string' ? errno : null
  if (own === 'ETIMEDOUT' && syscall === 'connect') return 'UND_ERR_CONNECT_TIMEOUT'
  return own ?? networkCode(cause, depth + 1)
}

/**
 * A 429 does not say whose limit it was. One chat alone is taken to be that chat's own; when a second one is
 * refused and nothing was delivered in between, it is everybody's.
 */
function createFloodScope(): { delivered(): void; refused(chatId: number): 'chat' | 'global' } {
  let last: number | null = null
  return {
    delivered() {
      last = null
    },
    refused(chatId) {
      const scope = last === null || last === chatId ? 'chat' : 'global'
      last = chatId
      return scope
    },
  }
}
