import type { MessageOrigin, Update } from 'grammy/types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Capabilities } from '../../src/bot/capabilities.ts'
import type { BotContext } from '../../src/bot/context.ts'
import { runPressed } from '../../src/bot/owner/runs.ts'
import { createWording } from '../../src/messages/fluent.ts'
import { simplePreferences } from '../../src/readers/subscription.ts'
import { buttonsOf, type Conversation, OWNER, READER, startConversation } from '../support/conversation.ts'

const GROUP = -1001234567890

let chat: Conversation
beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

/** Plans the digest of these chats as one run, due now. */
async function planRun(chatIds: readonly number[]): Promise<number> {
  const { readers, articles, editions } = chat.app
  const upTo = await articles.newestId()
  const now = chat.clock.now()
  const planned = []
  for (const chatId of chatIds) {
    const { id } = await readers.ensure({ chatId, threadId: null }, { language: 'ar', kind: 'private' })
    await readers.subscribe(id, { ...simplePreferences(480, 'Asia/Riyadh'), nextDueAt: now }, chatId)
    planned.push({
      readerId: id,
      slot: '2026-11-22',
      cursor: null,
      availableAt: now,
      silent: false,
      due: { from: now, to: now + 86_400_000 },
    })
  }
  const edition = {
    key: `ar:normal:first-${upTo}`,
    language: 'ar',
    length: 'normal',
    since: null,
    upTo,
    articleIds: [1, 2],
    omitted: 0,
    parts: ['one', 'two'],
    buttons: [],
  } as const
  const plan = {
    now,
    runId: null,
    editions: [{ edition, readers: planned }],
    skipped: [],
    passed: [],
    repeatable: false,
  }
  const { runId } = await editions.plan(plan)
  if (runId === null) throw new Error('Nothing was planned.')
  return runId
}

const people = (count: number) => Array.from({ length: count }, (_, index) => 1000 + index)
const stateOf = async (id: number) => (await chat.app.runs.byId(id))?.state

describe('/runs', () => {
  test('says that there are none', async () => {
    const [answer] = await chat.say(OWNER, '/runs')
    expect(answer?.text).toContain('لا دفعات إرسال بعد')
  })

  test('shows what is open with its figures and what can be done', async () => {
    const id = await planRun(people(3))
    const [answer] = await chat.say(OWNER, '/runs')
    expect(answer?.text).toContain('الحالة: قيد الإرسال')
    expect(answer?.text).toContain('في الانتظار: 3')
    expect(buttonsOf(answer).sort()).toEqual([`run:cancel:${id}:list`, `run:pause:${id}:list`])
  })

  test('pauses and resumes from the list, which shows at once how things stand', async () => {
    const id = await planRun(people(3))
    await chat.say(OWNER, '/runs')
    const paused = await chat.press(OWNER, `run:pause:${id}:list`)
    expect(paused.text).toContain('متوقفة مؤقتًا')
    expect(paused.text).toContain('دفعات الإرسال')
    expect(await stateOf(id)).toBe('paused')
    expect(await chat.app.outbox.claim(10, chat.clock.now(), chat.clock.now() + 1)).toEqual([])
    await chat.press(OWNER, `run:resume:${id}:list`)
    expect(await stateOf(id)).toBe('running')
  })

  test('asks before it cancels, in a message of its own, and leaves the news to the next digest', async () => {
    const id = await planRun(people(3))
    const [list] = await chat.say(OWNER, '/runs')
    await chat.press(OWNER, `run:cancel:${id}:list`)
    const question = chat.last(OWNER)
    expect(question.messageId).not.toBe(list?.messageId)
    expect(question.text).toContain('وعدده 3')
    expect(await stateOf(id)).toBe('running')
    const done = await chat.press(OWNER, `run:drop:${id}`)
    expect(done.messageId).toBe(question.messageId)
    expect(done.text).toContain('الحالة: ملغاة')
    expect(done.text).toContain('قرار المالك')
    expect(await stateOf(id)).toBe('cancelled')
    const [reader] = await chat.app.readers.ofChat(1000)
    expect(reader?.cursor).toBeNull()
  })

  test('keeps the run where the owner thinks better of it', async () => {
    const id = await planRun(people(3))
    await chat.say(OWNER, '/runs')
    await chat.press(OWNER, `run:cancel:${id}:list`)
    const kept = await chat.press(OWNER, `run:keep:${id}`)
    expect(kept.text).toContain('لم يتغير شيء')
    expect(kept.keyboard ?? []).toEqual([])
    expect(await stateOf(id)).toBe('running')
  })
})

