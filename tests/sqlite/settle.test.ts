import { describe, expect, test } from 'vitest'
import { CHANGES, type DeliveryState } from '../../src/deliveries/delivery.ts'
import { createRunStore } from '../../src/sqlite/runs.ts'
import type { World } from '../digests/store.ts'
import { askNow, claimAll, figures, withDue } from './due.ts'

const at = ({ readers }: World, chatId: number) => readers.byAddress({ chatId, threadId: null })

describe('settling', () => {
  test('moves the cursor with a confirmed send, and with nothing else', async () => {
    const world = await withDue(4)
    const { outbox, clock } = world
    const [a, b, c, d] = (await claimAll(world)).map(({ id }) => id) as [number, number, number, number]
    await outbox.settle(
      [
        { kind: 'sent', id: a, messageIds: [10] },
        { kind: 'later', id: b, at: clock.now(), attempts: 1, reason: '502', refused: false },
        { kind: 'failed', id: c, attempts: 12, reason: '400' },
        { kind: 'part', id: d, messageIds: [11], leaseUntil: clock.now() + 1000 },
      ],
      clock.now(),
    )
    expect(await Promise.all([1, 2, 3, 4].map((chatId) => world.cursor(chatId)))).toEqual([
      1,
      null,
      null,
      null,
    ])
    expect(world.rows()).toMatchObject([
      { state: 'sent', message_ids: '[10]', available_at: null },
      { state: 'pending', attempts: 1, reason: '502' },
      { state: 'failed', attempts: 12, reason: '400' },
      { state: 'sending', message_ids: '[11]', available_at: clock.now() + 1000 },
    ])
    expect(await outbox.counts()).toEqual({ pending: 1, sending: 1, sent: 1, skipped: 0, gone: 0, failed: 1 })
  })

  test('never moves a cursor back', async () => {
    const world = await withDue(1)
    const [claim] = await claimAll(world)
    world.database.prepare('UPDATE readers SET cursor = 99').run()
    await world.outbox.settle([{ kind: 'sent', id: claim?.id ?? 0, messageIds: [1] }], world.clock.now())
    expect(await world.cursor(1)).toBe(99)
  })

  test('remembers the parts that arrived for whoever claims next', async () => {
    const world = await withDue(1, ['2026-11-19', '2026-11-20'])
    const [claim] = await claimAll(world)
    await world.outbox.settle(
      [{ kind: 'part', id: claim?.id ?? 0, messageIds: [10], leaseUntil: world.clock.now() + 1 }],
      world.clock.now(),
    )
    await world.outbox.releaseLeases(world.clock.now())
    expect(await claimAll(world)).toMatchObject([
      { parts: ['2026-11-20: 2', '2026-11-19: 1'], messageIds: [10] },
    ])
  })

  test('stops a reader who is gone and cancels what else waits for them', async () => {
    const world = await withDue(1)
    const [claim] = await claimAll(world)
    askNow(world, 1)
    await world.outbox.settle([{ kind: 'gone', id: claim?.id ?? 0, reason: 'blocked' }], world.clock.now())
    expect((await at(world, 1))?.stopped).toBe('blocked')
    expect(world.rows()).toMatchObject([
      { state: 'gone', reason: 'blocked' },
      { state: 'skipped', reason: 'reader_stopped' },
    ])
    expect(await world.outbox.nextAttemptAt()).toBeNull()
  })

  test('follows a group to its new id and sends there at once', async () => {
    const world = await withDue(1)
    const [claim] = await claimAll(world)
    await world.outbox.settle(
      [{ kind: 'moved', id: claim?.id ?? 0, chatId: -1001, attempts: 1 }],
      world.clock.now(),
    )
    expect(await at(world, 1)).toBeNull()
    expect(await at(world, -1001)).toMatchObject({ kind: 'supergroup', subscription: { times: [480] } })
    expect(await claimAll(world)).toMatchObject([{ chatId: -1001, attempts: 1 }])
  })

  test('makes one reader of a group that is known under both ids, with one digest', async () => {
    const world = await withDue(1)
    await world.readers.ensure({ chatId: -1001, threadId: null }, { language: 'ar', kind: 'supergroup' })
    world.database.prepare('UPDATE readers SET cursor = 0 WHERE chat_id = 1').run()
    const [claim] = await claimAll(world)
    await world.outbox.settle(
      [{ kind: 'moved', id: claim?.id ?? 0, chatId: -1001, attempts: 1 }],
      world.clock.now(),
    )
    expect(await world.readers.count()).toEqual({ readers: 1, subscribed: 1, stopped: 0 })
    expect(await at(world, -1001)).toMatchObject({ cursor: 0, subscription: { times: [480] } })
    expect(await claimAll(world)).toMatchObject([{ chatId: -1001 }])
  })

  test('keeps the digest of the known supergroup where both have one for the same date', async () => {
    const world = await withDue(2)
    const [claim] = await claimAll(world)
    await world.outbox.settle(
      [{ kind: 'moved', id: claim?.id ?? 0, chatId: 2, attempts: 1 }],
      world.clock.now(),
    )
    expect(world.rows()).toMatchObject([{ chat_id: 2, state: 'sending' }])
  })

  test('passes over a reader who was forgotten meanwhile', async () => {
    const world = await withDue(2)
    const claims = await claimAll(world)
    await world.readers.forget(1)
    await world.outbox.settle(
      claims.map(({ id }) => ({ kind: 'sent' as const, id, messageIds: [1] })),
      world.clock.now(),
    )
    expect(world.rows()).toMatchObject([{ chat_id: 2, state: 'sent' }])
    expect(await world.cursor(2)).toBe(1)
  })

  test('is all or nothing', async () => {
    const world = await withDue(2)
    const [a, b] = (await claimAll(world)).map(({ id }) => id) as [number, number]
    world.database.exec(`CREATE TRIGGER death BEFORE UPDATE ON deliveries WHEN NEW.state = 'failed'
      BEGIN SELECT raise(ABORT, 'killed'); END`)
    const settled = world.outbox.settle(
      [
        { kind: 'sent', id: a, messageIds: [1] },
        { kind: 'failed', id: b, attempts: 12, reason: 'x' },
      ],
      world.clock.now(),
    )
    await expect(settled).rejects.toThrow('killed')
    expect(world.rows().map(({ state }) => state)).toEqual(['sending', 'sending'])
    expect(await world.cursor(1)).toBeNull()
  })

  test('makes no change that is not legal, whatever is settled in whatever state', async () => {
    const kinds = [
      { kind: 'sent', messageIds: [1] },
      { kind: 'part', messageIds: [1], leaseUntil: 5 },
      { kind: 'later', at: 5, attempts: 1, reason: 'x', refused: true },
      { kind: 'gone', reason: 'blocked' },
      { kind: 'failed', attempts: 12, reason: 'x' },
      { kind: 'moved', chatId: 77, attempts: 1 },
    ] as const
    for (const state of Object.keys(CHANGES) as DeliveryState[]) {
      for (const settlement of kinds) {
        const { database, outbox, rows } = await withDue(1)
        const open = state === 'pending' || state === 'sending'
        database
          .prepare('UPDATE deliveries SET state = ?, available_at = ?, settled_at = ?, reason = ?')
          .run(state, open ? 1 : null, open ? null : 1, 'r')
        await outbox.settle([{ ...settlement, id: 1 }], 10)
        const after = rows()[0]?.state as DeliveryState
        expect([state, ...CHANGES[state]], `${state} settled as ${settlement.kind}`).toContain(after)
        if (state !== 'sending') expect(after, `${state} settled as ${settlement.kind}`).toBe(state)
      }
    }
  })
})

