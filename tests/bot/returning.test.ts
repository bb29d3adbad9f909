import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { letChatReturn } from '../../src/bot/chats/returning.ts'
import { type Conversation, READER, startConversation } from '../support/conversation.ts'

let chat: Conversation
const waiting = async () => (await chat.app.outbox.counts()).pending

beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

describe('a forum that the bot may write to again', () => {
  test('goes on in all its topics but the closed ones', async () => {
    const FORUM = -1001
    const { readers } = chat.app
    const about = { language: 'ar', kind: 'supergroup' } as const
    const ids: number[] = []
    for (const threadId of [null, 3, 12]) {
      ids.push((await readers.ensure({ chatId: FORUM, threadId }, about)).id)
    }
    const reasons = async () => (await readers.ofChat(FORUM)).map(({ stopped }) => stopped)
    await readers.stop(ids[2] ?? 0, 'topic_closed')
    await readers.stopChat(FORUM, 'chat_gone')
    expect(await reasons()).toEqual(['chat_gone', 'chat_gone', 'topic_closed'])
    await letChatReturn({ readers, digests: chat.digests, wakeSender: () => undefined }, FORUM)
    expect(await reasons()).toEqual([null, null, 'topic_closed'])
  })
})

describe('a reader who blocked the bot', () => {
  test('is sent what they missed when they come back, once', async () => {
    await chat.say(READER, '/subscribe 09:30')
    chat.loopback.block(READER)
    await chat.settle()
    chat.clock.jump('2026-11-22T06:31:00Z')
    await chat.digests.tick()
    expect(await waiting()).toBe(0)
    chat.loopback.unblock(READER)
    await chat.settle()
    expect(await waiting()).toBe(1)
    await chat.say(READER, '/help')
    expect(await waiting()).toBe(1)
  })

  test('and keeps no subscription gets nothing but answers', async () => {
    await chat.say(READER, '/start')
    chat.loopback.block(READER)
    chat.loopback.unblock(READER)
    await chat.settle()
    await chat.say(READER, '/help')
    expect(await waiting()).toBe(0)
  })
})
