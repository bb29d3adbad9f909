import { describe, expect, test } from 'vitest'
import type { Outbox, Settlement } from '../../src/deliveries/outbox.ts'
import type { Run } from '../../src/deliveries/runs.ts'
import { createSettling } from '../../src/deliveries/settling.ts'
import { createTestClock } from '../support/test-clock.ts'
import { createKeptLog } from './scripted-messenger.ts'

interface Wish {
  /** Messages on their way. */
  readonly onWire?: number
  /** Results that may wait while those who sent them go on. */
  readonly most?: number
  /** Whether the store refuses what is to be recorded together. */
  readonly fails?: (ids: readonly number[]) => boolean
  /** How long a commit takes. */
  readonly commitMs?: number
  readonly wrong?: readonly Run[]
}

function setUp({ onWire = 60, most = 0, fails = () => false, commitMs = 0, wrong = [] }: Wish = {}) {
  const clock = createTestClock('2026-11-22T08:00:00Z')
  const tried: number[][] = []
  const commits: number[][] = []
  const told: number[] = []
  const outbox: Pick<Outbox, 'settle'> = {
    async settle(settlements: readonly Settlement[]) {
      const ids = settlements.map(({ id }) => id)
      tried.push(ids)
      await clock.sleep(commitMs)
      if (fails(ids)) throw new Error('disk full')
      commits.push(ids)
      return [...wrong]
    },
  }
  const log = createKeptLog()
  const settling = createSettling({
    outbox,
    clock,
    log,
    onWire: () => onWire,
    most,
    onWrong: (runs) => told.push(...runs.map(({ id }) => id)),
  })
  const went: number[] = []
  const recorded: number[] = []
  const add = (id: number): void => {
    const added = settling.add({ kind: 'sent', id, messageIds: [id] })
    void added.room.then(() => went.push(id))
    void added.recorded.then(() => recorded.push(id))
  }
  const addAll = (count: number): void => {
    for (let id = 1; id <= count; id += 1) add(id)
  }
  return { clock, settling, tried, commits, log, told, went, recorded, add, addAll }
}
const sizes = (commits: readonly (readonly number[])[]) => commits.map(({ length }) => length)
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

describe('results', () => {
  test('are recorded at once when nothing else is on its way', async () => {
    const { clock, commits, add, recorded } = setUp({ onWire: 0 })
    add(1)
    await clock.advance(0)
    add(2)
    await clock.advance(0)
    expect(commits).toEqual([[1], [2]])
    expect(recorded).toEqual([1, 2])
  })

  test('share a commit of twenty when many end together', async () => {
    const { clock, commits, addAll } = setUp()
    addAll(40)
    await clock.advance(0)
    expect(sizes(commits)).toEqual([20, 20])
  })

  test('wait twenty milliseconds at most', async () => {
    const { clock, commits, addAll, recorded } = setUp()
    addAll(2)
    await clock.advance(19)
    expect(commits).toEqual([])
    await clock.advance(1)
    expect(commits).toEqual([[1, 2]])
    expect(recorded).toEqual([1, 2])
  })

  test('that come while a commit is on its way are in the next one', async () => {
    const { clock, commits, add, settling } = setUp({ commitMs: 5 })
    add(1)
    await clock.advance(21)
    add(2)
    expect(settling.unrecorded()).toBe(2)
    await clock.advance(10)
    expect(commits).toEqual([[1], [2]])
    expect(settling.unrecorded()).toBe(0)
  })

  test('are recorded together and at once when the sender stops', async () => {
    const { clock, commits, addAll, settling } = setUp()
    addAll(3)
    await clock.runUntil(settling.flush())
    expect(commits).toEqual([[1, 2, 3]])
  })

  test('in which something went wrong name their runs', async () => {
    const { clock, add, told } = setUp({ onWire: 0, wrong: [{ id: 7 } as Run] })
    add(1)
    await clock.advance(0)
    expect(told).toEqual([7])
  })
})

describe('whoever has sent a message', () => {
  test('waits for its own result where nothing may be unrecorded', async () => {
    const { clock, addAll, went } = setUp({ most: 0 })
    addAll(2)
    await clock.advance(19)
    expect(went).toEqual([])
    await clock.advance(1)
    expect(went).toEqual([1, 2])
  })

  test('goes on at once while few results wait, and beyond that waits for the disk', async () => {
    const { clock, addAll, went } = setUp({ most: 20, commitMs: 1000 })
    addAll(23)
    await clock.advance(0)
    expect(went).toEqual(upTo(20))
    await clock.advance(1000)
    expect(went.slice(0, 20)).toEqual(upTo(20))
    expect(went).toHaveLength(20)
    await clock.advance(1000)
    expect(went).toEqual(upTo(23))
  })
})

describe('while the store fails', () => {
  test('no result is given up, and nobody goes on; afterwards all are recorded', async () => {
    let full = true
    const { clock, addAll, went, recorded, commits, log, settling } = setUp({ fails: () => full })
    addAll(2)
    await clock.advance(60_000)
    expect([went, recorded]).toEqual([[], []])
    expect(settling.unrecorded()).toBe(2)
    expect(log.events).toContain('results cannot be recorded')
    full = false
    await clock.advance(5000)
    expect(commits).toEqual([[1, 2]])
    expect([went, recorded]).toEqual([upTo(2), upTo(2)])
  })

  test('it is asked again every five seconds, however many results have come meanwhile', async () => {
    const { clock, add, tried } = setUp({ onWire: 0, fails: () => true })
    for (const id of upTo(10)) {
      add(id)
      await clock.advance(10)
    }
    const before = tried.length
    await clock.advance(50_000)
    // Ten times all together, then one by one.
    expect(tried.length - before).toBeLessThanOrEqual(10 * 11 + 11)
  })

  test('one result that it never takes holds up no other', async () => {
    const { clock, addAll, recorded, settling } = setUp({ fails: (ids) => ids.includes(2) })
    addAll(30)
    await clock.advance(60_000)
    expect(recorded.sort((a, b) => a - b)).toEqual(upTo(30).filter((id) => id !== 2))
    expect(settling.unrecorded()).toBe(1)
  })
})
