import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { createLoopback, type Loopback } from '../../src/bot/loopback.ts'
import { systemClock } from '../../src/clock.ts'
import { createSandbox, type SandboxPerson } from '../../src/web/sandbox.ts'
import { createWeb, type Web } from '../../src/web/server.ts'

const READER = 11
const people: SandboxPerson[] = [
  { id: READER, name: 'قارئ', role: 'reader', languageCode: 'ar' },
  { id: 12, name: 'مالك', role: 'owner', languageCode: 'ar' },
]
const PAGE = new URL('../../src/web/sandbox/', import.meta.url)
let loopback: Loopback
let web: Web

beforeEach(() => {
  loopback = createLoopback({ clock: systemClock, botName: 'موجز', username: 'mujaz_bot', people })
  const sandbox = createSandbox({
    ...loopback,
    bot: { name: 'موجز', username: 'mujaz_bot' },
    people,
    digestNow: (personId) => Promise.resolve({ sent: personId === READER, text: 'تم' }),
  })
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
  web = createWeb({ host: '127.0.0.1', port: 0, log, health: () => ({ ok: true }), parts: [sandbox] })
})

async function get(path: string): Promise<any> {
  const response = await web.app.request(path)
  return response.ok ? await response.json() : response.status
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<any> {
  const response = await web.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return response.ok ? await response.json() : response.status
}

describe('the page', () => {
  test('is served with everything it asks for', async () => {
    const response = await web.app.request('/')
    const html = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).toMatch(/<html lang="ar" dir="rtl">/)
    const files = [...html.matchAll(/(?:src|href)="([a-z-]+\.\w+)"/g)].map(([, file = '']) => file)
    expect(files).toContain('page.js')
    for (const file of files) expect((await web.app.request(`/${file}`)).status, file).toBe(200)
  })

  test('has modules that exist, and none that turns text into markup', async () => {
    const modules = readdirSync(PAGE).filter((file) => file.endsWith('.js'))
    expect(modules.length).toBeGreaterThan(5)
    for (const file of modules) {
      const script = await (await web.app.request(`/${file}`)).text()
      expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/)
      for (const [, imported = ''] of script.matchAll(/from '\.\/([\w-]+\.js)'/g)) {
        expect(modules, `${file} imports ${imported}`).toContain(imported)
      }
    }
  })

  test('asks nobody else for anything', async () => {
    for (const file of readdirSync(PAGE)) {
      const text = await (await web.app.request(file === 'index.html' ? '/' : `/${file}`)).text()
      const addresses = [...text.matchAll(/(?:url\(|src=|href=|from |import\()["']?(https?:)?\/\//g)]
      expect(addresses, file).toEqual([])
    }
  })

  test.each(['/missing.js', '/..%2fserver.ts', '/server.ts', '/index.html/', '/%2e%2e/server.css'])(
    'serves nothing at %s',
    async (path) => {
      expect((await web.app.request(path)).status).toBe(404)
    },
  )
})

describe('the interface behind the page', () => {
  test('tells who can write to which bot', async () => {
    expect(await get('/api/sandbox')).toEqual({ bot: { name: 'موجز', username: 'mujaz_bot' }, people })
  })

  test('shows a chat with its commands', async () => {
    await loopback.call('setMyCommands', { commands: [{ command: 'help', description: 'المساعدة' }] })
    await post(`/api/people/${READER}/messages`, { text: 'مرحبا' })
    expect(await get(`/api/people/${READER}/chat`)).toMatchObject({
      messages: [{ from: 'person', text: 'مرحبا', keyboard: null }],
      notices: [],
      commands: [{ command: 'help' }],
      blocked: false,
      typing: false,
      pressed: [],
    })
    expect((await get('/api/people/12/chat')).messages).toEqual([])
  })

  test('lets people answer, press, block and return', async () => {
    const keyboard = { inline_keyboard: [[{ text: 'نعم', callback_data: 'yes' }]] }
    await loopback.call('sendMessage', { chat_id: READER, text: 'سؤال', reply_markup: keyboard })
    const messageId = loopback.transcript(READER)[0]?.messageId ?? 0
    await post(`/api/people/${READER}/messages`, { text: 'جواب', replyToMessageId: messageId })
    await post(`/api/people/${READER}/presses`, { messageId, data: 'yes' })
    await post(`/api/people/${READER}/blocked`, { blocked: true })
    expect(await post(`/api/people/${READER}/messages`, { text: 'x' })).toBe(409)
    await post(`/api/people/${READER}/blocked`, { blocked: false })
    const answer = await loopback.call('getUpdates', {})
    const kinds = (answer.ok ? (answer.result as object[]) : []).map((update) => Object.keys(update)[1])
    expect(kinds).toEqual(['message', 'callback_query', 'my_chat_member', 'my_chat_member'])
  })

  test('sends the next digest and shows the calls', async () => {
    expect(await post(`/api/people/${READER}/digest`, {})).toEqual({ sent: true, text: 'تم' })
    await loopback.call('sendMessage', { chat_id: READER, text: 'x' })
    expect((await get(`/api/people/${READER}/calls`)).calls).toMatchObject([{ method: 'sendMessage' }])
  })

  test.each([
    ['a missing text', {}],
    ['a text that is none', { text: 5 }],
    ['an unknown field', { text: 'x', html: 'y' }],
    ['more than 100,000 characters', { text: 'x'.repeat(100_001) }],
    ['broken JSON', '{"text":'],
  ])('refuses %s', async (_what, body) => {
    expect(await post(`/api/people/${READER}/messages`, body)).toBe(400)
    expect(loopback.transcript(READER)).toEqual([])
  })

  test('refuses what another page could send without asking first', async () => {
    const form = { 'content-type': 'text/plain' }
    expect(await post(`/api/people/${READER}/messages`, { text: 'x' }, form)).toBe(400)
    const foreign = { origin: 'https://evil.example' }
    expect(await post(`/api/people/${READER}/messages`, { text: 'x' }, foreign)).toBe(403)
    expect(loopback.transcript(READER)).toEqual([])
  })

  test('refuses a body beyond a mebibyte, strangers, and messages that never were', async () => {
    expect(await post(`/api/people/${READER}/messages`, { text: 'x'.repeat(1_100_000) })).toBe(413)
    expect(await get('/api/people/99/chat')).toBe(404)
    expect(await post(`/api/people/${READER}/presses`, { messageId: 5, data: 'x' })).toBe(404)
  })

  test('takes a long paste and sends it as clients do', async () => {
    await post(`/api/people/${READER}/messages`, { text: 'خبر طويل '.repeat(11_000) })
    expect(loopback.transcript(READER).length).toBeGreaterThan(20)
  })
})

describe('the stream of changes', () => {
  async function until(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> {
    let text = ''
    while (!text.includes(wanted)) {
      const { value, done } = await reader.read()
      if (done) return text
      text += new TextDecoder().decode(value)
    }
    return text
  }

  test('names whose chat has changed, and ends with the server at once', async () => {
    const { url } = await web.start()
    const response = await fetch(`${url}/api/events`)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    await until(reader, 'event: hello')
    loopback.say(READER, 'مرحبا')
    expect(await until(reader, 'data: {')).toContain(`data: {"personId":${READER}}`)
    const before = Date.now()
    const rest = reader.read().catch(() => ({ done: true }))
    await web.stop()
    expect((await rest).done).toBe(true)
    expect(Date.now() - before).toBeLessThan(1000)
  })
})
