import { Api } from 'grammy'
import { expect, test } from 'vitest'
import { answerPace } from '../../src/bot/answer-pace.ts'
import { patience } from '../../src/bot/patience.ts'
import { createTestClock } from '../support/test-clock.ts'
import { TOKEN } from './telegram-errors.ts'

/** An API whose calls go nowhere; each is answered as the test says, else well. */
function setUp(answers: readonly object[] = []) {
  const noted: number[] = []
  const calls: string[] = []
  const clock = createTestClock('2026-11-22T08:00:00Z')
  const api = new Api(TOKEN)
  api.config.use(async (_previous, method) => {
    calls.push(method)
    return (answers[calls.length - 1] ?? { ok: true, result: true }) as never
  })
  api.config.use(answerPace({ noteAnswer: (chatId) => noted.push(chatId) }))
  api.config.use(patience(clock, new AbortController().signal))
  return { api, noted, calls, clock }
}

test('whatever puts a message or a new text into a chat is told to the pace', async () => {
  const { api, noted } = setUp()
  await api.sendMessage(1, 'نص')
  await api.sendPhoto(2, 'file')
  await api.editMessageText(3, 9, 'نص')
  await api.editMessageReplyMarkup(4, 9)
  await api.copyMessage(-5, 1, 9)
  await api.forwardMessage(6, 1, 9)
  expect(noted).toEqual([1, 2, 3, 4, -5, 6])
})

test('whatever is no message is not', async () => {
  const { api, noted, calls } = setUp()
  await api.sendChatAction(1, 'typing')
  await api.answerCallbackQuery('query')
  await api.deleteMessage(1, 9)
  await api.getChatMember(1, 9)
  await api.getUpdates()
  await api.editMessageTextInline('inline', 'نص')
  await api.sendMessage('@channel', 'نص')
  expect(calls).toHaveLength(7)
  expect(noted).toEqual([])
})

test('an answer that Telegram delays is told again when it leaves again', async () => {
  const flood = {
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 3',
    parameters: { retry_after: 3 },
  }
  const { api, noted, clock } = setUp([flood])
  await clock.runUntil(api.sendMessage(1, 'نص'))
  expect(noted).toEqual([1, 1])
})
