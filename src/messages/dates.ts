import type { PartialDate } from '../arabic/dates.ts'
import { createWording } from './fluent.ts'
import type { Language } from './language.ts'

/** Tables of our own: ICU's Arabic dates differ by country and version and carry marks that we would double. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ar: [
    'يناير/كانون الثاني',
    'فبراير/شباط',
    'مارس/آذار',
    'أبريل/نيسان',
    'مايو/أيار',
    'يونيو/حزيران',
    'يوليو/تموز',
    'أغسطس/آب',
    'سبتمبر/أيلول',
    'أكتوبر/تشرين الأول',
    'نوفمبر/تشرين الثاني',
    'ديسمبر/كانون الأول',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

const PARTS = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?/

/** A calendar day (`YYYY-MM-DD`) in words: «الأربعاء 19 يونيو/حزيران 2024». */
export function formatDay(day: string, language: Language): string {
  return formatPartialDate({ value: day.slice(0, 10), precision: 'day' }, language)
}

/** A date as far as it is known, the time of day last; what is unknown is said to be unknown. */
export function formatPartialDate(date: PartialDate | null, language: Language): string {
  const [, year, month, day, time] = PARTS.exec(date?.value ?? '') ?? []
  if (year === undefined) return createWording(language).text('date-unknown')
  if (month === undefined) return year
  const monthName = MONTHS[language][Number(month) - 1]
  if (monthName === undefined) throw new RangeError(`Not a date: ${date?.value}`)
  if (day === undefined) return `${monthName} ${year}`
  // The date stands for itself, in no time zone: UTC only keeps the weekday from slipping.
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()
  const whole = `${WEEKDAYS[language][weekday]} ${Number(day)} ${monthName} ${year}`
  return time === undefined ? whole : `${whole}${language === 'ar' ? '، ' : ', '}${time}`
}

/** The name of an ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayName(isoWeekday: number, language: Language): string {
  const name = WEEKDAYS[language][isoWeekday % 7]
  if (name === undefined) throw new RangeError(`Not a weekday: ${isoWeekday}`)
  return name
}

/** A time of day, minutes after midnight, as `07:30`. */
export function formatClock(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`
}
