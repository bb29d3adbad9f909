import { Api, GrammyError, HttpError } from 'grammy'
import type { Update } from 'grammy/types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apologiesBy } from '../../src/bot/apology.ts'
import { createAdministrators } from '../../src/bot/chats/administrators.ts'
import { toLoopback } from '../../src/bot/loopback/transformer.ts'
import { laneOf } from '../../src/bot/polling.ts'
import { registerCommands } from '../../src/bot/profile.ts'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  READER,
  startConversation,
} from '../support/conversation.ts'
import { createTestClock } from '../support/test-clock.ts'

let chat: Conversation
let channel: number
beforeEach(async () => {
  chat = await startConversation()
  channel = chat.loopback.groups.create({
    kind: 'channel',
    title: 'قناة',
    members: { [READER]: 'creator', [ENGLISH_READER]: 'member' },
  })
  chat.loopback.groups.setBot(channel, READER, 'administrator')
  await chat.settle()
})
afterEach(() => chat.close())

const reader = () => chat.app.readers.byAddress({ chatId: channel, threadId: null })
const post = (text: string, replyTo?: number) =>
  chat.sayIn(channel, 'chat', text, replyTo === undefined ? {} : { replyTo })

describe('in a channel', () => {
  test('a post with a command is an administrator’s, though it names nobody', async () => {
    await post('/subscribe 7:30')
    expect(await reader()).toMatchObject({ kind: 'channel', setBy: channel, subscription: { times: [450] } })
    await post('/unsubscribe')
    expect((await reader())?.subscription).toBeNull()
  })

  test('other posts are left alone', async () => {
    expect(await post('كورسك')).toEqual([])
    expect(await post('/unheard')).toEqual([])
    expect(await post('/add نص')).toEqual([])
  })

  test('lists are paged by its readers, who change nothing else', async () => {
    await post('/subscribe 7:30')
    const [list] = await post('/latest')
    const next = await chat.pressIn(channel, ENGLISH_READER, 'latest:2')
    expect(next.text).not.toBe(list?.text)
    await post('/settings')
    await chat.pressIn(channel, ENGLISH_READER, 'unsubscribe')
    expect((await reader())?.subscription).not.toBeNull()
    await chat.pressIn(channel, READER, 'unsubscribe')
    expect((await reader())?.subscription).toBeNull()
  })

  test('a question is answered by a post that replies to it, whoever pressed the button', async () => {
    await post('/subscribe 7:30')
    await post('/subscribe في وقت ما')
    const question = chat.last(channel).messageId
    const [spoken] = chat.loopback.groups.say(channel, 'chat', 'خبر')
    await post('21:15')
    await post('21:15', spoken ?? 0)
    expect((await reader())?.subscription?.times).toEqual([450])
    await post('21:15', question)
    expect((await reader())?.subscription?.times).toEqual([1275])
  })

  test('a question that was left open is confirmed by the button of an administrator', async () => {
    await post('/subscribe 9:00 أو شيء')
    const choice = buttonsOf(chat.last(channel)).find((data) => data === 'subscribe:understood')
    await chat.pressIn(channel, ENGLISH_READER, choice ?? '')
    expect((await reader())?.subscription).toBeNull()
    await chat.pressIn(channel, READER, choice ?? '')
    expect((await reader())?.subscription?.times).toEqual([540])
  })

  test('updates go in the lane of the channel', () => {
    const update = { update_id: 1, channel_post: { chat: { id: channel } } } as unknown as Update
    expect(laneOf(update)).toBe(channel)
  })
})

