import { describe, expect, test } from 'vitest'
import type { Claim, Outbox } from '../../src/deliveries/outbox.ts'
import { createQueue } from '../../src/deliveries/queue.ts'
import { createTestClock } from '../support/test-clock.ts'

const LEASE = 120_000

function claimOf(id: number, leaseUntil: number): Claim {
  const address = { chatId: id, threadId: null }
  return {
    ...address,
    id,
    runId: 2,
    parts: ['نص'],
    buttons: [],
    silent: false,
    messageIds: [],
    attempts: 0,
    leaseUntil,
  }
}

/** An outbox that gives out `due` deliveries, 100 and so on, the next batch 200 and so on. */
function setUp(due: number) {
  const clock = createTestClock('2026-11-22T08:00:00Z')
  const released: number[][] = []
  const offered: number[] = []
  let claims = 0
  let fails = false
  const outbox: Pick<Outbox, 'claim' | 'release'> = {
    async claim(limit, _now, leaseUntil) {
      if (fails) {
        fails = false
        throw new Error('disk full')
      }
      claims += 1
      const again = offered.splice(0).map((id) => claimOf(id, leaseUntil))
      const fresh = Array.from({ length: Math.min(limit, due) }, (_, index) =>
        claimOf(claims * 100 + index, leaseUntil),
      )
      due -= fresh.length
      return [...again, ...fresh]
    },
    async release(ids) {
      released.push([...ids])
    },
  }
  return {
    clock,
    released,
    queue: createQueue(outbox, clock, { batch: 3, leaseMs: LEASE }),
    claims: () => claims,
    /** The outbox offers this delivery at the next claim. */
    offer: (id: number) => offered.push(id),
    failOnce: () => {
      fails = true
    },
  }
}

describe('the queue', () => {
  test('asks the outbox once for all who wait, and gives each something else', async () => {
    const { queue, claims } = setUp(3)
    const taken = await Promise.all([queue.take(), queue.take(), queue.take(), queue.take()])
    expect(taken.map((claim) => claim?.id)).toEqual([100, 101, 102, undefined])
    expect(claims()).toBe(1)
    expect(await queue.take()).toBeNull()
  })

  test('gives back what nobody has taken, a batch that is being claimed included', async () => {
    const { queue, released } = setUp(5)
    expect((await queue.take())?.id).toBe(100)
    await queue.release()
    const taken = queue.take()
    await queue.release()
    expect([...released.flat(), (await taken)?.id ?? 0].filter((id) => id > 0).sort((a, b) => a - b)).toEqual(
      [101, 102, 200, 201],
    )
  })

  test('leaves a claim alone that would outlive its lease on the way', async () => {
    const { queue, clock } = setUp(3)
    await queue.take()
    await clock.advance(LEASE / 2 + 1)
    expect(await queue.take()).toBeNull()
  })

  test('gives a parked claim first, when its time has come, and not before', async () => {
    const { queue, clock } = setUp(2)
    const claim = await queue.take()
    if (claim === null) throw new Error('nothing to take')
    expect(queue.parkedUntil()).toBeNull()
    queue.park(claim, clock.now() + 1000)
    expect(queue.parkedUntil()).toBe(clock.now() + 1000)
    expect((await queue.take())?.id).toBe(101)
    expect(await queue.take()).toBeNull()
    await clock.advance(1000)
    expect((await queue.take())?.id).toBe(100)
    expect(queue.parkedUntil()).toBeNull()
  })

  test('gives parked claims back too, and offers them again when they are claimed again', async () => {
    const { queue, clock, released, offer } = setUp(1)
    const claim = await queue.take()
    if (claim === null) throw new Error('nothing to take')
    queue.park(claim, clock.now() + 1000)
    await queue.release()
    expect(released).toEqual([[100]])
    expect(queue.parkedUntil()).toBeNull()
    offer(100)
    expect((await queue.take())?.id).toBe(100)
  })

  test('does not offer what is still being worked on, although its lease has run out', async () => {
    const { queue, offer } = setUp(1)
    await queue.take()
    offer(100)
    expect(await queue.take()).toBeNull()
    queue.done(100)
    offer(100)
    expect((await queue.take())?.id).toBe(100)
  })

  test("forgets what is another's by now without touching the outbox", async () => {
    const { queue, clock, released } = setUp(3)
    const claim = await queue.take()
    if (claim === null) throw new Error('nothing to take')
    queue.park(claim, clock.now())
    queue.drop()
    expect(released).toEqual([])
    expect(await queue.take()).toBeNull()
  })

  test('an error of the outbox reaches everybody who asked, and the next one asks again', async () => {
    const { queue, failOnce } = setUp(3)
    failOnce()
    const asked = await Promise.allSettled([queue.take(), queue.take()])
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await queue.take())?.id).toBeGreaterThan(0)
  })
})
