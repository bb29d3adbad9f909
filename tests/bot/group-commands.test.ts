import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  OWNER,
  READER,
  startConversation,
} from '../support/conversation.ts'

/** In the group READER administers, ENGLISH_READER is a member, OWNER (of the bot) is a member. */
let chat: Conversation
let group: number

beforeEach(async () => {
  chat = await startConversation()
  group = chat.loopback.groups.create({
    kind: 'supergroup',
    title: 'نقاش',
    isForum: true,
    members: { [READER]: 'administrator', [ENGLISH_READER]: 'member', [OWNER]: 'member' },
  })
  chat.loopback.groups.setBot(group, READER, 'member')
  await chat.settle()
})
afterEach(() => chat.close())

const readerAt = (threadId: number | null) => chat.app.readers.byAddress({ chatId: group, threadId })
const callsOf = (method: string) => chat.loopback.calls().filter((call) => call.method === method)

describe('in a group', () => {
  test.each(['/start', '/help', '/latest', '/search كورسك', '/digest', '/day', '/privacy'])(
    '%s is answered to everybody',
    async (text) => {
      expect(await chat.sayIn(group, ENGLISH_READER, text)).not.toEqual([])
    },
  )

  test('/help names what works there: to members reading, to administrators settings too', async () => {
    const [forMember] = await chat.sayIn(group, ENGLISH_READER, '/help')
    const [forAdministrator] = await chat.sayIn(group, READER, '/help')
    expect(forMember?.text).toContain('/latest')
    expect(forMember?.text).not.toContain('/settings')
    expect(forAdministrator?.text).toContain('/settings')
    const [forOwner] = await chat.sayIn(group, OWNER, '/help')
    expect(forOwner?.text).not.toContain('/add')
  })

  test('what people say to each other is left alone, and makes no reader', async () => {
    await chat.app.readers.forget((await readerAt(null))?.id ?? 0)
    expect(await chat.sayIn(group, ENGLISH_READER, 'كورسك')).toEqual([])
    chat.loopback.groups.setBot(group, READER, 'administrator')
    await chat.settle()
    await chat.app.readers.forget((await readerAt(null))?.id ?? 0)
    expect(await chat.sayIn(group, ENGLISH_READER, 'كورسك')).toEqual([])
    expect(await readerAt(null)).toBeNull()
  })

  test('commands to other bots are left alone, known or not', async () => {
    expect(await chat.sayIn(group, READER, '/latest@OtherBot')).toEqual([])
    expect(await chat.sayIn(group, READER, '/roll')).toEqual([])
    expect(await chat.sayIn(group, READER, '/roll@MujazBot')).toHaveLength(1)
    expect(await chat.sayIn(group, READER, '/latest@mujazbot')).toHaveLength(1)
  })

  test('lists are paged by whoever sees them', async () => {
    const [list] = await chat.sayIn(group, READER, '/latest')
    const next = await chat.pressIn(group, ENGLISH_READER, 'latest:2')
    expect(next.messageId).toBe(list?.messageId)
    expect(next.text).not.toBe(list?.text)
  })

  test('only administrators subscribe, and it is stored who did', async () => {
    const [refused] = await chat.sayIn(group, ENGLISH_READER, '/subscribe 7:30')
    expect(refused?.text).toContain('للمشرفين')
    expect((await readerAt(null))?.subscription).toBeNull()
    await chat.sayIn(group, READER, '/subscribe 7:30')
    expect(await readerAt(null)).toMatchObject({
      kind: 'supergroup',
      setBy: READER,
      subscription: { times: [450] },
    })
  })

  test.each(['/unsubscribe', '/settings', '/forget'])('%s by a member changes nothing', async (text) => {
    await chat.sayIn(group, READER, '/subscribe 7:30')
    const [refused] = await chat.sayIn(group, ENGLISH_READER, text)
    expect(refused?.text).toContain('للمشرفين')
    expect(refused?.keyboard).toBeNull()
    expect((await readerAt(null))?.subscription).not.toBeNull()
  })

  test('buttons that change something answer members with a notice', async () => {
    await chat.sayIn(group, READER, '/subscribe 7:30')
    for (const data of ['unsubscribe', 'settings:language:en', 'forget:yes', 'subscribe']) {
      await chat.sayIn(group, READER, '/settings')
      chat.loopback.groups.press(group, ENGLISH_READER, chat.last(group).messageId, data)
      await chat.settle()
      expect(chat.loopback.notices(group).at(-1)?.text).toContain('للمشرفين')
    }
    expect(await readerAt(null)).toMatchObject({ language: 'ar', subscription: { times: [450] } })
  })

  test('an administrator without a name may do everything', async () => {
    await chat.sayIn(group, 'chat', '/subscribe 7:30')
    expect(await readerAt(null)).toMatchObject({ setBy: group, subscription: { times: [450] } })
    await chat.sayIn(group, 'chat', '/unsubscribe')
    expect((await readerAt(null))?.subscription).toBeNull()
  })

  test('whoever speaks as a channel is an administrator only if the channel is the linked one', async () => {
    const discussion = chat.loopback.groups.create({ kind: 'supergroup', linkedChannelId: -1001 })
    chat.loopback.groups.setBot(discussion, READER, 'administrator')
    const channel = (id: number) => ({
      from: { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' },
      sender_chat: { id, type: 'channel', title: 'قناة' },
      text: '/subscribe 7:30',
      entities: [{ type: 'bot_command', offset: 0, length: 10 }],
    })
    const subscription = async () =>
      (await chat.app.readers.byAddress({ chatId: discussion, threadId: null }))?.subscription
    chat.loopback.groups.put(discussion, READER, channel(-1002))
    await chat.settle()
    expect(await subscription()).toBeNull()
    chat.loopback.groups.put(discussion, READER, channel(-1001))
    await chat.settle()
    expect(await subscription()).not.toBeNull()
  })

  test('what was forwarded or came through another bot is nobody’s command', async () => {
    const origin = { type: 'user', sender_user: { id: 5, is_bot: false, first_name: 'x' }, date: 1 }
    const bot = { id: 9, is_bot: true, first_name: 'Inline', username: 'inline_bot' }
    const entities = [{ type: 'bot_command', offset: 0, length: 10 }]
    for (const more of [
      { forward_origin: origin },
      { is_automatic_forward: true, forward_origin: origin },
      { via_bot: bot },
    ]) {
      chat.loopback.groups.put(group, READER, { text: '/subscribe 7:30', entities, ...more })
      await chat.settle()
    }
    expect((await readerAt(null))?.subscription).toBeNull()
  })

  test('commands of editors and owners are refused, in so many words only to them', async () => {
    const [refused] = await chat.sayIn(group, OWNER, '/add نص')
    expect(refused?.text).toContain('المحادثة الخاصة')
    expect(await chat.sayIn(group, READER, '/add نص')).toEqual([])
    const [list] = await chat.sayIn(group, OWNER, '/latest')
    chat.loopback.groups.press(group, OWNER, list?.messageId ?? 0, 'paste:cancel')
    await chat.settle()
    expect(chat.loopback.notices(group).at(-1)?.text).toContain('انتهت صلاحية')
  })

  test('reasons of the order are shown to nobody', async () => {
    const before = chat.transcriptOf(group).length
    await chat.sayIn(group, OWNER, '/search? كورسك')
    expect(chat.transcriptOf(group)).toHaveLength(before + 1)
  })
})

describe('who is an administrator', () => {
  test('is asked once a minute, however many commands come', async () => {
    for (let n = 0; n < 10; n += 1) await chat.sayIn(group, READER, '/settings')
    expect(callsOf('getChatMember')).toHaveLength(1)
    await chat.clock.advance(60_001)
    await chat.sayIn(group, READER, '/settings')
    expect(callsOf('getChatMember')).toHaveLength(2)
  })

  test('a dismissed one can change settings for a minute at most', async () => {
    await chat.sayIn(group, READER, '/subscribe 7:30')
    chat.loopback.groups.setMember(group, READER, 'member')
    await chat.clock.advance(60_001)
    await chat.sayIn(group, READER, '/unsubscribe')
    expect((await readerAt(null))?.subscription).not.toBeNull()
  })
})

describe('a question of the bot in a group', () => {
  beforeEach(async () => {
    await chat.sayIn(group, READER, '/subscribe 7:30')
    await chat.sayIn(group, READER, '/subscribe في وقت ما')
  })
  const question = () => chat.last(group).messageId
  const times = async () => (await readerAt(null))?.subscription?.times

  test('is answered by a reply of the administrator who was asked', async () => {
    await chat.sayIn(group, READER, '21:15', { replyTo: question() })
    expect(await times()).toEqual([1275])
  })

  test('is not answered by others, nor by what is no reply to the bot', async () => {
    const asked = question()
    const [spoken] = chat.loopback.groups.say(group, READER, 'سؤال آخر')
    await chat.sayIn(group, READER, '21:15')
    await chat.sayIn(group, READER, '21:15', { replyTo: spoken ?? 0 })
    await chat.sayIn(group, ENGLISH_READER, '21:15', { replyTo: asked })
    chat.loopback.groups.setMember(group, OWNER, 'administrator')
    await chat.sayIn(group, OWNER, '21:15', { replyTo: asked })
    expect(await times()).toEqual([450])
  })

  test('is not answered by somebody who has been dismissed since', async () => {
    const asked = question()
    chat.loopback.groups.setMember(group, READER, 'member')
    await chat.clock.advance(60_001)
    await chat.sayIn(group, READER, '21:15', { replyTo: asked })
    expect(await times()).toEqual([450])
  })

  test('may be answered without a name by whoever was asked last', async () => {
    await chat.sayIn(group, 'chat', '21:15', { replyTo: question() })
    expect(await times()).toEqual([1275])
  })

  test('to an anonymous administrator is answered by the buttons of any', async () => {
    await chat.clock.advance(1000)
    await chat.sayIn(group, 'chat', '/subscribe 9:00 طرابلس أو لندن أو شيء')
    const choice = buttonsOf(chat.last(group)).find((data) => /^subscribe:(?:zone|understood)/.test(data))
    expect(choice).toBeDefined()
    await chat.pressIn(group, READER, choice ?? '')
    expect(await times()).toEqual([540])
  })
})

describe('topics of a forum', () => {
  test('are readers of their own, answered where they ask', async () => {
    const topic = chat.loopback.groups.openTopic(group, READER, 'أخبار')
    const [answer] = await chat.sayIn(group, READER, '/subscribe 7:30', { threadId: topic })
    expect(answer?.threadId).toBe(topic)
    expect(await readerAt(topic)).toMatchObject({ threadId: topic, subscription: { times: [450] } })
    expect((await readerAt(null))?.subscription).toBeNull()
    const [general] = await chat.sayIn(group, READER, '/subscribe 9:00')
    expect(general?.threadId).toBeNull()
    expect(await readerAt(topic)).toMatchObject({ subscription: { times: [450] } })
    expect(await readerAt(null)).toMatchObject({ subscription: { times: [540] } })
  })

  test('have buttons that change that topic', async () => {
    const topic = chat.loopback.groups.openTopic(group, READER, 'أخبار')
    await chat.sayIn(group, READER, '/subscribe 7:30', { threadId: topic })
    await chat.sayIn(group, READER, '/subscribe 9:00')
    await chat.sayIn(group, READER, '/settings', { threadId: topic })
    await chat.pressIn(group, READER, 'unsubscribe')
    expect((await readerAt(topic))?.subscription).toBeNull()
    expect((await readerAt(null))?.subscription).not.toBeNull()
  })

  test('of a message that is gone are unknown, so its buttons change nothing', async () => {
    await chat.sayIn(group, READER, '/subscribe 9:00')
    const { messageId } = chat.last(group)
    await chat.loopback.call('deleteMessage', { chat_id: group, message_id: messageId })
    chat.loopback.groups.press(group, READER, messageId, 'unsubscribe')
    await chat.settle()
    expect((await readerAt(null))?.subscription).not.toBeNull()
  })

  test('speak the language of their chat', async () => {
    await chat.sayIn(group, READER, '/latest')
    const topic = chat.loopback.groups.openTopic(group, READER, 'news')
    await chat.sayIn(group, ENGLISH_READER, '/latest', { threadId: topic })
    expect((await readerAt(topic))?.language).toBe('ar')
  })
})