describe('the figures of a run', () => {
  test('follow every result, and add up to what its deliveries say', async () => {
    const world = await withDue(5)
    const ids = (await claimAll(world)).map(({ id }) => id) as [number, number, number, number, number]
    const now = world.clock.now()
    await world.outbox.settle(
      [
        { kind: 'sent', id: ids[0], messageIds: [1] },
        { kind: 'gone', id: ids[1], reason: 'blocked' },
        { kind: 'failed', id: ids[2], attempts: 12, reason: '502' },
        { kind: 'later', id: ids[3], at: now, attempts: 1, reason: '400', refused: true },
        { kind: 'later', id: ids[4], at: now, attempts: 0, reason: 'wait 3 s', refused: false },
      ],
      now,
    )
    expect(figures(world)).toEqual({
      run: { state: 'running', planned: 5, sent: 1, gone: 1, failed: 1, skipped: 0, refused: 1 },
      counted: { sent: 1, gone: 1, failed: 1, skipped: 0 },
    })
  })

  test('count a result once, however often it is settled', async () => {
    const world = await withDue(1)
    const [claim] = await claimAll(world)
    const sent = { kind: 'sent' as const, id: claim?.id ?? 0, messageIds: [1] }
    await world.outbox.settle([sent, sent], world.clock.now())
    await world.outbox.settle([sent], world.clock.now())
    expect(figures(world).run).toMatchObject({ planned: 1, sent: 1 })
  })

  test('count in their own run what else waited for a reader who is gone', async () => {
    const world = await withDue(1)
    askNow(world, 1)
    const claims = await claimAll(world, 1)
    expect(claims).toMatchObject([{ runId: 1 }])
    await world.outbox.settle(
      [{ kind: 'gone', id: claims[0]?.id ?? 0, reason: 'blocked' }],
      world.clock.now(),
    )
    expect(figures(world, 1).run).toMatchObject({ gone: 1, skipped: 0 })
    expect(figures(world, 2).run).toMatchObject({ planned: 1, skipped: 1 })
  })

  test('are given back for the runs in which something went wrong, as they are by then', async () => {
    const world = await withDue(4)
    const ids = (await claimAll(world)).map(({ id }) => id) as [number, number, number, number]
    const now = world.clock.now()
    const settle = world.outbox.settle
    expect(await settle([{ kind: 'sent', id: ids[0], messageIds: [1] }], now)).toEqual([])
    expect(await settle([{ kind: 'gone', id: ids[1], reason: 'blocked' }], now)).toMatchObject([
      { id: 2, state: 'running', sent: 1, gone: 1 },
    ])
    const later = { kind: 'later', at: now, attempts: 1, reason: 'x' } as const
    expect(await settle([{ ...later, id: ids[2], refused: false }], now)).toEqual([])
    expect(await settle([{ ...later, id: ids[3], refused: true }], now)).toMatchObject([{ refused: 1 }])
  })

  test("are nobody's matter where one person asked for something", async () => {
    const world = await withDue(1)
    askNow(world, 1)
    const [claim] = await claimAll(world, 1)
    expect(await world.outbox.settle([{ kind: 'gone', id: claim?.id ?? 0, reason: 'blocked' }], 1)).toEqual(
      [],
    )
  })
})

