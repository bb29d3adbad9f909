import fc from 'fast-check'
import type { Update } from 'grammy/types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Subscription } from '../../src/readers/subscription.ts'
import { isZone } from '../../src/readers/zones.ts'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  READER,
  startConversation,
} from '../support/conversation.ts'

let chat: Conversation
const subscriptionOf = async (person = READER) =>
  (await chat.app.readers.byAddress({ chatId: person, threadId: null }))?.subscription
const read = (text: string | undefined) => (text ?? '').replace(/\p{Cf}/gu, '')
const answers = async (text: string) => (await chat.say(READER, text)).map((message) => read(message.text))

beforeEach(async () => {
  chat = await startConversation()
  await chat.say(READER, '/subscribe 7:30 القاهرة')
})
afterEach(() => chat.close())

describe('/settings', () => {
  test('shows all that is set in one message that is edited in place', async () => {
    const [menu] = await chat.say(READER, '/settings')
    expect(read(menu?.text)).toContain('الموعد: 07:30\nالمنطقة الزمنية: القاهرة\nالأيام: كل يوم')
    for (const button of buttonsOf(menu).filter((data) => data !== 'unsubscribe')) {
      expect((await chat.press(READER, button)).messageId).toBe(menu?.messageId)
      if (button.split(':').length === 2) await chat.press(READER, 'settings')
    }
  })

  test('offers a reader without a subscription nothing but to subscribe and the language', async () => {
    const [menu] = await chat.say(ENGLISH_READER, '/settings')
    expect(buttonsOf(menu)).toEqual(['subscribe', 'settings:language'])
  })

  test('changes the language at once', async () => {
    await chat.say(READER, '/settings')
    await chat.press(READER, 'settings:language')
    const english = await chat.press(READER, 'settings:language:en')
    expect(read(english.text)).toContain('Time: 07:30')
    expect(await answersIn(ENGLISH)).toContain('Latest')
  })

  test('an old button does not subscribe somebody again', async () => {
    const [menu] = await chat.say(READER, '/settings')
    await chat.say(READER, '/unsubscribe')
    for (const data of ['settings:times:add:540', 'settings:zone:Asia/Riyadh', 'settings:sound:off']) {
      chat.loopback.press(READER, menu?.messageId ?? 0, data)
      await chat.settle()
    }
    expect(await subscriptionOf()).toBeNull()
  })
})

describe('times', () => {
  beforeEach(async () => {
    await chat.say(READER, '/settings')
    await chat.press(READER, 'settings:times')
  })

  test('are added and removed by pressing their hour', async () => {
    await chat.press(READER, '20:00')
    const page = await chat.press(READER, '\u{200F}✓ 07:30')
    expect(read(page.text)).toContain('الموعد: 20:00')
    expect(await subscriptionOf()).toMatchObject({ times: [1200] })
  })

  test('pressed twice are as pressed once', async () => {
    const page = chat.last(READER)
    for (let count = 0; count < 2; count += 1) {
      chat.loopback.press(READER, page.messageId, 'settings:times:add:1200')
      await chat.settle()
    }
    expect(await subscriptionOf()).toMatchObject({ times: [450, 1200] })
  })

  test('are six at the most, and one at the least', async () => {
    const note = read((await chat.press(READER, '\u{200F}✓ 07:30')).text)
    expect(note).toContain('موعد واحد على الأقل')
    for (const hour of ['06:00', '09:00', '12:00', '15:00', '18:00']) await chat.press(READER, hour)
    expect(read((await chat.press(READER, '21:00')).text)).toContain('6 مواعيد على الأكثر')
    expect((await subscriptionOf())?.times).toEqual([360, 450, 540, 720, 900, 1080])
  })

  test('can be typed, several at once; a wrong one is asked for again', async () => {
    await chat.press(READER, 'settings:times:other')
    for (const wrong of ['غدا', '25:00', '9 Atlantis', '9:00 القاهرة', '🎉']) {
      const [said] = await answers(wrong)
      expect(said, wrong).toMatch(/تعذّر فهم الموعد[\s\S]*07:30/)
    }
    expect(await subscriptionOf()).toMatchObject({ times: [450] })
    const [page] = await answers('٩:١٥ م و١٠:٣٠')
    expect(page).toContain('المواعيد: 07:30 و10:30 و21:15')
    expect(await subscriptionOf()).toMatchObject({ times: [450, 630, 1275] })
    // The question has been answered: the next words are a search.
    expect((await answers('كورسك'))[0]).toContain('نتائج البحث')
  })

  test('are not asked for any more once another button was pressed', async () => {
    await chat.press(READER, 'settings:times:other')
    await chat.press(READER, 'settings')
    expect((await answers('كورسك'))[0]).toContain('نتائج البحث')
  })
})

