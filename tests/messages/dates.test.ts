import { describe, expect, test } from 'vitest'
import type { PartialDate } from '../../src/arabic/dates.ts'
import { formatClock, formatDay, formatPartialDate } from '../../src/messages/dates.ts'

const date = (value: string, precision: PartialDate['precision']): PartialDate => ({ value, precision })

describe('dates', () => {
  test.each([
    [date('2024-06-19T17:50:06', 'second'), 'الأربعاء 19 يونيو/حزيران 2024، 17:50'],
    [date('2024-06-19T00:05', 'minute'), 'الأربعاء 19 يونيو/حزيران 2024، 00:05'],
    [date('2023-09-11', 'day'), 'الاثنين 11 سبتمبر/أيلول 2023'],
    [date('2024-06', 'month'), 'يونيو/حزيران 2024'],
    [date('2024', 'year'), '2024'],
    [null, 'تاريخ غير معروف'],
  ])('say in Arabic as much as is known: %j', (value, words) => {
    expect(formatPartialDate(value, 'ar')).toBe(words)
  })

  test.each([
    [date('2024-06-19T17:50:06', 'second'), 'Wednesday 19 June 2024, 17:50'],
    [date('2023-09-01', 'day'), 'Friday 1 September 2023'],
    [date('2024-12', 'month'), 'December 2024'],
    [null, 'date unknown'],
  ])('say in English as much as is known: %j', (value, words) => {
    expect(formatPartialDate(value, 'en')).toBe(words)
  })

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Africa/Casablanca'])(
    'keep their weekday for a process in %s',
    (zone) => {
      const before = process.env['TZ']
      process.env['TZ'] = zone
      expect(formatDay('2024-12-26', 'ar')).toBe('الخميس 26 ديسمبر/كانون الأول 2024')
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    },
  )

  test('refuse a month that does not exist', () => {
    expect(() => formatDay('2024-13-01', 'en')).toThrow(RangeError)
  })

  test.each([
    [0, '00:00'],
    [450, '07:30'],
    [1439, '23:59'],
  ])('show minute %i of a day as %s', (minute, clock) => {
    expect(formatClock(minute)).toBe(clock)
  })
})