describe('what comes back after its run was cancelled', () => {
  test.each([
    ['was to be tried again', { kind: 'later', at: 5, attempts: 1, reason: '502', refused: false }],
    ['belongs to a chat that moved', { kind: 'moved', chatId: -1001, attempts: 1 }],
  ] as const)('and %s is skipped with the reason', async (_, settlement) => {
    const world = await withDue(2)
    const [claim] = await claimAll(world, 1)
    await createRunStore(world.database).cancel(2, 'cancelled by owner 42', world.clock.now())
    await world.outbox.settle([{ ...settlement, id: claim?.id ?? 0 }], world.clock.now())
    expect(world.rows().map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'skipped cancelled by owner 42',
      'skipped cancelled by owner 42',
    ])
    expect(figures(world)).toMatchObject({ run: { planned: 2, skipped: 2 }, counted: { skipped: 2 } })
  })

  test('and arrived is sent', async () => {
    const world = await withDue(1)
    const [claim] = await claimAll(world)
    await createRunStore(world.database).cancel(2, 'cancelled by owner 42', world.clock.now())
    await world.outbox.settle([{ kind: 'sent', id: claim?.id ?? 0, messageIds: [1] }], world.clock.now())
    expect(world.rows()).toMatchObject([{ state: 'sent' }])
    expect(await world.cursor(1)).toBe(1)
  })
})

test('a chat that moves takes its topics along', async () => {
  const world = await withDue(1)
  await world.subscribe(1, { threadId: 33 })
  const [claim] = await claimAll(world)
  await world.outbox.settle([{ kind: 'moved', id: claim?.id ?? 0, chatId: -1001, attempts: 1 }], 5)
  expect((await world.readers.ofChat(-1001)).map(({ threadId }) => threadId)).toEqual([null, 33])
  expect(await world.readers.ofChat(1)).toEqual([])
})
