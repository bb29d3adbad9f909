import { describe, expect, test } from 'vitest'
import { createDigests } from '../../src/digests/publish.ts'
import { createEditionStore } from '../../src/sqlite/editions.ts'
import { countRows, createWorld, sendAll } from './store.ts'

describe('a preview', () => {
  test('shows what the reader would get now and changes nothing', async () => {
    const world = await createWorld()
    await world.addArticles(2)
    await world.readers.ensure({ chatId: 1, threadId: null }, { language: 'ar', kind: 'private' })
    const preview = await world.digests.preview(1)
    expect(preview).toEqual({ parts: ['2026-11-20: 2 1'], buttons: [], articleIds: [2, 1] })
    expect(await world.digests.preview(1)).toEqual(preview)
    expect(world.rows()).toEqual([])
    expect(countRows(world, 'editions')).toBe(0)
    expect(await world.cursor(1)).toBeNull()
  })

  test('leaves an article that arrives in between to the next digest, of which it then is', async () => {
    const world = await createWorld()
    await world.addArticles(2)
    await world.readers.ensure({ chatId: 1, threadId: null }, { language: 'ar', kind: 'private' })
    const digests = createDigests({
      editions: createEditionStore(world.database),
      articles: { ...world.articles, newestId: async () => 1 },
      clock: world.clock,
      render: () => ({ parts: ['نص'], buttons: [] }),
    })
    expect((await digests.preview(1))?.articleIds).toEqual([1])
  })

  test('is null when nothing is new or nobody is known', async () => {
    const world = await createWorld()
    await world.readers.ensure({ chatId: 1, threadId: null }, { language: 'ar', kind: 'private' })
    expect(await world.digests.preview(1)).toBeNull()
    await world.addArticles(1)
    expect(await world.digests.preview(2)).toBeNull()
  })
})

describe('a digest asked for now', () => {
  test('is queued for a reader without a subscription', async () => {
    const world = await createWorld()
    await world.readers.ensure({ chatId: 1, threadId: null }, { language: 'ar', kind: 'private' })
    expect(await world.digests.deliverNow(1)).toBe('nothing_new')
    await world.addArticles(1)
    expect(await world.digests.deliverNow(1)).toBe('queued')
    expect(await world.digests.deliverNow(2)).toBe('unknown_reader')
    expect(world.rows()).toMatchObject([{ slot: 'now:2026-11-22T00:00:00.000Z', state: 'pending' }])
  })

  test('leaves the reader one digest when asked for twice, moves no due time and begins no run', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    await world.digests.deliverNow(1)
    await world.clock.advance(10)
    await world.digests.deliverNow(1)
    expect(world.rows().map(({ state }) => state)).toEqual(['skipped', 'pending'])
    expect(world.runs()).toEqual([])
    expect(world.database.prepare('SELECT planned, skipped FROM runs').get()).toEqual({
      planned: 2,
      skipped: 1,
    })
    expect(await world.dueAt(1)).toBe('2026-11-22T05:00:00.000Z')
  })

  test('leaves nothing new for the digest of the day', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    await world.digests.deliverNow(1)
    await sendAll(world)
    world.clock.jump('2026-11-22T05:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 0, skipped: 1 })
  })
})
