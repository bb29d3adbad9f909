import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latestOccurrence, localDay, nextOccurrence } from '../../src/readers/due-times.ts'
import {
  type Days,
  type Preferences,
  simplePreferences,
  type Weekday,
} from '../../src/readers/subscription.ts'

const at = (iso: string) => Date.parse(iso)
const iso = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 16)
const chosen = (minuteOfDay: number, zone: string, more: Partial<Preferences> = {}): Preferences => ({
  ...simplePreferences(minuteOfDay, zone),
  ...more,
})

describe('the next digest', () => {
  test.each([
    ['today when its time is still to come', 480, 'Asia/Riyadh', '2026-11-22T04:59:59Z', '2026-11-22T05:00'],
    ['tomorrow when it is now', 480, 'Asia/Riyadh', '2026-11-22T05:00:00Z', '2026-11-23T05:00'],
    ['an hour earlier in UTC in summer', 480, 'Europe/London', '2026-07-01T00:00:00Z', '2026-07-01T07:00'],
    ['right after the gap that skips it', 30, 'Africa/Cairo', '2026-04-23T12:00:00Z', '2026-04-23T22:00'],
    ['only once after the gap', 30, 'Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24T21:30'],
    ['the first of two', 90, 'Europe/London', '2026-10-24T12:00:00Z', '2026-10-25T00:30'],
    ['only the first of two', 90, 'Europe/London', '2026-10-25T00:30:00Z', '2026-10-26T01:30'],
    [
      'not the second of two before midnight',
      1410,
      'Africa/Cairo',
      '2026-10-29T20:30:00Z',
      '2026-10-30T21:30',
    ],
    ['by UTC in a zone that nobody knows', 480, 'Mars/Olympus', '2026-11-22T07:00:00Z', '2026-11-22T08:00'],
  ])('is %s', (_, minute, zone, after, expected) => {
    expect(iso(nextOccurrence(chosen(minute, zone), at(after)).at)).toBe(expected)
  })

  test('keeps its day when a gap pushes it past midnight', () => {
    // Nuuk, 28 March 2026: 23:00 becomes 00:00 of the 29th.
    const due = nextOccurrence(chosen(1410, 'America/Nuuk'), at('2026-03-28T12:00:00Z'))
    expect(due).toEqual({ slot: '2026-03-28', day: '2026-03-28', at: at('2026-03-29T01:00:00Z') })
    expect(localDay(due.at, 'America/Nuuk')).toBe('2026-03-29')
    expect(latestOccurrence(chosen(1410, 'America/Nuuk'), due.at)).toEqual(due)
  })

  test('of several a day has a slot of its own', () => {
    const thrice = chosen(0, 'Asia/Riyadh', { times: [450, 780, 1200] })
    const slots: string[] = []
    for (let now = at('2026-11-22T00:00:00Z'); slots.length < 4; ) {
      const next = nextOccurrence(thrice, now)
      slots.push(`${next.slot} at ${iso(next.at)}`)
      now = next.at
    }
    expect(slots).toEqual([
      '2026-11-22 at 2026-11-22T04:30',
      '2026-11-22#2 at 2026-11-22T10:00',
      '2026-11-22#3 at 2026-11-22T17:00',
      '2026-11-23 at 2026-11-23T04:30',
    ])
  })

  test('is one where a gap throws two together', () => {
    const twice = chosen(0, 'Africa/Cairo', { times: [10, 40] }) // both skipped on 24 April 2026
    const first = nextOccurrence(twice, at('2026-04-23T12:00:00Z'))
    expect(first.at).toBe(at('2026-04-23T22:00:00Z'))
    expect(latestOccurrence(twice, first.at)).toMatchObject({ slot: '2026-04-24#2', at: first.at })
    expect(nextOccurrence(twice, first.at)).toMatchObject({ slot: '2026-04-25' })
  })

  test.each<[string, Days, string, string, string]>([
    // Zone, days, and the next ones after Thursday, 19 November 2026, and after Saturday, both at noon.
    ['on working days where Friday is one', 'working', 'Europe/London', '2026-11-20', '2026-11-23'],
    ['on working days where Sunday is one', 'working', 'Africa/Cairo', '2026-11-22', '2026-11-22'],
    ['on chosen days', [2, 6], 'Europe/London', '2026-11-21', '2026-11-24'],
    ['a week later for the one day that was today', [4], 'Europe/London', '2026-11-26', '2026-11-26'],
  ])('comes %s', (_, days, zone, afterThursday, afterSaturday) => {
    const preferences = chosen(480, zone, { days })
    expect(nextOccurrence(preferences, at('2026-11-19T12:00:00Z')).day).toBe(afterThursday)
    expect(nextOccurrence(preferences, at('2026-11-21T12:00:00Z')).day).toBe(afterSaturday)
  })

  test('passes over a chosen day that the date line swallowed', () => {
    // Apia had no Friday, 30 December 2011.
    const fridays = chosen(480, 'Pacific/Apia', { days: [5] })
    expect(nextOccurrence(fridays, at('2011-12-25T00:00:00Z')).day).toBe('2012-01-06')
    expect(latestOccurrence(fridays, at('2012-01-02T00:00:00Z'))?.day).toBe('2011-12-23')
  })

  test('of a subscription without a time is an error and no endless search', () => {
    const never = chosen(0, 'UTC', { times: [] })
    expect(() => nextOccurrence(never, 0)).toThrow('without a time')
    expect(latestOccurrence(never, 0)).toBeNull()
  })
})

