import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slotAt } from '../../src/digests/slots.ts'
import { firstDueAt, latestOccurrence, localDay } from '../../src/readers/due-times.ts'
import { type Preferences, type Subscription, simplePreferences } from '../../src/readers/subscription.ts'
import { addDays, daysBetween } from './wall-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The most that the planner of these lives is late. */
const LATEST_PLAN = 2 * MINUTE
const at = (iso: string) => Date.parse(`${iso}:00Z`)
const iso = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 16)

interface Rules {
  times?: number[]
  zone?: string
  days?: Preferences['days']
}

/** Hours of the day, in London unless told. */
function rules({ times = [8], zone = 'Europe/London', days = 'daily' }: Rules): Preferences {
  return { ...simplePreferences(0, zone), times: times.map((hour) => hour * 60), days }
}

describe('a new subscriber', () => {
  test.each([
    ['has the first digest today when its hour is still to come', '2026-11-22T07:59', '2026-11-22T08:00'],
    ['begins tomorrow when it is now', '2026-11-22T08:00', '2026-11-23T08:00'],
    ['begins tomorrow when it has passed', '2026-11-22T21:00', '2026-11-23T08:00'],
  ])('%s', (_, now, due) => {
    expect(iso(firstDueAt(rules({}), null, at(now)))).toBe(due)
  })
})

describe('a changed subscription', () => {
  const now = '2026-11-22T10:00' // a Sunday
  const today = '2026-11-22T20:00'
  const tomorrow = '2026-11-23T08:00'
  test.each<[string, Rules, string, Rules, string]>([
    // What, the old rules and when they were due, the new rules, when they are due.
    ['to a later hour waits for it', { times: [20] }, today, { times: [22] }, '2026-11-22T22:00'],
    ['to an hour that has passed is owed its digest now', { times: [20] }, today, { times: [8] }, now],
    ['to an earlier hour after today’s waits', { times: [8] }, tomorrow, { times: [7] }, '2026-11-23T07:00'],
    [
      'to a later hour after today’s takes a slot that is taken',
      { times: [8] },
      tomorrow,
      { times: [20] },
      today,
    ],
    ['that changed nothing stays', { times: [20] }, today, { times: [20] }, today],
    ['that changed nothing stays, past or not', { times: [8] }, tomorrow, { times: [8] }, tomorrow],
    ['whose digest is due and not planned is owed it', { times: [10] }, now, { times: [9] }, now],
    ['whose digest is due waits for a later hour', { times: [10] }, now, { times: [11] }, '2026-11-22T11:00'],
    [
      'whose first of two is due and not planned is owed it',
      { times: [10, 20] },
      now,
      { times: [9, 20] },
      now,
    ],
    ['whose yesterday is not planned is owed it', { times: [8] }, '2026-11-21T08:00', { times: [11] }, now],
    // West: the day is longer. East: it may be over.
    [
      'to the west after today’s takes a slot that is taken',
      { times: [8], zone: 'Asia/Riyadh' },
      '2026-11-23T05:00',
      { zone: 'America/New_York' },
      '2026-11-22T13:00',
    ],
    [
      'to the west before today’s waits longer',
      { times: [14], zone: 'Asia/Riyadh' },
      '2026-11-22T11:00',
      { times: [14], zone: 'America/New_York' },
      '2026-11-22T19:00',
    ],
    [
      'to the east, where the hour has passed, is owed it now',
      { times: [14], zone: 'Europe/London' },
      '2026-11-22T14:00',
      { times: [14], zone: 'Asia/Tokyo' },
      now,
    ],
    [
      'to the east, where it is tomorrow already, is owed the digest of the day that was cut short',
      { times: [20], zone: 'America/Los_Angeles' }, // 02:00 of the 22nd
      '2026-11-23T04:00',
      { times: [20], zone: 'Pacific/Kiritimati' }, // 00:00 of the 23rd
      now,
    ],
    [
      'to the east after today’s waits for tomorrow’s',
      { times: [1], zone: 'America/Los_Angeles' },
      '2026-11-23T09:00',
      { times: [20], zone: 'Pacific/Kiritimati' },
      '2026-11-23T06:00',
    ],
    // Several a day.
    [
      'to fewer times, one of them to come, waits',
      { times: [8, 20] },
      today,
      { times: [9, 22] },
      '2026-11-22T22:00',
    ],
    ['to more times waits for the next', { times: [20] }, today, { times: [8, 20] }, today],
    [
      'to a time that has passed, of two that were, asks for a slot that is taken',
      { times: [8, 20] },
      today,
      { times: [9] },
      now,
    ],
    // Days.
    [
      'to a day that is not today waits',
      { times: [20] },
      today,
      { times: [20], days: [5] },
      '2026-11-27T20:00',
    ],
    [
      'from another day to every day was not owed today',
      { times: [8], days: [5] },
      '2026-11-27T08:00',
      {},
      tomorrow,
    ],
    [
      'to working days, of which today is none, waits',
      { times: [20] },
      today,
      { times: [8], days: 'working' },
      tomorrow,
    ],
  ])('%s', (_, old, oldDue, changed, due) => {
    const previous: Subscription = { ...rules(old), nextDueAt: at(oldDue) }
    expect(iso(firstDueAt(rules(changed), previous, at(now)))).toBe(due)
  })

  test('that is due now is planned as the digest of the day that it was owed for', () => {
    const changed = rules({ times: [8] })
    const due = firstDueAt(changed, { ...rules({ times: [20] }), nextDueAt: at(today) }, at(now))
    expect(latestOccurrence(changed, due)?.slot).toBe('2026-11-22')
  })

  test('from a zone that nobody knows any more is read as UTC', () => {
    const previous = { ...rules({ zone: 'Mars/Olympus', times: [20] }), nextDueAt: at(today) }
    expect(iso(firstDueAt(rules({ times: [21] }), previous, at(now)))).toBe('2026-11-22T21:00')
  })
})

