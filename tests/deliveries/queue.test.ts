import { describe, expect, test } from 'vitest'
import type { Claim, Outbox } from '../../src/deliveries/outbox.ts'
import { createQueue } from '../../src/deliveries/queue.ts'
import { createTestClock } from '../support/test-clock.ts'

const LEASE = 120_000

function setUp(due: number) {
  const clock = createTestClock('2026-11-22T08:00:00Z')
  const released: number[][] = []
  let claims = 0
  const outbox = {
    async claim(limit: number, _now: number, leaseUntil: number): Promise<Claim[]> {
      claims += 1
      const batch = Array.from(
        { length: Math.min(limit, due) },
        (_, index): Claim => ({
          id: claims * 100 + index,
          chatId: index,
          parts: ['نص'],
          messageIds: [],
          attempts: 0,
          leaseUntil,
        }),
      )
      due -= batch.length
      return batch
    },
    async release(ids: readonly number[]) {
      released.push([...ids])
    },
  } as unknown as Outbox
  return {
    clock,
    released,
    queue: createQueue(outbox, clock, { batch: 3, leaseMs: LEASE }),
    claims: () => claims,
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
})
