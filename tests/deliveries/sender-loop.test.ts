import { describe, expect, test } from 'vitest'
import { createSender } from '../../src/deliveries/sender.ts'
import { createKeptLog, createScriptedMessenger } from './scripted-messenger.ts'
import { setUp } from './sending.ts'

describe('the loop', () => {
  test('sends what comes due, sleeps in between, and wakes when told', async () => {
    const { sender, digests, delivered, clock, readers, addArticles } = await setUp(0)
    sender.start()
    await clock.advance(5000)
    await readers.ensure(9, 'ar')
    await addArticles(1)
    await digests.deliverNow(9)
    sender.wake()
    await clock.advance(100)
    expect(delivered.map(({ chatId }) => chatId)).toEqual([9])
    await clock.runUntil(sender.stop(1000))
  })

  test('never spins: a minute with nothing to do takes a handful of looks', async () => {
    const { sender, clock, outbox } = await setUp(0)
    let looks = 0
    const counted = createSender({
      outbox: {
        ...outbox,
        async claim(limit, now, leaseUntil) {
          looks += 1
          return await outbox.claim(limit, now, leaseUntil)
        },
      },
      messenger: createScriptedMessenger(clock).messenger,
      clock,
      log: createKeptLog(),
    })
    counted.start()
    await clock.advance(10 * 60 * 1000)
    expect(looks).toBeLessThanOrEqual(60)
    await clock.runUntil(counted.stop(1000))
    await clock.runUntil(sender.stop(1000))
  })

  test('a slow chat keeps nobody waiting', async () => {
    const { sender, clock, outbox, delivered, messenger } = await setUp(30, undefined)
    const slow = createSender({
      outbox,
      clock,
      log: createKeptLog(),
      messenger: {
        async send(chatId, text, format) {
          if (chatId === 1) await clock.sleep(25_000)
          return await messenger.send(chatId, text, format)
        },
      },
    })
    slow.start()
    await clock.advance(3000)
    expect(delivered).toHaveLength(29)
    await clock.advance(25_000)
    expect(delivered).toHaveLength(30)
    await clock.runUntil(slow.stop(1000))
    await clock.runUntil(sender.stop(1000))
  })

  test('a request that outlives its lease is still sent once', async () => {
    const { clock, outbox, messenger, states } = await setUp(2)
    const asked: number[] = []
    const sender = createSender({
      outbox,
      clock,
      log: createKeptLog(),
      messenger: {
        async send(chatId, text, format) {
          asked.push(chatId)
          if (chatId === 1) await clock.sleep(300_000)
          return await messenger.send(chatId, text, format)
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
    const { clock, outbox } = await setUp(0)
    let looks = 0
    const sender = createSender({
      outbox: {
        ...outbox,
        nextAttemptAt: async () => 0,
        async claim() {
          looks += 1
          return []
        },
      },
      messenger: createScriptedMessenger(clock).messenger,
      clock,
      log: createKeptLog(),
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
    const { sender, clock, delivered, states, outbox, messenger } = await setUp(6, undefined, {
      days: ['2026-11-19', '2026-11-20'],
    })
    sender.start()
    await clock.advance(100) // some have arrived, some are on their way
    await clock.runUntil(sender.stop(5000))
    expect(new Set(states())).toEqual(new Set(['pending']))
    const next = createSender({ outbox, messenger, clock, log: createKeptLog() })
    next.start()
    await clock.advance(3000)
    expect(delivered).toHaveLength(12)
    expect(new Set(delivered.map(({ chatId, text }) => `${chatId} ${text}`)).size).toBe(12)
    await clock.runUntil(next.stop(1000))
  })

  test('does not wait for a hanging request beyond the deadline', async () => {
    const { clock, outbox, states } = await setUp(1)
    const sender = createSender({
      outbox,
      clock,
      log: createKeptLog(),
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

describe('after a crash', () => {
  test.each([0, 1, 17, 61, 125, 400])(
    'at %i ms nobody is missed, and repeats are at most what was in flight',
    async (milliseconds) => {
      const { sender, clock, outbox, delivered, messenger, states } = await setUp(40)
      sender.start()
      await clock.advance(milliseconds)
      // The process is gone: its results are recorded no more, whatever arrived has arrived.
      const dead = { ...outbox }
      const silence = () => new Promise<never>(() => undefined)
      Object.assign(outbox, { settle: silence, release: silence, claim: silence })
      await clock.advance(1000)
      const next = createSender({ outbox: dead, messenger, clock, log: createKeptLog() })
      next.start()
      await clock.advance(10_000)
      await clock.runUntil(next.stop(1000))
      const chats = delivered.map(({ chatId }) => chatId)
      expect(new Set(chats).size).toBe(40)
      expect(chats.length - 40).toBeLessThanOrEqual(3)
      expect(new Set(states())).toEqual(new Set(['sent']))
    },
  )
})
