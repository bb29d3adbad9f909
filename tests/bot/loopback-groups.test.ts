import { beforeEach, describe, expect, test } from 'vitest'
import type { GroupKind, MemberStatus } from '../../src/bot/loopback/group.ts'
import { createLoopback, type Loopback } from '../../src/bot/loopback.ts'
import type { Clock } from '../../src/clock.ts'

const CREATOR = 11
const MEMBER = 12
const clock: Clock = { now: () => Date.UTC(2026, 10, 22, 8), sleep: () => Promise.resolve() }
let loopback: Loopback
/** The offset of the next poll. */
let confirmed = 0

beforeEach(() => {
  confirmed = 0
  loopback = createLoopback({
    clock,
    botName: 'موجز',
    username: 'mujaz_bot',
    people: [
      { id: CREATOR, name: 'سارة', languageCode: 'ar' },
      { id: MEMBER, name: 'Omar', languageCode: 'en' },
    ],
  })
})

function create(kind: GroupKind, bot: MemberStatus = 'member', isForum = false): number {
  const members = { [CREATOR]: 'creator', [MEMBER]: 'member' } as const
  const id = loopback.groups.create({ kind, title: 'مجلس', isForum, members })
  loopback.groups.setBot(id, CREATOR, bot)
  return id
}

async function refusal(method: string, payload: Record<string, unknown>): Promise<string> {
  const answer = await loopback.call(method, payload)
  return answer.ok ? 'accepted' : `${answer.error_code} ${answer.description}`
}

async function accept(method: string, payload: Record<string, unknown>): Promise<any> {
  const answer = await loopback.call(method, payload)
  if (!answer.ok) throw new Error(answer.description)
  return answer.result
}

const write = (chatId: number, more: Record<string, unknown> = {}) =>
  refusal('sendMessage', { chat_id: chatId, text: 'نص', ...more })

async function updates(): Promise<any[]> {
  const all = (await accept('getUpdates', { offset: confirmed })) as any[]
  confirmed = (all.at(-1)?.update_id ?? confirmed - 1) + 1
  return all
}

describe('writing', () => {
  test.each<[GroupKind, MemberStatus, string]>([
    ['group', 'member', 'accepted'],
    ['group', 'kicked', '403 Forbidden: bot was kicked from the group chat'],
    ['group', 'left', '403 Forbidden: bot is not a member of the group chat'],
    ['supergroup', 'member', 'accepted'],
    ['supergroup', 'administrator', 'accepted'],
    ['supergroup', 'kicked', '403 Forbidden: bot was kicked from the supergroup chat'],
    ['supergroup', 'left', '403 Forbidden: bot is not a member of the supergroup chat'],
    ['supergroup', 'restricted', '400 Bad Request: not enough rights to send text messages to the chat'],
    ['channel', 'administrator', 'accepted'],
    [
      'channel',
      'administrator-without-posting',
      '400 Bad Request: need administrator rights in the channel chat',
    ],
    ['channel', 'member', '400 Bad Request: need administrator rights in the channel chat'],
    ['channel', 'kicked', '403 Forbidden: bot was kicked from the channel chat'],
    ['channel', 'left', '403 Forbidden: bot is not a member of the channel chat'],
  ])('to a %s as %s: %s', async (kind, status, expected) => {
    expect(await write(create(kind, status))).toBe(expected)
  })

  test('to a group that is deleted', async () => {
    const id = create('group')
    loopback.groups.remove(id)
    expect(await write(id)).toBe('403 Forbidden: the group chat was deleted')
  })

  test('to a group that became a supergroup tells the new id', async () => {
    const id = create('group')
    const next = loopback.groups.migrate(id, CREATOR)
    expect(await loopback.call('sendMessage', { chat_id: id, text: 'نص' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: next },
    })
    expect(await write(next)).toBe('accepted')
  })

  test('to topics: open, closed, gone and never there', async () => {
    const id = create('supergroup', 'member', true)
    const topic = loopback.groups.openTopic(id, CREATOR, 'أخبار')
    const there = { message_thread_id: topic }
    expect(await write(id, there)).toBe('accepted')
    expect(loopback.transcript(id).at(-1)).toMatchObject({ from: 'bot', threadId: topic })
    loopback.groups.closeTopic(id, CREATOR, topic)
    expect(await write(id, there)).toBe('400 Bad Request: TOPIC_CLOSED')
    expect(await write(id)).toBe('accepted')
    loopback.groups.reopenTopic(id, CREATOR, topic)
    expect(await write(id, there)).toBe('accepted')
    loopback.groups.deleteTopic(id, topic)
    expect(await write(id, there)).toBe('400 Bad Request: message thread not found')
    loopback.groups.closeTopic(id, CREATOR, null)
    expect(await write(id)).toBe('400 Bad Request: TOPIC_CLOSED')
  })

  test('passes over a thread where there are no topics, except in private chats', async () => {
    expect(await write(create('supergroup'), { message_thread_id: 5 })).toBe('accepted')
    expect(loopback.transcript(CREATOR)).toEqual([])
    expect(await write(CREATOR, { message_thread_id: 5 })).toBe('400 Bad Request: message thread not found')
  })

  test('in a channel names the channel and nobody', async () => {
    const id = create('channel', 'administrator')
    const message = await accept('sendMessage', { chat_id: id, text: 'نص' })
    expect(message).toMatchObject({ sender_chat: { id }, chat: { id, type: 'channel', title: 'مجلس' } })
    expect(message).not.toHaveProperty('from')
  })
})