describe('a press', () => {
  test('that comes twice does no harm', async () => {
    const id = await planRun(people(3))
    const [list] = await chat.say(OWNER, '/runs')
    for (let times = 0; times < 3; times += 1) {
      chat.loopback.press(OWNER, list?.messageId as number, `run:pause:${id}`)
    }
    await chat.settle()
    expect(await stateOf(id)).toBe('paused')
    expect((await chat.app.runs.byId(id))?.reason).toBe(`paused by owner ${OWNER}`)
  })

  test.each(['run:pause:99', 'run:pause:1', 'run:drop:1', 'run:pause', 'run:pause:-1', 'run:drop:9e9'])(
    '%s for what is no run says so',
    async (data) => {
      const [message] = await chat.say(OWNER, '/runs')
      chat.loopback.press(OWNER, message?.messageId as number, data)
      await chat.settle()
      expect(chat.last(OWNER).text).toContain('هذه الدفعة غير معروفة')
    },
  )

  test('that resumes wakes the sender, and only where there was something to resume', async () => {
    const id = await planRun(people(3))
    await chat.app.runs.pause(id, 'paused by the operator')
    let woken = 0
    const can = { ...chat.app, wakeSender: () => void (woken += 1) } as unknown as Capabilities
    const ctx = {
      visit: { userId: OWNER, chatId: OWNER, threadId: null, wording: createWording('en') },
      api: { sendMessage: async () => ({ message_id: 1 }) },
    } as unknown as BotContext
    await runPressed(ctx, can, ['resume', String(id)])
    expect(woken).toBe(1)
    await runPressed(ctx, can, ['resume', String(id)])
    await runPressed(ctx, can, ['pause', String(id)])
    expect(woken).toBe(1)
    expect(await stateOf(id)).toBe('paused')
  })

  test('of a made-up act changes nothing', async () => {
    const id = await planRun(people(3))
    const [message] = await chat.say(OWNER, '/runs')
    chat.loopback.press(OWNER, message?.messageId as number, `run:explode:${id}`)
    await chat.settle()
    expect(await stateOf(id)).toBe('running')
  })

  test('of somebody who is no owner does nothing', async () => {
    const id = await planRun(people(3))
    const [message] = await chat.say(READER, '/help')
    for (const act of ['pause', 'drop', 'cancel']) {
      chat.loopback.press(READER, message?.messageId as number, `run:${act}:${id}`)
    }
    await chat.settle()
    expect(await stateOf(id)).toBe('running')
    expect(chat.last(READER).messageId).toBe(message?.messageId)
  })
})

describe('somebody who is no owner', () => {
  test.each(['/runs', '/why', '/why 22'])(
    'gets the same answer to %s as to a command that nobody knows',
    async (command) => {
      const [unknown] = await chat.say(READER, '/nothing')
      const [answer] = await chat.say(READER, command)
      expect(answer?.text).toBe(unknown?.text)
      expect((await chat.say(READER, '/help'))[0]?.text).not.toContain(command.split(' ')[0])
    },
  )

  test('opens no page of /why by a forged button', async () => {
    const [message] = await chat.say(READER, '/help')
    chat.loopback.press(READER, message?.messageId as number, `why:${OWNER}:1`)
    await chat.settle()
    expect(chat.last(READER).text).toBe(message?.text)
  })
})

