import { describe, expect, test } from 'vitest'
import { FEWEST_FAILURES } from '../../src/deliveries/brake.ts'
import type { Run } from '../../src/deliveries/runs.ts'
import { setUp } from './sending.ts'

const BLOCKED = { kind: 'gone', reason: 'blocked' } as const

describe('a run of which too much fails', () => {
  test('pauses itself, tells why, and stops nobody else', async () => {
    const braked: Run[] = []
    const { sender, clock, runStore, states, asked } = await setUp(200, () => BLOCKED, {
      onBrake: (run) => braked.push(run),
    })
    sender.start()
    await clock.advance(60_000)
    expect(await runStore.byId(2)).toMatchObject({ state: 'paused' })
    expect(braked).toMatchObject([{ id: 2, state: 'paused' }])
    expect(braked[0]?.reason).toBe((await runStore.byId(2))?.reason)
    expect(braked[0]?.reason).toMatch(
      /^2[5-8] of 2[5-8] attempts did not arrive \(2[5-8] gone, 0 failed, 0 refused\)$/,
    )
    const gone = states().filter((state) => state === 'gone').length
    expect(gone).toBeGreaterThanOrEqual(FEWEST_FAILURES)
    expect(gone, 'what was on its way').toBeLessThanOrEqual(FEWEST_FAILURES + 3)
    expect(asked).toHaveLength(gone)
    expect(states()).not.toContain('sending')
    await clock.runUntil(sender.stop(1000))
  })

  test('goes on when somebody says so, and is judged by what comes then', async () => {
    let broken = true
    const { sender, clock, runStore, states } = await setUp(200, () => (broken ? BLOCKED : null))
    sender.start()
    await clock.advance(10_000)
    broken = false
    await runStore.resume(2)
    sender.wake()
    await clock.advance(20_000)
    expect(await runStore.byId(2)).toMatchObject({ state: 'running' })
    expect(new Set(states())).toEqual(new Set(['gone', 'sent']))
    await clock.runUntil(sender.stop(1000))
  })

  test('pauses again when it goes on as badly', async () => {
    const braked: Run[] = []
    const { sender, clock, runStore } = await setUp(200, () => BLOCKED, {
      onBrake: (run) => braked.push(run),
    })
    sender.start()
    await clock.advance(10_000)
    await runStore.resume(2)
    sender.wake()
    await clock.advance(10_000)
    expect(braked).toHaveLength(2)
    expect((await runStore.byId(2))?.gone).toBeGreaterThanOrEqual(2 * FEWEST_FAILURES)
    await clock.runUntil(sender.stop(1000))
  })

  test('is judged by nothing that failed before somebody let it go on, what was on its way included', async () => {
    const onItsWay = 2
    const before = FEWEST_FAILURES + onItsWay
    const after = FEWEST_FAILURES - 1
    const { sender, clock, runStore } = await setUp(200, (_, nth) => (nth <= before + after ? BLOCKED : null))
    sender.start()
    await clock.advance(10_000)
    const { gone = 0 } = (await runStore.byId(2)) ?? {}
    expect(gone).toBe(before)
    await runStore.resume(2)
    sender.wake()
    await clock.advance(20_000)
    expect(await runStore.byId(2)).toMatchObject({ state: 'running', gone: before + after })
    await clock.runUntil(sender.stop(1000))
  })

  test('does not pause again because of the next single failure', async () => {
    const { sender, clock, runStore, states } = await setUp(60, (_, nth) =>
      nth <= FEWEST_FAILURES || nth === 40 ? BLOCKED : null,
    )
    sender.start()
    await clock.advance(5000)
    expect(await runStore.byId(2)).toMatchObject({ state: 'paused', gone: FEWEST_FAILURES })
    await runStore.resume(2)
    sender.wake()
    await clock.advance(10_000)
    expect(await runStore.byId(2)).toMatchObject({ state: 'running', gone: FEWEST_FAILURES + 1 })
    expect(states()).not.toContain('pending')
    await clock.runUntil(sender.stop(1000))
  })

  test('is not judged again by what a former process has seen', async () => {
    const { sender, another, clock, runStore, states } = await setUp(60, (_, nth) =>
      nth <= FEWEST_FAILURES || nth === 40 ? BLOCKED : null,
    )
    sender.start()
    await clock.advance(5000)
    await clock.runUntil(sender.stop(1000))
    await runStore.resume(2)
    const next = another()
    next.start()
    await clock.advance(10_000)
    expect(await runStore.byId(2)).toMatchObject({ state: 'running' })
    expect(states()).not.toContain('pending')
    await clock.runUntil(next.stop(1000))
  })

  test('counts what Telegram refuses without a known reason, and no wait, outage or lost answer', async () => {
    const { sender, clock, runStore } = await setUp(60, (_, nth) => {
      if (nth <= 10) return { kind: 'later', seconds: 1, scope: 'chat' }
      if (nth <= 20) return { kind: 'unreachable', description: 'ENOTFOUND' }
      if (nth <= 80) return { kind: 'unknown', description: '502 Bad Gateway' }
      return nth <= 90 ? { kind: 'refused', description: '400 Bad Request: new' } : null
    })
    sender.start()
    await clock.advance(120_000)
    expect(await runStore.byId(2)).toMatchObject({ state: 'running', sent: 60, refused: 10, failed: 0 })
    await clock.runUntil(sender.stop(1000))
  })
})

describe('what owners decide', () => {
  test('a paused run stands still after what had been taken, and goes on where it was', async () => {
    const { sender, clock, runStore, delivered } = await setUp(100)
    sender.start()
    await clock.advance(500)
    await runStore.pause(2, 'paused by owner 42')
    const before = delivered.length
    await clock.advance(60_000)
    expect(delivered.length - before).toBeLessThanOrEqual(20)
    expect(delivered.length).toBeLessThan(60)
    await runStore.resume(2)
    sender.wake()
    await clock.advance(10_000)
    expect(new Set(delivered.map(({ chatId }) => chatId)).size).toBe(100)
    expect(delivered).toHaveLength(100)
    await clock.runUntil(sender.stop(1000))
  })

  test('a run that was resumed elsewhere goes on within a minute', async () => {
    const { sender, clock, runStore, delivered } = await setUp(5)
    await runStore.pause(2, 'paused by the operator')
    sender.start()
    await clock.advance(1000)
    await runStore.resume(2)
    await clock.advance(60_000)
    expect(delivered).toHaveLength(5)
    await clock.runUntil(sender.stop(1000))
  })

  test('of a cancelled run nothing is left over when what was on its way has come back', async () => {
    const { sender, clock, runStore, states, delivered } = await setUp(60, (_, nth) =>
      nth > 5 ? { kind: 'unknown', description: '502' } : null,
    )
    sender.start()
    await clock.advance(500)
    await clock.runUntil(runStore.cancel(2, 'cancelled by owner 42', clock.now()))
    await clock.advance(5000)
    expect(delivered).toHaveLength(5)
    expect(states().filter((state) => state === 'sent')).toHaveLength(5)
    expect(states().filter((state) => state === 'skipped')).toHaveLength(55)
    expect(await runStore.byId(2)).toMatchObject({ planned: 60, sent: 5, skipped: 55 })
    await clock.runUntil(sender.stop(1000))
  })
})
