import { describe, expect, test } from 'vitest'
import type { ChatAddress } from '../../src/readers/reader.ts'
import { type Preferences, type Subscription, simplePreferences } from '../../src/readers/subscription.ts'
import { createReaderStore } from '../../src/sqlite/readers.ts'
import { openStore } from './store.ts'

const MORNING: Subscription = { ...simplePreferences(480, 'Asia/Riyadh'), nextDueAt: 1000 }
const EVERYTHING: Preferences = {
  times: [390, 1110],
  zone: 'Africa/Casablanca',
  days: [1, 3, 7],
  quiet: { from: 1320, to: 360 },
  silent: true,
  length: 'full',
  whenNothing: 'say',
  alerts: true,
}
const FORUM = -1_001_234_567_890
const PERSON = { language: 'ar', kind: 'private' } as const
const GROUP = { language: 'ar', kind: 'supergroup' } as const

const chat = (chatId: number): ChatAddress => ({ chatId, threadId: null })
const topic = (threadId: number): ChatAddress => ({ chatId: FORUM, threadId })

async function withReaders() {
  const store = await openStore()
  return { ...store, readers: createReaderStore(store.database, store.clock) }
}

describe('a reader', () => {
  test('is made once, and keeps the first language until it is changed', async () => {
    const { readers } = await withReaders()
    const made = await readers.ensure(chat(FORUM), { language: 'ar', kind: 'channel' })
    expect(made).toEqual({
      id: 1,
      chatId: FORUM,
      threadId: null,
      kind: 'channel',
      language: 'ar',
      cursor: null,
      stopped: null,
      setBy: null,
      subscription: null,
    })
    expect(await readers.ensure(chat(FORUM), { language: 'en', kind: 'channel' })).toEqual(made)
    await readers.setLanguage(1, 'en')
    expect(await readers.byId(1)).toEqual({ ...made, language: 'en' })
  })

  test('is known by what its chat has become', async () => {
    const { readers } = await withReaders()
    await readers.ensure(chat(-5), { language: 'ar', kind: 'group' })
    expect(await readers.ensure(chat(-5), { language: 'en', kind: 'channel' })).toMatchObject({
      id: 1,
      kind: 'channel',
      language: 'ar',
    })
  })

  test('is not found before', async () => {
    const { readers } = await withReaders()
    expect(await readers.byAddress(chat(7))).toBeNull()
    expect(await readers.byId(1)).toBeNull()
    expect(await readers.ofChat(7)).toEqual([])
    expect(await readers.count()).toEqual({ readers: 0, subscribed: 0, stopped: 0 })
  })

  test('is one topic of a forum, beside the forum itself and its other topics', async () => {
    const { readers } = await withReaders()
    const second = await readers.ensure(topic(12), GROUP)
    const whole = await readers.ensure(chat(FORUM), GROUP)
    const first = await readers.ensure(topic(3), GROUP)
    await readers.subscribe(first.id, MORNING, 7)
    expect(await readers.byAddress(topic(3))).toMatchObject({
      id: first.id,
      threadId: 3,
      subscription: MORNING,
    })
    expect(await readers.byAddress(topic(12))).toMatchObject({ id: second.id, subscription: null })
    expect((await readers.ofChat(FORUM)).map(({ id }) => id)).toEqual([whole.id, first.id, second.id])
  })

  test('that nobody made cannot subscribe and is not made by it', async () => {
    const { readers } = await withReaders()
    await readers.subscribe(7, MORNING, 7)
    expect(await readers.count()).toEqual({ readers: 0, subscribed: 0, stopped: 0 })
  })
})

describe('a subscription', () => {
  test('is kept with all that was chosen and who chose it, one at a time', async () => {
    const { readers } = await withReaders()
    await readers.ensure(chat(7), PERSON)
    await readers.subscribe(1, { ...EVERYTHING, nextDueAt: 2000 }, 99)
    expect(await readers.byId(1)).toMatchObject({
      setBy: 99,
      subscription: { ...EVERYTHING, nextDueAt: 2000 },
    })
    await readers.subscribe(1, MORNING, 7)
    expect(await readers.byId(1)).toMatchObject({ setBy: 7, subscription: MORNING })
    expect((await readers.count()).subscribed).toBe(1)
  })

  test.each<Preferences['days']>(['daily', 'working', [5], [1, 2, 3, 4, 5, 6, 7]])(
    'keeps the days %j as they are',
    async (days) => {
      const { readers } = await withReaders()
      await readers.ensure(chat(7), PERSON)
      await readers.subscribe(1, { ...MORNING, days }, 7)
      expect((await readers.byId(1))?.subscription?.days).toEqual(days)
    },
  )

  test('cannot be without a time, nor have more than six', async () => {
    const { readers } = await withReaders()
    await readers.ensure(chat(7), PERSON)
    for (const times of [[], [1, 2, 3, 4, 5, 6, 7]]) {
      await expect(readers.subscribe(1, { ...MORNING, times }, 9)).rejects.toThrow('CHECK')
    }
    expect(await readers.byId(1)).toMatchObject({ setBy: null, subscription: null })
  })
})

describe('stopping', () => {
  test('has a reason and ends with resuming, the subscription unharmed', async () => {
    const { readers } = await withReaders()
    await readers.ensure(chat(7), PERSON)
    await readers.ensure(chat(8), PERSON)
    await readers.subscribe(1, MORNING, 7)
    await readers.stop(1, 'blocked')
    expect(await readers.byId(1)).toMatchObject({ stopped: 'blocked', subscription: MORNING })
    expect(await readers.count()).toEqual({ readers: 2, subscribed: 1, stopped: 1 })
    await readers.resume(1)
    expect(await readers.byId(1)).toMatchObject({ stopped: null, subscription: MORNING })
  })

  test('a chat stops all its topics and no other chat; one whose own topic is closed stays so', async () => {
    const { readers } = await withReaders()
    for (const address of [chat(FORUM), topic(3), topic(12), chat(7)]) await readers.ensure(address, GROUP)
    const reasons = async () =>
      [...(await readers.ofChat(FORUM)), ...(await readers.ofChat(7))].map(({ stopped }) => stopped)
    await readers.stop(3, 'topic_closed')
    await readers.stopChat(FORUM, 'chat_gone')
    expect(await reasons()).toEqual(['chat_gone', 'chat_gone', 'topic_closed', null])
    for (const { id } of await readers.ofChat(FORUM)) await readers.resume(id)
    expect(await reasons()).toEqual([null, null, null, null])
  })
})
