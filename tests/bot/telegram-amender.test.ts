import { GrammyError, HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import { createTelegramAmender } from '../../src/bot/telegram-amender.ts'

const MESSAGE = {
  chatId: 7,
  messageId: 70,
  html: '<b>نص</b>',
  buttons: [[{ label: 'زر', data: 'x' }]],
}

function refused(code: number, description: string, parameters: object = {}): GrammyError {
  return new GrammyError(
    'Call failed',
    { ok: false, error_code: code, description, parameters },
    'editMessageText',
    {},
  )
}

function amender(...answers: (Error | null)[]) {
  const calls: unknown[][] = []
  const editMessageText = async (...call: unknown[]) => {
    calls.push(call)
    const answer = answers[calls.length - 1] ?? null
    if (answer !== null) throw answer
    return true
  }
  return { calls, ...createTelegramAmender({ editMessageText: editMessageText as never }) }
}

test('an edit goes out as markup, without previews, and with the buttons that were there', async () => {
  const { edit, calls } = amender()
  expect(await edit(MESSAGE)).toEqual({ kind: 'edited' })
  expect(calls).toEqual([
    [
      7,
      70,
      '<b>نص</b>',
      {
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: [[{ text: 'زر', callback_data: 'x' }]] },
      },
    ],
  ])
})

describe('what Telegram answers', () => {
  test.each([
    [
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      'edited',
    ],
    ["Bad Request: message can't be edited", 'not-editable'],
    ['Bad Request: message to edit not found', 'not-editable'],
    ['Bad Request: MESSAGE_TOO_LONG', 'not-editable'],
    ['Bad Request: MESSAGE_ID_INVALID', 'not-editable'],
    ["Bad Request: can't parse entities: Unsupported start tag", 'not-editable'],
    ['Bad Request: chat not found', 'gone'],
    ['Bad Request: need administrator rights in the channel chat', 'paused'],
  ])('%s', async (description, kind) => {
    const { edit } = amender(refused(400, description))
    expect((await edit(MESSAGE)).kind).toBe(kind)
  })

  test.each([
    [refused(403, 'Forbidden: bot was blocked by the user'), { kind: 'gone', reason: 'blocked' }],
    [refused(401, 'Unauthorized'), { kind: 'stopped' }],
    [refused(502, 'Bad Gateway'), { kind: 'unknown' }],
    [
      refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: -1007,
      }),
      { kind: 'moved', chatId: -1007 },
    ],
    [
      refused(429, 'Too Many Requests: retry after 17', { retry_after: 17 }),
      { kind: 'later', seconds: 17, scope: 'chat' },
    ],
    [
      new HttpError('no answer', Object.assign(new Error('reset'), { code: 'ECONNRESET' })),
      { kind: 'unknown' },
    ],
    [
      new HttpError('nobody', Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })),
      { kind: 'unreachable' },
    ],
  ])('%s', async (error, outcome) => {
    const { edit } = amender(error)
    expect(await edit(MESSAGE)).toMatchObject(outcome)
  })

  test('a second chat that is held in a row means that everybody is', async () => {
    const wait = () => refused(429, 'Too Many Requests: retry after 5', { retry_after: 5 })
    const { edit } = amender(wait(), wait(), wait(), null, wait())
    const scope = async (chatId: number) => {
      const outcome = await edit({ ...MESSAGE, chatId })
      return outcome.kind === 'later' ? outcome.scope : outcome.kind
    }
    expect([await scope(1), await scope(1), await scope(2), await scope(3), await scope(4)]).toEqual([
      'chat',
      'chat',
      'global',
      'edited',
      'chat',
    ])
  })
})
