import { describe, expect, test } from 'vitest'
import { createTelegramMessenger, readOutcome } from '../../src/bot/telegram-messenger.ts'
import type { OutgoingMessage } from '../../src/deliveries/messenger.ts'
import { broken, refusal } from './telegram-errors.ts'

describe('an error', () => {
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

  test.each([
    ['as long as told', [429, 'Too Many Requests: retry after 10072', { retry_after: 10_072 }], 10_072],
    ['as long as only the words tell', [429, 'Too Many Requests: retry after 9'], 9],
    ['a little where nothing is told', [429, 'Too Many Requests'], 5],
    ['a little where no time is told', [429, 'Too Many Requests: retry after 0', { retry_after: 0 }], 5],
  ] as const)('that asks to wait is waited for %s', (_, [code, description, parameters], seconds) => {
    expect(readOutcome(refusal(code, description, parameters))).toMatchObject({ kind: 'later', seconds })
  })

  test('that speaks of a new id without giving one leads nowhere', () => {
    const text = 'Bad Request: group chat was upgraded to a supergroup chat'
    expect(readOutcome(refusal(400, text))).toEqual({ kind: 'refused', description: `400 ${text}` })
  })

  test('gives away neither the token nor the text, whatever it holds', () => {
    const errors = [
      broken({ code: 'ECONNRESET' }),
      broken({ type: 'invalid-json' }),
      refusal(400, 'Bad Request: x'),
    ]
    for (const error of errors)
      expect(JSON.stringify(readOutcome(error))).not.toMatch(/secret|private|api\.telegram/)
  })
})

/** A messenger whose calls the test answers: with a message id, with an error, or when it says so. */
function withAnswers(answers: readonly (number | Error | Promise<number>)[], paidBroadcast = false) {
  const calls: unknown[][] = []
  const messenger = createTelegramMessenger(
    {
      sendMessage: (async (...call: unknown[]) => {
        calls.push(call)
        const answer = answers[calls.length - 1] ?? 1
        if (answer instanceof Error) throw answer
        return { message_id: await answer }
      }) as never,
    },
    { paidBroadcast },
  )
  const send = (chatId: number, message: Partial<OutgoingMessage> = {}) =>
    messenger.send({
      chatId,
      threadId: null,
      text: '<b>نص</b>',
      format: 'html',
      silent: false,
      buttons: [],
      ...message,
    })
  return { send, calls }
}
const NO_PREVIEW = { link_preview_options: { is_disabled: true } }

describe('the messenger', () => {
  test('sends HTML without link previews, or plain text when asked', async () => {
    const { send, calls } = withAnswers([41, 42])
    expect(await send(7)).toEqual({ kind: 'delivered', messageId: 41 })
    expect(await send(7, { text: 'نص', format: 'plain' })).toEqual({ kind: 'delivered', messageId: 42 })
    expect(calls).toEqual([
      [7, '<b>نص</b>', { ...NO_PREVIEW, parse_mode: 'HTML' }],
      [7, 'نص', NO_PREVIEW],
    ])
  })

  test('sends to a topic, silently, with buttons, as the message says', async () => {
    const { send, calls } = withAnswers([41])
    await send(-1007, {
      threadId: 33,
      silent: true,
      buttons: [
        [
          { label: 'التالي', data: 'latest:2' },
          { label: 'الموقع', url: 'https://example.org/' },
        ],
      ],
    })
    expect(calls[0]?.[2]).toEqual({
      ...NO_PREVIEW,
      parse_mode: 'HTML',
      message_thread_id: 33,
      disable_notification: true,
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'التالي', callback_data: 'latest:2' },
            { text: 'الموقع', url: 'https://example.org/' },
          ],
        ],
      },
    })
  })

  test('pays for going beyond the free rate only where that was chosen', async () => {
    const { send, calls } = withAnswers([41], true)
    await send(7)
    expect(calls[0]?.[2]).toMatchObject({ allow_paid_broadcast: true })
  })
})

describe('a flood wait', () => {
  const flood = refusal(429, 'Too Many Requests: retry after 3', { retry_after: 3 })

  async function scopes(sends: readonly Promise<{ kind: string; scope?: string }>[]) {
    return (await Promise.all(sends)).map(({ kind, scope }) => scope ?? kind)
  }

  test("is the chat's own; that of a second chat, with nothing arrived in between, is everybody's", async () => {
    const { send } = withAnswers([flood, flood, 1, flood, flood])
    const found: string[] = []
    for (const chatId of [1, 1, 2, 3, 4]) found.push(...(await scopes([send(chatId)])))
    expect(found).toEqual(['chat', 'chat', 'delivered', 'chat', 'global'])
  })

  test("is everybody's, although what was on its way already has arrived meanwhile", async () => {
    let arrive: (messageId: number) => void = () => undefined
    const arriving = new Promise<number>((resolve) => {
      arrive = resolve
    })
    const { send } = withAnswers([arriving, flood, flood])
    const slow = send(1)
    expect(await scopes([send(2)])).toEqual(['chat'])
    arrive(41)
    await slow
    expect(await scopes([send(3)])).toEqual(['global'])
  })
})
