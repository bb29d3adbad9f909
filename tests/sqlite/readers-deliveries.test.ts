import { describe, expect, test } from 'vitest'
import type { ChatAddress } from '../../src/readers/reader.ts'
import { simplePreferences } from '../../src/readers/subscription.ts'
import { createConversationStore } from '../../src/sqlite/conversation.ts'
import { createInbox } from '../../src/sqlite/inbox.ts'
import { createReaderStore } from '../../src/sqlite/readers.ts'
import { contents, openStore } from './store.ts'

const MORNING = { ...simplePreferences(480, 'Asia/Riyadh'), nextDueAt: 1000 }
const GROUP = { language: 'ar', kind: 'group' } as const
const at = (chatId: number, threadId: number | null = null): ChatAddress => ({ chatId, threadId })

/** Readers 1 and 2 (chats 7 and 8), each with three deliveries of run 2: a waits, b is on the wire, c has arrived. */
async function withDeliveries() {
  const store = await openStore()
  const { database } = store
  const readers = createReaderStore(database, store.clock)
  for (const chatId of [7, 8]) {
    const { id } = await readers.ensure(at(chatId), GROUP)
    await readers.subscribe(id, MORNING, 70)
  }
  database.exec(`
    INSERT INTO editions (key, language, up_to, article_ids, omitted, parts, created_at)
      VALUES ('k', 'ar', 1, '[1]', 0, '["نص"]', 1);
    INSERT INTO runs (state, planned, sent, started_at) VALUES ('running', 6, 2, 1);
    UPDATE readers SET cursor = 4`)
  addDeliveries(1)
  addDeliveries(2)

  function addDeliveries(readerId: number): void {
    database
      .prepare(
        `INSERT INTO deliveries (reader_id, slot, run_id, edition_id, state, available_at, created_at, settled_at)
         VALUES (@readerId, 'a', 2, 1, 'pending', 5, 1, NULL), (@readerId, 'b', 2, 1, 'sending', 5, 1, NULL),
           (@readerId, 'c', 2, 1, 'sent', NULL, 1, 2)`,
      )
      .run({ readerId })
  }
  const deliveries = () =>
    database
      .prepare(
        `SELECT chat_id, thread_id, slot, state, deliveries.reason FROM deliveries
         JOIN readers ON readers.id = reader_id ORDER BY chat_id, thread_id, slot`,
      )
      .raw()
      .all()
      .map((row) => (row as unknown[]).filter((value) => value !== null && value !== 0).join(' '))
  const waiting = () =>
    database.prepare('SELECT planned - sent - skipped FROM runs WHERE id = 2').pluck().get()
  return { ...store, readers, deliveries, addDeliveries, waiting }
}
const OTHERS = ['8 a pending', '8 b sending', '8 c sent']

describe('unsubscribing', () => {
  test('cancels what waits; what is on its way, the past and the place in the story stay', async () => {
    const { readers, deliveries, waiting } = await withDeliveries()
    await readers.unsubscribe(1)
    expect(await readers.byId(1)).toMatchObject({ subscription: null, cursor: 4 })
    expect(await readers.byId(2)).toMatchObject({ subscription: MORNING })
    expect(deliveries()).toEqual(['7 a skipped unsubscribed', '7 b sending', '7 c sent', ...OTHERS])
    expect(waiting()).toBe(3)
  })
})

describe('stopping', () => {
  test('cancels what waits, because it could not arrive', async () => {
    const { readers, deliveries, waiting } = await withDeliveries()
    await readers.stop(1, 'blocked')
    expect(deliveries()).toEqual(['7 a skipped reader_stopped', '7 b sending', '7 c sent', ...OTHERS])
    await readers.stopChat(8, 'chat_gone')
    expect(deliveries()[3]).toBe('8 a skipped reader_stopped')
    expect(waiting()).toBe(2)
  })
})

