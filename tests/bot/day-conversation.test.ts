import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { afterAttempt } from '../../src/deliveries/delivery.ts'
import { buttonsOf, type Conversation, READER, startConversation } from '../support/conversation.ts'

let chat: Conversation
beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

/** Sends everything that waits, as the sender would. */
async function deliver(): Promise<void> {
  const { outbox } = chat.app
  const claims = await outbox.claim(50, chat.clock.now(), chat.clock.now() + 60_000)
  for (const { id, parts, attempts } of claims) {
    const decision = afterAttempt(
      { kind: 'delivered', messageId: 1 },
      { attempts, outages: 0, now: chat.clock.now(), jitter: 0 },
    )
    expect(decision.kind).toBe('delivered')
    const settled = { kind: 'sent', id, messageIds: parts.map((_, index) => index + 1) } as const
    await outbox.settle([settled], chat.clock.now())
  }
}

const report = (title: string) => ({
  title,
  body: `${title} في نص قصير يكفي لجملة واحدة.`,
  headings: [],
  publisher: 'ناشر',
  agency: null,
  author: null,
  url: 'https://example.org/news',
  language: 'ar',
  publishedAt: { value: '2026-11-23', precision: 'day' } as const,
  eventOn: null,
  topics: [],
  publisherSummary: [],
  note: null,
})

describe('/day', () => {
  test('before any digest says so and offers one', async () => {
    const [message] = await chat.say(READER, '/day')
    expect(message?.text).toContain('لم يُرسل إلى هذه المحادثة موجز بعد')
    expect(buttonsOf(message)).toEqual(['digest'])
  })

  test('shows the newest digest again, word for word, with its buttons', async () => {
    await chat.say(READER, '/subscribe 09:30')
    chat.clock.jump('2026-11-22T06:31:00Z')
    await chat.digests.tick()
    await deliver()
    const reader = await chat.app.readers.byAddress({ chatId: READER, threadId: null })
    const [edition] = await chat.app.editions.received(reader?.id ?? 0, null)
    const [heading, first] = await chat.say(READER, '/day')
    expect(heading?.text).toContain('آخر موجز')
    expect(first?.text).toContain('خسائر')
    expect(edition?.buttons.length).toBeGreaterThan(0)
    expect(buttonsOf(chat.last(READER))).toEqual(
      (edition?.buttons ?? []).flat().map((button) => ('data' in button ? button.data : null)),
    )
    const [byDate] = await chat.say(READER, '/day 2026-11-22')
    expect(byDate?.text).toContain('كما أُرسل')
  })

  test('of a day without a digest lists its reports, with the days around it', async () => {
    const [message] = await chat.say(READER, '/day 2024-06-18')
    expect(message?.text).toContain('تقارير')
    expect(buttonsOf(message).filter((data) => data.startsWith('article:'))).toHaveLength(2)
    expect(buttonsOf(message)).toContain('day:2023-09-13:1')
    expect(buttonsOf(message)).toContain('day:2024-06-19:1')
    const before = await chat.press(READER, 'day:2023-09-13:1')
    expect(before.messageId).toBe(message?.messageId)
    expect(before.text).toContain('فوستوشني')
  })

  test('takes a month, Arabic digits and words, and leads back from a report to the list', async () => {
    const [month] = await chat.say(READER, '/day ٢٠٢٤-٠٦')
    const reports = buttonsOf(month).filter((data) => data.startsWith('article:'))
    expect(reports).toHaveLength(3)
    await chat.press(READER, reports[0] ?? '')
    const back = await chat.press(READER, 'day:2024-06:1')
    expect(back.text).toBe(month?.text)
    const [named] = await chat.say(READER, '/day ١٩ يونيو ٢٠٢٤')
    expect(named?.text).toContain('كومسوسان')
  })

  test('of a day without reports says so and names the nearest', async () => {
    const [message] = await chat.say(READER, '/day 2024-07-01')
    expect(message?.text).toContain('لا تقارير بتاريخ')
    expect(buttonsOf(message)).toEqual(expect.arrayContaining(['day:2024-06-19:1', 'day:2024-12-26:1']))
  })

  test.each(['غدا ربما', '2024-13-45', '<b>', 'x'.repeat(5000), '\u202e'])(
    'answers %j with examples',
    async (given) => {
      const [message] = await chat.say(READER, `/day ${given}`)
      expect(message?.text).toMatch(/2024-06-18|لم يُرسل/)
    },
  )
})

describe('what a digest leaves out', () => {
  test('is listed behind its link and its button, in pages', async () => {
    await chat.say(READER, '/subscribe 09:30')
    chat.clock.jump('2026-11-22T06:31:00Z')
    await chat.digests.tick()
    await deliver()
    await chat.app.intake.add(Array.from({ length: 27 }, (_, index) => report(`خبر رقم ${index + 1}`)))
    chat.clock.jump('2026-11-23T06:31:00Z')
    await chat.digests.tick()
    await deliver()
    const reader = await chat.app.readers.byAddress({ chatId: READER, threadId: null })
    const [edition] = await chat.app.editions.received(reader?.id ?? 0, null)
    const [, payload] = /start=(n\d+-\d+)/.exec(edition?.parts.at(-1) ?? '') ?? []
    expect(payload).toBe('n6-33')
    const [list] = await chat.say(READER, `/start ${payload}`)
    expect(list?.text).toContain('خبر رقم 27')
    expect(list?.text).toContain('الصفحة 1 من 6')
    const last = await chat.press(READER, 'new:6:33:2')
    expect(last.text).toContain('الصفحة 2 من 6')
    expect((edition?.buttons ?? []).flat().map((button) => ('data' in button ? button.data : ''))).toContain(
      'new:6:33:1',
    )
  })

  test.each(['new:x:y:1', 'new:5:1:1', 'new:0:999999999999:9999', 'new'])(
    'a forged %s harms nothing',
    async (data) => {
      const [message] = await chat.say(READER, '/latest')
      chat.loopback.press(READER, message?.messageId ?? 0, data)
      await chat.settle()
      expect(chat.last(READER).text.length).toBeGreaterThan(0)
    },
  )
})