describe('command menus', () => {
  test('in groups show what everybody may use, to administrators the settings too', async () => {
    const group = chat.loopback.groups.create({ kind: 'group', members: { [READER]: 'administrator' } })
    const api = new Api('1:test')
    api.config.use(toLoopback(chat.loopback))
    await registerCommands(api, [])
    const names = (personId: number) =>
      chat.loopback.groups.commandsFor(group, personId, 'ar').map(({ command }) => command)
    expect(names(ENGLISH_READER)).toEqual(['start', 'latest', 'search', 'digest', 'day', 'help', 'privacy'])
    expect(names(READER)).toEqual(expect.arrayContaining(['latest', 'subscribe', 'settings', 'forget']))
    expect(names(READER)).not.toContain('add')
  })
})

describe('an apology', () => {
  const apologise = async (update: object) => {
    const api = new Api('1:test')
    api.config.use(toLoopback(chat.loopback))
    await apologiesBy(api, chat.app.readers)(update as Update)
  }

  test('goes to the topic where the request was made', async () => {
    const forum = chat.loopback.groups.create({
      kind: 'supergroup',
      isForum: true,
      members: { [READER]: 'creator' },
    })
    chat.loopback.groups.setBot(forum, READER, 'member')
    const topic = chat.loopback.groups.openTopic(forum, READER, 'أخبار')
    const place = {
      chat: { id: forum, type: 'supergroup' },
      is_topic_message: true,
      message_thread_id: topic,
    }
    await apologise({ message: { ...place, from: { id: READER, language_code: 'ar' } } })
    expect(chat.last(forum)).toMatchObject({ threadId: topic })
  })

  test('is not made to the readers of a channel', async () => {
    await apologise({ channel_post: { chat: { id: channel, type: 'channel' } } })
    await apologise({
      callback_query: { message: { chat: { id: channel, type: 'channel' } }, from: { id: READER } },
    })
    expect(chat.transcriptOf(channel)).toEqual([])
  })
})

describe('administrators', () => {
  const clock = createTestClock('2026-11-22T06:00:00Z')
  const refusal = (code: number) =>
    new GrammyError('refused', { ok: false, error_code: code, description: 'x' }, 'getChatMember', {})
  const api = (parts: object) => parts as unknown as Parameters<typeof createAdministrators>[0]

  test('are looked up in the list where members are hidden', async () => {
    const administrators = createAdministrators(
      api({
        getChatMember: () => Promise.reject(refusal(400)),
        getChatAdministrators: async () => [{ user: { id: 5 } }],
      }),
      clock,
    )
    expect(await administrators.includes(-1, 5)).toBe(true)
    expect(await administrators.includes(-1, 6)).toBe(false)
  })

  test('are nobody where Telegram tells nothing', async () => {
    const administrators = createAdministrators(
      api({
        getChatMember: () => Promise.reject(refusal(403)),
        getChatAdministrators: () => Promise.reject(refusal(403)),
        getChat: () => Promise.reject(refusal(400)),
      }),
      clock,
    )
    expect(await administrators.includes(-1, 5)).toBe(false)
    expect(await administrators.isLinked(-1, -2)).toBe(false)
  })

  test('are asked for again after a failure that passes', async () => {
    let calls = 0
    const administrators = createAdministrators(
      api({
        getChatMember: async () => {
          calls += 1
          if (calls === 1) throw new HttpError('network', new Error('reset'))
          return { status: 'creator' }
        },
      }),
      clock,
    )
    await expect(administrators.includes(-1, 5)).rejects.toThrow(HttpError)
    expect(await administrators.includes(-1, 5)).toBe(true)
  })

  test('are not mixed up between people and chats', async () => {
    const administrators = createAdministrators(
      api({
        getChatMember: async (chatId: number, userId: number) => ({
          status: chatId === -1 && userId === 5 ? 'administrator' : 'member',
        }),
      }),
      clock,
    )
    const asked = [
      [-1, 5],
      [-1, 6],
      [-2, 5],
    ] as const
    for (let round = 0; round < 2; round += 1) {
      const answers = []
      for (const [chatId, userId] of asked) answers.push(await administrators.includes(chatId, userId))
      expect(answers).toEqual([true, false, false])
    }
  })
})