describe('the zone', () => {
  beforeEach(async () => {
    await chat.say(READER, '/settings')
    await chat.press(READER, 'settings:zone')
  })

  test('is chosen by a city', async () => {
    const menu = await chat.press(READER, 'الرياض')
    expect(read(menu.text)).toContain('المنطقة الزمنية: الرياض')
    expect(await subscriptionOf()).toMatchObject({ zone: 'Asia/Riyadh', times: [450] })
  })

  test('is typed as a city, asked for again while nobody knows it, and chosen where it is ambiguous', async () => {
    await chat.press(READER, 'settings:zone:other')
    expect((await answers('أطلنطس المفقودة'))[0]).toContain('لا منطقة زمنية معروفة باسم «أطلنطس المفقودة»')
    const [question] = await chat.say(READER, 'طرابلس')
    expect(buttonsOf(question)).toEqual(
      expect.arrayContaining(['settings:zone:Africa/Tripoli', 'settings:zone:Asia/Beirut']),
    )
    expect(await subscriptionOf()).toMatchObject({ zone: 'Africa/Cairo' })
    await chat.press(READER, 'settings:zone:Africa/Tripoli')
    expect(await subscriptionOf()).toMatchObject({ zone: 'Africa/Tripoli' })
    expect((await answers('كورسك'))[0]).toContain('نتائج البحث')
  })

  test('is found by a place, and the button for it goes', async () => {
    await chat.press(READER, 'settings:zone:place')
    expect(read(chat.last(READER).text)).toContain('إرسال الموقع')
    expect(sentMarkups().at(-1)).toMatchObject({ keyboard: [[{ request_location: true }]] })
    await chat.handle(placeUpdate(51.5, -0.12))
    expect(await subscriptionOf()).toMatchObject({ zone: 'Europe/London' })
    expect(sentMarkups().at(-2)).toEqual({ remove_keyboard: true })
    const [said, menu] = texts().slice(-2)
    expect(said).toBe('المنطقة الزمنية: لندن')
    expect(menu).toContain('المنطقة الزمنية: لندن')
    expect((await answers('كورسك'))[0]).toContain('نتائج البحث')
  })

  test('chosen by a city takes that button away, too', async () => {
    const page = chat.last(READER)
    await chat.press(READER, 'settings:zone:place')
    chat.loopback.press(READER, page.messageId, 'settings:zone:Asia/Riyadh')
    await chat.settle()
    expect(sentMarkups().at(-1)).toEqual({ remove_keyboard: true })
    expect(await subscriptionOf()).toMatchObject({ zone: 'Asia/Riyadh' })
  })

  test('stays when the place is nowhere', async () => {
    await chat.press(READER, 'settings:zone:place')
    await chat.handle(placeUpdate(Number.NaN, 400))
    expect(texts().at(-1)).toContain('تعذّر تحديد المنطقة الزمنية')
    expect(await subscriptionOf()).toMatchObject({ zone: 'Africa/Cairo' })
    await answers('بيروت')
    expect(await subscriptionOf()).toMatchObject({ zone: 'Asia/Beirut' })
  })

  test('of a place is offered to whoever has no subscription, and stored when they agree', async () => {
    await chat.say(READER, '/unsubscribe')
    await chat.handle(placeUpdate(33.9, 35.5))
    expect(await subscriptionOf()).toBeNull()
    await chat.press(READER, 'subscribe:understood')
    expect(await subscriptionOf()).toMatchObject({ zone: 'Asia/Beirut', times: [480] })
  })

  test('of a place completes a line that was not understood', async () => {
    await chat.say(READER, '/subscribe 9:00 Atlantis')
    await chat.handle(placeUpdate(33.9, 35.5))
    expect(await subscriptionOf()).toMatchObject({ zone: 'Asia/Beirut', times: [540] })
  })
})

