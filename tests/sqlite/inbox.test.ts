import type { Update } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { createInbox } from '../../src/sqlite/inbox.ts'
import { NOW, openStore } from './store.ts'

const update = (id: number, text = `نص ${id}`) => ({ update_id: id, message: { text } }) as unknown as Update
const NONE: ReadonlySet<number> = new Set()

async function withInbox() {
  const store = await openStore()
  const inbox = createInbox(store.database, store.clock)
  return {
    ...store,
    inbox,
    receive: (...pairs: [updateId: number, lane: number][]) =>
      inbox.store(pairs.map(([updateId, lane]) => ({ updateId, lane, update: update(updateId) }))),
    take: async (busy: Iterable<number> = NONE, limit = 10) =>
      (await inbox.take(new Set(busy), limit)).map(({ updateId }) => updateId),
    rows: () =>
      store.database
        .prepare('SELECT update_id, state, payload, reason FROM inbox ORDER BY update_id')
        .raw()
        .all(),
  }
}

describe('updates', () => {
  test('are given out as they came, oldest first, one of each lane', async () => {
    const { inbox, receive } = await withInbox()
    await receive([3, 70], [1, 70], [2, 80], [4, -100])
    expect(await inbox.take(NONE, 10)).toEqual([
      { updateId: 1, lane: 70, update: update(1), attempts: 0 },
      { updateId: 2, lane: 80, update: update(2), attempts: 0 },
      { updateId: 4, lane: -100, update: update(4), attempts: 0 },
    ])
  })

  test('are kept to the last character', async () => {
    const { inbox } = await withInbox()
    const odd = update(1, 'a\0b\ud800"\'\u202e😀')
    await inbox.store([{ updateId: 1, lane: 7, update: odd }])
    expect((await inbox.take(NONE, 1))[0]?.update).toEqual(odd)
  })

  test('come one after another within a lane, in the order of their ids', async () => {
    const { inbox, receive, take } = await withInbox()
    await receive([5, 7], [6, 7], [7, 7])
    const order: number[] = []
    for (let ids = await take(); ids.length > 0; ids = await take()) {
      order.push(...ids)
      for (const id of ids) await inbox.done(id)
    }
    expect(order).toEqual([5, 6, 7])
  })

  test('of a lane that is being worked on wait, those of other lanes do not', async () => {
    const { receive, take } = await withInbox()
    await receive([1, 7], [2, 7], [3, 8])
    expect(await take([7])).toEqual([3])
    expect(await take([7, 8])).toEqual([])
    expect(await take([8])).toEqual([1])
  })

  test('are not more than asked for, the oldest first', async () => {
    const { receive, take } = await withInbox()
    await receive([1, 1], [2, 2], [3, 3])
    expect(await take(NONE, 2)).toEqual([1, 2])
    expect(await take([1, 2], 2)).toEqual([3])
    expect(await take(NONE, 0)).toEqual([])
  })

  test('that are known already are passed over, whatever became of them', async () => {
    const { inbox, receive, take, rows } = await withInbox()
    await receive([1, 7], [2, 8], [3, 9])
    await take()
    await inbox.done(1)
    await inbox.failed(2, 'broken')
    const before = rows()
    await receive([1, 7], [2, 8], [3, 9])
    expect(rows()).toEqual(before)
    expect(await take()).toEqual([3])
  })

  test('are stored all or none', async () => {
    const { inbox, rows } = await withInbox()
    const wrong = { updateId: 2, lane: Number.NaN, update: update(2) }
    await expect(inbox.store([{ updateId: 1, lane: 7, update: update(1) }, wrong])).rejects.toThrow('lane')
    expect(rows()).toEqual([])
  })

  test('survive the end of the process: what was taken and not finished is given out again', async () => {
    const { database, clock, receive, take } = await withInbox()
    await receive([1, 7])
    await take()
    await take()
    const next = createInbox(database, clock)
    expect((await next.take(NONE, 10))[0]).toMatchObject({ updateId: 1, attempts: 2 })
  })
})

describe('an update that is put off', () => {
  test('blocks its lane and no other, until its time has come', async () => {
    const { inbox, clock, receive, take } = await withInbox()
    await receive([1, 7], [2, 7], [3, 8])
    expect(await take()).toEqual([1, 3])
    await inbox.later(1, NOW + 5000)
    await inbox.done(3)
    await receive([4, 8])
    expect(await take()).toEqual([4])
    expect(await inbox.nextAttemptAt()).toBe(NOW + 5000)
    await clock.advance(4999)
    expect(await take([8])).toEqual([])
    await clock.advance(1)
    expect(await inbox.nextAttemptAt()).toBeNull()
    expect(await take([8])).toEqual([1])
    await inbox.done(1)
    expect(await take([8])).toEqual([2])
  })

  test('does not count as an attempt, because it came back', async () => {
    const { inbox, clock, receive } = await withInbox()
    await receive([1, 7])
    for (let round = 0; round < 5; round++) {
      expect((await inbox.take(NONE, 1))[0]?.attempts).toBe(0)
      await inbox.later(1, clock.now())
    }
  })

  test('is not waited for once it has been settled', async () => {
    const { inbox, receive, take } = await withInbox()
    await receive([1, 7])
    expect(await inbox.nextAttemptAt()).toBeNull()
    await take()
    await inbox.later(1, NOW + 5000)
    await inbox.failed(1, 'given up')
    expect(await inbox.nextAttemptAt()).toBeNull()
  })

  test('is named by the earliest of several', async () => {
    const { inbox, receive, take } = await withInbox()
    await receive([1, 7], [2, 8])
    await take()
    await inbox.later(1, NOW + 9000)
    await inbox.later(2, NOW + 3000)
    expect(await inbox.nextAttemptAt()).toBe(NOW + 3000)
  })
})

describe('an update that is finished', () => {
  test('leaves its id and nothing of what was said', async () => {
    const { inbox, receive, take, rows } = await withInbox()
    await receive([1, 7])
    await take()
    await inbox.done(1)
    expect(rows()).toEqual([[1, 'done', '{}', null]])
    expect(await take()).toEqual([])
  })

  test('for good, though it failed, is kept with the reason, and its lane goes on', async () => {
    const { inbox, receive, take, rows } = await withInbox()
    await receive([1, 7], [2, 7])
    await take()
    await inbox.failed(1, 'TypeError')
    expect(rows()[0]).toEqual([1, 'failed', JSON.stringify(update(1)), 'TypeError'])
    expect(await take()).toEqual([2])
  })

  test('is removed after a while; what waits never is', async () => {
    const { inbox, clock, receive, take, rows } = await withInbox()
    await receive([1, 7], [2, 8], [3, 9], [4, 10])
    await take()
    await inbox.done(1)
    await inbox.failed(2, 'broken')
    await clock.advance(1000)
    await inbox.done(3)
    await inbox.prune(NOW + 1000)
    expect(rows().map((row) => (row as unknown[]).slice(0, 2))).toEqual([
      [3, 'done'],
      [4, 'new'],
    ])
    await inbox.prune(NOW + 1_000_000_000)
    expect(rows().map((row) => (row as unknown[])[0])).toEqual([4])
  })
})
