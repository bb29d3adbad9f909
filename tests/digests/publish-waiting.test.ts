import { describe, expect, test } from 'vitest'
import { createDigests } from '../../src/digests/publish.ts'
import { createEditionStore } from '../../src/sqlite/editions.ts'
import { createWorld, sendAll } from './store.ts'

describe('a tick', () => {
  test('replaces a digest that still waits by the one that covers it, keeping the wait', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    world.clock.jump('2026-11-22T05:00:00Z')
    await world.digests.tick()
    const wait = Date.parse('2026-11-24T05:10:00Z')
    world.database.prepare("UPDATE deliveries SET available_at = ?, reason = '502'").run(wait)
    await world.addArticles(1)
    world.clock.jump('2026-11-23T05:00:00Z')
    await world.digests.tick()
    expect(world.rows()).toMatchObject([
      { slot: '2026-11-22', state: 'skipped', reason: 'superseded' },
      { slot: '2026-11-23', state: 'pending', available_at: wait },
    ])
    expect(world.runs()).toEqual([
      { id: 2, state: 'running', planned: 1, skipped: 1 },
      { id: 3, state: 'running', planned: 1, skipped: 0 },
    ])
  })

  test('does not let a digest that was asked for wait for the end of quiet hours', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1, { quiet: { from: 22 * 60, to: 7 * 60 } })
    world.clock.jump('2026-11-22T21:00:00Z')
    await world.digests.tick()
    await world.digests.deliverNow(1)
    expect(world.rows()).toMatchObject([
      { state: 'skipped', reason: 'superseded' },
      { state: 'pending', available_at: world.clock.now(), silent: 0, run_id: 1 },
    ])
  })

  test('lets a digest that is on its way arrive before it plans the next', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    world.clock.jump('2026-11-22T05:00:00Z')
    await world.digests.tick()
    const [claim] = await world.outbox.claim(1, world.clock.now(), world.clock.now() + 1000)
    await world.addArticles(1)
    world.clock.jump('2026-11-23T05:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 0, skipped: 0 })
    await world.outbox.settle([{ kind: 'sent', id: claim?.id ?? 0, messageIds: [1] }], world.clock.now())
    expect(await world.digests.tick()).toMatchObject({ planned: 1, skipped: 0 })
    expect(world.rendered.at(-1)?.selection?.days[0]?.articles.map(({ id }) => id)).toEqual([2])
  })

  test('lets a digest arrive whose first part has, before it plans the next', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    world.clock.jump('2026-11-22T05:00:00Z')
    await world.digests.tick()
    const now = world.clock.now()
    await world.outbox.claim(1, now, now + 1000)
    await world.outbox.settle([{ kind: 'part', id: 1, messageIds: [5], leaseUntil: now + 1000 }], now)
    await world.outbox.release([1], now)
    world.clock.jump('2026-11-23T05:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 0, skipped: 0 })
    expect(world.rows()).toMatchObject([{ slot: '2026-11-22', state: 'pending', message_ids: '[5]' }])
    expect(await world.digests.deliverNow(1)).toBe('queued')
    expect(world.rows()).toHaveLength(1)
  })

  test('does not cancel a digest asked for now when the date has had its own', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    world.clock.jump('2026-11-22T05:00:00Z')
    await world.digests.tick()
    await sendAll(world)
    await world.addArticles(1)
    await world.subscribe(1, { minuteOfDay: 20 * 60 })
    world.clock.jump('2026-11-22T16:59:59Z')
    await world.digests.deliverNow(1)
    world.clock.jump('2026-11-22T17:00:00Z')
    await world.digests.tick()
    expect(world.rows().map(({ state }) => state)).toEqual(['sent', 'pending'])
  })

  test('leaves alone who has changed meanwhile, and comes to its end', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    await world.subscribe(2)
    world.clock.jump('2026-11-22T05:00:00Z')
    const editions = createEditionStore(world.database)
    const digests = createDigests({
      editions: {
        ...editions,
        async due(ids, now) {
          const due = await editions.due(ids, now)
          return due.map((reader) => (reader.readerId === 1 ? { ...reader, cursor: 99 } : reader))
        },
      },
      articles: world.articles,
      clock: world.clock,
      render: () => ({ parts: ['نص'], buttons: [] }),
    })
    expect(await digests.tick()).toMatchObject({ planned: 1, skipped: 0 })
    expect(await world.digests.tick()).toMatchObject({ planned: 1, skipped: 0 })
    expect(await digests.tick()).toEqual({ planned: 0, skipped: 0, runId: null })
  })

  test('lets those go first who have waited longest', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    await world.subscribe(2, { minuteOfDay: 7 * 60 })
    await world.subscribe(3, { minuteOfDay: 9 * 60 })
    world.clock.jump('2026-11-22T09:00:00Z')
    await world.digests.tick()
    const claims = []
    for (let times = 0; times < 3; times += 1)
      claims.push(...(await world.outbox.claim(1, world.clock.now(), world.clock.now() + 1)))
    expect(claims.map(({ chatId }) => chatId)).toEqual([2, 1, 3])
  })
})
