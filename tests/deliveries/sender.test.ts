import { describe, expect, test } from 'vitest'
import { createPace } from '../../src/deliveries/pace.ts'
import { createTestClock } from '../support/test-clock.ts'
import { RATE, setUp } from './sending.ts'

describe('sending', () => {
  test('brings every digest once, moves the cursors, and keeps rate and concurrency', async () => {
    const { drain, delivered, states, cursor, mostOnWire } = await setUp(60)
    await drain()
    expect(delivered.map(({ chatId }) => chatId).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    )
    expect(new Set(states())).toEqual(new Set(['sent']))
    expect(await cursor(60)).toBe(1)
    expect(mostOnWire()).toBeLessThanOrEqual(3)
    for (const { at } of delivered) {
      expect(delivered.filter((other) => other.at >= at && other.at < at + 1000).length).toBeLessThanOrEqual(
        RATE,
      )
    }
    const seconds = ((delivered.at(-1)?.at ?? 0) - (delivered[0]?.at ?? 0)) / 1000
    expect(60 / seconds).toBeGreaterThan(0.97 * RATE)
  })

  test('tells the pace when a message really leaves', async () => {
    const clock = createTestClock('2026-11-22T05:00:00Z')
    const pace = createPace(RATE, clock)
    let left = 0
    const { drain, asked } = await setUp(10, undefined, {
      pace: {
        ...pace,
        reserve(chatId) {
          const place = pace.reserve(chatId)
          return {
            ...place,
            leave() {
              expect(asked.length).toBeLessThanOrEqual(left)
              left += 1
              place.leave()
            },
          }
        },
      },
    })
    await drain()
    expect([asked.length, left]).toEqual([10, 10])
  })

  test('sends parts in order, a second apart, and settles when the last has arrived', async () => {
    const { drain, delivered, rows } = await setUp(1, undefined, { days: ['2026-11-19', '2026-11-20'] })
    await drain()
    expect(delivered.map(({ text }) => text)).toEqual(['2026-11-20: 2', '2026-11-19: 1'])
    expect((delivered[1]?.at ?? 0) - (delivered[0]?.at ?? 0)).toBeGreaterThanOrEqual(1000)
    expect(rows()).toMatchObject([{ state: 'sent', message_ids: '[1001,1002]' }])
  })

  test('does not keep a sender waiting between the parts of one digest', async () => {
    const { drain, delivered, states } = await setUp(50, undefined, { days: ['2026-11-19', '2026-11-20'] })
    await drain()
    expect(new Set(states())).toEqual(new Set(['sent']))
    const seconds = ((delivered.at(-1)?.at ?? 0) - (delivered[0]?.at ?? 0)) / 1000
    expect(100 / seconds).toBeGreaterThan(0.9 * RATE)
    for (const chatId of [1, 25, 50]) {
      const [first, second] = delivered.filter((message) => message.chatId === chatId)
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(3000)
    }
  })

  test('settles a digest of which every part has arrived without sending anything', async () => {
    const { drain, database, asked, states } = await setUp(1)
    database.exec(`UPDATE deliveries SET message_ids = '[7]'`)
    await drain()
    expect(asked).toEqual([])
    expect(states()).toEqual(['sent'])
  })

  test('goes on with the second part after a failure of it, never again with the first', async () => {
    const { drain, delivered, clock, cursor, rows } = await setUp(
      1,
      (_, nth) => (nth === 2 ? { kind: 'unknown', description: '502' } : null),
      { days: ['2026-11-19', '2026-11-20'] },
    )
    await drain()
    expect(rows()).toMatchObject([{ state: 'pending', message_ids: '[1001]', attempts: 1 }])
    expect(await cursor(1)).toBeNull()
    await clock.advance(1000)
    await drain()
    expect(delivered.map(({ text }) => text)).toEqual(['2026-11-20: 2', '2026-11-19: 1'])
    expect(await cursor(1)).toBe(2)
  })
})

describe('when Telegram asks to wait', () => {
  test('a chat waits exactly as long as told, the others do not wait at all', async () => {
    const { drain, delivered, asked, clock, rows } = await setUp(5, ({ chatId }, nth) =>
      chatId === 2 && nth <= 5 ? { kind: 'later', seconds: 40, scope: 'chat' } : null,
    )
    await drain()
    expect(delivered.map(({ chatId }) => chatId)).toEqual([1, 3, 4, 5])
    const refused = asked.find(({ chatId }) => chatId === 2)?.at ?? 0
    expect(rows()[1]).toMatchObject({ state: 'pending', attempts: 0, available_at: refused + 60 + 40_000 })
    await clock.advance(39_000)
    await drain()
    expect(asked).toHaveLength(5)
    await clock.advance(1000)
    await drain()
    expect(delivered.at(-1)?.chatId).toBe(2)
  })

  test('a second message to that chat goes back to the outbox until then', async () => {
    const { drain, asked, database, rows, start } = await setUp(1, () => ({
      kind: 'later',
      seconds: 40,
      scope: 'chat',
    }))
    database.exec(`INSERT INTO deliveries (reader_id, slot, run_id, edition_id, state, available_at, created_at)
      SELECT reader_id, 'now:x', run_id, edition_id, 'pending', available_at, 0 FROM deliveries`)
    await drain()
    expect(asked).toHaveLength(1)
    expect(rows().map(({ available_at }) => available_at)).toEqual([start + 40_060, start + 40_060])
  })

  test('for all, a digest in parts goes on afterwards where it was', async () => {
    const { sender, delivered, clock, states } = await setUp(
      6,
      (_, nth) => (nth === 5 ? { kind: 'later', seconds: 30, scope: 'global' } : null),
      { days: ['2026-11-19', '2026-11-20'] },
    )
    sender.start()
    await clock.advance(60_000)
    expect(new Set(states())).toEqual(new Set(['sent']))
    expect(delivered).toHaveLength(12)
    expect(new Set(delivered.map(({ chatId, text }) => `${chatId} ${text}`)).size).toBe(12)
    await clock.runUntil(sender.stop(1000))
  })

  test('for all, nobody sends before the time, and then everybody gets their digest', async () => {
    const { sender, delivered, asked, clock, states } = await setUp(40, (_, nth) =>
      nth === 10 ? { kind: 'later', seconds: 30, scope: 'global' } : null,
    )
    sender.start()
    await clock.advance(20_000)
    expect(states(), 'claims are given back meanwhile').not.toContain('sending')
    await clock.advance(100_000)
    const refusal = (asked[9]?.at ?? 0) + 60
    expect(asked.filter(({ at }) => at > refusal && at < refusal + 30_000)).toEqual([])
    expect(asked.filter(({ at }) => at >= refusal + 30_000 && at < refusal + 31_000).length).toBeGreaterThan(
      10,
    )
    expect(delivered).toHaveLength(40)
    expect(new Set(states())).toEqual(new Set(['sent']))
    await clock.runUntil(sender.stop(1000))
  })
})
