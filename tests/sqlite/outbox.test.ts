import { describe, expect, test } from 'vitest'
import { createOutbox } from '../../src/sqlite/outbox.ts'
import { createRunStore } from '../../src/sqlite/runs.ts'
import { createWorld } from '../digests/store.ts'
import { askNow, claimAll, dueLater, figures, withDue } from './due.ts'

describe('claiming', () => {
  test('gives each delivery to one sender only, with all that is needed to send it', async () => {
    const world = await withDue(3)
    const { clock } = world
    const first = await claimAll(world, 2)
    const second = await claimAll(world)
    expect([...first, ...second].map(({ chatId }) => chatId)).toEqual([1, 2, 3])
    expect(await claimAll(world)).toEqual([])
    expect(second).toEqual([
      {
        id: 3,
        runId: 2,
        chatId: 3,
        threadId: null,
        parts: ['2026-11-20: 1'],
        buttons: [],
        silent: false,
        messageIds: [],
        attempts: 0,
        leaseUntil: clock.now() + 120_000,
      },
    ])
  })

  test('brings along the topic, the silence and the buttons', async () => {
    const world = await createWorld('2026-11-22T04:00:00Z')
    await world.addArticles(1)
    await world.subscribe(-1007, { threadId: 33, silent: true })
    world.clock.jump('2026-11-22T05:00:00Z')
    await world.digests.tick()
    world.database.exec(`UPDATE editions SET buttons = '[[{"label":"كل الأخبار","data":"latest"}]]'`)
    expect(await claimAll(world)).toMatchObject([
      { chatId: -1007, threadId: 33, silent: true, buttons: [[{ label: 'كل الأخبار', data: 'latest' }]] },
    ])
  })

  test('takes what people asked for first, then run by run, the oldest first', async () => {
    const world = await withDue(2)
    await dueLater(world, 3, 4)
    askNow(world, 4)
    const claims = await claimAll(world)
    expect(claims.map(({ runId, chatId }) => [runId, chatId])).toEqual([
      [1, 4],
      [2, 1],
      [2, 2],
      [3, 3],
      [3, 4],
    ])
  })

  test('keeps to its limit over several runs', async () => {
    const world = await withDue(2)
    await dueLater(world, 3, 4)
    expect((await claimAll(world, 3)).map(({ chatId }) => chatId)).toEqual([1, 2, 3])
    expect((await claimAll(world, 3)).map(({ chatId }) => chatId)).toEqual([4])
  })

  test('passes over a run that is paused, until it goes on', async () => {
    const world = await withDue(2)
    await dueLater(world, 3, 3)
    const runs = createRunStore(world.database)
    await runs.pause(2, 'paused by the operator')
    expect(await world.outbox.nextAttemptAt()).toBe(world.clock.now())
    expect((await claimAll(world)).map(({ chatId }) => chatId)).toEqual([3])
    await runs.resume(2)
    expect((await claimAll(world)).map(({ chatId }) => chatId)).toEqual([1, 2])
  })

  test('finds nothing to wait for where all that waits is paused', async () => {
    const world = await withDue(1)
    await createRunStore(world.database).pause(2, 'paused by the operator')
    expect(await world.outbox.nextAttemptAt()).toBeNull()
  })

  test('does not give out what is to wait, and says when that ends', async () => {
    const world = await withDue(1)
    const { outbox, clock } = world
    const [claim] = await claimAll(world)
    const at = clock.now() + 5000
    await outbox.settle(
      [{ kind: 'later', id: claim?.id ?? 0, at, attempts: 1, reason: '502', refused: false }],
      clock.now(),
    )
    expect(await claimAll(world)).toEqual([])
    expect(await outbox.nextAttemptAt()).toBe(at)
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
    await claimAll(world, 2)
    expect(await world.outbox.releaseLeases(world.clock.now())).toBe(2)
    expect(await claimAll(world)).toHaveLength(3)
  })

  test('takes back what was not carried out, without counting it', async () => {
    const world = await withDue(2)
    const claims = await claimAll(world)
    await world.outbox.release([claims[0]?.id ?? 0], world.clock.now())
    expect(await claimAll(world)).toMatchObject([{ id: claims[0]?.id, attempts: 0 }])
  })

  test('takes back nothing that is not claimed', async () => {
    const world = await withDue(1)
    const [claim] = await claimAll(world)
    await world.outbox.settle([{ kind: 'sent', id: claim?.id ?? 0, messageIds: [1] }], world.clock.now())
    await world.outbox.release([claim?.id ?? 0, 77], world.clock.now())
    expect(world.rows()).toMatchObject([{ state: 'sent' }])
  })
})

describe('what was on its way when its run was cancelled', () => {
  test.each(['is given back', 'is found at the start'] as const)(
    'and %s is skipped, as the rest has been',
    async (how) => {
      const world = await withDue(3)
      const claims = await claimAll(world, 2)
      await createRunStore(world.database).cancel(2, 'cancelled by owner 42', world.clock.now())
      expect(world.rows().map(({ state }) => state)).toEqual(['sending', 'sending', 'skipped'])
      if (how === 'is given back') {
        const ids = claims.map(({ id }) => id)
        await world.outbox.release(ids, world.clock.now())
      } else await world.outbox.releaseLeases(world.clock.now())
      expect(world.rows()).toMatchObject(
        Array.from({ length: 3 }, () => ({
          state: 'skipped',
          reason: 'cancelled by owner 42',
          available_at: null,
        })),
      )
      expect(figures(world).run).toMatchObject({ state: 'cancelled', planned: 3, skipped: 3 })
    },
  )
})

test('the text of an edition is read anew by another outbox, and the same for every claim', async () => {
  const world = await withDue(2)
  const [first] = await claimAll(world, 1)
  const other = createOutbox(world.database)
  const [second] = await other.claim(1, world.clock.now(), world.clock.now() + 1000)
  expect(second?.parts).toEqual(first?.parts)
})

test('claiming, releasing and asking for the next time do not depend on how much has been sent', async () => {
  const { database } = await createWorld()
  const prepared: string[] = []
  const { prepare } = database
  // Every statement of the outbox, as it is written.
  const spied = new Proxy(database, {
    get(target, key) {
      if (key === 'prepare') {
        return (sql: string) => {
          prepared.push(sql)
          return prepare.call(target, sql)
        }
      }
      const value = Reflect.get(target, key) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  createOutbox(spied)
  const about = prepared.filter(
    (sql) => /\b(?:deliveries|FROM runs)\b/.test(sql) && !/GROUP BY state/.test(sql),
  )
  expect(about.length).toBeGreaterThan(8)
  for (const sql of about) {
    const plan = database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...bindings(sql))
      .map(({ detail }) => detail)
    for (const step of plan)
      expect(step, sql).not.toMatch(/^SCAN (?:deliveries|runs)(?! USING (?:COVERING )?INDEX)/)
    expect(plan.join('; '), sql).not.toMatch(/TEMP B-TREE/)
  }
})

/** A value for everything that a statement asks for; the plan does not depend on which. */
function bindings(sql: string): unknown[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, 1])
  if (names.length > 0) return [Object.fromEntries(names)]
  return Array((sql.match(/\?/g) ?? []).length).fill('[]')
}
