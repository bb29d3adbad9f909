import { describe, expect, test } from 'vitest'
import { createConversationStore } from '../../src/sqlite/conversation.ts'
import { createInbox } from '../../src/sqlite/inbox.ts'
import { createReaderStore } from '../../src/sqlite/readers.ts'
import { contents, openStore } from './store.ts'

const MORNING = { minuteOfDay: 480, zone: 'Asia/Riyadh', nextDueAt: 1000 }

async function withReaders() {
  const store = await openStore()
  return { ...store, readers: createReaderStore(store.database, store.clock) }
}

describe('a reader', () => {
  test('is made once, and keeps the first language until it is changed', async () => {
    const { readers } = await withReaders()
    const made = await readers.ensure(-1_001_234_567_890, 'ar')
    expect(made).toEqual({
      id: 1,
      chatId: -1_001_234_567_890,
      language: 'ar',
      cursor: null,
      stopped: null,
      subscription: null,
    })
    expect(await readers.ensure(-1_001_234_567_890, 'en')).toEqual(made)
    await readers.setLanguage(-1_001_234_567_890, 'en')
    expect((await readers.byChat(-1_001_234_567_890))?.language).toBe('en')
  })

  test('is not found before', async () => {
    const { readers } = await withReaders()
    expect(await readers.byChat(7)).toBeNull()
    expect(await readers.count()).toEqual({ readers: 0, subscribed: 0, stopped: 0 })
  })

  test('has one subscription at a time', async () => {
    const { readers } = await withReaders()
    await readers.ensure(7, 'ar')
    await readers.subscribe(7, MORNING)
    await readers.subscribe(7, { minuteOfDay: 0, zone: 'Africa/Cairo', nextDueAt: 2000 })
    expect((await readers.byChat(7))?.subscription).toEqual({
      minuteOfDay: 0,
      zone: 'Africa/Cairo',
      nextDueAt: 2000,
    })
    expect((await readers.count()).subscribed).toBe(1)
  })

  test('is stopped for a reason and resumed, the subscription unharmed', async () => {
    const { readers } = await withReaders()
    await readers.ensure(7, 'ar')
    await readers.ensure(8, 'ar')
    await readers.subscribe(7, MORNING)
    await readers.stop(7, 'blocked')
    expect(await readers.byChat(7)).toMatchObject({ stopped: 'blocked', subscription: MORNING })
    expect(await readers.count()).toEqual({ readers: 2, subscribed: 1, stopped: 1 })
    await readers.resume(7)
    expect(await readers.byChat(7)).toMatchObject({ stopped: null, subscription: MORNING })
  })

  test('cannot have an hour that no day has', async () => {
    const { readers } = await withReaders()
    await readers.ensure(7, 'ar')
    await expect(readers.subscribe(7, { ...MORNING, minuteOfDay: 1440 })).rejects.toThrow('CHECK')
    expect((await readers.byChat(7))?.subscription).toBeNull()
  })

  test('that nobody made cannot subscribe and is not made by it', async () => {
    const { readers } = await withReaders()
    await readers.subscribe(7, MORNING)
    expect(await readers.byChat(7)).toBeNull()
    expect((await readers.count()).subscribed).toBe(0)
  })
})

async function withDeliveries() {
  const world = await withReaders()
  const { database, readers } = world
  for (const chatId of [7, 8]) {
    await readers.ensure(chatId, 'ar')
    await readers.subscribe(chatId, MORNING)
  }
  database.exec(`
    INSERT INTO editions (key, language, up_to, article_ids, omitted, parts, created_at)
      VALUES ('k', 'ar', 1, '[1]', 0, '["نص"]', 1);
    INSERT INTO deliveries (reader_id, slot, edition_id, state, available_at, created_at, settled_at)
      SELECT id, 'a', 1, 'pending', 5, 1, NULL FROM readers UNION ALL
      SELECT id, 'b', 1, 'sending', 5, 1, NULL FROM readers UNION ALL
      SELECT id, 'c', 1, 'sent', NULL, 1, 2 FROM readers;
    UPDATE readers SET cursor = 4`)
  const deliveries = () =>
    database
      .prepare(
        'SELECT chat_id, slot FROM deliveries JOIN readers ON readers.id = reader_id ORDER BY chat_id, slot',
      )
      .raw()
      .all()
      .map((row) => (row as unknown[]).join(''))
  return { ...world, deliveries }
}

describe('unsubscribing', () => {
  test('cancels what waits; what is on its way, the past and the place in the story stay', async () => {
    const { readers, deliveries } = await withDeliveries()
    await readers.unsubscribe(7)
    expect(await readers.byChat(7)).toMatchObject({ subscription: null, cursor: 4 })
    expect(await readers.byChat(8)).toMatchObject({ subscription: MORNING })
    expect(deliveries()).toEqual(['7b', '7c', '8a', '8b', '8c'])
  })
})

describe('forgetting', () => {
  test('erases everything about the chat and nothing about others', async () => {
    const { database, clock, readers, deliveries } = await withDeliveries()
    const conversation = createConversationStore(database, clock)
    const inbox = createInbox(database, clock)
    const update = (id: number, text: string) => ({ update_id: id, message: { text } }) as never
    for (const chatId of [7, 8]) {
      await conversation.ask(chatId, { waitsFor: 'time' })
      await conversation.rememberQuery(chatId, `words of ${chatId}`)
      await inbox.store(
        [10, 20, 30].map((n) => ({ updateId: n + chatId, lane: chatId, update: update(n, 'هذا خاص') })),
      )
      await inbox.take(new Set(), 9)
      await inbox.done(10 + chatId)
      await inbox.failed(20 + chatId, 'words of 7 broke it')
    }
    await readers.forget(7)

    expect(await readers.byChat(7)).toBeNull()
    expect(await conversation.dialog(7)).toBeNull()
    expect(deliveries()).toEqual(['8a', '8b', '8c'])
    const left = ['readers', 'subscriptions', 'deliveries', 'dialogs', 'remembered_queries']
    expect(contents(database, ...left)).not.toContain('words of 7')
    expect(database.prepare('SELECT chat_id FROM dialogs').pluck().all()).toEqual([8])
    expect(database.prepare('SELECT count(*) FROM subscriptions').pluck().get()).toBe(1)
    // Of updates that are settled only the ids are left, in nobody's lane; the one that waits still gets its answer.
    expect(
      database.prepare('SELECT update_id, lane, payload, reason FROM inbox WHERE lane <> 8').raw().all(),
    ).toEqual([
      [17, 0, '{}', null],
      [27, 0, '{}', null],
      [37, 7, JSON.stringify(update(30, 'هذا خاص')), null],
    ])
  })

  test('does not let an update be handled again that Telegram repeats', async () => {
    const { database, clock, readers } = await withReaders()
    const inbox = createInbox(database, clock)
    const batch = [{ updateId: 1, lane: 7, update: { update_id: 1 } as never }]
    await readers.ensure(7, 'ar')
    await inbox.store(batch)
    await inbox.take(new Set(), 1)
    await inbox.done(1)
    await readers.forget(7)
    await inbox.store(batch)
    expect(await inbox.take(new Set(), 1)).toEqual([])
  })

  test('of somebody unknown does nothing', async () => {
    const { readers } = await withReaders()
    await readers.ensure(8, 'ar')
    await readers.forget(7)
    expect((await readers.count()).readers).toBe(1)
  })
})
