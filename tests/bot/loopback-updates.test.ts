import { Api, Bot } from 'grammy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLoopback, type Loopback } from '../../src/bot/loopback.ts'
import { type Clock, systemClock } from '../../src/clock.ts'
import { type BotApiServer, startBotApiServer } from '../support/bot-api-server.ts'

const TOKEN = '12345:test'
const people = [{ id: 11, name: 'سارة', languageCode: 'ar' }]
let loopback: Loopback

beforeEach(() => {
  loopback = createLoopback({ clock: systemClock, botName: 'موجز', username: 'mujaz_bot', people })
})

async function poll(payload: Record<string, unknown>, signal?: AbortSignal): Promise<any[]> {
  const answer = await loopback.call('getUpdates', payload, signal)
  if (!answer.ok) throw new Error(`${answer.error_code} ${answer.description}`)
  return answer.result as any[]
}

describe('getUpdates', () => {
  test('gives the same updates until an offset confirms them', async () => {
    for (const text of ['1', '2', '3']) loopback.say(11, text)
    const first = await poll({ limit: 2 })
    expect(first.map(({ message }) => message.text)).toEqual(['1', '2'])
    expect(await poll({ limit: 2 })).toEqual(first)
    const rest = await poll({ offset: first[1].update_id + 1 })
    expect(rest.map(({ message }) => message.text)).toEqual(['3'])
  })

  test('reads from the start when the offset is far ahead, and drops all but the last for a negative one', async () => {
    for (const text of ['1', '2', '3']) loopback.say(11, text)
    const [, , last] = await poll({})
    expect(await poll({ offset: last.update_id + 100 })).toHaveLength(3)
    expect(await poll({ offset: -1 })).toEqual([last])
    expect(await poll({ offset: last.update_id + 1 })).toEqual([])
  })

  test('waits for the next update', async () => {
    const waiting = poll({ timeout: 30 })
    loopback.say(11, 'نعم')
    expect(await waiting).toMatchObject([{ message: { text: 'نعم' } }])
  })

  test('ends its wait with the timeout, or empty-handed with the signal', async () => {
    const sleeps: number[] = []
    const clock: Clock = {
      now: () => 0,
      sleep: (milliseconds) => {
        sleeps.push(milliseconds)
        return Promise.resolve()
      },
    }
    loopback = createLoopback({ clock, botName: 'موجز', username: 'mujaz_bot', people })
    expect(await poll({ timeout: 80 })).toEqual([])
    expect(sleeps).toEqual([50_000])
    loopback = createLoopback({ clock: systemClock, botName: 'موجز', username: 'mujaz_bot', people })
    const stop = new AbortController()
    const waiting = poll({ timeout: 30 }, stop.signal)
    stop.abort()
    expect(await waiting).toEqual([])
    expect(await poll({ timeout: 30 }, stop.signal)).toEqual([])
  })

  test('tells the older of two callers of the conflict', async () => {
    const older = poll({ timeout: 30 })
    const newer = poll({ timeout: 30 })
    await expect(older).rejects.toThrow(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    loopback.say(11, 'x')
    expect(await newer).toHaveLength(1)
  })

  test('remembers which kinds of updates are wanted', async () => {
    await poll({ allowed_updates: ['message'] })
    loopback.block(11)
    loopback.unblock(11)
    loopback.say(11, 'x')
    expect((await poll({})).map((update) => Object.keys(update)[1])).toEqual(['message'])
    await poll({ offset: -1, allowed_updates: [] })
    loopback.block(11)
    expect((await poll({})).map((update) => Object.keys(update)[1])).toEqual(['message', 'my_chat_member'])
  })

  test('numbers rise from one run to the next', async () => {
    const late: Clock = { now: () => Date.now() + 10_000, sleep: systemClock.sleep }
    const next = createLoopback({ clock: late, botName: 'موجز', username: 'mujaz_bot', people })
    expect(next.say(11, 'x')[0]).toBeGreaterThan(loopback.say(11, 'x')[0] ?? Infinity)
  })

  test('drops what waits when the webhook is deleted with that wish', async () => {
    loopback.say(11, 'x')
    await loopback.call('deleteWebhook', { drop_pending_updates: true })
    expect(await poll({})).toEqual([])
  })
})

describe('grammY', () => {
  test('polls, answers and stops in process through a transformer', async () => {
    const bot = new Bot(TOKEN)
    bot.api.config.use((_prev, method, payload, signal) => loopback.call(method, payload, signal) as never)
    bot.on('message:text', (ctx) => ctx.reply(`<i>${ctx.message.text}</i>`, { parse_mode: 'HTML' }))
    const running = bot.start()
    const answered = new Promise<void>((resolve) => {
      loopback.onChange(() => loopback.transcript(11).some(({ from }) => from === 'bot') && resolve())
    })
    loopback.say(11, 'مرحبا')
    await answered
    expect(loopback.transcript(11)[1]).toMatchObject({
      from: 'bot',
      text: 'مرحبا',
      entities: [{ length: 5 }],
    })
    await bot.stop()
    await running
  })
})

describe('the Bot API server of the tests', () => {
  let server: BotApiServer
  let api: Api

  beforeEach(async () => {
    server = await startBotApiServer({ token: TOKEN, people: 3000 })
    api = new Api(TOKEN, { apiRoot: server.url })
  })
  afterEach(() => server.stop())

  test('speaks with grammY over HTTP', async () => {
    server.loopback.say(3000, '/start')
    const [update] = await api.getUpdates({ timeout: 5 })
    expect(update?.message?.text).toBe('/start')
    const sent = await api.sendMessage(3000, '<b>نعم</b>', { parse_mode: 'HTML' })
    expect(sent.entities).toEqual([{ type: 'bold', offset: 0, length: 3 }])
    await expect(api.sendMessage(3001, 'x')).rejects.toThrow('chat not found')
    expect(server.sent.map(({ method }) => method)).toEqual(['getUpdates', 'sendMessage', 'sendMessage'])
  })

  test('reads forms as well, and refuses a wrong token', async () => {
    const markup = JSON.stringify({ inline_keyboard: [[{ text: 'أ', callback_data: 'a' }]] })
    const body = new URLSearchParams({ chat_id: '1', text: 'x', reply_markup: markup })
    const answer = await fetch(`${server.url}/bot${TOKEN}/sendmessage`, { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ ok: true, result: { reply_markup: {} } })
    const form = new FormData()
    form.set('chat_id', '1')
    form.set('text', 'y')
    const second = await fetch(`${server.url}/bot${TOKEN}/sendMessage`, { method: 'POST', body: form })
    expect(second.status).toBe(200)
    const wrong = await fetch(`${server.url}/bot1:wrong/getMe`)
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ])
  })

  test('breaks the connection before or after a call took effect, and answers with errors', async () => {
    const answers = ['reset-before', 'reset-after', 'html-502'] as const
    server.faults = (method, _payload, n) =>
      method === 'sendMessage'
        ? (answers[n - 1] ?? { status: 429, body: { ok: false, error_code: 429, description: 'Too Many' } })
        : 'pass'
    await expect(api.sendMessage(1, 'before')).rejects.toThrow('Network request')
    await expect(api.sendMessage(1, 'after')).rejects.toThrow('Network request')
    const text = () => server.loopback.transcript(1).map((message) => message.text)
    expect(text()).toEqual(['after'])
    await expect(api.sendMessage(1, 'gateway')).rejects.toThrow(/Network request|JSON/)
    await expect(api.sendMessage(1, 'flood')).rejects.toThrow('429: Too Many')
    expect(text()).toEqual(['after'])
  })

  test('tells of two polls at once', async () => {
    const older = api.getUpdates({ timeout: 30 })
    while (server.sent.length === 0) await systemClock.sleep(5)
    const newer = api.getUpdates({ timeout: 30 })
    await expect(older).rejects.toThrow('409: Conflict: terminated by other getUpdates request')
    server.loopback.say(5, 'x')
    expect(await newer).toHaveLength(1)
  })
})
