import { GrammyError, HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import { createTelegramMessenger, readOutcome } from '../../src/bot/telegram-messenger.ts'
import type { Outcome } from '../../src/deliveries/messenger.ts'

const TOKEN = '123456789:AAHsecretsecretsecretsecretsecretsecr'

function refusal(code: number, description: string, parameters = {}): GrammyError {
  return new GrammyError(
    "Call to 'sendMessage' failed!",
    { ok: false, error_code: code, description, parameters },
    'sendMessage',
    { text: 'private' },
  )
}

function broken(fields: Record<string, unknown>): HttpError {
  const cause = Object.assign(
    new Error(`request to https://api.telegram.org/bot${TOKEN}/sendMessage failed`),
    fields,
  )
  return new HttpError("Network request for 'sendMessage' failed!", cause)
}

/** telegram.md, section 2, as far as it concerns sending a text. */
const REFUSALS: readonly [number, string, Partial<Outcome>, object?][] = [
  [429, 'Too Many Requests: retry after 17', { kind: 'wait', seconds: 17 }, { retry_after: 17 }],
  [429, 'Too Many Requests: retry after 10072', { kind: 'wait', seconds: 10_072 }, { retry_after: 10_072 }],
  [429, 'Too Many Requests: retry after 9', { kind: 'wait', seconds: 9 }],
  [429, 'Too Many Requests', { kind: 'wait', seconds: 5 }],
  [403, 'Forbidden: bot was blocked by the user', { kind: 'gone', reason: 'blocked' }],
  [403, 'Forbidden: user is deactivated', { kind: 'gone', reason: 'deactivated' }],
  [403, "Forbidden: bot can't initiate conversation with a user", { kind: 'gone', reason: 'blocked' }],
  [400, 'Bad Request: chat not found', { kind: 'gone', reason: 'chat_gone' }],
  [403, "Forbidden: the bot can't send messages to the bot", { kind: 'gone', reason: 'chat_gone' }],
  [
    400,
    'Bad Request: group chat was upgraded to a supergroup chat',
    { kind: 'moved', chatId: -1_001_234_567_890 },
    { migrate_to_chat_id: -1_001_234_567_890 },
  ],
  [403, 'Forbidden: bot was kicked from the group chat', { kind: 'gone', reason: 'chat_gone' }],
  [403, 'Forbidden: bot was kicked from the supergroup chat', { kind: 'gone', reason: 'chat_gone' }],
  [403, 'Forbidden: bot was kicked from the channel chat', { kind: 'gone', reason: 'chat_gone' }],
  [403, 'Forbidden: bot is not a member of the group chat', { kind: 'gone', reason: 'chat_gone' }],
  [403, 'Forbidden: bot is not a member of the supergroup chat', { kind: 'gone', reason: 'chat_gone' }],
  [403, 'Forbidden: bot is not a member of the channel chat', { kind: 'gone', reason: 'chat_gone' }],
  [403, 'Forbidden: the group chat was deleted', { kind: 'gone', reason: 'chat_gone' }],
  [400, 'Bad Request: need administrator rights in the channel chat', { kind: 'gone', reason: 'no_rights' }],
  [
    400,
    'Bad Request: not enough rights to send text messages to the chat',
    { kind: 'gone', reason: 'no_rights' },
  ],
  [400, 'Bad Request: message thread not found', { kind: 'gone', reason: 'no_rights' }],
  [400, 'Bad Request: TOPIC_CLOSED', { kind: 'gone', reason: 'no_rights' }],
  [
    400,
    'Bad Request: can\'t parse entities: Unsupported start tag "br" at byte offset 3',
    { kind: 'plain-needed' },
  ],
  [400, 'Bad Request: text is too long', { kind: 'plain-needed' }],
  [400, 'Bad Request: message is too long', { kind: 'refused' }],
  [400, 'Bad Request: message text is empty', { kind: 'refused' }],
  [403, 'Forbidden: a text that nobody knows yet', { kind: 'refused' }],
  [403, 'Forbidden', { kind: 'refused' }],
  [400, 'Bad Request: a text that nobody knows yet', { kind: 'refused' }],
  [413, 'Request Entity Too Large', { kind: 'refused' }],
  [401, 'Unauthorized', { kind: 'stopped' }],
  [401, 'Unauthorized: invalid token specified', { kind: 'stopped' }],
  [404, 'Not Found', { kind: 'unreachable' }],
  [500, 'Internal Server Error: restart', { kind: 'unknown' }],
  [502, 'Bad Gateway', { kind: 'unknown' }],
  [504, 'Gateway Timeout', { kind: 'unknown' }],
]

describe('an answer of Telegram', () => {
  test.each(REFUSALS)('%i %s has its decided outcome', (code, description, outcome, parameters) => {
    expect(readOutcome(refusal(code, description, parameters))).toMatchObject(outcome)
  })

  test.each([
    ['nobody listening', broken({ code: 'ECONNREFUSED' }), 'unreachable'],
    ['no such host', broken({ code: 'ENOTFOUND' }), 'unreachable'],
    ['no name server', broken({ code: 'EAI_AGAIN' }), 'unreachable'],
    ['no route', broken({ cause: { code: 'EHOSTUNREACH' } }), 'unreachable'],
    ['no connection in time', broken({ code: 'ETIMEDOUT', syscall: 'connect' }), 'unreachable'],
    ['a certificate that is not theirs', broken({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'unreachable'],
    ['a certificate of nobody', broken({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'unreachable'],
    ['a reset connection', broken({ code: 'ECONNRESET' }), 'unknown'],
    ['a read that took too long', broken({ code: 'ETIMEDOUT', syscall: 'read' }), 'unknown'],
    ['an aborted request', broken({ name: 'AbortError', type: 'aborted' }), 'unknown'],
    ['a page instead of JSON', broken({ type: 'invalid-json' }), 'unknown'],
    ['an error that is none of theirs', new TypeError('x is not a function'), 'unknown'],
    ['something thrown that is no error', 'text', 'unknown'],
  ])('%s has its decided outcome', (_, error, kind) => {
    expect(readOutcome(error).kind).toBe(kind)
  })

  test('gives away neither the token nor the text, whatever the error holds', () => {
    const errors = [
      broken({ code: 'ECONNRESET' }),
      broken({ type: 'invalid-json' }),
      refusal(400, 'Bad Request: x'),
    ]
    for (const error of errors)
      expect(JSON.stringify(readOutcome(error))).not.toMatch(/secret|private|api\.telegram/)
  })
})

describe('the messenger', () => {
  function withAnswers(...answers: (number | Error)[]) {
    const calls: unknown[][] = []
    const messenger = createTelegramMessenger({
      sendMessage: (async (...call: unknown[]) => {
        calls.push(call)
        const answer = answers.shift() ?? 1
        if (typeof answer !== 'number') throw answer
        return { message_id: answer }
      }) as never,
    })
    return { messenger, calls }
  }

  test('sends HTML without link previews, or plain text when asked', async () => {
    const { messenger, calls } = withAnswers(41, 42)
    expect(await messenger.send(7, '<b>نص</b>')).toEqual({ kind: 'delivered', messageId: 41 })
    expect(await messenger.send(7, 'نص', 'plain')).toEqual({ kind: 'delivered', messageId: 42 })
    expect(calls.map((call) => call.slice(0, 3))).toEqual([
      [7, '<b>نص</b>', { link_preview_options: { is_disabled: true }, parse_mode: 'HTML' }],
      [7, 'نص', { link_preview_options: { is_disabled: true } }],
    ])
    expect(calls[0]?.[3]).toBeInstanceOf(AbortSignal)
  })

  test('takes a 429 for the chat its own, and the second chat in a row for everybody', async () => {
    const flood = refusal(429, 'Too Many Requests: retry after 3', { retry_after: 3 })
    const { messenger } = withAnswers(flood, flood, 1, flood, flood)
    const scopes: unknown[] = []
    for (const chatId of [1, 1, 2, 3, 4]) {
      const outcome = await messenger.send(chatId, 'نص')
      scopes.push(outcome.kind === 'wait' ? outcome.scope : outcome.kind)
    }
    expect(scopes).toEqual(['chat', 'chat', 'delivered', 'chat', 'global'])
  })
})
