import { describe, expect, test } from 'vitest'
import { CHANGES, type DeliveryState } from '../../src/deliveries/delivery.ts'
import { createWorld, type World } from '../digests/store.ts'

/** `count` readers with a digest that is due. */
async function withDue(count: number, days = ['2026-11-20']): Promise<World> {
  const world = await createWorld('2026-11-22T04:00:00Z')
  for (const day of days) await world.addArticles(1, day)
  for (let chatId = 1; chatId <= count; chatId += 1) await world.subscribe(chatId)
  world.clock.jump('2026-11-22T05:00:00Z')
  await world.digests.tick()
  return world
}
const claimAll = ({ outbox, clock }: World) => outbox.claim(100, clock.now(), clock.now() + 120_000)

describe('claiming', () => {
  test('gives each delivery to one sender only, with all that is needed to send it', async () => {
    const world = await withDue(3)
    const { outbox, clock } = world
    const first = await outbox.claim(2, clock.now(), clock.now() + 120_000)
    const second = await claimAll(world)
    expect([...first, ...second].map(({ chatId }) => chatId)).toEqual([1, 2, 3])
    expect(await claimAll(world)).toEqual([])
    expect(second).toEqual([
      {
        id: 3,
        chatId: 3,
        parts: ['2026-11-20: 1'],
        messageIds: [],
        attempts: 0,
        leaseUntil: clock.now() + 120_000,
      },
    ])
  })

  test('does not give out what is to wait, and says when that ends', async () => {
    const world = await withDue(1)
    const { outbox, clock } = world
    const [claim] = await claimAll(world)
    await outbox.settle(
      [{ kind: 'later', id: claim?.id ?? 0, at: clock.now() + 5000, attempts: 1, reason: '502' }],
      clock.now(),
    )
    expect(await claimAll(world)).toEqual([])
    expect(await outbox.nextAttemptAt()).toBe(clock.now() + 5000)
    await clock.advance(5000)
    expect(await claimAll(world)).toMatchObject([{ attempts: 1 }])
  })

  test('gives a claim that was lost to the next one when its lease ends', async () => {
    const world = await withDue(1)
    await claimAll(world)
    await world.clock.advance(119_999)
    expect(await claimAll(world)).toEqual([])
    await world.clock.advance(1)
    expect(await claimAll(world)).toHaveLength(1)
  })

  test('finds all claims of a dead process free at the start', async () => {
    const world = await withDue(3)
    await world.outbox.claim(2, world.clock.now(), world.clock.now() + 120_000)
    expect(await world.outbox.releaseLeases(world.clock.now())).toBe(2)
    expect(await claimAll(world)).toHaveLength(3)
  })

  test('takes back what was not carried out, without counting it', async () => {
    const world = await withDue(2)
    const { outbox, clock } = world
    const claims = await claimAll(world)
    await outbox.release([claims[0]?.id ?? 0], clock.now())
    expect(await claimAll(world)).toMatchObject([{ id: claims[0]?.id, attempts: 0 }])
  })
})

describe('settling', () => {
  test('moves the cursor with a confirmed send, and with nothing else', async () => {
    const world = await withDue(4)
    const { outbox, clock } = world
    const [a, b, c, d] = (await claimAll(world)).map(({ id }) => id) as [number, number, number, number]
    await outbox.settle(
      [
        { kind: 'sent', id: a, messageIds: [10] },
        { kind: 'later', id: b, at: clock.now(), attempts: 1, reason: '502' },
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
    world.database
      .prepare(`INSERT INTO deliveries (reader_id, slot, edition_id, state, available_at, created_at)
                SELECT reader_id, 'now:x', edition_id, 'pending', 0, 0 FROM deliveries`)
      .run()
    await world.outbox.settle([{ kind: 'gone', id: claim?.id ?? 0, reason: 'blocked' }], world.clock.now())
    expect((await world.readers.byChat(1))?.stopped).toBe('blocked')
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
    expect(await world.readers.byChat(1)).toBeNull()
    expect((await world.readers.byChat(-1001))?.subscription?.minuteOfDay).toBe(480)
    expect(await claimAll(world)).toMatchObject([{ chatId: -1001, attempts: 1 }])
  })

  test('makes one reader of a group that is known under both ids, with one digest', async () => {
    const world = await withDue(1)
    await world.readers.ensure(-1001, 'ar')
    world.database.prepare('UPDATE readers SET cursor = 0 WHERE chat_id = 1').run()
    const [claim] = await claimAll(world)
    await world.outbox.settle(
      [{ kind: 'moved', id: claim?.id ?? 0, chatId: -1001, attempts: 1 }],
      world.clock.now(),
    )
    expect(await world.readers.count()).toEqual({ readers: 1, subscribed: 1, stopped: 0 })
    expect(await world.readers.byChat(-1001)).toMatchObject({ cursor: 0, subscription: { minuteOfDay: 480 } })
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
      { kind: 'later', at: 5, attempts: 1, reason: 'x' },
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

test('claiming, releasing and asking for the next time do not depend on how much has been sent', async () => {
  const { database } = await createWorld()
  const plans = [
    `UPDATE deliveries SET state = 'sending', available_at = 2 WHERE id IN (
       SELECT id FROM deliveries WHERE state IN ('pending', 'sending') AND available_at <= 1
       ORDER BY available_at, id LIMIT 20)`,
    `SELECT min(available_at) FROM deliveries WHERE state IN ('pending', 'sending')`,
    `SELECT id FROM deliveries WHERE state IN ('pending', 'sending') AND state = 'sending'`,
  ].map((sql) =>
    database
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('; '),
  )
  for (const plan of plans) {
    expect(plan).toMatch(/INDEX deliveries_(?:available|open)/)
    expect(plan).not.toMatch(/SCAN deliveries(?! USING)|TEMP B-TREE/)
  }
})
