import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorld, type World } from './store.ts'

const HOUR = 60 * 60 * 1000
const READERS = 2

/** Something that happens; numbers choose among what there is at the time. */
type Event =
  | { readonly kind: 'time'; readonly minutes: number }
  | { readonly kind: 'news'; readonly count: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'claim' }
  | { readonly kind: 'settle'; readonly as: 'sent' | 'part' | 'later' | 'failed' | 'gone' | 'release' }
  | { readonly kind: 'now' | 'hour' | 'back' | 'leave'; readonly reader: number; readonly minute: number }

const reader = fc.integer({ min: 1, max: READERS })
const minute = fc.integer({ min: 0, max: 1439 })
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('time'), minutes: fc.constantFrom(1, 70, 700, 1440) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('news'), count: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('tick') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('claim') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('settle'),
      as: fc.constantFrom('sent', 'sent', 'sent', 'part', 'later', 'failed', 'gone', 'release'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('now', 'hour', 'back', 'leave'), reader, minute }),
  },
)

/** Carries out events, as a program might that is killed and started at any time. */
function createActor(world: World) {
  const { clock, outbox, digests, readers } = world
  const claimed: { id: number; messageIds: readonly number[] }[] = []
  const leaseUntil = () => clock.now() + 1000 * HOUR

  async function settle(as: (Event & { kind: 'settle' })['as']): Promise<void> {
    const claim = claimed.shift()
    if (claim === undefined) return
    const { id } = claim
    const messageIds = [...claim.messageIds, 1]
    const now = clock.now()
    const later = { kind: 'later', id, at: now + HOUR, attempts: 1, reason: '502', refused: false } as const
    if (as === 'sent') await outbox.settle([{ kind: 'sent', id, messageIds }], now)
    if (as === 'part') await outbox.settle([{ kind: 'part', id, messageIds, leaseUntil: now }, later], now)
    if (as === 'later') await outbox.settle([later], now)
    if (as === 'failed') await outbox.settle([{ kind: 'failed', id, attempts: 12, reason: 'x' }], now)
    if (as === 'gone') await outbox.settle([{ kind: 'gone', id, reason: 'blocked' }], now)
    if (as === 'release') await outbox.release([id], now)
  }

  return async (event: Event): Promise<void> => {
    switch (event.kind) {
      case 'time':
        return clock.jump(new Date(clock.now() + event.minutes * 60_000).toISOString())
      case 'news':
        return void (await world.addArticles(event.count))
      case 'tick':
        return void (await digests.tick())
      case 'claim':
        return void claimed.push(...(await outbox.claim(2, clock.now(), leaseUntil())))
      case 'settle':
        return settle(event.as)
      case 'now':
        return void (await digests.deliverNow(event.reader))
      case 'hour':
        return void (await world.subscribe(event.reader, { minuteOfDay: event.minute, zone: 'Africa/Cairo' }))
      case 'back':
        return readers.resume(event.reader)
      case 'leave':
        return readers.unsubscribe(event.reader)
    }
  }
}

interface SentRow {
  readonly since: number | null
  readonly up_to: number
  readonly shown: number
  readonly omitted: number
}

test('whatever happens, nobody misses anything, nobody gets anything twice, and every run can end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { minLength: 20, maxLength: 60 }), async (events) => {
      const world = await createWorld()
      const { database } = world
      await world.addArticles(1)
      for (let chatId = 1; chatId <= READERS; chatId += 1) await world.subscribe(chatId)
      const act = createActor(world)
      for (const one of events) await act(one)

      // In the end everything works again.
      await world.outbox.releaseLeases(world.clock.now())
      for (let id = 1; id <= READERS; id += 1) {
        await world.readers.resume(id)
        await world.subscribe(id)
      }
      await world.addArticles(1)
      for (let rounds = 0; rounds < 3; rounds += 1) {
        await act({ kind: 'time', minutes: 1440 })
        await act({ kind: 'tick' })
        const claims = await world.outbox.claim(100, world.clock.now(), world.clock.now() + HOUR)
        const sent = claims.map(({ id }) => ({ kind: 'sent' as const, id, messageIds: [1] }))
        await world.outbox.settle(sent, world.clock.now())
      }

      const sentTo = database.prepare<[number], SentRow>(
        `SELECT since, up_to, json_array_length(article_ids) AS shown, omitted FROM deliveries
         JOIN editions ON editions.id = edition_id WHERE reader_id = ? AND state = 'sent' ORDER BY up_to`,
      )
      const newest = await world.articles.newestId()
      for (let id = 1; id <= READERS; id += 1) {
        const sent = sentTo.all(id)
        // Each begins where the last one ended; the first shows where the story stands.
        expect(sent.map(({ since }) => since)).toEqual([
          null,
          ...sent.slice(0, -1).map(({ up_to: to }) => to),
        ])
        for (const { since, up_to: to, shown, omitted } of sent.slice(1)) {
          expect(shown + omitted).toBe(to - (since ?? 0))
        }
        expect(sent.at(-1)?.up_to).toBe(newest)
        expect((await world.readers.byId(id))?.cursor).toBe(newest)
      }
      const waiting = `planned - sent - gone - failed - skipped`
      const wrong = `SELECT id FROM runs WHERE ${waiting} <> (SELECT count(*) FROM deliveries
        WHERE run_id = runs.id AND state IN ('pending', 'sending')) OR ${waiting} <> 0`
      expect(database.prepare(wrong).all()).toEqual([])
      database.close()
    }),
    { numRuns: 150 },
  )
})
