import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTime } from '../../src/readers/spoken-times.ts'

const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

describe('a time of day', () => {
  test.each([
    ['7:30', '07:30'],
    ['07:30', '07:30'],
    ['7 : 30', '07:30'],
    ['٧:٣٠', '07:30'],
    ['۰۷:۳۰', '07:30'],
    ['٧٫٣٠', '07:30'],
    ['19.30', '19:30'],
    ['19h30', '19:30'],
    ['19h', '19:00'],
    ['7', '07:00'],
    ['٧', '07:00'],
    ['0', '00:00'],
    ['7pm', '19:00'],
    ['7 PM', '19:00'],
    ['7:30 a.m.', '07:30'],
    ['at 7:30pm', '19:30'],
    ['٧:٣٠ ص', '07:30'],
    ['٧:٣٠ص', '07:30'],
    ['7 م', '19:00'],
    ['7 مساءً', '19:00'],
    ['٨ صباحًا', '08:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12 م', '12:00'],
    ['19:30 م', '19:30'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['\u200f٧:٣٠\u200f', '07:30'],
    ['الساعة ٧', '07:00'],
    ['في تمام الساعة ٨ مساء', '20:00'],
    ['السابعة', '07:00'],
    ['السابعة والنصف مساء', '19:30'],
    ['السابعة و النصف صباحا', '07:30'],
    ['الثامنة والربع', '08:15'],
    ['التاسعة إلا ربعا', '08:45'],
    ['التاسعة إلا ثلثا مساء', '20:40'],
    ['العاشرة وعشر دقائق', '10:10'],
    ['الثانية عشرة ظهرا', '12:00'],
    ['الثانية عشرة إلا ربعا ظهرا', '11:45'],
    ['الثانية عشرة ليلا', '00:00'],
    ['الحادية عشرة ليلا', '23:00'],
    ['الواحدة ليلا', '01:00'],
    ['الواحدة ظهرا', '13:00'],
    ['الخامسة فجرا', '05:00'],
    ['٣ العصر', '15:00'],
    ['٨ بالليل', '20:00'],
    ['الساعة سبعة ونص', '07:30'],
    ['سبعة الصبح', '07:00'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['12 noon', '12:00'],
    ['12 midnight', '00:00'],
    ['ظهرا', '12:00'],
    ['منتصف الليل', '00:00'],
    ['منتصف النهار', '12:00'],
    ['half past seven', '07:30'],
    ['quarter to 8 pm', '19:45'],
    ['a quarter past nine in the evening', '21:15'],
    ['quarter to 12 at night', '23:45'],
    ["7 o'clock", '07:00'],
    ['seven thirty pm', '19:30'],
    ['8 in the morning', '08:00'],
  ])('is read from %s', (text, expected) => {
    expect(readTime(text)).toBe(clock(expected))
  })

  test.each([
    '',
    ' ',
    'صباحا',
    '24:00',
    '7:60',
    '7:3',
    '123',
    '19:30 ص',
    '19am',
    '7 x',
    '-7',
    '7-9',
    '7:30:15',
    'seven',
    'الاثنين',
    '7 8',
    '٧:٣٠ ص ص',
    '9'.repeat(10_000),
  ])('is not read from "%s"', (text) => {
    expect(readTime(text)).toBeNull()
  })

  test('is read as it is written, in the figures and with the halves of both languages', () => {
    const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
    const eastern = (text: string) =>
      text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    fc.assert(
      fc.property(
        time,
        fc.constantFrom('ar', 'en'),
        fc.constantFrom(':', '.', 'h'),
        ({ hour, minute }, language, mark) => {
          const minutes = String(minute).padStart(2, '0')
          const halves = language === 'ar' ? ['ص', 'م'] : ['am', 'pm']
          const written = [
            `${hour}${mark}${minutes}`,
            `${hour % 12 || 12}${mark}${minutes} ${halves[hour < 12 ? 0 : 1]}`,
          ]
          for (const text of written) {
            expect(readTime(language === 'ar' ? eastern(text) : text)).toBe(hour * 60 + minute)
          }
        },
      ),
    )
  })

  test('lies in the day, whatever was typed', () => {
    const words = fc.constantFrom(
      '7',
      '12',
      '23:59',
      'إلا',
      'ربعا',
      'والنصف',
      'ليلا',
      'ظهرا',
      'half',
      'past',
      'to',
      'pm',
      'الواحدة',
      'و',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 6 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const minutes = readTime(text)
        if (minutes === null) return
        expect(Number.isInteger(minutes)).toBe(true)
        expect(minutes).toBeGreaterThanOrEqual(0)
        expect(minutes).toBeLessThan(1440)
      }),
      { numRuns: 1000 },
    )
  })
})
