import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Conversation, READER, startConversation } from '../support/conversation.ts'

let chat: Conversation
const waiting = async () => (await chat.app.outbox.counts()).pending

beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

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
