import { describe, expect, test } from 'vitest'
import type { Outbox, Settlement } from '../../src/deliveries/outbox.ts'
import { createSettling } from '../../src/deliveries/settling.ts'
import { createTestClock } from '../support/test-clock.ts'

function setUp(onWire: number, fail = false) {
  const clock = createTestClock('2026-11-22T08:00:00Z')
  const commits: number[] = []
  const outbox = {
    async settle(settlements: readonly Settlement[]) {
      commits.push(settlements.length)
      if (fail) throw new Error('disk full')
    },
  } as unknown as Outbox
  const settling = createSettling(outbox, clock, () => onWire)
  const add = (id: number) => settling.add({ kind: 'sent', id, messageIds: [id] })
  return { clock, commits, add }
}

describe('results', () => {
  test('are recorded at once when nothing else is on its way', async () => {
    const { commits, add } = setUp(0)
    await add(1)
    await add(2)
    expect(commits).toEqual([1, 1])
  })

  test('share a commit of twenty when many end together', async () => {
    const { commits, add } = setUp(60)
    void Array.from({ length: 40 }, (_, id) => add(id))
    expect(commits).toEqual([20, 20])
  })

  test('wait twenty milliseconds at most', async () => {
    const { clock, commits, add } = setUp(60)
    const added = Promise.all([add(1), add(2)])
    await clock.advance(19)
    expect(commits).toEqual([])
    await clock.advance(1)
    expect(commits).toEqual([2])
    await added
  })

  test('that could not be recorded are reported to everybody who waits for them', async () => {
    const { clock, add } = setUp(60, true)
    const added = Promise.allSettled([add(1), add(2)])
    await clock.advance(20)
    expect((await added).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
