import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { notePause } from '../../src/bot/chats/pause-note.ts'
import type { GroupKind } from '../../src/bot/loopback/group.ts'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  OWNER,
  READER,
  startConversation,
} from '../support/conversation.ts'

let chat: Conversation
beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

const members = { [READER]: 'creator', [ENGLISH_READER]: 'administrator', [OWNER]: 'member' } as const
const create = (kind: GroupKind, isForum = false) =>
  chat.loopback.groups.create({ kind, title: 'أخبار الصباح', isForum, members })
const reader = (chatId: number, threadId: number | null = null) =>
  chat.app.readers.byAddress({ chatId, threadId })
const notesTo = (person: number) => chat.transcriptOf(person).map(({ text }) => text)

async function setBot(
  id: number,
  status: Parameters<Conversation['loopback']['groups']['setBot']>[2],
  by = READER,
) {
  chat.loopback.groups.setBot(id, by, status)
  await chat.settle()
}

async function subscribed(kind: GroupKind, isForum = false): Promise<number> {
  const id = create(kind, isForum)
  await setBot(id, kind === 'channel' ? 'administrator' : 'member')
  await chat.sayIn(id, kind === 'channel' ? 'chat' : READER, '/subscribe 7:30')
  expect((await reader(id))?.subscription).not.toBeNull()
  return id
}

describe('being added', () => {
  test.each(['group', 'supergroup'] as const)(
    'to a %s makes a reader and greets with a button',
    async (kind) => {
      const id = create(kind)
      await setBot(id, 'member')
      expect(await reader(id)).toMatchObject({ kind, stopped: null, subscription: null })
      expect(buttonsOf(chat.last(id))).toContain('subscribe')
      await chat.pressIn(id, READER, 'subscribe')
      expect(await reader(id)).toMatchObject({ setBy: READER, subscription: { times: [480] } })
    },
  )

  test('speaks the language of whoever added it', async () => {
    const id = create('group')
    await setBot(id, 'member', ENGLISH_READER)
    expect(chat.last(id).text).toContain('/subscribe 7:30')
    expect((await reader(id))?.language).toBe('en')
  })

  test('to a channel is explained to whoever did it, in private, and not in the channel', async () => {
    const id = create('channel')
    await setBot(id, 'administrator')
    expect(await reader(id)).toMatchObject({ kind: 'channel', subscription: null })
    expect(chat.transcriptOf(id)).toEqual([])
    expect(chat.last(READER).text).toContain('/subscribe 7:30')
    expect(chat.last(READER).text).toContain('أخبار الصباح')
  })

  test('to a channel by somebody who has blocked the bot is no failure', async () => {
    chat.loopback.block(READER)
    const id = create('channel')
    await setBot(id, 'administrator')
    expect(await reader(id)).not.toBeNull()
  })

  test('again does not greet those who are subscribed', async () => {
    const id = await subscribed('supergroup')
    await setBot(id, 'left')
    const before = chat.transcriptOf(id).length
    await setBot(id, 'member')
    expect(chat.transcriptOf(id)).toHaveLength(before)
    expect(await reader(id)).toMatchObject({ stopped: null, subscription: { times: [450] } })
  })

  test('promoted greets nobody a second time', async () => {
    const id = create('supergroup')
    await setBot(id, 'member')
    const before = chat.transcriptOf(id).length
    await setBot(id, 'administrator')
    expect(chat.transcriptOf(id)).toHaveLength(before)
  })
})

describe('being removed', () => {
  test.each(['left', 'kicked'] as const)(
    '(%s) stops the chat and all its topics, settings stay',
    async (status) => {
      const id = await subscribed('supergroup', true)
      const topic = chat.loopback.groups.openTopic(id, READER, 'أخبار')
      await chat.sayIn(id, READER, '/subscribe 9:00', { threadId: topic })
      await setBot(id, status)
      expect(await reader(id)).toMatchObject({ stopped: 'chat_gone', subscription: { times: [450] } })
      expect(await reader(id, topic)).toMatchObject({ stopped: 'chat_gone', subscription: { times: [540] } })
      expect(notesTo(READER)).toEqual([])
    },
  )
})

describe('being silenced', () => {
  test('pauses a group, tells whoever subscribed it once, and ends with the right to write', async () => {
    const id = await subscribed('supergroup', true)
    const topic = chat.loopback.groups.openTopic(id, READER, 'أخبار')
    await chat.sayIn(id, READER, '/subscribe 9:00', { threadId: topic })
    await setBot(id, 'restricted', ENGLISH_READER)
    expect(await reader(id)).toMatchObject({ stopped: 'no_rights' })
    expect(await reader(id, topic)).toMatchObject({ stopped: 'no_rights' })
    expect(notesTo(READER)).toHaveLength(1)
    expect(notesTo(READER)[0]).toContain('أخبار الصباح')
    await setBot(id, 'restricted', ENGLISH_READER)
    expect(notesTo(READER)).toHaveLength(1)
    await setBot(id, 'member', ENGLISH_READER)
    expect(await reader(id)).toMatchObject({ stopped: null, subscription: { times: [450] } })
    expect(await reader(id, topic)).toMatchObject({ stopped: null })
  })

  test('pauses a channel, whose creator is told: its posts tell nobody', async () => {
    const id = await subscribed('channel')
    expect(await reader(id)).toMatchObject({ setBy: id })
    const before = notesTo(READER).length
    await setBot(id, 'administrator-without-posting', ENGLISH_READER)
    expect(await reader(id)).toMatchObject({ stopped: 'no_rights' })
    expect(notesTo(READER).slice(before)).toEqual([expect.stringContaining('أخبار الصباح')])
    await setBot(id, 'administrator')
    expect(await reader(id)).toMatchObject({ stopped: null })
  })
})

