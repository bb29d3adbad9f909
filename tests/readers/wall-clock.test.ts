import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { localDate, localMinute, reachedAt, reachedLastAt } from '../../src/readers/wall-clock.ts'
import { changes, wallClock } from './wall-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const date = (day: string) => Temporal.PlainDate.from(day)
const iso = (epochMs: number | null) => (epochMs === null ? null : new Date(epochMs).toISOString())

describe('the moment that a wall clock reaches a time', () => {
  test.each([
    // Cairo, 24 April 2026: 00:00 becomes 01:00. London, 29 March: 01:00 becomes 02:00.
    ['is the first minute after the gap that skips it', '2026-04-24', 30, 'Africa/Cairo', '2026-04-23T22:00'],
    ['is that minute for the beginning of the gap', '2026-04-24', 0, 'Africa/Cairo', '2026-04-23T22:00'],
    ['and for its last minute', '2026-04-24', 59, 'Africa/Cairo', '2026-04-23T22:00'],
    ['and for the end of the gap', '2026-04-24', 60, 'Africa/Cairo', '2026-04-23T22:00'],
    ['is the first minute after the gap (London)', '2026-03-29', 90, 'Europe/London', '2026-03-29T01:00'],
    // Nuuk, 28 March 2026: 23:00 becomes 00:00 of the 29th.
    ['may lie on the next day', '2026-03-28', 1410, 'America/Nuuk', '2026-03-29T01:00'],
    // Lord Howe, 4 October 2026: 02:00 becomes 02:30.
    ['knows gaps of half an hour', '2026-10-04', 135, 'Australia/Lord_Howe', '2026-10-03T15:30'],
    // London, 25 October 2026: 01:00 to 02:00 comes twice. Cairo, 29 October: 23:00 to 24:00.
    ['is the first of two (London)', '2026-10-25', 90, 'Europe/London', '2026-10-25T00:30'],
    ['is the first of two (Cairo)', '2026-10-29', 1410, 'Africa/Cairo', '2026-10-29T20:30'],
  ])('%s', (_, day, minute, zone, expected) => {
    expect(iso(reachedAt(date(day), minute, zone))).toBe(`${expected}:00.000Z`)
  })

  test('never comes on a day that the zone did not have', () => {
    expect(reachedAt(date('2011-12-30'), 480, 'Pacific/Apia')).toBeNull()
    expect(iso(reachedAt(date('2011-12-31'), 480, 'Pacific/Apia'))).toBe('2011-12-30T18:00:00.000Z')
  })

  test('comes a second time where it is repeated', () => {
    expect(iso(reachedLastAt(date('2026-10-25'), 90, 'Europe/London'))).toBe('2026-10-25T01:30:00.000Z')
    expect(iso(reachedLastAt(date('2026-10-26'), 90, 'Europe/London'))).toBe('2026-10-26T01:30:00.000Z')
  })
})

describe('around every change of 2024 to 2027, each minute is reached when the clock first shows it or a later one', () => {
  const zones: [string, number][] = [
    ['Africa/Cairo', 8],
    ['Asia/Beirut', 8],
    ['Africa/Casablanca', 4], // Ramadan; newer zone data may end this
    ['Europe/London', 8],
    ['Asia/Riyadh', 0],
  ]
  test.each(zones)('%s', (zone, atLeast) => {
    const found = changes(zone, '2024-01-01', '2028-01-01')
    expect(found.length).toBeGreaterThanOrEqual(atLeast)
    const read = wallClock(zone)
    const wrong: string[] = []
    // Where nothing changes, any day will do.
    for (const { at } of found.length > 0 ? found : [{ at: Date.parse('2025-06-01T12:00:00Z') }]) {
      const firsts: { shown: string; at: number }[] = []
      for (let now = at - 26 * HOUR; now < at + 26 * HOUR; now += MINUTE) {
        const { day, minute } = read(now)
        const shown = `${day} ${String(minute).padStart(4, '0')}`
        if (shown > (firsts.at(-1)?.shown ?? '')) firsts.push({ shown, at: now })
        if (Math.abs(now - at) > 2 * HOUR) continue
        if (localDate(now, zone).toString() !== day || localMinute(now, zone) !== minute) wrong.push(shown)
      }
      let next = 0
      for (const day of new Set([read(at - MINUTE).day, read(at).day])) {
        for (let minute = 0; minute < 1440; minute += 1) {
          const meant = `${day} ${String(minute).padStart(4, '0')}`
          while (String(firsts[next]?.shown) < meant) next += 1
          if (reachedAt(date(day), minute, zone) !== firsts[next]?.at) wrong.push(meant)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
