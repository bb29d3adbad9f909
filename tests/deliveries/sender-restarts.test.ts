import { describe, expect, test } from 'vitest'
import { setUp } from './sending.ts'

describe('a wait that Telegram asked for', () => {
  test('still holds after a restart, for everybody', async () => {
    const { sender, another, clock, asked, start } = await setUp(10, ({ at }) =>
      at < start + 600_000 ? { kind: 'later', seconds: 600, scope: 'global' } : null,
    )
    sender.start()
    await clock.advance(1000)
    const before = asked.length
    await clock.runUntil(sender.stop(1000))
    const next = another()
    next.start()
    await clock.advance(590_000)
    expect(asked).toHaveLength(before)
    await clock.advance(20_000)
    expect(asked).toHaveLength(before + 10)
    await clock.runUntil(next.stop(1000))
  })

  test('for one chat still holds after a restart, for that chat', async () => {
    const { sender, another, clock, asked, outbox, database } = await setUp(3, ({ chatId }, nth) =>
      chatId === 2 && nth <= 3 ? { kind: 'later', seconds: 600, scope: 'chat' } : null,
    )
    sender.start()
    await clock.advance(1000)
    await clock.runUntil(sender.stop(1000))
    expect(await outbox.holds(clock.now())).toMatchObject([{ chatId: 2 }])
    // Something else for the same chat is not held by its own time.
    database.exec('UPDATE deliveries SET available_at = 0 WHERE available_at IS NOT NULL')
    const next = another()
    next.start()
    await clock.advance(590_000)
    expect(asked).toHaveLength(3)
    await clock.advance(20_000)
    expect(asked.map(({ chatId }) => chatId)).toEqual([1, 2, 3, 2])
    await clock.runUntil(next.stop(1000))
  })

  test('that cannot be stored still holds while the process lives', async () => {
    const { sender, clock, asked, database, log, start } = await setUp(3, ({ at }) =>
      at < start + 60_000 ? { kind: 'later', seconds: 60, scope: 'global' } : null,
    )
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON holds BEGIN SELECT raise(ABORT, 'disk full'); END`)
    sender.start()
    await clock.advance(59_000)
    expect(asked).toHaveLength(3)
    expect(log.events).toContain('a flood wait cannot be kept for a restart')
    await clock.advance(10_000)
    expect(asked).toHaveLength(6)
    await clock.runUntil(sender.stop(1000))
  })

  test('an outage of the network is forgotten by a restart', async () => {
    const { sender, outbox, clock } = await setUp(3, () => ({
      kind: 'unreachable',
      description: 'ENOTFOUND',
    }))
    sender.start()
    await clock.advance(10_000)
    await clock.runUntil(sender.stop(1000))
    expect(await outbox.holds(clock.now())).toEqual([])
  })
})

describe('a process that is not the sender', () => {
  test('sends nothing, whatever is due', async () => {
    const { sender, clock, asked, states } = await setUp(5, undefined, { mayStart: () => false })
    sender.start()
    await clock.advance(10 * 60_000)
    expect(asked).toEqual([])
    expect(states()).toEqual(Array(5).fill('pending'))
    await clock.runUntil(sender.stop(1000))
  })

  test('any more drops what it has taken and leaves it to the next one', async () => {
    let mine = true
    const { sender, another, clock, asked, states, delivered } = await setUp(60, undefined, {
      mayStart: () => mine,
    })
    sender.start()
    await clock.advance(500)
    mine = false
    const before = asked.length
    const waiting = states().filter((state) => state === 'pending').length
    await clock.advance(1000)
    expect(asked.length - before, 'nothing begins any more').toBe(0)
    expect(states().filter((state) => state === 'pending').length, 'nothing is given back').toBe(waiting)
    const next = another({ mayStart: () => true })
    next.start()
    await clock.advance(5000)
    expect(delivered).toHaveLength(60)
    await clock.runUntil(next.stop(1000))
    await clock.runUntil(sender.stop(1000))
  })

  test('and becomes it again has forgotten what it had taken', async () => {
    let mine = true
    const { sender, another, clock, delivered } = await setUp(60, undefined, { mayStart: () => mine })
    sender.start()
    await clock.advance(500)
    mine = false
    await clock.advance(100)
    const next = another({ mayStart: () => true })
    next.start()
    await clock.advance(5000)
    await clock.runUntil(next.stop(1000))
    mine = true
    sender.wake()
    await clock.advance(10_000)
    expect(delivered).toHaveLength(60)
    await clock.runUntil(sender.stop(1000))
  })
})
