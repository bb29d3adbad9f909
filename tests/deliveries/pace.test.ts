import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPace } from '../../src/deliveries/pace.ts'
import { createTestClock } from '../support/test-clock.ts'

describe('the pace', () => {
  test('never allows more than the rate in any second, beyond what a late timer may catch up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.nat(400), { minLength: 300, maxLength: 300 }),
        (rate, pauses) => {
          const clock = createTestClock('2026-11-22T08:00:00Z')
          const pace = createPace(rate, clock)
          const sent: number[] = []
          pauses.forEach((pause, chatId) => {
            // Some ask at once, some after a while.
            if (pause > 380) clock.jump(new Date(clock.now() + pause).toISOString())
            sent.push(clock.now() + pace.reserve(chatId))
          })
          for (const start of sent) {
            const within = sent.filter((time) => time >= start && time < start + 1000).length
            expect(within).toBeLessThanOrEqual(Math.ceil(rate * 1.1) + 1)
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  test('keeps a second between messages to one chat, three in a group', () => {
    const pace = createPace(1000, createTestClock('2026-11-22T08:00:00Z'))
    expect([pace.reserve(7), pace.reserve(7), pace.reserve(7)]).toEqual([0, 1000, 2000])
    expect([pace.reserve(-8), pace.reserve(-8)]).toEqual([0, 3000])
    expect(pace.reserve(9)).toBe(0)
  })

  test('holds everything until a time, and never shortens a hold', async () => {
    const clock = createTestClock('2026-11-22T08:00:00Z')
    const pace = createPace(25, clock)
    pace.hold(clock.now() + 5000)
    pace.hold(clock.now() + 1000)
    expect(pace.heldUntil()).toBe(clock.now() + 5000)
    await clock.advance(5000)
    expect(pace.heldUntil()).toBe(0)
  })

  test('holds one chat without the others', () => {
    const clock = createTestClock('2026-11-22T08:00:00Z')
    const pace = createPace(25, clock)
    pace.holdChat(7, clock.now() + 60_000)
    expect(pace.chatFreeAt(7)).toBe(clock.now() + 60_000)
    expect(pace.heldUntil()).toBe(0)
    expect(pace.reserve(8)).toBe(0)
  })

  test('forgets chats whose turn is over', async () => {
    const clock = createTestClock('2026-11-22T08:00:00Z')
    const pace = createPace(1_000_000, clock)
    for (let chatId = 1; chatId <= 5000; chatId += 1) pace.reserve(chatId)
    await clock.advance(2000)
    pace.reserve(6000)
    expect([pace.chatFreeAt(1), pace.chatFreeAt(6000)]).toEqual([0, clock.now() + 1000])
  })
})
