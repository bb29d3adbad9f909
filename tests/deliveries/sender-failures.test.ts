import { describe, expect, test } from 'vitest'
import { setUp } from './sending.ts'

describe('when sending fails', () => {
  test('a short outage is over for everybody within twice its length', async () => {
    const { sender, clock, delivered, start } = await setUp(10, ({ at }) =>
      at < start + 10_000 ? { kind: 'unreachable', description: 'ECONNREFUSED' } : null,
    )
    sender.start()
    await clock.advance(20_000)
    expect(delivered).toHaveLength(10)
    await clock.runUntil(sender.stop(1000))
  })

  test('a reader who blocked the bot is stopped, the others get theirs', async () => {
    const { drain, states, byChat, cursor } = await setUp(3, ({ chatId }) =>
      chatId === 2 ? { kind: 'gone', reason: 'blocked' } : null,
    )
    await drain()
    expect(states()).toEqual(['sent', 'gone', 'sent'])
    expect((await byChat(2))?.stopped).toBe('blocked')
    expect(await cursor(2)).toBeNull()
  })

  test.each([
    { kind: 'unknown', description: '502 Bad Gateway' },
    { kind: 'refused', description: '403 Forbidden: something new' },
  ] as const)(
    '$description is tried twelve times at growing distances, then given up with the reason',
    async (outcome) => {
      const { sender, asked, clock, rows, byChat, cursor } = await setUp(1, () => outcome)
      sender.start()
      await clock.advance(60 * 60 * 1000)
      await clock.runUntil(sender.stop(1000))
      expect(asked).toHaveLength(12)
      const gaps = asked.slice(1).map(({ at }, index) => Math.round((at - (asked[index]?.at ?? 0)) / 1000))
      expect(gaps).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024])
      expect(rows()).toMatchObject([{ state: 'failed', attempts: 12, reason: outcome.description }])
      expect((await byChat(1))?.stopped).toBeNull()
      expect(await cursor(1)).toBeNull()
    },
  )

  test('what failed is in the digest of the next day', async () => {
    const { sender, digests, delivered, clock } = await setUp(1, (_, nth) =>
      nth <= 12 ? { kind: 'unknown', description: '502' } : null,
    )
    sender.start()
    await clock.advance(24 * 60 * 60 * 1000)
    await digests.tick()
    sender.wake()
    await clock.advance(1000)
    await clock.runUntil(sender.stop(1000))
    expect(delivered.map(({ text }) => text)).toEqual(['2026-11-20: 1'])
  })

  test('refused markup is sent again as plain text, once', async () => {
    const { drain, delivered, states } = await setUp(1, ({ format }) =>
      format === 'html' ? { kind: 'plain', description: "can't parse entities" } : null,
    )
    await drain()
    expect(delivered).toMatchObject([{ format: 'plain' }])
    expect(states()).toEqual(['sent'])
  })

  test('a migrated group gets its digest at the new id', async () => {
    const { drain, delivered, byChat } = await setUp(1, ({ chatId }) =>
      chatId === 1 ? { kind: 'moved', chatId: -1001 } : null,
    )
    await drain()
    expect(delivered.map(({ chatId }) => chatId)).toEqual([-1001])
    expect((await byChat(-1001))?.cursor).toBe(1)
  })

  test('an outage of six hours costs few attempts, none of them counted, and loses nothing', async () => {
    const sixHours = 6 * 60 * 60 * 1000
    const { sender, asked, delivered, clock, states, rows, start } = await setUp(50, ({ at }) =>
      at < start + sixHours ? { kind: 'unreachable', description: 'ENOTFOUND' } : null,
    )
    sender.start()
    await clock.advance(sixHours)
    expect(asked.length).toBeLessThan(600)
    expect(new Set(rows().map(({ attempts }) => attempts))).toEqual(new Set([0]))
    await clock.advance(10 * 60 * 1000)
    await clock.runUntil(sender.stop(1000))
    expect(delivered).toHaveLength(50)
    expect(new Set(states())).toEqual(new Set(['sent']))
  })

  test('a refused token stops the sender, says so once, and leaves everything to be sent', async () => {
    let told = 0
    const { sender, asked, clock, states, log } = await setUp(
      10,
      () => ({ kind: 'stopped', description: '401' }),
      {
        onUnauthorized: () => {
          told += 1
        },
      },
    )
    sender.start()
    await clock.advance(10 * 60 * 1000)
    expect(told).toBe(1)
    expect(asked.length).toBeLessThanOrEqual(3)
    expect(new Set(states())).toEqual(new Set(['pending']))
    expect(log.events.filter((event) => event.startsWith('sender stopped'))).toHaveLength(1)
  })

  test('an error of the store does not keep the program from stopping', async () => {
    const { sender, database, clock, log } = await setUp(60)
    sender.start()
    await clock.advance(500)
    database.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON deliveries BEGIN SELECT raise(ABORT, 'disk full'); END`,
    )
    await clock.runUntil(sender.stop(1000))
    expect(log.events).toContain('claims cannot be given back')
  })

  test('an error of the store is logged and does not end the sender', async () => {
    const { sender, database, clock, delivered, states, log } = await setUp(1)
    database.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON deliveries BEGIN SELECT raise(ABORT, 'disk full'); END`,
    )
    sender.start()
    await clock.advance(20_000)
    expect(log.events).toContain('sender failed')
    expect(delivered).toEqual([])
    database.exec('DROP TRIGGER full')
    await clock.advance(20_000)
    expect(states()).toEqual(['sent'])
    await clock.runUntil(sender.stop(1000))
  })
})
