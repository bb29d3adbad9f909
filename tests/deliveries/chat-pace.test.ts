import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createChatPace } from '../../src/deliveries/chat-pace.ts'
import { createTestClock } from '../support/test-clock.ts'

const SECOND = 1000
const MINUTE = 60_000

function setUp() {
  const clock = createTestClock('2026-11-22T08:00:00Z')
  return { clock, chats: createChatPace(clock) }
}

/** Sends `count` messages to a chat as early as it allows; gives the times, from the first one on. */
function asEarlyAsAllowed(
  { clock, chats }: ReturnType<typeof setUp>,
  chatId: number,
  count: number,
): number[] {
  const times: number[] = []
  let now = clock.now()
  for (let message = 0; message < count; message += 1) {
    now = Math.max(now, chats.freeAt(chatId))
    chats.add(chatId, now)
    times.push(now - clock.now())
  }
  return times
}

describe('a chat', () => {
  test('is written to once a second', () => {
    expect(asEarlyAsAllowed(setUp(), 7, 40)).toEqual(Array.from({ length: 40 }, (_, index) => index * SECOND))
  })

  test('that is a group is written to twenty times a minute at most', () => {
    const times = asEarlyAsAllowed(setUp(), -7, 41)
    expect(times.slice(0, 21)).toEqual([...Array.from({ length: 20 }, (_, index) => index * SECOND), MINUTE])
    expect(times[40]).toBe(2 * MINUTE)
  })

  test('that is a group has never more than twenty messages in any minute, however they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9000), { minLength: 60, maxLength: 60 }), (pauses) => {
        const { clock, chats } = setUp()
        let now = clock.now()
        const times = pauses.map((pause) => {
          now = Math.max(now + pause, chats.freeAt(-7))
          chats.add(-7, now)
          return now
        })
        for (const start of times) {
          expect(times.filter((at) => at >= start && at < start + MINUTE).length).toBeLessThanOrEqual(20)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('is held alone, and its hold is not shortened by what is sent meanwhile', () => {
    const { clock, chats } = setUp()
    chats.hold(7, clock.now() + MINUTE)
    chats.hold(7, clock.now() + SECOND)
    chats.add(7, clock.now())
    expect([chats.freeAt(7), chats.freeAt(8)]).toEqual([clock.now() + MINUTE, 0])
  })
})

describe('what is remembered', () => {
  test('is forgotten when a turn is over, but for holds and the minute of a group', async () => {
    const { clock, chats } = setUp()
    chats.hold(1, clock.now() + MINUTE)
    chats.add(-2, clock.now())
    for (let chatId = 3; chatId <= 5000; chatId += 1) chats.add(chatId, clock.now())
    await clock.advance(2 * SECOND)
    chats.add(9000, clock.now())
    expect([1, 3, 5000, 9000].map((chatId) => chats.freeAt(chatId))).toEqual([
      clock.now() + MINUTE - 2 * SECOND,
      0,
      0,
      clock.now() + SECOND,
    ])
    expect(chats.freeAt(-2), 'still counts towards its minute').toBeGreaterThan(0)
  })
})
