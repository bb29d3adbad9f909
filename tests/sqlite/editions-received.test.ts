import { describe, expect, test } from 'vitest'
import { createEditionStore } from '../../src/sqlite/editions.ts'
import { createWorld, sendAll } from '../digests/store.ts'

async function withStore() {
  const world = await createWorld()
  return { ...world, store: createEditionStore(world.database) }
}

describe('what a reader has received', () => {
  test('is read again as it was, day by day or the newest', async () => {
    const world = await withStore()
    const { store, clock, addArticles, digests } = world
    await addArticles(1)
    await world.subscribe(7, { times: [8 * 60, 20 * 60] })
    await world.subscribe(8)
    for (const at of ['2026-11-22T17:00:00Z', '2026-11-23T05:00:00Z', '2026-11-23T17:00:00Z']) {
      clock.jump(at)
      await addArticles(1)
      await digests.tick()
      await sendAll(world)
    }
    const partsOf = async (day: string | null) => (await store.received(1, day)).map(({ parts }) => parts[0])
    expect(await partsOf('2026-11-22')).toEqual(['2026-11-20: 2 1'])
    expect(await store.received(1, '2026-11-23')).toEqual([
      {
        slot: '2026-11-23',
        sentAt: Date.parse('2026-11-23T05:00:00Z'),
        articleIds: [3],
        parts: ['2026-11-20: 3'],
        buttons: [],
      },
      { slot: '2026-11-23#2', sentAt: clock.now(), articleIds: [4], parts: ['2026-11-20: 4'], buttons: [] },
    ])
    expect(await partsOf(null)).toEqual(['2026-11-20: 4'])
    expect(await partsOf('2026-11-2')).toEqual([])
    expect(await store.received(99, null)).toEqual([])
  })

  test('does not hold what still waits, nor takes a line about nothing for the newest', async () => {
    const world = await withStore()
    const { store, clock, addArticles, digests } = world
    await addArticles(1)
    await world.subscribe(7, { whenNothing: 'say' })
    clock.jump('2026-11-22T05:00:00Z')
    await digests.tick()
    expect(await store.received(1, null)).toEqual([])
    await sendAll(world)
    clock.jump('2026-11-23T05:00:00Z')
    await digests.tick()
    await sendAll(world)
    expect(await store.received(1, '2026-11-23')).toMatchObject([{ parts: ['nothing'] }])
    expect(await store.received(1, null)).toMatchObject([{ slot: '2026-11-22', parts: ['2026-11-20: 1'] }])
  })
})
