import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPace } from '../../src/deliveries/pace.ts'
import { createTestClock } from '../support/test-clock.ts'

const START = '2026-11-22T08:00:00Z'

function setUp(rate: number) {
  const clock = createTestClock(START)
  return { clock, pace: createPace(rate, clock) }
}

/** Sends as the sender does: so many at once, each when its turn has come, or a little later. */
async function send(
  { clock, pace }: ReturnType<typeof setUp>,
  { late, concurrency, answers }: { late: readonly number[]; concurrency: number; answers: boolean },
): Promise<number[]> {
  const sent: number[] = []
  let chatId = 0
  const worker = async (): Promise<void> => {
    while (chatId < late.length) {
      const mine = chatId++
      const lateBy = late[mine] ?? 0
      if (answers && lateBy % 7 === 0) {
        pace.noteAnswer(-1 - mine)
        sent.push(clock.now())
      }
      const place = pace.reserve(mine + 1)
      await clock.sleep(place.waitMs + Math.max(0, lateBy - 380))
      place.leave()
      sent.push(clock.now())
      // Most take as long as Telegram takes; some are followed by nothing for a while.
      await clock.sleep(lateBy > 370 ? lateBy * 3 : 60)
    }
  }
  await clock.runUntil(Promise.all(Array.from({ length: concurrency }, worker)))
  return sent
}

function mostInAnySecond(times: readonly number[]): number {
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + 1000).length))
}

describe('the pace', () => {
  test('never allows more than the rate in any second, however late timers are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 60 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.nat(400), { minLength: 150, maxLength: 150 }),
        async (rate, concurrency, late) => {
          const sent = await send(setUp(rate), { late, concurrency, answers: false })
          expect(sent).toHaveLength(150)
          expect(mostInAnySecond(sent)).toBeLessThanOrEqual(rate)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('counts answers to people into the same second, but for messages whose turn is given', async () => {
    const late = Array.from({ length: 200 }, (_, index) => (index * 37) % 300)
    const sent = await send(setUp(28), { late, concurrency: 3, answers: true })
    expect(sent.length).toBeGreaterThan(220)
    expect(mostInAnySecond(sent)).toBeLessThanOrEqual(28 + 3)
  })

  test('loses nothing of the rate', async () => {
    const sent = await send(setUp(28), { late: Array(280).fill(1), concurrency: 3, answers: false })
    expect(Math.max(...sent) - Math.min(...sent)).toBeLessThan((280 / (0.97 * 28)) * 1000)
  })

  test('gives whole milliseconds, because they are stored', () => {
    const { clock, pace } = setUp(28)
    for (let chatId = 1; chatId <= 30; chatId += 1) {
      expect(Number.isInteger(pace.reserve(chatId).waitMs)).toBe(true)
      expect(Number.isInteger(pace.chatFreeAt(chatId))).toBe(true)
    }
    expect(pace.chatFreeAt(30)).toBeGreaterThan(clock.now() + 1000)
  })

  test('keeps a second between messages to one chat, and lets others pass meanwhile', () => {
    const { pace } = setUp(1000)
    expect([7, 7, 7].map((chatId) => pace.reserve(chatId).waitMs)).toEqual([0, 1000, 2000])
    expect(pace.reserve(9).waitMs).toBe(0)
  })

  test('without a limit keeps nobody waiting but a chat', () => {
    const { pace } = setUp(Number.POSITIVE_INFINITY)
    const waits = Array.from({ length: 5000 }, (_, chatId) => pace.reserve(chatId + 1).waitMs)
    expect(new Set(waits)).toEqual(new Set([0]))
    expect(pace.reserve(1).waitMs).toBe(1000)
  })

  test('makes up for a late timer, but for no more than a tenth of a second', async () => {
    const { clock, pace } = setUp(100)
    pace.reserve(1)
    await clock.advance(10_000)
    const waits = Array.from({ length: 30 }, (_, chatId) => pace.reserve(chatId + 2).waitMs)
    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(10)
  })
})

describe('an answer to a person', () => {
  test('takes a place of the broadcast', () => {
    const { pace } = setUp(10)
    pace.reserve(1)
    const before = setUp(10)
    before.pace.reserve(1)
    pace.noteAnswer(2)
    expect(pace.reserve(3).waitMs - before.pace.reserve(3).waitMs).toBeGreaterThanOrEqual(100)
  })

  test('keeps the digest of the same chat a second away', () => {
    const { clock, pace } = setUp(1000)
    pace.noteAnswer(7)
    expect(pace.chatFreeAt(7)).toBe(clock.now() + 1000)
  })

  test('cannot stop the broadcast, however many there are', async () => {
    const { clock, pace } = setUp(28)
    let sent = 0
    const broadcasting = (async () => {
      for (let chatId = 1; chatId <= 20; chatId += 1) {
        const place = pace.reserve(chatId)
        await clock.sleep(place.waitMs)
        place.leave()
        sent += 1
      }
    })()
    for (let chatId = 1000; chatId < 1000 + 100 * 40; chatId += 1) {
      pace.noteAnswer(chatId)
      await clock.advance(10)
    }
    await broadcasting
    expect(sent).toBe(20)
  })
})

describe('a hold', () => {
  test('lasts until its time, and is never shortened', async () => {
    const { clock, pace } = setUp(25)
    pace.hold(clock.now() + 5000)
    pace.hold(clock.now() + 1000)
    expect(pace.heldUntil()).toBe(clock.now() + 5000)
    await clock.advance(5000)
    expect(pace.heldUntil()).toBe(0)
  })

  test('of one chat is none of the others', () => {
    const { clock, pace } = setUp(25)
    pace.holdChat(7, clock.now() + 60_000)
    expect(pace.chatFreeAt(7)).toBe(clock.now() + 60_000)
    expect(pace.heldUntil()).toBe(0)
    expect(pace.reserve(8).waitMs).toBe(0)
  })
})