/** One reader over weeks: planned at every due moment, as the planner does it, with changes in between. */
function live(first: Preferences, start: number, moves: readonly Move[]) {
  const given = new Map<string, number>()
  const jumps: { from: string; to: string }[] = []
  let now = start
  let held: Subscription = { ...first, nextDueAt: firstDueAt(first, null, now) }
  function planUntil(end: number, delay: number): void {
    while (held.nextDueAt + delay <= end) {
      now = Math.max(now, held.nextDueAt + delay)
      const { slot, nextDueAt } = slotAt(held, now)
      expect(nextDueAt).toBeGreaterThan(now)
      if (!given.has(slot)) given.set(slot, now)
      held = { ...held, nextDueAt }
    }
    now = Math.max(now, end)
  }
  for (const { after, delay, change } of moves) {
    planUntil(now + after * MINUTE, delay * 1000)
    const changed = { ...held, ...change }
    jumps.push({ from: localDay(now, held.zone), to: localDay(now, changed.zone) })
    held = { ...changed, nextDueAt: firstDueAt(changed, held, now) }
  }
  planUntil(now + 72 * HOUR, 0)
  return { given, jumps }
}

/**
 * The days without a digest, but for those that a late planner has folded into the next one: a digest that was owed
 * at the very end of a day and planned after midnight, when the next was due as well.
 */
function daysMissed(given: ReadonlyMap<string, number>, home: string): string[] {
  const moments = new Map<string, number>()
  for (const [slot, when] of given) {
    const day = slot.slice(0, 10)
    moments.set(day, Math.min(when, moments.get(day) ?? when))
  }
  const days = [...moments.keys()].sort()
  return daysBetween(days[0] as string, days.at(-1) as string).filter((day) => {
    const next = moments.get(addDays(day, 1))
    const folded = next !== undefined && localDay(next - LATEST_PLAN, home) <= day
    return !moments.has(day) && !folded
  })
}

interface Move {
  /** Minutes since the move before. */
  readonly after: number
  /** How many seconds the planner is late. */
  readonly delay: number
  readonly change: Partial<Preferences>
}

describe('a reader who changes their mind for weeks', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const zone = fc.constantFrom(
    'Africa/Cairo',
    'Asia/Beirut',
    'Europe/London',
    'America/Nuuk',
    'Asia/Tokyo',
    'America/Los_Angeles',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Asia/Kolkata',
  )
  const start = fc
    .integer({ min: 0, max: 3 * 365 * 24 * 60 })
    .map((minutes) => at('2024-01-01T00:00') + minutes * MINUTE)
  const movesOf = (change: fc.Arbitrary<Partial<Preferences>>) =>
    fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 3000 }), delay: fc.integer({ min: 0, max: 90 }), change }),
      { minLength: 1, maxLength: 15 },
    )

  test('of the hour has exactly one digest every local day, on that day', () => {
    const changes = movesOf(minute.map((one) => ({ times: [one] })))
    fc.assert(
      fc.property(minute, zone, start, changes, (first, home, from, moves) => {
        const { given } = live(simplePreferences(first, home), from, moves)
        expect(daysMissed(given, home)).toEqual([])
        for (const [day, when] of given) {
          // Late by the planner's delay, or by a gap before midnight; never early.
          expect(localDay(when, home) >= day).toBe(true)
          expect(localDay(when - 61 * MINUTE, home) <= day).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('of hour and zone has exactly one every local day that was not cut short by a move over midnight', () => {
    const changes = movesOf(
      fc.oneof(
        minute.map((one) => ({ times: [one] })),
        zone.map((one) => ({ zone: one })),
        fc.tuple(minute, zone).map(([one, other]) => ({ times: [one], zone: other })),
      ),
    )
    fc.assert(
      fc.property(minute, zone, start, changes, (first, home, from, moves) => {
        // A planner that is late at the end of a day is looked at above, where there is one zone.
        const onTime = moves.map((move) => ({ ...move, delay: 0 }))
        const { given, jumps } = live(simplePreferences(first, home), from, onTime)
        const days = [...given.keys()].sort()
        const missing = daysBetween(days[0] as string, days.at(-1) as string).filter((day) => !given.has(day))
        const unexplained = missing.filter((day) => !jumps.some((jump) => jump.from <= day && day < jump.to))
        expect(unexplained).toEqual([])
        // From the earliest first minute of a day on earth to the latest last one of the next.
        const moments = [...given.values()]
        const waits = moments.slice(1).map((when, index) => when - (moments[index] as number))
        expect(Math.max(0, ...waits)).toBeLessThanOrEqual(74 * HOUR + 2 * MINUTE)
      }),
      { numRuns: 200 },
    )
  })

  test('of the number of times a day has one at least every local day, and no more than six', () => {
    const times = fc
      .uniqueArray(minute, { minLength: 1, maxLength: 6 })
      .map((list) => ({ times: list.sort((a, b) => a - b) }))
    fc.assert(
      fc.property(times, zone, start, movesOf(times), (first, home, from, moves) => {
        const { given } = live({ ...simplePreferences(0, home), ...first }, from, moves)
        expect(daysMissed(given, home)).toEqual([])
        for (const day of new Set([...given.keys()].map((slot) => slot.slice(0, 10)))) {
          expect([...given.keys()].filter((slot) => slot.startsWith(day)).length).toBeLessThanOrEqual(6)
        }
      }),
      { numRuns: 100 },
    )
  })
})
