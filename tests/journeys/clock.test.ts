import { describe, expect, test } from 'vitest'
import { createRunStore } from '../../src/sqlite/runs.ts'
import { createWorld, sendAll, type World } from '../digests/store.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const DAYS = 400
/** Summer time comes and goes in Egypt and Lebanon at midnight, in Morocco with Ramadan. */
const ZONES = [
  'Africa/Cairo',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Europe/London',
  'Asia/Riyadh',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'America/New_York',
  'Australia/Sydney',
  'Asia/Pyongyang',
  'Pacific/Kiritimati',
  'UTC',
]
/** An ordinary hour; one that a gap at midnight skips; one that London, New York or Sydney skip or repeat. */
const TIMES = [8 * 60, 30, 2 * 60 + 30, 23 * 60 + 45]
/** A tick may be so late; the machine is slow now and then. */
const LATEST_TICK = 50 * MINUTE

/** What the wall clock of a zone shows: another source than the planner's. */
function createWallClock(zone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (at: number) => {
    const [day = '', time = ''] = format.format(at).split(', ')
    return { day, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) }
  }
}

/** Every reader and when they were due, as the store says just before a tick. */
function createDueBook({ database }: World) {
  const soonest = database.prepare<[], number>('SELECT min(next_due_at) FROM subscriptions').pluck()
  const due = database.prepare<[number], { readerId: number; dueAt: number }>(
    'SELECT reader_id AS readerId, next_due_at AS dueAt FROM subscriptions WHERE next_due_at <= ?',
  )
  return { soonest: () => soonest.get() ?? Number.NaN, due: (now: number) => due.all(now) }
}

/** The same numbers in every run. */
function createDice(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('four hundred days in twelve zones', () => {
  test('bring every reader exactly one edition a local day, at their hour', {
    timeout: 120_000,
  }, async () => {
    const start = '2026-01-01T00:00:00Z'
    const world = await createWorld(start)
    const { clock, digests, addArticles } = world
    const wishes = ZONES.flatMap((zone) => TIMES.map((minuteOfDay) => ({ zone, minuteOfDay })))
    await addArticles(1)
    for (const [index, wish] of wishes.entries()) await world.subscribe(index + 1, wish)

    const runs = createRunStore(world.database)
    const book = createDueBook(world)
    const dice = createDice(7)
    const walls = new Map(ZONES.map((zone) => [zone, createWallClock(zone)]))
    const dueOf = wishes.map((): number[] => [])
    const end = clock.now() + DAYS * DAY
    let nextNews = clock.now()
    while (book.soonest() < end) {
      // On time, as a rule; often late, sometimes by a tick that finds nobody.
      const lateness = dice(3) > 0 ? 0 : dice(LATEST_TICK)
      if (dice(10) === 0) await digests.tick()
      clock.jump(new Date(Math.max(clock.now() + 1, book.soonest()) + lateness).toISOString())
      for (; nextNews <= clock.now(); nextNews += DAY / 4) await addArticles(1)
      for (const { readerId, dueAt } of book.due(clock.now())) dueOf[readerId - 1]?.push(dueAt)
      await digests.tick()
      if (dice(10) === 0) await digests.tick()
      await sendAll(world)
      await runs.finish(clock.now())
    }

    const received = world.rows()
    expect(received.filter(({ state }) => state !== 'sent')).toEqual([])
    for (const [index, { zone, minuteOfDay }] of wishes.entries()) {
      const slots = received.filter((row) => row.reader_id === index + 1).map(({ slot }) => slot)
      const wall = walls.get(zone) as ReturnType<typeof createWallClock>
      const about = `${zone} ${minuteOfDay}`
      const first = slots[0] as string
      expect(slots, about).toEqual(slots.map((_, days) => addDays(first, days)))
      expect(slots.length, about).toBeGreaterThanOrEqual(DAYS - 1)
      expect(Math.abs(Date.parse(first) - Date.parse(start)), about).toBeLessThanOrEqual(DAY)
      const shown = (dueOf[index] as number[]).map((at) => wall(at))
      expect(
        shown.map(({ day }) => day),
        about,
      ).toEqual(slots)
      // At the hour, but for the few nights that skip it: then when the gap ends, an hour after it began.
      const off = shown.filter(({ minute }) => minute !== minuteOfDay)
      expect(off.length, about).toBeLessThanOrEqual(3)
      for (const { minute } of off) expect([60, 120, 180], about).toContain(minute)
    }
  })
})

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}
