import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  OWNER,
  READER,
  startConversation,
} from '../support/conversation.ts'

let chat: Conversation
let forum: number
let threadId: number
const read = (text: string | undefined) => (text ?? '').replace(/\p{Cf}/gu, '')
const topic = async () => (await chat.app.readers.byAddress({ chatId: forum, threadId }))?.subscription

beforeEach(async () => {
  chat = await startConversation()
  forum = chat.loopback.groups.create({
    kind: 'supergroup',
    isForum: true,
    members: { [READER]: 'administrator', [OWNER]: 'administrator', [ENGLISH_READER]: 'member' },
  })
  chat.loopback.groups.setBot(forum, READER, 'administrator')
  threadId = chat.loopback.groups.openTopic(forum, READER, 'أخبار')
  await chat.settle()
})
afterEach(() => chat.close())

describe('the settings of a topic', () => {
  test('are changed by buttons, for that topic alone', async () => {
    await chat.sayIn(forum, READER, '/subscribe 7:30 القاهرة', { threadId })
    await chat.sayIn(forum, READER, '/settings', { threadId })
    await chat.pressIn(forum, READER, 'settings:times')
    await chat.pressIn(forum, READER, 'settings:times:add:1200')
    expect(await topic()).toMatchObject({ times: [450, 1200], zone: 'Africa/Cairo' })
    expect(
      (await chat.app.readers.byAddress({ chatId: forum, threadId: null }))?.subscription ?? null,
    ).toBeNull()
  })

  test('are typed as a reply, and the question says so', async () => {
    await chat.sayIn(forum, READER, '/subscribe 7:30 القاهرة', { threadId })
    await chat.sayIn(forum, READER, '/settings', { threadId })
    await chat.pressIn(forum, READER, 'settings:quiet')
    const question = await chat.pressIn(forum, READER, 'settings:quiet:other')
    expect(read(question.text)).toContain('ردًا على هذه الرسالة')
    await chat.sayIn(forum, READER, '22:00-07:00', { threadId })
    expect((await topic())?.quiet).toBeNull()
    await chat.sayIn(forum, READER, '22:00-07:00', { threadId, replyTo: question.messageId })
    expect((await topic())?.quiet).toEqual({ from: 1320, to: 420 })
  })

  test('know no place: phones send one in private chats only', async () => {
    await chat.sayIn(forum, READER, '/subscribe 7:30 القاهرة', { threadId })
    await chat.sayIn(forum, READER, '/settings', { threadId })
    const page = await chat.pressIn(forum, READER, 'settings:zone')
    expect(buttonsOf(page)).not.toContain('settings:zone:place')
    const count = chat.transcriptOf(forum).length
    chat.loopback.groups.press(forum, READER, page.messageId, 'settings:zone:place')
    chat.loopback.groups.sendLocation(forum, READER, { latitude: 51.5, longitude: -0.12 }, { threadId })
    await chat.settle()
    expect(await topic()).toMatchObject({ zone: 'Africa/Cairo' })
    expect(chat.transcriptOf(forum).length).toBe(count + 1)
  })

  test('of an ambiguous city are decided by whoever was asked', async () => {
    const [question] = await chat.sayIn(forum, READER, '/subscribe 7:30 طرابلس', { threadId })
    const data = 'subscribe:zone:Asia/Beirut'
    for (const other of [OWNER, ENGLISH_READER]) {
      chat.loopback.groups.press(forum, other, question?.messageId ?? 0, data)
      await chat.settle()
      expect(await topic()).toBeNull()
      expect(chat.transcriptOf(forum).at(-1)).toEqual(question)
    }
    await chat.pressIn(forum, READER, data)
    expect(await topic()).toMatchObject({ times: [450], zone: 'Asia/Beirut' })
  })
})
