import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isZone } from '../../src/readers/zones.ts'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  READER,
  startConversation,
} from '../support/conversation.ts'

let chat: Conversation
const subscriptionOf = async (person: number) =>
  (await chat.app.readers.byAddress({ chatId: person, threadId: null }))?.subscription
const read = (text: string | undefined) => (text ?? '').replace(/\p{Cf}/gu, '')
/** What the bot says to one line. */
const answer = async (text: string, person = READER) => read((await chat.say(person, text))[0]?.text)

// It is 06:00 UTC on a Sunday: 08:00 in Cairo, 09:00 in Riyadh.
beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

describe('/subscribe alone', () => {
  test('subscribes with the usual hour, says what is set, and offers to change it', async () => {
    const [message] = await chat.say(READER, '/subscribe')
    expect(read(message?.text).split('\n')).toEqual([
      'الاشتراك فعّال: يصل الموجز كل يوم، في الساعة 08:00 بتوقيت الرياض.',
      'الموجز القادم: غدًا، الاثنين 23 نوفمبر/تشرين الثاني 2026، الساعة 08:00.',
      'لا يُرسل شيء في يوم لا جديد فيه.',
    ])
    expect(buttonsOf(message)).toEqual(
      expect.arrayContaining(['settings:times', 'settings:zone', 'settings:days', 'settings']),
    )
    expect(await subscriptionOf(READER)).toMatchObject({
      times: [480],
      zone: 'Asia/Riyadh',
      days: 'daily',
      nextDueAt: Date.parse('2026-11-23T05:00:00Z'),
    })
  })

  test('keeps what was chosen before', async () => {
    await chat.say(READER, '/subscribe 7:30 القاهرة مختصر')
    await chat.say(READER, '/subscribe')
    expect(await subscriptionOf(READER)).toMatchObject({
      times: [450],
      zone: 'Africa/Cairo',
      length: 'short',
    })
  })

  test('remembers who set it up', async () => {
    await chat.say(READER, '/subscribe')
    expect((await chat.app.readers.byAddress({ chatId: READER, threadId: null }))?.setBy).toBe(READER)
  })
})

describe('/subscribe with a line', () => {
  test.each([
    ['/subscribe 07:30 Africa/Cairo', { times: [450], zone: 'Africa/Cairo' }],
    ['/subscribe ٧:٣٠ ص القاهرة', { times: [450], zone: 'Africa/Cairo' }],
    ['/subscribe 7:30 القاهرة', { times: [450], zone: 'Africa/Cairo' }],
    ['/subscribe 7pm', { times: [19 * 60], zone: 'Asia/Riyadh' }],
    ['/subscribe africa/cairo', { times: [480], zone: 'Africa/Cairo' }],
    [
      '/subscribe ٧:٣٠ ص و٨ مساء بتوقيت بيروت أيام العمل مختصر',
      { times: [450, 1200], zone: 'Asia/Beirut', days: 'working', length: 'short' },
    ],
    [
      '/subscribe every friday 20:00 London silent',
      { times: [1200], zone: 'Europe/London', days: [5], silent: true },
    ],
  ])('%s is understood', async (text, expected) => {
    await chat.say(READER, text)
    expect(await subscriptionOf(READER)).toMatchObject(expected)
  })

  test('is answered with days, hours and zone in words', async () => {
    expect(await answer('/subscribe ٧:٣٠ ص و٨ مساء بتوقيت القاهرة أيام العمل')).toContain(
      'يصل الموجز أيام العمل (الأحد إلى الخميس)، في الساعتين 07:30 و20:00 بتوقيت القاهرة.\n' +
        'الموجز القادم: اليوم، الأحد 22 نوفمبر/تشرين الثاني 2026، الساعة 20:00.',
    )
    expect(await answer('/subscribe 20:00 London working days', ENGLISH_READER)).toContain(
      'the digest comes on working days (Monday to Friday), at 20:00, London time.\n' +
        'The next digest: tomorrow, Monday 23 November 2026, at 20:00.',
    )
  })

  test('changes only what it speaks of', async () => {
    await chat.say(READER, '/subscribe 7:30 القاهرة')
    await chat.say(READER, '/subscribe أيام العمل')
    expect(await subscriptionOf(READER)).toMatchObject({
      times: [450],
      zone: 'Africa/Cairo',
      days: 'working',
    })
  })
})

