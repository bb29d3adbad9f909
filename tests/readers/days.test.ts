import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOf, formatDays, isChosenDay, parseDays, restDays } from '../../src/readers/days.ts'
import type { Days, Weekday } from '../../src/readers/subscription.ts'
import { isZone } from '../../src/readers/zones.ts'

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const weekdays = fc.uniqueArray(fc.constantFrom(...WEEK), { minLength: 1 })

describe('people rest', () => {
  test.each([
    ['on Friday and Saturday', [5, 6], 'Egypt', 'Africa/Cairo'],
    ['on Friday and Saturday', [5, 6], 'Saudi Arabia', 'Asia/Riyadh'],
    ['on Friday and Saturday', [5, 6], 'Jordan', 'Asia/Amman'],
    ['on Friday and Saturday', [5, 6], 'Iraq', 'Asia/Baghdad'],
    ['on Friday and Saturday', [5, 6], 'Kuwait', 'Asia/Kuwait'],
    ['on Friday and Saturday', [5, 6], 'Qatar', 'Asia/Qatar'],
    ['on Friday and Saturday', [5, 6], 'Bahrain', 'Asia/Bahrain'],
    ['on Friday and Saturday', [5, 6], 'Oman, whose clock is Dubai’s', 'Asia/Muscat'],
    ['on Friday and Saturday', [5, 6], 'Yemen', 'Asia/Aden'],
    ['on Friday and Saturday', [5, 6], 'Syria', 'Asia/Damascus'],
    ['on Friday and Saturday', [5, 6], 'Libya', 'Africa/Tripoli'],
    ['on Friday and Saturday', [5, 6], 'Sudan', 'Africa/Khartoum'],
    ['on Friday and Saturday', [5, 6], 'Algeria', 'Africa/Algiers'],
    ['on Friday and Saturday', [5, 6], 'Palestine', 'Asia/Gaza'],
    ['on Friday and Saturday', [5, 6], 'Palestine', 'Asia/Hebron'],
    ['on Saturday and Sunday', [6, 7], 'the Emirates', 'Asia/Dubai'],
    ['on Saturday and Sunday', [6, 7], 'Lebanon', 'Asia/Beirut'],
    ['on Saturday and Sunday', [6, 7], 'Morocco', 'Africa/Casablanca'],
    ['on Saturday and Sunday', [6, 7], 'Tunisia', 'Africa/Tunis'],
    ['on Saturday and Sunday', [6, 7], 'Mauritania', 'Africa/Nouakchott'],
    ['on Saturday and Sunday', [6, 7], 'Turkey', 'Europe/Istanbul'],
    ['on Saturday and Sunday', [6, 7], 'Korea', 'Asia/Seoul'],
    ['on Saturday and Sunday', [6, 7], 'a zone that nobody knows', 'Mars/Olympus'],
    ['on Thursday and Friday', [4, 5], 'Iran', 'Asia/Tehran'],
  ])('%s (%j) in %s', (_, rest, __, zone) => {
    expect(restDays(zone)).toEqual(rest)
    if (zone !== 'Mars/Olympus') expect(isZone(zone)).toBe(true)
    expect(WEEK.filter((day) => isChosenDay('working', day, zone))).toEqual(
      WEEK.filter((day) => !rest.includes(day)),
    )
  })
})

describe('a day', () => {
  test.each<[Days, Weekday[]]>([
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    [
      [2, 6],
      [2, 6],
    ],
    [[], [1, 2, 3, 4, 5, 6, 7]],
  ])('of %j is chosen when it is one of %j', (days, expected) => {
    expect(WEEK.filter((day) => isChosenDay(days, day, 'UTC'))).toEqual(expected)
  })
})

describe('the stored form', () => {
  test.each([
    ['daily', 'daily'],
    ['working', 'working'],
    ['1,3,5', [1, 3, 5]],
    ['5,3,3,1', [1, 3, 5]],
    ['7', [7]],
    ['1,2,3,4,5,6,7', 'daily'],
    ['', 'daily'],
    ['8', 'daily'],
    ['1,', 'daily'],
    ['1, 3', 'daily'],
    ['Friday', 'daily'],
  ])('%j is read as %j', (text, days) => {
    expect(parseDays(text)).toEqual(days)
  })

  test('is read as what was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom<Days>('daily', 'working'), weekdays.map(daysOf)), (days) => {
        expect(parseDays(formatDays(days))).toEqual(days)
      }),
    )
  })
})