describe('what the bot is told', () => {
  test('of its own membership, with the person who changed it', async () => {
    const id = create('supergroup')
    loopback.groups.setBot(id, MEMBER, 'restricted')
    const [added, restricted] = await updates()
    expect(added.my_chat_member).toMatchObject({
      chat: { id, type: 'supergroup', title: 'مجلس' },
      from: { id: CREATOR },
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member' },
    })
    expect(restricted.my_chat_member).toMatchObject({
      from: { id: MEMBER },
      new_chat_member: { status: 'restricted', is_member: true, can_send_messages: false },
    })
    const channel = create('channel', 'administrator-without-posting')
    expect((await updates())[0].my_chat_member).toMatchObject({
      chat: { id: channel },
      new_chat_member: { status: 'administrator', can_post_messages: false },
    })
  })

  test('in groups: commands and answers to it, unless it is an administrator', async () => {
    const id = create('group')
    const { message_id: own } = await accept('sendMessage', { chat_id: id, text: 'نص' })
    await updates()
    loopback.groups.say(id, MEMBER, 'كلام')
    loopback.groups.say(id, MEMBER, '/latest')
    loopback.groups.say(id, MEMBER, 'جواب', { replyToMessageId: own })
    expect((await updates()).map(({ message }) => message.text)).toEqual(['/latest', 'جواب'])
    loopback.groups.setBot(id, CREATOR, 'administrator')
    loopback.groups.say(id, MEMBER, 'كلام')
    expect((await updates()).at(-1)).toMatchObject({ message: { text: 'كلام', from: { id: MEMBER } } })
    loopback.groups.setBot(id, CREATOR, 'kicked')
    loopback.groups.say(id, MEMBER, '/latest')
    expect((await updates()).map((update) => Object.keys(update)[1])).toEqual(['my_chat_member'])
  })

  test('of anonymous administrators the chat alone', async () => {
    const id = create('supergroup', 'administrator')
    await updates()
    loopback.groups.say(id, 'chat', '/latest')
    expect((await updates())[0].message).toMatchObject({
      from: { id: 1_087_968_824, username: 'GroupAnonymousBot' },
      sender_chat: { id, type: 'supergroup' },
    })
  })

  test('of posts in a channel, which nobody has written', async () => {
    const id = create('channel', 'administrator')
    await updates()
    loopback.groups.say(id, 'chat', '/latest')
    const [update] = await updates()
    expect(update.channel_post).toMatchObject({ sender_chat: { id }, text: '/latest' })
    expect(update.channel_post).not.toHaveProperty('from')
  })

  test('of topics by reports within them', async () => {
    const id = create('supergroup', 'member', true)
    await updates()
    const topic = loopback.groups.openTopic(id, CREATOR, 'أخبار')
    loopback.groups.closeTopic(id, CREATOR, topic)
    loopback.groups.reopenTopic(id, CREATOR, topic)
    loopback.groups.say(id, MEMBER, '/latest', { threadId: topic })
    const place = { message_thread_id: topic, is_topic_message: true }
    expect((await updates()).map(({ message }) => message)).toMatchObject([
      { forum_topic_created: { name: 'أخبار' }, message_id: topic },
      { forum_topic_closed: {}, ...place },
      { forum_topic_reopened: {}, ...place },
      { text: '/latest', chat: { is_forum: true }, ...place },
    ])
  })

  test('of a migration by both chats', async () => {
    const id = create('group')
    await updates()
    const next = loopback.groups.migrate(id, CREATOR)
    expect((await updates()).map(({ message }) => message)).toMatchObject([
      { chat: { id, type: 'group' }, migrate_to_chat_id: next },
      { chat: { id: next, type: 'supergroup' }, migrate_from_chat_id: id },
    ])
    expect(next).toBeLessThan(-1_000_000_000_000)
  })

  test('of presses with the person who pressed, in channels too', async () => {
    const id = create('channel', 'administrator')
    const key = { reply_markup: { inline_keyboard: [[{ text: 'أ', callback_data: 'go' }]] } }
    const { message_id: messageId } = await accept('sendMessage', { chat_id: id, text: 'نص', ...key })
    await updates()
    loopback.groups.press(id, MEMBER, messageId, 'go')
    const [{ callback_query: query }] = await updates()
    expect(query).toMatchObject({ from: { id: MEMBER }, message: { chat: { id }, message_id: messageId } })
    await accept('answerCallbackQuery', { callback_query_id: query.id, text: 'نعم' })
    expect(loopback.notices(id)).toMatchObject([{ messageId, text: 'نعم' }])
    await accept('deleteMessage', { chat_id: id, message_id: messageId })
    loopback.groups.press(id, MEMBER, messageId, 'go')
    expect((await updates())[0].callback_query.message).toEqual({
      chat: { id, type: 'channel', title: 'مجلس' },
      message_id: messageId,
      date: 0,
    })
  })

  test('of places that people send', async () => {
    loopback.sendLocation(CREATOR, { latitude: 30.04, longitude: 31.24 })
    const id = create('group')
    const { message_id: own } = await accept('sendMessage', { chat_id: id, text: 'نص' })
    loopback.groups.sendLocation(id, MEMBER, { latitude: 1, longitude: 2 }, { replyToMessageId: own })
    loopback.groups.sendLocation(id, MEMBER, { latitude: 3, longitude: 4 })
    const places = (await updates()).flatMap(({ message }) => message?.location ?? [])
    expect(places).toEqual([
      { latitude: 30.04, longitude: 31.24 },
      { latitude: 1, longitude: 2 },
    ])
  })
})