describe('the latest digest', () => {
  test.each([
    ['is the one that is due now', '2026-11-22T08:00:00Z', '2026-11-22'],
    ['is yesterday’s a moment before', '2026-11-22T07:59:59Z', '2026-11-21'],
    ['is the first of two while the hour is repeated', '2026-10-25T01:10:00Z', '2026-10-25', 90],
  ])('%s', (_, now, day, minute = 480) => {
    expect(latestOccurrence(chosen(minute, 'Europe/London'), at(now))?.day).toBe(day)
  })

  test('is tomorrow’s where the clock was put back over midnight after showing it', () => {
    // St. John's, 1 November 2009: at 00:01 it was 23:01 of 31 October again.
    const preferences = chosen(0, 'America/St_Johns')
    const second = at('2009-11-01T03:00:00Z')
    expect(localDay(second, 'America/St_Johns')).toBe('2009-10-31')
    expect(latestOccurrence(preferences, second)).toMatchObject({ day: '2009-11-01' })
    expect(nextOccurrence(preferences, second)).toMatchObject({ day: '2009-11-02' })
  })
})

describe('next and latest', () => {
  const zones = fc.constantFrom(
    'Africa/Cairo',
    'Asia/Beirut',
    'Europe/London',
    'Asia/Riyadh',
    'America/Nuuk',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'America/St_Johns',
  )
  const times = fc
    .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 6 })
    .map((list) => list.sort((a, b) => a - b))
  const days = fc.oneof(
    fc.constantFrom<Days>('daily', 'working'),
    fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
  )
  const moments = fc.integer({
    min: at('2024-01-01T00:00:00Z') / 60_000,
    max: at('2028-01-01T00:00:00Z') / 60_000,
  })

  test('have nothing between them: the next of one is reached, and then it is the latest', () => {
    fc.assert(
      fc.property(zones, times, days, moments, (zone, list, on, minute) => {
        const preferences = chosen(0, zone, { times: list, days: on })
        const now = minute * 60_000
        const next = nextOccurrence(preferences, now)
        const latest = latestOccurrence(preferences, now)
        expect(next.at).toBeGreaterThan(now)
        expect(latest?.at).toBeLessThanOrEqual(now)
        expect(latestOccurrence(preferences, next.at - 1)?.slot).toBe(latest?.slot)
        expect(latestOccurrence(preferences, next.at)?.at).toBe(next.at)
        expect(nextOccurrence(preferences, latest?.at ?? 0).at).toBe(next.at)
      }),
      { numRuns: 300 },
    )
  })
})
