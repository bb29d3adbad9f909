import { describe, expect, test } from 'vitest'
import { RATE, setUp } from './sending.ts'

describe('the loop', () => {
  test('sends what comes due, sleeps in between, and wakes when told', async () => {
    const { sender, digests, delivered, clock, readers, addArticles } = await setUp(0)
    sender.start()
    await clock.advance(5000)
    const { id } = await readers.ensure({ chatId: 9, threadId: null }, { language: 'ar', kind: 'private' })
    await addArticles(1)
    await digests.deliverNow(id)
    sender.wake()
    await clock.advance(100)
    expect(delivered.map(({ chatId }) => chatId)).toEqual([9])
    await clock.runUntil(sender.stop(1000))
  })

  test('never spins: a minute with nothing to do takes a handful of looks', async () => {
    const { another, clock, outbox } = await setUp(0)
    let looks = 0
    const counted = another({
      outbox: {
        ...outbox,
        async claim(limit, now, leaseUntil) {
          looks += 1
          return await outbox.claim(limit, now, leaseUntil)
        },
      },
    })
    counted.start()
    await clock.advance(10 * 60 * 1000)
    expect(looks).toBeLessThanOrEqual(60)
    await clock.runUntil(counted.stop(1000))
  })

  test('a slow chat keeps nobody waiting', async () => {
    const { another, clock, delivered, messenger } = await setUp(30)
    const slow = another({
      messenger: {
        async send(message) {
          if (message.chatId === 1) await clock.sleep(25_000)
          return await messenger.send(message)
        },
      },
    })
    slow.start()
    await clock.advance(3000)
    expect(delivered).toHaveLength(29)
    await clock.advance(25_000)
    expect(delivered).toHaveLength(30)
    await clock.runUntil(slow.stop(1000))
  })

  test('a request that outlives its lease is still sent once', async () => {
    const { another, clock, messenger, states } = await setUp(2)
    const asked: number[] = []
    const sender = another({
      messenger: {
        async send(message) {
          asked.push(message.chatId)
          if (message.chatId === 1) await clock.sleep(300_000)
          return await messenger.send(message)
        },
      },
    })
    sender.start()
    await clock.advance(800_000)
    expect(asked).toEqual([1, 2])
    expect(states()).toEqual(['sent', 'sent'])
    await clock.runUntil(sender.stop(1000))
  })

  test('does not spin when the outbox says that something is due and gives nothing', async () => {
    const { another, clock, outbox } = await setUp(0)
    let looks = 0
    const sender = another({
      outbox: {
        ...outbox,
        nextAttemptAt: async () => 0,
        async claim() {
          looks += 1
          return []
        },
      },
    })
    sender.start()
    await clock.advance(10_000)
    expect(looks).toBeLessThanOrEqual(3 * 41)
    await clock.runUntil(sender.stop(1000))
  })

  test('stops within the deadline: what is on its way is settled, the rest is given back', async () => {
    const { sender, clock, delivered, states } = await setUp(60)
    sender.start()
    await clock.advance(500)
    await clock.runUntil(sender.stop(5000))
    const sent = states().filter((state) => state === 'sent').length
    expect(sent).toBe(delivered.length)
    expect(sent).toBeGreaterThan(5)
    expect(states().filter((state) => state === 'pending')).toHaveLength(60 - sent)
    const { length } = delivered
    await clock.advance(60_000)
    expect(delivered).toHaveLength(length)
    expect(clock.sleepers()).toBe(0)
  })

  test('gives back a digest whose first part has arrived, for the next run to go on with', async () => {
    const { sender, another, clock, delivered, states } = await setUp(6, undefined, {
      days: ['2026-11-19', '2026-11-20'],
    })
    sender.start()
    await clock.advance(100) // some have arrived, some are on their way
    await clock.runUntil(sender.stop(5000))
    expect(new Set(states())).toEqual(new Set(['pending']))
    const next = another()
    next.start()
    await clock.advance(3000)
    expect(delivered).toHaveLength(12)
    expect(new Set(delivered.map(({ chatId, text }) => `${chatId} ${text}`)).size).toBe(12)
    await clock.runUntil(next.stop(1000))
  })

  test('does not wait for a hanging request beyond the deadline', async () => {
    const { another, clock, states } = await setUp(1)
    const sender = another({
      messenger: { send: () => new Promise(() => undefined) },
    })
    sender.start()
    await clock.advance(1000)
    const before = clock.now()
    await clock.runUntil(sender.stop(5000))
    expect(clock.now() - before).toBe(5000)
    expect(states()).toEqual(['sending'])
  })
})

/** Kills a sender after so long, lets another go on, and tells what came twice. */
async function crash(readers: number, milliseconds: number, ratePerSecond: number) {
  const { sender, another, clock, outbox, delivered, states } = await setUp(readers, undefined, {
    ratePerSecond,
  })
  sender.start()
  await clock.advance(milliseconds)
  const inDoubt = sender.inDoubt()
  // The process is gone: its results are recorded no more, whatever arrived has arrived.
  const dead = { ...outbox }
  const silence = () => new Promise<never>(() => undefined)
  Object.assign(outbox, { settle: silence, release: silence, claim: silence })
  await clock.advance(1000)
  const next = another({ outbox: dead })
  next.start()
  await clock.advance(10_000)
  await clock.runUntil(next.stop(1000))
  const chats = delivered.map(({ chatId }) => chatId)
  expect(new Set(chats).size, 'nobody is missed').toBe(readers)
  expect(new Set(states())).toEqual(new Set(['sent']))
  return { repeats: chats.length - readers, inDoubt }
}

describe('after a crash', () => {
  test.each([0, 1, 17, 61, 125, 400])(
    'at %i ms nobody is missed, and repeats are at most what was in doubt',
    async (milliseconds) => {
      const { repeats, inDoubt } = await crash(40, milliseconds, RATE)
      expect(inDoubt.most).toBe(3)
      expect(inDoubt.now).toBeLessThanOrEqual(inDoubt.most)
      expect(repeats).toBeLessThanOrEqual(inDoubt.most)
    },
  )

  test.each([1, 61, 80, 125, 300])(
    'at %i ms of a fast run repeats are still at most what was in doubt',
    async (milliseconds) => {
      const { repeats, inDoubt } = await crash(600, milliseconds, 1000)
      expect(inDoubt.most).toBe(145)
      expect(inDoubt.now).toBeLessThanOrEqual(inDoubt.most)
      expect(repeats).toBeLessThanOrEqual(inDoubt.most)
    },
  )
})