describe('what the bot can ask', () => {
  test('who somebody is', async () => {
    const id = create('supergroup')
    const status = async (userId: number) =>
      (await accept('getChatMember', { chat_id: id, user_id: userId })).status
    expect(await status(CREATOR)).toBe('creator')
    expect(await status(MEMBER)).toBe('member')
    expect(await status(999)).toBe('left')
    loopback.groups.setMember(id, MEMBER, 'administrator')
    expect(await status(MEMBER)).toBe('administrator')
    const all = await accept('getChatAdministrators', { chat_id: id })
    expect(all.map(({ user }: any) => user.id)).toEqual([CREATOR, MEMBER])
  })

  test('what a chat is', async () => {
    const linked = loopback.groups.create({ kind: 'supergroup', title: 'مجلس', linkedChannelId: -1001 })
    loopback.groups.setBot(linked, CREATOR, 'member')
    expect(await accept('getChat', { chat_id: linked })).toMatchObject({
      id: linked,
      title: 'مجلس',
      linked_chat_id: -1001,
    })
    expect(await accept('getChat', { chat_id: CREATOR })).toMatchObject({ type: 'private' })
  })

  test('nothing of chats it is not in', async () => {
    const id = create('supergroup', 'kicked')
    const expected = '403 Forbidden: bot was kicked from the supergroup chat'
    expect(await refusal('getChat', { chat_id: id })).toBe(expected)
    expect(await refusal('getChatMember', { chat_id: id, user_id: MEMBER })).toBe(expected)
    expect(await refusal('getChatAdministrators', { chat_id: id })).toBe(expected)
    expect(await refusal('getChat', { chat_id: -5 })).toBe('400 Bad Request: chat not found')
  })
})