describe('a reader who moves the hour', () => {
  test('is told that the digest of today comes now, when its new hour has passed', async () => {
    await chat.say(READER, '/subscribe 20:00 القاهرة')
    chat.clock.jump('2026-11-23T06:00:00Z')
    expect(await answer('/subscribe 7:00')).toContain('الموجز القادم: الآن')
    expect((await subscriptionOf(READER))?.nextDueAt).toBe(chat.clock.now())
  })

  test('is told of tomorrow, when today has had its digest', async () => {
    await chat.say(READER, '/subscribe 09:30 الرياض')
    chat.clock.jump('2026-11-22T06:31:00Z')
    await chat.digests.tick()
    const { outbox, readers } = chat.app
    const [claim] = await outbox.claim(1, chat.clock.now(), chat.clock.now() + 60_000)
    const messageIds = (claim?.parts ?? []).map((_, index) => index + 1)
    await outbox.settle([{ kind: 'sent', id: claim?.id ?? 0, messageIds }], chat.clock.now())
    await chat.say(READER, '/subscribe 20:00')
    const reader = await readers.byAddress({ chatId: READER, threadId: null })
    expect(new Date(reader?.subscription?.nextDueAt ?? 0).toISOString()).toBe('2026-11-23T17:00:00.000Z')
  })
})

describe('a line that is not understood whole', () => {
  test.each([
    '/subscribe 25:00',
    '/subscribe 07:30 Atlantis',
    '/subscribe ثلاثون ونصف',
    `/subscribe ${'س'.repeat(3000)}`,
    '/subscribe \u{202E}\u{2066}*&<b>',
  ])('%s is refused with three examples, and stores nothing', async (text) => {
    const said = await answer(text)
    expect(said.match(/\/subscribe/g)).toHaveLength(3)
    expect(await subscriptionOf(READER)).toBeNull()
  })

  test('leaves the subscription as it was', async () => {
    await chat.say(READER, '/subscribe 7:30 القاهرة')
    const before = await subscriptionOf(READER)
    await chat.say(READER, '/subscribe 9:00 Atlantis')
    expect(await subscriptionOf(READER)).toEqual(before)
  })

  test('is answered with what was understood, and the rest alone completes it', async () => {
    const said = await answer('/subscribe 7:30 أيام العمل Atlantis')
    expect(said).toContain('تعذّر فهم «Atlantis»')
    expect(said).toContain('الموعد: 07:30')
    expect(said).toContain('الأيام: أيام العمل')
    expect(await answer('القاهرة')).toContain('الاشتراك فعّال')
    expect(await subscriptionOf(READER)).toMatchObject({
      times: [450],
      zone: 'Africa/Cairo',
      days: 'working',
    })
  })

  test('may be taken for what was understood of it, by a button', async () => {
    await chat.say(READER, '/subscribe 7:30 القاهرة Atlantis')
    const told = await chat.press(READER, 'subscribe:understood')
    expect(read(told.text)).toContain('الاشتراك فعّال')
    expect(await subscriptionOf(READER)).toMatchObject({ times: [450], zone: 'Africa/Cairo' })
  })

  test('is asked about until it is understood, called off, or another command is given', async () => {
    await chat.say(READER, '/subscribe Atlantis')
    expect(await answer('Mu')).toContain('تعذّر فهم')
    await chat.press(READER, 'subscribe:cancel')
    expect(await answer('كورسك')).toContain('نتائج البحث')
    await chat.say(READER, '/subscribe Atlantis')
    await chat.say(READER, '/latest')
    expect(await answer('كورسك')).toContain('نتائج البحث')
    expect(await subscriptionOf(READER)).toBeNull()
  })

  test('asks an English reader in English', async () => {
    expect(await answer('/subscribe at dawn-ish', ENGLISH_READER)).toMatch(
      /was not understood[\s\S]*\/subscribe/,
    )
  })
})

