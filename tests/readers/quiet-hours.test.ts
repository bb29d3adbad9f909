import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { liesInQuietHours, quietUntil } from '../../src/readers/quiet-hours.ts'
import { type QuietHours, simplePreferences } from '../../src/readers/subscription.ts'
import { localMinute } from '../../src/readers/wall-clock.ts'

const until = (quiet: QuietHours | null, zone: string, now: string) => {
  const end = quietUntil({ ...simplePreferences(480, zone), quiet }, Date.parse(now))
  return end === null ? null : new Date(end).toISOString().slice(0, 16)
}
const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
const hours = (from: string, to: string): QuietHours => ({ from: clock(from), to: clock(to) })

describe('a minute', () => {
  test.each([
    ['13:00', '15:00', '12:59', false],
    ['13:00', '15:00', '13:00', true],
    ['13:00', '15:00', '14:59', true],
    ['13:00', '15:00', '15:00', false],
    ['22:00', '07:00', '21:59', false],
    ['22:00', '07:00', '22:00', true],
    ['22:00', '07:00', '00:00', true],
    ['22:00', '07:00', '06:59', true],
    ['22:00', '07:00', '07:00', false],
    ['08:00', '08:00', '08:00', false],
  ])('from %s to %s: is %s quiet? %s', (from, to, minute, expected) => {
    expect(liesInQuietHours(clock(minute), hours(from, to))).toBe(expected)
  })
})

describe('the end of the quiet hours', () => {
  test.each([
    ['is none without quiet hours', null, '2026-11-22T23:00:00Z', null],
    ['is none outside of them', hours('22:00', '07:00'), '2026-11-22T21:59:59Z', null],
    ['is tomorrow before midnight', hours('22:00', '07:00'), '2026-11-22T22:00:00Z', '2026-11-23T07:00'],
    ['is today after midnight', hours('22:00', '07:00'), '2026-11-23T00:00:00Z', '2026-11-23T07:00'],
    ['is midnight itself', hours('22:00', '00:00'), '2026-11-22T23:59:59Z', '2026-11-23T00:00'],
    ['is today at noon', hours('12:00', '14:00'), '2026-11-22T12:30:00Z', '2026-11-22T14:00'],
    // London, 29 March 2026: 01:00 becomes 02:00 (at 01:00 UTC). 25 October: 02:00 becomes 01:00 (at 01:00 UTC).
    [
      'is the end of the gap that skips it',
      hours('22:00', '01:30'),
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:00',
    ],
    ['is earlier by an hour in summer', hours('22:00', '07:00'), '2026-03-28T23:00:00Z', '2026-03-29T06:00'],
    ['is the first of two', hours('22:00', '01:30'), '2026-10-25T00:10:00Z', '2026-10-25T00:30'],
    [
      'is the second where the first is over',
      hours('22:00', '01:30'),
      '2026-10-25T01:10:00Z',
      '2026-10-25T01:30',
    ],
  ])('%s', (_, quiet, now, expected) => {
    expect(until(quiet, 'Europe/London', now)).toBe(expected)
  })

  test('is reckoned by UTC in a zone that nobody knows', () => {
    expect(until(hours('22:00', '07:00'), 'Mars/Olympus', '2026-11-22T23:00:00Z')).toBe('2026-11-23T07:00')
  })

  test('lies ahead, within a day and an hour, and is quiet no more', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const zone = fc.constantFrom('Africa/Cairo', 'Asia/Beirut', 'Europe/London', 'Asia/Kathmandu')
    const moment = fc.integer({
      min: Date.parse('2024-01-01') / 60_000,
      max: Date.parse('2028-01-01') / 60_000,
    })
    fc.assert(
      fc.property(minute, minute, zone, moment, (from, to, home, at) => {
        const now = at * 60_000
        const end = quietUntil({ ...simplePreferences(0, home), quiet: { from, to } }, now)
        expect(end !== null).toBe(liesInQuietHours(localMinute(now, home), { from, to }))
        if (end === null) return
        expect(end).toBeGreaterThan(now)
        expect(end - now).toBeLessThanOrEqual(25 * 60 * 60_000)
        const shown = localMinute(end, home)
        // A gap may throw the end into the next quiet hours, where they begin soon after.
        if (shown === to) expect(liesInQuietHours(shown, { from, to })).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})
