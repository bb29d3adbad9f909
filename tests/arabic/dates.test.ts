import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findDate, parseDate } from '../../src/arabic/dates.ts'

const TODAY = '2024-06-19' // a Wednesday

describe('parseDate', () => {
  test.each([
    ['2024', '2024', 'year'],
    ['2024 م', '2024', 'year'],
    ['2024-06', '2024-06', 'month'],
    ['06/2024', '2024-06', 'month'],
    ['يونيو/حزيران 2024', '2024-06', 'month'],
    ['ماي 2023', '2023-05', 'month'],
    ['2024-06-19', '2024-06-19', 'day'],
    ['19/06/2024', '2024-06-19', 'day'],
    ['١٩/٦/٢٠٢٤', '2024-06-19', 'day'],
    ['18 يونيو 2024', '2024-06-18', 'day'],
    ['١٨ حزيران ٢٠٢٤', '2024-06-18', 'day'],
    ['19 جوان 2024', '2024-06-19', 'day'],
    ['3 غشت 2024', '2024-08-03', 'day'],
    ['12 شتنبر 2023م', '2023-09-12', 'day'],
    ['18 تشرين الأول 2023', '2023-10-18', 'day'],
    ['18 كانون الثاني/يناير 2023', '2023-01-18', 'day'],
    ['الاثنين، 11 سبتمبر 2023', '2023-09-11', 'day'],
    ['18 June 2024', '2024-06-18', 'day'],
    ['Tuesday, June 18th, 2024', '2024-06-18', 'day'],
    ['29/2/2024', '2024-02-29', 'day'],
    ['اليوم', '2024-06-19', 'day'],
    ['أمس الثلاثاء', '2024-06-18', 'day'],
    ['أول أمس', '2024-06-17', 'day'],
    ['yesterday', '2024-06-18', 'day'],
    ['19 يونيو', '2024-06-19', 'day'],
    ['20 يونيو', '2023-06-20', 'day'],
    ['29 فبراير', '2024-02-29', 'day'],
    ['الأربعاء 19 يونيو/حزيران 2024 - 17:50', '2024-06-19T17:50', 'minute'],
    ['17:50 - 19 يونيو 2024', '2024-06-19T17:50', 'minute'],
    ['19 يونيو 2024 الساعة 5:30 مساء بتوقيت موسكو', '2024-06-19T17:30', 'minute'],
    ['11 سبتمبر 2023 12:05 ص', '2023-09-11T00:05', 'minute'],
    ['2024-06-19 17:50:06', '2024-06-19T17:50:06', 'second'],
    ['2024-06-19T17:50:06.120+03:00', '2024-06-19T17:50:06', 'second'],
    ['Wed, 19 Jun 2024 17:50:06 GMT', '2024-06-19T17:50:06', 'second'],
  ])('reads %s', (text, value, precision) => {
    expect(parseDate(text, TODAY)).toEqual({ value, precision })
  })

  test.each([
    ['a day that does not exist', '31 يونيو 2024'],
    ['a leap day of another year', '29/2/2023'],
    ['a weekday that contradicts', 'الثلاثاء 19 يونيو 2024'],
    ['yesterday under the wrong weekday', 'أمس الجمعة'],
    ['two months that differ', '18 يناير/شباط 2023'],
    ['a year out of range', '13/12/1445'],
    ['a clock out of range', '2024-06-19 25:00:00'],
    ['more than a date', 'في يوم 18 يونيو 2024 وصل الوفد'],
    ['a weekday alone', 'الأربعاء'],
    ['nothing', ' '],
  ])('refuses %s', (_, text) => {
    expect(parseDate(text, TODAY)).toBeNull()
  })

  it('needs today for words and for days without a year', () => {
    expect(parseDate('أمس')).toBeNull()
    expect(parseDate('19 يونيو')).toBeNull()
  })

  it('reads back every day it is given, in three ways of writing', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const value = date.toISOString().slice(0, 10)
        const [year, month, number] = value.split('-')
        const name = new Intl.DateTimeFormat('ar-EG-u-nu-arab-ca-gregory', {
          dateStyle: 'full',
          timeZone: 'UTC',
        })
        for (const text of [value, `${number}/${month}/${year}`, name.format(date)]) {
          expect(parseDate(text)).toEqual({ value, precision: 'day' })
        }
      }),
    )
  })
})

describe('findDate', () => {
  test.each([
    ['نشر أول مرة : 2024-06-19 17:50:06', '2024-06-19T17:50:06'],
    ['آخر تحديث: الأربعاء 13 سبتمبر 2023 - 10:04 بتوقيت دبي', '2023-09-13T10:04'],
    ['موسكو (وكالة) 18 حزيران/يونيو 2024: وصل الوفد', '2024-06-18'],
    ['بين 5 و6 مايو 2020', '2020-05-06'],
    ['كان 31 يونيو 2024، ثم 1 يوليو 2024', '2024-07-01'],
    ['في يوليو/تموز 2000 ثم 18 يونيو 2024', '2000-07'],
  ])('finds the first date in %s', (line, value) => {
    expect(findDate(line)?.value).toBe(value)
  })

  it('takes no bare year and no number for a date', () => {
    expect(findDate('في عام 1949 أرسلت 2000 طن، رقم 2024-13-40')).toBeNull()
  })

  it('answers any text, quickly', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => [findDate(text), parseDate(text, TODAY)].length === 2,
      ),
    )
    for (const part of ['1', 'يوم ', 'في يوم ', '12:', 'مايو/', ' ', '2024-']) findDate(part.repeat(50_000))
  })
})
