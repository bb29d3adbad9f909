import { describe, expect, test } from 'vitest'
import {
  isZone,
  latestOccurrence,
  localDay,
  nextDueAt,
  readTime,
  readZone,
} from '../../src/readers/subscription.ts'

const at = (iso: string) => Date.parse(iso)
const iso = (epochMs: number) => new Date(epochMs).toISOString()

describe('the next due moment', () => {
  test.each([
    [
      'today when the time is still to come',
      480,
      'Asia/Riyadh',
      '2026-11-22T04:59:59Z',
      '2026-11-22T05:00:00.000Z',
    ],
    ['tomorrow when it is now', 480, 'Asia/Riyadh', '2026-11-22T05:00:00Z', '2026-11-23T05:00:00.000Z'],
    [
      'an hour earlier in UTC in summer',
      480,
      'Europe/London',
      '2026-07-01T00:00:00Z',
      '2026-07-01T07:00:00.000Z',
    ],
    // Cairo, 24 April 2026: 00:00 becomes 01:00. Beirut, 29 March 2026: the same. London: 01:00 becomes 02:00.
    [
      'later by the gap that skips it (Cairo)',
      30,
      'Africa/Cairo',
      '2026-04-23T12:00:00Z',
      '2026-04-23T22:30:00.000Z',
    ],
    [
      'later by the gap that skips it (Beirut)',
      0,
      'Asia/Beirut',
      '2026-03-28T12:00:00Z',
      '2026-03-28T22:00:00.000Z',
    ],
    [
      'later by the gap that skips it (London)',
      90,
      'Europe/London',
      '2026-03-28T12:00:00Z',
      '2026-03-29T01:30:00.000Z',
    ],
    // London, 25 October 2026: 01:00 to 02:00 comes twice. Cairo, 29 October: 23:00 to 24:00.
    ['the first of two (London)', 90, 'Europe/London', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'],
    [
      'only the first of two (London)',
      90,
      'Europe/London',
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00.000Z',
    ],
    ['the first of two (Cairo)', 1410, 'Africa/Cairo', '2026-10-29T12:00:00Z', '2026-10-29T20:30:00.000Z'],
    [
      'only the first of two (Cairo)',
      1410,
      'Africa/Cairo',
      '2026-10-29T20:30:00Z',
      '2026-10-30T21:30:00.000Z',
    ],
  ])('is %s', (_, minute, zone, after, expected) => {
    expect(iso(nextDueAt(minute, zone, at(after)))).toBe(expected)
  })

  test('keeps its day when a gap pushes it past midnight', () => {
    // Nuuk, 28 March 2026: 23:00 becomes 00:00 of the 29th, so 23:30 comes at 00:30.
    const due = nextDueAt(1410, 'America/Nuuk', at('2026-03-28T12:00:00Z'))
    expect(localDay(due, 'America/Nuuk')).toBe('2026-03-29')
    expect(latestOccurrence(1410, 'America/Nuuk', due)).toEqual({ day: '2026-03-28', at: due })
  })
})

describe('a zone', () => {
  test.each([
    ['africa/cairo', 'Africa/Cairo'],
    ['Asia/Riyadh', 'Asia/Riyadh'],
    ['Cairo', 'Africa/Cairo'],
    ['RIYADH', 'Asia/Riyadh'],
    ['new york', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['london', 'Europe/London'],
    ['القاهرة', 'Africa/Cairo'],
    ['القاهره', 'Africa/Cairo'],
    ['الرياض', 'Asia/Riyadh'],
    ['رياض', 'Asia/Riyadh'],
    ['جدة', 'Asia/Riyadh'],
    ['بيروت', 'Asia/Beirut'],
    ['بغداد', 'Asia/Baghdad'],
    ['دُبي', 'Asia/Dubai'],
    ['أبو ظبي', 'Asia/Dubai'],
    ['ابوظبي', 'Asia/Dubai'],
    ['عمان', 'Asia/Amman'],
    ['الدار البيضاء', 'Africa/Casablanca'],
    ['إسطنبول', 'Europe/Istanbul'],
    ['بيونغ يانغ', 'Asia/Pyongyang'],
    ['\u200fموسكو\u200f', 'Europe/Moscow'],
    ['utc', 'UTC'],
  ])('is read from %s', (text, zone) => {
    expect(readZone(text)).toBe(zone)
  })

  test.each(['', '   ', 'Atlantis', 'Asia/Nowhere', '+03:00', '٠٧:٣٠', '../etc', 'ال'])(
    'is not read from "%s"',
    (text) => {
      expect(readZone(text)).toBeNull()
    },
  )

  test('is known or not', () => {
    expect([
      isZone('Asia/Gaza'),
      isZone('UTC'),
      isZone('Asia/Nowhere'),
      isZone('+03:00'),
      isZone(''),
    ]).toEqual([true, true, false, false, false])
  })
})

describe('a time of day', () => {
  test.each([
    ['7:30', 450],
    ['07:30', 450],
    ['٧:٣٠', 450],
    ['۰۷:۳۰', 450],
    ['19.30', 1170],
    ['7', 420],
    ['٧', 420],
    ['7pm', 1140],
    ['7 PM', 1140],
    ['7:30 a.m.', 450],
    ['٧:٣٠ ص', 450],
    ['7 م', 1140],
    ['7 مساءً', 1140],
    ['٨ صباحًا', 480],
    ['12am', 0],
    ['12 م', 720],
    ['19:30 م', 1170],
    ['00:00', 0],
    ['23:59', 1439],
    ['\u200f٧:٣٠\u200f', 450],
  ])('is read from %s', (text, minutes) => {
    expect(readTime(text)).toBe(minutes)
  })

  test.each(['', 'صباحا', '24:00', '7:60', '7:3', '123', '19:30 ص', '7 x', '-7', '7:30:15', 'السابعة'])(
    'is not read from "%s"',
    (text) => {
      expect(readTime(text)).toBeNull()
    },
  )
})