describe('/why', () => {
  test('is in the help of owners', async () => {
    const [help] = await chat.say(OWNER, '/help')
    expect(help?.text).toContain('/why')
    expect(help?.text).toContain('/runs')
  })

  test('tells of one’s own chat where no other is named', async () => {
    const [answer] = await chat.say(OWNER, '/why')
    expect(answer?.text).toContain(`المحادثة`)
    expect(answer?.text).toContain(String(OWNER))
    expect(answer?.text).toContain('لا اشتراك')
    expect(answer?.text).toContain('لا مواعيد بعد')
  })

  test('tells what a reader was sent: subscription, next digest, slots with edition, state and reason', async () => {
    await planRun([READER])
    const { outbox } = chat.app
    const now = chat.clock.now()
    const [claim] = await outbox.claim(1, now, now + 60_000)
    const id = claim?.id as number
    await outbox.settle([{ kind: 'part', id, messageIds: [900], leaseUntil: now + 60_000 }], now)
    await outbox.settle(
      [{ kind: 'later', id, at: now + 35_000, attempts: 2, reason: 'wait 35 s', refused: false }],
      now,
    )
    await outbox.saveHold({ chatId: READER, until: now + 35_000 })
    await outbox.saveHold({ chatId: 77, until: now + 3_600_000 })
    const [answer] = await chat.say(OWNER, `/why ${READER}`)
    const text = answer?.text.replaceAll(/[\u{2068}\u{2069}\u{200F}]/gu, '') ?? ''
    for (const part of [
      `المحادثة ${READER}`,
      'النوع: محادثة خاصة، واللغة: العربية',
      'الرياض',
      'الموعد التالي: 2026-11-23 09:00 (2026-11-23 06:00 UTC)',
      'لم يصل موجز بعد',
      'موعد 2026-11-22: ينتظر',
      'السبب: طلب تيليغرام الانتظار 35 ثانية',
      'تقريران، أول موجز، حتى التقرير 6',
      'الأجزاء الواصلة: 1 من 2',
      'المحاولات المعدودة: 2',
      'انتظار يطلبه تيليغرام لهذه المحادثة حتى 2026-11-22 09:00',
    ]) {
      expect(text).toContain(part)
    }
    // The wait of another chat is not this one's.
    expect(text.split('انتظار يطلبه').length).toBe(2)
  })

  test('understands an id however its digits and its sign are written', async () => {
    await chat.app.readers.ensure({ chatId: GROUP, threadId: null }, { language: 'ar', kind: 'supergroup' })
    for (const id of ['-1001234567890', '−1001234567890', '-١٠٠١٢٣٤٥٦٧٨٩٠']) {
      const [answer] = await chat.say(OWNER, `/why ${id}`)
      expect(answer?.text).toContain('مجموعة كبيرة')
    }
  })

  test('has a page for the chat and one for each of its topics', async () => {
    for (const threadId of [null, 5, 9]) {
      await chat.app.readers.ensure({ chatId: GROUP, threadId }, { language: 'ar', kind: 'supergroup' })
    }
    const [first] = await chat.say(OWNER, `/why ${GROUP}`)
    expect(buttonsOf(first)).toEqual([`why:${GROUP}:2`])
    expect(first?.text).not.toContain('الموضوع')
    const second = await chat.press(OWNER, `why:${GROUP}:2`)
    expect(second.messageId).toBe(first?.messageId)
    expect(second.text).toMatch(/الموضوع \u{2068}5\u{2069}/u)
    expect(buttonsOf(second).sort()).toEqual([`why:${GROUP}:1`, `why:${GROUP}:3`])
    const third = await chat.press(OWNER, `why:${GROUP}:3`)
    expect(third.text).toMatch(/الموضوع \u{2068}9\u{2069}/u)
    chat.loopback.press(OWNER, third.messageId, `why:${GROUP}:99`)
    await chat.settle()
    expect(chat.last(OWNER).text).toBe(third.text)
  })

  test('says that nobody is known by an id, and makes no reader of it', async () => {
    const before = await chat.app.readers.count()
    await chat.say(OWNER, '/start')
    const [answer] = await chat.say(OWNER, '/why 987654')
    expect(answer?.text).toContain('لا محادثة معروفة')
    expect((await chat.app.readers.count()).readers).toBe(before.readers + 1)
  })

  test.each(['me', '12x', '1e9', '--5', '0', '99999999999999999999', '<b>'])(
    'explains itself for %s',
    async (given) => {
      const [answer] = await chat.say(OWNER, `/why ${given}`)
      expect(answer?.text).toContain('/why -1001234567890')
    },
  )

  test('forged page numbers and ids harm nobody', async () => {
    const [message] = await chat.say(OWNER, '/why')
    for (const data of ['why', 'why:', 'why:x:1', `why:${OWNER}:0`, `why:${OWNER}:x`, 'why:5:1']) {
      chat.loopback.press(OWNER, message?.messageId as number, data)
      await chat.settle()
    }
    expect(chat.last(OWNER).from).toBe('bot')
  })
})

describe('/why in reply to a forwarded message', () => {
  const date = Date.parse('2026-11-22T06:00:00Z') / 1000
  const owner = { id: OWNER, type: 'private', first_name: 'Owner' } as const
  const from = { id: OWNER, is_bot: false, first_name: 'Owner' } as const

  async function whyInReplyTo(origin: MessageOrigin): Promise<string> {
    const forwarded = { message_id: 5001, date, chat: owner, from, text: 'x', forward_origin: origin }
    const update = {
      update_id: 900_001,
      message: {
        message_id: 5002,
        date,
        chat: owner,
        from,
        text: '/why',
        entities: [{ type: 'bot_command', offset: 0, length: 4 }],
        reply_to_message: forwarded,
      },
    }
    await chat.handle(update as unknown as Update)
    return chat.last(OWNER).text
  }

  test('is about whoever wrote it', async () => {
    await chat.say(READER, '/start')
    const user = { id: READER, is_bot: false, first_name: 'Reader' }
    const text = await whyInReplyTo({ type: 'user', date, sender_user: user })
    expect(text).toMatch(new RegExp(`المحادثة \u{2068}${READER}\u{2069}`, 'u'))
  })

  test('is about the channel it was posted in', async () => {
    await chat.app.readers.ensure({ chatId: GROUP, threadId: null }, { language: 'en', kind: 'channel' })
    const channel = { id: GROUP, type: 'channel', title: 'x' } as const
    const text = await whyInReplyTo({ type: 'channel', date, chat: channel, message_id: 3 })
    expect(text).toContain('قناة')
  })

  test('says so where whoever wrote it hides', async () => {
    expect(await whyInReplyTo({ type: 'hidden_user', date, sender_user_name: 'x' })).toContain('يخفي هويته')
  })
})