describe('days', () => {
  beforeEach(async () => {
    await chat.say(READER, '/settings')
    await chat.press(READER, 'settings:days')
  })

  test('are every day, working days, or those that are pressed', async () => {
    const page = await chat.press(READER, 'settings:days:working')
    expect(read(page.text)).toContain('أيام العمل (الأحد إلى الخميس)')
    expect(await subscriptionOf()).toMatchObject({ days: 'working' })
    await chat.press(READER, 'الجمعة')
    expect(await subscriptionOf()).toMatchObject({ days: [5] })
    await chat.press(READER, 'الاثنين')
    expect(await subscriptionOf()).toMatchObject({ days: [1, 5] })
    await chat.press(READER, '\u{200F}✓ الجمعة')
    expect(await subscriptionOf()).toMatchObject({ days: [1] })
    expect(read((await chat.press(READER, '\u{200F}✓ الاثنين')).text)).toContain('يوم واحد على الأقل')
    await chat.press(READER, 'settings:days:daily')
    expect(await subscriptionOf()).toMatchObject({ days: 'daily' })
  })

  test('are every day when all seven are chosen', async () => {
    const names = ['السبت', 'الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة']
    for (const name of names) await chat.press(READER, name)
    expect(await subscriptionOf()).toMatchObject({ days: 'daily' })
  })

  test('move the next digest', async () => {
    await chat.press(READER, 'الجمعة')
    // Friday, 27 November 2026, 07:30 in Cairo.
    expect((await subscriptionOf())?.nextDueAt).toBe(Date.parse('2026-11-27T05:30:00Z'))
  })
})

describe('quiet hours', () => {
  beforeEach(async () => {
    await chat.say(READER, '/settings')
    await chat.press(READER, 'settings:quiet')
  })

  test('are chosen, and a digest in them is said to be silent', async () => {
    const menu = await chat.press(READER, 'settings:quiet:1380:480')
    expect(read(menu.text)).toContain('ساعات الهدوء: من 23:00 إلى 08:00')
    expect(read(menu.text)).toContain('يصل بلا صوت، لأن موعده ضمن ساعات الهدوء')
    expect(await subscriptionOf()).toMatchObject({ quiet: { from: 1380, to: 480 } })
    await chat.press(READER, 'settings:quiet')
    await chat.press(READER, 'settings:quiet:off')
    expect(await subscriptionOf()).toMatchObject({ quiet: null })
  })

  test('put off a digest that is late, and the reader is told until when', async () => {
    await chat.press(READER, 'settings:quiet:1320:420')
    await chat.say(READER, '/subscribe 23:30')
    chat.clock.jump('2026-11-22T21:00:00Z')
    // It is 23:00 in Cairo, and today's digest, due at 21:30 by the new hour, has not been sent.
    await chat.say(READER, '/subscribe 21:30')
    expect(texts().at(-1)).toContain('الموجز القادم: غدًا، الاثنين 23 نوفمبر/تشرين الثاني 2026، الساعة 07:00.')
  })

  test.each([
    ['22:00-07:00', 1320, 420],
    ['٢٢:٠٠ - ٠٧:٠٠', 1320, 420],
    ['11pm to 6am', 1380, 360],
    ['من 11 مساء إلى 6 صباحا', 1380, 360],
    ['13:00–15:30', 780, 930],
  ])('can be typed: %s', async (text, from, to) => {
    await chat.press(READER, 'settings:quiet:other')
    await chat.say(READER, text)
    expect(await subscriptionOf()).toMatchObject({ quiet: { from, to } })
  })

  test.each(['22:00', '22:00-22:00', '25:00-07:00', 'ليلا', '22-7-9'])(
    'are asked for again after %j',
    async (text) => {
      await chat.press(READER, 'settings:quiet:other')
      const [said] = await answers(text)
      expect(said).toContain('22:00-07:00')
      expect(await subscriptionOf()).toMatchObject({ quiet: null })
      await chat.say(READER, '22:00-07:00')
      expect(await subscriptionOf()).toMatchObject({ quiet: { from: 1320, to: 420 } })
    },
  )
})

describe('a picture', () => {
  test.each(['settings:times:other', 'settings:zone:other', 'settings:quiet:other'])(
    'is no answer to %s, which is asked again with examples',
    async (button) => {
      await chat.say(READER, '/settings')
      await chat.press(READER, button.split(':').slice(0, 2).join(':'))
      const asked = read((await chat.press(READER, button)).text)
      await chat.handle(pictureUpdate())
      expect(texts().at(-1)).toBe(asked)
    },
  )

  test('is no answer to what was left open of a line', async () => {
    await chat.say(READER, '/subscribe 9:00 Atlantis')
    await chat.handle(pictureUpdate())
    expect(texts().at(-1)).toMatch(/الموعد: 09:00[\s\S]*أمثلة/)
  })
})