describe('a group that became a supergroup', () => {
  test('takes its subscription, its place and what waits along, topic by topic', async () => {
    const { readers, deliveries, waiting } = await withDeliveries()
    await readers.ensure(at(7, 33), GROUP)
    const before = await readers.byId(1)
    await readers.moveChat(7, -1007)
    expect(await readers.byId(1)).toEqual({ ...before, chatId: -1007, kind: 'supergroup' })
    expect(await readers.ofChat(7)).toEqual([])
    expect((await readers.ofChat(-1007)).map(({ threadId }) => threadId)).toEqual([null, 33])
    expect(deliveries()).toEqual(['-1007 a pending', '-1007 b sending', '-1007 c sent', ...OTHERS])
    expect(waiting()).toBe(4)
  })

  test('becomes one with the supergroup where that is a reader already', async () => {
    const { readers, deliveries, waiting } = await withDeliveries()
    const { id } = await readers.ensure(at(-1007), { language: 'en', kind: 'supergroup' })
    await readers.moveChat(7, -1007)
    expect(await readers.byId(1)).toBeNull()
    expect(await readers.byId(id)).toMatchObject({
      language: 'en',
      cursor: 4,
      setBy: 70,
      subscription: MORNING,
    })
    expect(deliveries()).toEqual(['-1007 a pending', '-1007 b sending', '-1007 c sent', ...OTHERS])
    expect(waiting()).toBe(4)
  })

  test('leaves to the supergroup what it has, and lets no run wait for what is dropped', async () => {
    const { readers, deliveries, addDeliveries, database, waiting } = await withDeliveries()
    const { id } = await readers.ensure(at(-1007), { language: 'en', kind: 'supergroup' })
    const evening = { ...simplePreferences(1200, 'Africa/Cairo'), nextDueAt: 7 }
    await readers.subscribe(id, evening, 71)
    addDeliveries(id)
    database.exec(`UPDATE readers SET cursor = 9 WHERE id = ${id};
      UPDATE runs SET planned = 9, sent = 3 WHERE id = 2; UPDATE deliveries SET slot = 'z' WHERE id = 1`)
    await readers.moveChat(7, -1007)
    expect(await readers.byId(id)).toMatchObject({ cursor: 9, setBy: 71, subscription: evening })
    expect(deliveries()).toEqual([
      '-1007 a pending',
      '-1007 b sending',
      '-1007 c sent',
      '-1007 z pending',
      ...OTHERS,
    ])
    // Of six that waited, the old chat's `b` is gone.
    expect(waiting()).toBe(5)
  })

  test('is nothing where both names are one, or nobody is known', async () => {
    const { readers, database } = await withDeliveries()
    const before = contents(database, 'readers', 'subscriptions', 'deliveries')
    await readers.moveChat(7, 7)
    await readers.moveChat(1234, 5678)
    expect(contents(database, 'readers', 'subscriptions', 'deliveries')).toBe(before)
  })
})

describe('forgetting', () => {
  test('erases everything about the chat and nothing about others', async () => {
    const { database, clock, readers, deliveries, waiting } = await withDeliveries()
    const conversation = createConversationStore(database, clock)
    const inbox = createInbox(database, clock)
    const update = (id: number, text: string) => ({ update_id: id, message: { text } }) as never
    for (const chatId of [7, 8]) {
      await conversation.ask({ chatId, threadId: null, userId: chatId }, { waitsFor: 'time' })
      await conversation.rememberQuery(chatId, `words of ${chatId}`)
      await inbox.store(
        [10, 20, 30].map((n) => ({ updateId: n + chatId, lane: chatId, update: update(n, 'هذا خاص') })),
      )
      await inbox.take(new Set(), 9)
      await inbox.done(10 + chatId)
      await inbox.failed(20 + chatId, 'words of 7 broke it')
    }
    await readers.forget(1)

    expect(await readers.byId(1)).toBeNull()
    expect(deliveries()).toEqual(OTHERS)
    expect(waiting()).toBe(2)
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

  test('one topic leaves what belongs to the chat, until the last one goes', async () => {
    const { database, clock, readers } = await withDeliveries()
    const conversation = createConversationStore(database, clock)
    const { id } = await readers.ensure(at(7, 33), GROUP)
    await conversation.rememberQuery(7, 'words of 7')
    for (const threadId of [null, 33]) {
      await conversation.ask({ chatId: 7, threadId, userId: 70 }, { waitsFor: 'time' })
    }
    await readers.forget(id)
    expect(await readers.byAddress(at(7, 33))).toBeNull()
    expect(database.prepare('SELECT thread_id FROM dialogs').pluck().all()).toEqual([0])
    expect(contents(database, 'remembered_queries')).toContain('words of 7')
    await readers.forget(1)
    expect(contents(database, 'remembered_queries')).not.toContain('words of 7')
  })

  test('a person takes their name from what they set up for others, which goes on', async () => {
    const { database, clock, readers } = await withDeliveries()
    const conversation = createConversationStore(database, clock)
    await conversation.ask({ chatId: 7, threadId: null, userId: 70 }, { waitsFor: 'time' })
    const { id } = await readers.ensure(at(70), { language: 'ar', kind: 'private' })
    await readers.forget(id)
    expect(await readers.byId(1)).toMatchObject({ setBy: null, subscription: MORNING })
    expect(database.prepare('SELECT * FROM dialogs').all()).toEqual([])
  })

  test('does not let an update be handled again that Telegram repeats', async () => {
    const { database, clock, readers } = await withDeliveries()
    const inbox = createInbox(database, clock)
    const batch = [{ updateId: 1, lane: 7, update: { update_id: 1 } as never }]
    await inbox.store(batch)
    await inbox.take(new Set(), 1)
    await inbox.done(1)
    await readers.forget(1)
    await inbox.store(batch)
    expect(await inbox.take(new Set(), 1)).toEqual([])
  })

  test('of somebody unknown does nothing', async () => {
    const { readers } = await withDeliveries()
    await readers.forget(77)
    expect((await readers.count()).readers).toBe(2)
  })
})