describe('topics', () => {
  async function subscribedTopic(): Promise<{ id: number; topic: number }> {
    const id = create('supergroup', true)
    await setBot(id, 'member')
    const topic = chat.loopback.groups.openTopic(id, READER, 'أخبار')
    await chat.sayIn(id, READER, '/subscribe 7:30', { threadId: topic })
    return { id, topic }
  }

  test('that are closed pause with a note, and go on when they are opened again', async () => {
    const { id, topic } = await subscribedTopic()
    chat.loopback.groups.closeTopic(id, ENGLISH_READER, topic)
    await chat.settle()
    expect(await reader(id, topic)).toMatchObject({ stopped: 'topic_closed', subscription: { times: [450] } })
    expect((await reader(id))?.stopped).toBeNull()
    expect(notesTo(READER)).toEqual([expect.stringContaining('الموضوع')])
    chat.loopback.groups.reopenTopic(id, ENGLISH_READER, topic)
    await chat.settle()
    expect(await reader(id, topic)).toMatchObject({ stopped: null })
  })

  test('that nobody reads close without a word', async () => {
    const id = create('supergroup', true)
    await setBot(id, 'member')
    const topic = chat.loopback.groups.openTopic(id, READER, 'أخبار')
    chat.loopback.groups.closeTopic(id, READER, topic)
    await chat.settle()
    expect(await reader(id, topic)).toBeNull()
    expect(notesTo(READER)).toEqual([])
  })

  test('stay paused when the bot returns to the chat', async () => {
    const { id, topic } = await subscribedTopic()
    chat.loopback.groups.closeTopic(id, READER, topic)
    await setBot(id, 'restricted')
    await setBot(id, 'member')
    expect(await reader(id, topic)).toMatchObject({ stopped: 'topic_closed' })
  })

  test('in general are the chat itself', async () => {
    const id = await subscribed('supergroup', true)
    chat.loopback.groups.closeTopic(id, READER, null)
    await chat.settle()
    expect(await reader(id)).toMatchObject({ stopped: 'topic_closed' })
    chat.loopback.groups.reopenTopic(id, READER, null)
    await chat.settle()
    expect(await reader(id)).toMatchObject({ stopped: null })
  })
})

describe('a group that becomes a supergroup', () => {
  test('keeps its subscription under the new id', async () => {
    const old = await subscribed('group')
    const id = chat.loopback.groups.migrate(old, READER)
    await chat.settle()
    expect(await reader(old)).toBeNull()
    expect(await reader(id)).toMatchObject({
      kind: 'supergroup',
      stopped: null,
      setBy: READER,
      subscription: { times: [450] },
    })
  })

  test('keeps it also when it was taken for one that had removed the bot, and a new one for another', async () => {
    const old = await subscribed('group')
    chat.loopback.groups.setBot(old, READER, 'left')
    await chat.settle()
    chat.loopback.groups.setBot(old, READER, 'member')
    const id = chat.loopback.groups.migrate(old, READER)
    chat.loopback.groups.setBot(id, READER, 'left')
    chat.loopback.groups.setBot(id, READER, 'member')
    await chat.settle()
    expect(await reader(id)).toMatchObject({ stopped: null, subscription: { times: [450] } })
  })

  test('answers a command that comes too late by following', async () => {
    const old = await subscribed('group')
    chat.loopback.groups.say(old, READER, '/latest')
    const id = chat.loopback.groups.migrate(old, READER)
    await chat.settle()
    expect(await reader(id)).toMatchObject({ subscription: { times: [450] } })
  })
})

describe('where the bot may not answer', () => {
  test('a command pauses the reader as a digest would, and fails nothing', async () => {
    const id = await subscribed('supergroup', true)
    const topic = chat.loopback.groups.openTopic(id, READER, 'أخبار')
    await chat.sayIn(id, READER, '/subscribe 7:30', { threadId: topic })
    chat.loopback.groups.say(id, READER, '/latest', { threadId: topic })
    chat.loopback.groups.deleteTopic(id, topic)
    await chat.settle()
    expect(await reader(id, topic)).toMatchObject({ stopped: 'topic_closed' })
    expect((await reader(id))?.stopped).toBeNull()
    expect(notesTo(READER)).toHaveLength(1)
  })

  test('an answer that arrives ends the pause', async () => {
    const id = await subscribed('supergroup')
    await chat.app.readers.stopChat(id, 'no_rights')
    await chat.sayIn(id, OWNER, '/latest')
    expect((await reader(id))?.stopped).toBeNull()
  })
})

describe('a note about a pause', () => {
  test('is written for readers of several people with a subscription, for pauses only', async () => {
    const id = await subscribed('supergroup')
    const can = { api: apiOf(), readers: chat.app.readers }
    await notePause(can, { chatId: id, threadId: null }, 'chat_gone')
    await notePause(can, { chatId: -5, threadId: null }, 'no_rights')
    await chat.say(OWNER, '/subscribe')
    await notePause(can, { chatId: OWNER, threadId: null }, 'no_rights')
    expect(sent).toEqual([])
    await notePause(can, { chatId: id, threadId: null }, 'no_rights')
    expect(sent).toEqual([READER])
    await chat.sayIn(id, READER, '/unsubscribe')
    await notePause(can, { chatId: id, threadId: null }, 'no_rights')
    expect(sent).toEqual([READER])
  })

  let sent: number[] = []
  function apiOf() {
    sent = []
    return {
      sendMessage: async (chatId: number) => {
        sent.push(chatId)
      },
      getChat: async () => ({ title: 'x' }),
      getChatAdministrators: async () => [],
    } as unknown as Parameters<typeof notePause>[0]['api']
  }
})
