import { describe, expect, test } from 'vitest'
import { waitingOf } from '../../src/deliveries/runs.ts'
import { createRunStore } from '../../src/sqlite/runs.ts'
import { askNow, claimAll, dueLater, figures, withDue } from './due.ts'

/** Run 2 with `count` digests that wait, and its store. */
async function withRun(count: number) {
  const world = await withDue(count)
  const runs = createRunStore(world.database)
  const sendAll = async (limit = 1000) => {
    const claims = await claimAll(world, limit)
    const sent = claims.map(({ id }) => ({ kind: 'sent' as const, id, messageIds: [1] }))
    await world.outbox.settle(sent, world.clock.now())
  }
  return { ...world, world, runs, sendAll }
}

describe('a run', () => {
  test('is listed as it stands, and what waits is the rest of it', async () => {
    const { runs, sendAll, clock } = await withRun(3)
    await sendAll(1)
    const [run] = await runs.open()
    expect(run).toEqual({
      id: 2,
      state: 'running',
      reason: null,
      planned: 3,
      sent: 1,
      gone: 0,
      failed: 0,
      skipped: 0,
      refused: 0,
      startedAt: clock.now(),
      endedAt: null,
    })
    expect(run && waitingOf(run)).toBe(2)
    expect(await runs.byId(2)).toEqual(run)
    expect(await runs.byId(99)).toBeNull()
  })

  test('that is paused is open, says why, and goes on when it is resumed', async () => {
    const { runs } = await withRun(1)
    expect(await runs.resume(2), 'it runs').toBe(false)
    expect(await runs.pause(2, 'paused by the operator')).toBe(true)
    expect(await runs.pause(2, 'another reason')).toBe(false)
    expect(await runs.open()).toMatchObject([{ state: 'paused', reason: 'paused by the operator' }])
    expect(await runs.resume(2)).toBe(true)
    expect(await runs.byId(2)).toMatchObject({ state: 'running', reason: null })
  })

  test('ends when nothing of it waits, and not while something is on its way', async () => {
    const { runs, sendAll, world, clock } = await withRun(2)
    await sendAll(1)
    const [claim] = await claimAll(world)
    expect(await runs.finish(clock.now())).toEqual([])
    await world.outbox.settle([{ kind: 'gone', id: claim?.id ?? 0, reason: 'blocked' }], clock.now())
    expect(await runs.finish(clock.now() + 5)).toMatchObject([
      { id: 2, state: 'done', planned: 2, sent: 1, gone: 1, endedAt: clock.now() + 5 },
    ])
    expect(await runs.finish(clock.now() + 9), 'once').toEqual([])
    expect(await runs.open()).toEqual([])
  })

  test('that is paused does not end, although nothing of it waits', async () => {
    const { runs, sendAll, clock } = await withRun(1)
    await sendAll()
    await runs.pause(2, 'paused by the operator')
    expect(await runs.finish(clock.now())).toEqual([])
    await runs.resume(2)
    expect(await runs.finish(clock.now())).toHaveLength(1)
  })
})

describe('cancelling', () => {
  test('skips what waits with the reason, leaves what is on its way, and moves no cursor', async () => {
    const { runs, world, cursor, rows, clock } = await withRun(3)
    const [claim] = await claimAll(world, 1)
    expect(await runs.cancel(2, 'cancelled by owner 42', clock.now())).toBe(true)
    expect(rows().map(({ state, reason }) => [state, reason])).toEqual([
      ['sending', null],
      ['skipped', 'cancelled by owner 42'],
      ['skipped', 'cancelled by owner 42'],
    ])
    expect(await cursor(2)).toBeNull()
    await world.outbox.settle([{ kind: 'sent', id: claim?.id ?? 0, messageIds: [1] }], clock.now())
    expect(figures(world)).toMatchObject({
      run: { state: 'cancelled', planned: 3, sent: 1, skipped: 2 },
      counted: { sent: 1, skipped: 2 },
    })
    expect(await runs.byId(2)).toMatchObject({ reason: 'cancelled by owner 42', endedAt: clock.now() })
  })

  test('is done once, and what has ended cannot be cancelled', async () => {
    const { runs, sendAll, clock } = await withRun(1)
    await sendAll()
    await runs.finish(clock.now())
    expect(await runs.cancel(2, 'cancelled by the operator', clock.now())).toBe(false)
    expect(await runs.pause(2, 'paused by the operator')).toBe(false)
    expect(await runs.byId(2)).toMatchObject({ state: 'done', reason: null })
  })

  test('reaches a paused run too, and no other run', async () => {
    const { runs, world, clock } = await withRun(2)
    await dueLater(world, 3, 4)
    await runs.pause(2, 'paused by the operator')
    expect(await runs.cancel(2, 'cancelled by the operator', clock.now())).toBe(true)
    expect((await claimAll(world)).map(({ chatId }) => chatId)).toEqual([3, 4])
  })

  test('of many goes in slices, between which others have their turn; nothing is taken meanwhile', async () => {
    const { runs, world, clock, database } = await withRun(1)
    database.exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2999)
      INSERT INTO deliveries (reader_id, slot, run_id, edition_id, state, available_at, created_at)
        SELECT 1, 'slot ' || i, 2, 1, 'pending', 0, 0 FROM n;
      UPDATE runs SET planned = 3000 WHERE id = 2`)
    const between: number[] = []
    let ended = false
    const look = (): void => {
      if (ended) return
      between.push(Number(figures(world).run?.['skipped']))
      setImmediate(look)
    }
    setImmediate(look)
    const cancelling = runs.cancel(2, 'cancelled by the operator', clock.now())
    expect(await claimAll(world)).toEqual([])
    expect(await cancelling).toBe(true)
    ended = true
    expect(between.some((skipped) => skipped > 0 && skipped < 3000)).toBe(true)
    expect(figures(world)).toMatchObject({
      run: { state: 'cancelled', skipped: 3000 },
      counted: { skipped: 3000 },
    })
  })
})

describe('what people ask for out of turn', () => {
  test('is in no list, never ends, and nobody can pause or cancel it', async () => {
    const { runs, world, clock } = await withRun(1)
    askNow(world, 1)
    expect((await runs.open()).map(({ id }) => id)).toEqual([2])
    expect((await runs.recent(9)).map(({ id }) => id)).toEqual([2])
    expect(await runs.pause(1, 'x')).toBe(false)
    expect(await runs.cancel(1, 'x', clock.now())).toBe(false)
    expect((await claimAll(world)).map(({ runId }) => runId)).toEqual([1, 2])
    await runs.finish(clock.now())
    expect(await runs.byId(1)).toMatchObject({ state: 'running' })
  })
})

describe('old runs', () => {
  test('are shown newest first', async () => {
    const { runs, world } = await withRun(1)
    await dueLater(world, 2, 2)
    expect((await runs.recent(9)).map(({ id }) => id)).toEqual([3, 2])
    expect((await runs.recent(1)).map(({ id }) => id)).toEqual([3])
  })
})

test('the message that shows a run to an owner is remembered, and a newer one replaces it', async () => {
  const { runs } = await withRun(1)
  await runs.saveReport(2, 43, 8)
  await runs.saveReport(2, 42, 7)
  await runs.saveReport(2, 43, 9)
  expect(await runs.reports(2)).toEqual([
    { ownerId: 42, messageId: 7 },
    { ownerId: 43, messageId: 9 },
  ])
})
