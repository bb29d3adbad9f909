import { describe, expect, test } from 'vitest'
import { countRows, createWorld, sendAll } from './store.ts'

describe('a tick', () => {
  test('plans the digest of a reader whose hour has come, and nothing before', async () => {
    const { digests, clock, addArticles, subscribe, rows, dueAt } = await createWorld('2026-11-22T04:59:00Z')
    await addArticles(3)
    await subscribe(7)
    expect(await digests.tick()).toMatchObject({ planned: 0, skipped: 0 })
    clock.jump('2026-11-22T05:00:00Z')
    expect(await digests.tick()).toMatchObject({ planned: 1, skipped: 0 })
    expect(rows()).toMatchObject([{ chat_id: 7, slot: '2026-11-22', state: 'pending' }])
    expect(await dueAt(7)).toBe('2026-11-23T05:00:00.000Z')
  })

  test('that runs again plans nothing again, however often', async () => {
    const { digests, clock, addArticles, subscribe, rows } = await createWorld()
    await addArticles(1)
    await subscribe(7)
    clock.jump('2026-11-22T05:00:00Z')
    await Promise.all([digests.tick(), digests.tick(), digests.tick()])
    await digests.tick()
    expect(rows()).toHaveLength(1)
  })

  test('gives readers with the same cursor, language and length one edition, rendered once', async () => {
    const world = await createWorld()
    await world.addArticles(2)
    for (const chatId of [1, 2, 3]) await world.subscribe(chatId)
    await world.subscribe(4, { language: 'en' })
    await world.subscribe(5, { length: 'short', silent: true })
    await world.subscribe(6, { length: 'short', quiet: { from: 0, to: 60 } })
    world.clock.jump('2026-11-22T05:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 6, skipped: 0 })
    expect(world.rendered.map(({ language, length }) => `${language} ${length}`)).toEqual([
      'ar normal',
      'en normal',
      'ar short',
    ])
    expect(countRows(world, 'editions')).toBe(3)
  })

  test('freezes the text: a later tick for the same key keeps the first one', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    await world.subscribe(2, { minuteOfDay: 9 * 60 })
    world.clock.jump('2026-11-22T05:00:00Z')
    await world.digests.tick()
    world.database.prepare("UPDATE editions SET parts = json_array('frozen')").run()
    world.clock.jump('2026-11-22T06:00:00Z')
    await world.digests.tick()
    const claims = await world.outbox.claim(10, world.clock.now(), world.clock.now() + 1)
    expect(claims.map(({ parts }) => parts)).toEqual([['frozen'], ['frozen']])
  })

  test('knows two topics of one chat as two readers, who share an edition', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(-7, { threadId: 3 })
    await world.subscribe(-7, { threadId: 5 })
    await world.subscribe(-7, { minuteOfDay: 9 * 60 })
    world.clock.jump('2026-11-22T05:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 2 })
    expect(world.rows().map(({ chat_id, thread_id }) => [chat_id, thread_id])).toEqual([
      [-7, 3],
      [-7, 5],
    ])
    expect(countRows(world, 'editions')).toBe(1)
  })

  test('is one run, begun with its first delivery; one without any begins none', async () => {
    const world = await createWorld()
    await world.subscribe(1)
    await world.subscribe(2, { minuteOfDay: 9 * 60 })
    world.clock.jump('2026-11-22T05:00:00Z')
    expect(await world.digests.tick()).toEqual({ planned: 0, skipped: 1, runId: null })
    expect(world.runs()).toEqual([])
    await world.addArticles(1)
    for (let chatId = 3; chatId <= 300; chatId += 1) await world.subscribe(chatId, { minuteOfDay: 9 * 60 })
    world.clock.jump('2026-11-22T06:00:00Z')
    expect(await world.digests.tick()).toEqual({ planned: 299, skipped: 0, runId: 2 })
    expect(world.runs()).toEqual([{ id: 2, state: 'running', planned: 299, skipped: 0 }])
    expect(new Set(world.rows().map(({ run_id, state }) => `${state} ${run_id}`))).toEqual(
      new Set(['skipped 1', 'pending 2']),
    )
  })

  test('leaves a late digest to the end of the quiet hours, and wakes nobody where it is to be silent', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1, { quiet: { from: 22 * 60, to: 7 * 60 } })
    await world.subscribe(2, { silent: true })
    world.clock.jump('2026-11-22T21:00:00Z') // midnight in Riyadh
    await world.digests.tick()
    expect(world.rows()).toMatchObject([
      { slot: '2026-11-22', available_at: Date.parse('2026-11-23T04:00:00Z'), silent: 0 },
      { slot: '2026-11-22', available_at: Date.parse('2026-11-22T05:00:00Z'), silent: 1 },
    ])
  })

  test('says in one silent line that nothing is new, to those who wish to hear it', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1, { whenNothing: 'say' })
    await world.subscribe(2)
    world.clock.jump('2026-11-22T05:00:00Z')
    await world.digests.tick()
    await sendAll(world)
    world.clock.jump('2026-11-23T05:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 1, skipped: 1 })
    expect(world.rows().slice(2)).toMatchObject([
      { chat_id: 1, slot: '2026-11-23', state: 'pending', silent: 1 },
      { chat_id: 2, slot: '2026-11-23', state: 'skipped', reason: 'nothing_new' },
    ])
    expect(world.rendered.at(-1)).toMatchObject({ selection: null, cursor: 1, upTo: 1 })
    await sendAll(world)
    expect(await world.cursor(1)).toBe(1)
  })

  test('skips a reader for whom nothing is new, and says why', async () => {
    const { digests, clock, subscribe, rows } = await createWorld()
    await subscribe(7)
    clock.jump('2026-11-22T05:00:00Z')
    expect(await digests.tick()).toMatchObject({ planned: 0, skipped: 1 })
    expect(rows()).toMatchObject([{ slot: '2026-11-22', state: 'skipped', reason: 'nothing_new' }])
  })

  test('passes over a stopped reader and moves their hour on', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    await world.readers.stop(1, 'blocked')
    world.clock.jump('2026-11-22T05:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 0, skipped: 0 })
    expect(world.rows()).toEqual([])
    expect(await world.dueAt(1)).toBe('2026-11-23T05:00:00.000Z')
  })

  test('never plans two digests for one date, whatever hour or zone the reader changes to', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    world.clock.jump('2026-11-22T05:00:00Z')
    await world.digests.tick()
    await sendAll(world)
    await world.addArticles(1)
    await world.subscribe(1, { minuteOfDay: 20 * 60 })
    world.clock.jump('2026-11-22T17:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 0, skipped: 0 })
    await world.subscribe(1, { minuteOfDay: 14 * 60, zone: 'America/New_York' }) // 19:00 UTC, still the 22nd there
    world.clock.jump('2026-11-22T19:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 0, skipped: 0 })
    world.clock.jump('2026-11-23T19:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 1, skipped: 0 })
  })

  test('gives a date that was skipped its one digest when the hour is moved to after the news', async () => {
    const world = await createWorld()
    await world.subscribe(1)
    world.clock.jump('2026-11-22T05:00:00Z')
    await world.digests.tick()
    await world.addArticles(1)
    await world.subscribe(1, { minuteOfDay: 20 * 60 })
    world.clock.jump('2026-11-22T17:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 1, skipped: 0 })
    expect(world.rows()).toMatchObject([{ slot: '2026-11-22', state: 'pending', reason: null }])
  })

  test('plans more readers than fit a slice', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    for (let chatId = 1; chatId <= 1203; chatId += 1) await world.subscribe(chatId)
    world.clock.jump('2026-11-22T05:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 1203, skipped: 0 })
    expect(countRows(world, 'editions')).toBe(1)
  })

  test('that dies in the middle of a slice leaves nothing of it', async () => {
    const world = await createWorld()
    await world.addArticles(1)
    await world.subscribe(1)
    await world.subscribe(2)
    world.database.exec(`CREATE TRIGGER death BEFORE INSERT ON deliveries WHEN NEW.reader_id = 2
      BEGIN SELECT raise(ABORT, 'killed'); END`)
    world.clock.jump('2026-11-22T05:00:00Z')
    await expect(world.digests.tick()).rejects.toThrow('killed')
    expect(world.rows()).toEqual([])
    expect(countRows(world, 'editions')).toBe(0)
    expect(await world.dueAt(1)).toBe('2026-11-22T05:00:00.000Z')
    world.database.exec('DROP TRIGGER death')
    expect(await world.digests.tick()).toMatchObject({ planned: 2, skipped: 0 })
  })
})