describe('sound, length and days without news', () => {
  test('are one press each', async () => {
    await chat.say(READER, '/settings')
    await chat.press(READER, 'settings:sound:off')
    await chat.press(READER, 'settings:nothing:say')
    await chat.press(READER, 'settings:length')
    const menu = await chat.press(READER, 'settings:length:full')
    expect(read(menu.text)).toContain('الوصول: بلا صوت\nالطول: كامل (الجمل المختارة والمصادر)')
    expect(read(menu.text)).toContain('في يوم لا جديد فيه: سطر واحد بلا صوت')
    expect(await subscriptionOf()).toMatchObject({ silent: true, length: 'full', whenNothing: 'say' })
    await chat.press(READER, 'settings:sound:on')
    await chat.press(READER, 'settings:nothing:skip')
    expect(await subscriptionOf()).toMatchObject({ silent: false, whenNothing: 'skip' })
  })
})

describe('forged buttons', () => {
  const word = fc.constantFrom(
    'times',
    'zone',
    'days',
    'quiet',
    'length',
    'sound',
    'nothing',
    'language',
    'add',
    'drop',
    'other',
    'off',
    'on',
    'full',
    '0',
    '1',
    '7',
    '8',
    '450',
    '1439',
    '1440',
    '-1',
    '1e3',
    '99999999999999999999',
    'Africa/Cairo',
    'africa/cairo',
    'Etc/../x',
    'constructor',
    '__proto__',
    '',
    ' ',
    'place',
    'طرابلس',
    'zone',
    'understood',
    'cancel',
    'working',
    'daily',
    'NaN',
    'null',
  )
  const forged = fc
    .tuple(
      fc.constantFrom('settings', 'subscribe'),
      fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 4 }),
    )
    .map(([action, args]) => [action, ...args].join(':'))
    .filter((data) => Buffer.byteLength(data) <= 64)

  test('never throw and never store nonsense', async () => {
    const [menu] = await chat.say(READER, '/settings')
    let updateId = 1_000_000
    await fc.assert(
      fc.asyncProperty(forged, async (data) => {
        updateId += 1
        await chat.handle(pressUpdate(updateId, menu?.messageId ?? 0, data))
        expectSound(await subscriptionOf())
      }),
      { numRuns: 150 },
    )
  })
})

const ENGLISH = '/latest'
const answersIn = async (text: string) => (await answers(text)).join('\n')
/** What went below the messages that were sent anew. */
const sentMarkups = () =>
  chat.loopback
    .calls(READER)
    .filter(({ method }) => method === 'sendMessage')
    .map(({ payload }) => payload['reply_markup'])
const texts = () =>
  chat.loopback
    .transcript(READER)
    .filter(({ from }) => from === 'bot')
    .map(({ text }) => read(text))

function expectSound(subscription: Subscription | null | undefined): void {
  if (subscription === null || subscription === undefined) throw new Error('The subscription is gone.')
  const { times, zone, days, quiet } = subscription
  expect(times.length).toBeGreaterThan(0)
  expect(times.length).toBeLessThanOrEqual(6)
  expect([...new Set(times)].sort((a, b) => a - b)).toEqual(times)
  expect(times.every((time) => Number.isInteger(time) && time >= 0 && time < 1440)).toBe(true)
  expect(isZone(zone)).toBe(true)
  expect(typeof days === 'string' ? ['daily', 'working'].includes(days) : days.length > 0).toBe(true)
  if (quiet !== null) expect(quiet.from !== quiet.to && quiet.from < 1440 && quiet.to < 1440).toBe(true)
}

const from = { id: READER, is_bot: false, first_name: 'Reader', language_code: 'ar' }
const privateChat = { id: READER, type: 'private', first_name: 'Reader' } as const

const placeUpdate = (latitude: number, longitude: number) =>
  messageUpdate({ location: { latitude, longitude } })
const pictureUpdate = () => messageUpdate({ photo: [] })

function messageUpdate(content: object): Update {
  const message = { message_id: 900_000, date: 1_795_000_000, chat: privateChat, from, ...content }
  return { update_id: 900_000, message }
}

function pressUpdate(updateId: number, messageId: number, data: string): Update {
  return {
    update_id: updateId,
    callback_query: {
      id: String(updateId),
      chat_instance: '1',
      from,
      data,
      message: { message_id: messageId, date: 1_795_000_000, chat: privateChat, text: '.' },
    },
  }
}