describe('whatever is typed behind /subscribe', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '7:30',
      '٨ مساء',
      'القاهرة',
      'طرابلس',
      'Riyadh',
      'UTC+3',
      'أيام',
      'العمل',
      'friday',
      'مختصر',
      'silent',
    ),
    fc.constantFrom('25:61', '-1', 'و', 'إلى', '</b>', '\u{202E}', '\u{D800}', 'constructor', '9'.repeat(40)),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )

  test('is answered once, and what is stored makes sense', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async (words) => {
        const messages = await chat.say(READER, `/subscribe ${words.join(' ')}`)
        expect(messages).toHaveLength(1)
        const subscription = await subscriptionOf(READER)
        if (!subscription) return
        const { times, zone, nextDueAt } = subscription
        expect(times.length).toBeGreaterThan(0)
        expect(times.length).toBeLessThanOrEqual(6)
        expect(times.every((time) => Number.isInteger(time) && time >= 0 && time < 1440)).toBe(true)
        expect(isZone(zone)).toBe(true)
        expect(nextDueAt).toBeGreaterThanOrEqual(chat.clock.now())
      }),
      { numRuns: 80 },
    )
  })
})

describe('a name of several zones', () => {
  test('is asked about by buttons, and nothing is stored until one is chosen', async () => {
    const [question] = await chat.say(READER, '/subscribe ٧:٣٠ ص طرابلس مختصر')
    expect(buttonsOf(question)).toEqual(
      expect.arrayContaining([
        'subscribe:zone:Africa/Tripoli',
        'subscribe:zone:Asia/Beirut',
        'subscribe:cancel',
      ]),
    )
    expect(await subscriptionOf(READER)).toBeNull()
    const told = await chat.press(READER, 'subscribe:zone:Asia/Beirut')
    expect(told.messageId).toBe(question?.messageId)
    expect(read(told.text)).toContain('في الساعة 07:30 بتوقيت بيروت')
    expect(await subscriptionOf(READER)).toMatchObject({ times: [450], zone: 'Asia/Beirut', length: 'short' })
  })

  test('can be told apart by typing', async () => {
    await chat.say(READER, '/subscribe 7:30 طرابلس')
    await chat.say(READER, 'بيروت')
    expect(await subscriptionOf(READER)).toMatchObject({ times: [450], zone: 'Asia/Beirut' })
  })

  test('pressed again, or too late, changes nothing and shows what is set', async () => {
    const [question] = await chat.say(READER, '/subscribe 7:30 طرابلس')
    await chat.press(READER, 'subscribe:zone:Asia/Beirut')
    chat.loopback.press(READER, question?.messageId ?? 0, 'subscribe:zone:Africa/Tripoli')
    await chat.settle()
    expect(read(chat.last(READER).text)).toContain('المنطقة الزمنية: بيروت')
    expect(await subscriptionOf(READER)).toMatchObject({ zone: 'Asia/Beirut' })
  })

  test('a forged zone is not taken', async () => {
    const [question] = await chat.say(READER, '/subscribe 7:30 طرابلس')
    for (const zone of ['Europe/London', '../x', '', 'constructor']) {
      chat.loopback.press(READER, question?.messageId ?? 0, `subscribe:zone:${zone}`)
      await chat.settle()
    }
    expect(await subscriptionOf(READER)).toBeNull()
  })
})

describe('/unsubscribe', () => {
  test('ends what was asked, too', async () => {
    await chat.say(READER, '/subscribe')
    const [menu] = await chat.say(READER, '/settings')
    await chat.press(READER, 'settings:times')
    await chat.press(READER, 'settings:times:other')
    chat.loopback.press(READER, menu?.messageId ?? 0, 'unsubscribe')
    await chat.settle()
    expect(await answer('9:00')).not.toContain('المواعيد')
    expect(await subscriptionOf(READER)).toBeNull()
  })
})
