/** The months as newsrooms print them, folded: Egypt and the Gulf, the Levant, the Maghreb, English. */
const NAMES = [
  'يناير,كانون الثاني,كانون ثاني,جانفي,january,jan',
  'فبراير,شباط,فيفري,february,feb',
  'مارس,اذار,march,mar',
  'ابريل,نيسان,افريل,april,apr',
  'مايو,ايار,ماي,may',
  'يونيو,يونيه,حزيران,جوان,june,jun',
  'يوليو,يوليه,تموز,جويليه,يوليوز,july,jul',
  'اغسطس,اب,اوت,غشت,august,aug',
  'سبتمبر,ايلول,شتنبر,september,sept,sep',
  'اكتوبر,تشرين الاول,تشرين اول,october,oct',
  'نوفمبر,تشرين الثاني,تشرين ثاني,نونبر,november,nov',
  'ديسمبر,كانون الاول,كانون اول,دجنبر,december,dec',
]

/** Sunday first, as `Date#getUTCDay` counts; without the Arabic article. */
const WEEKDAYS = [
  'احد,sunday,sun',
  'اثنين,اتنين,monday,mon',
  'ثلاثا,تلاتا,tuesday,tue,tues',
  'اربعا,wednesday,wed',
  'خميس,thursday,thu,thur,thurs',
  'جمعه,friday,fri',
  'سبت,saturday,sat',
]

const numbered = (rows: readonly string[], first: number): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, i) => row.split(',').map((name): [string, number] => [name, i + first])))

const months = numbered(NAMES, 1)
const weekdays = numbered(WEEKDAYS, 0)

/** Longest first, so that no name hides behind its own beginning. */
const choice = (names: ReadonlyMap<string, number>): string =>
  [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(' ', '\\s+'))
    .join('|')

/** Regular expression sources that match one folded name. */
export const MONTH = `(?:${choice(months)})(?!\\p{L})`
export const WEEKDAY = `(?:ال)?(?:${choice(weekdays)})(?!\\p{L})`

/** 1 to 12, or 0 for what is no month. */
export function monthNumber(name: string): number {
  return months.get(name.replace(/\s+/g, ' ')) ?? 0
}

/** 0 (Sunday) to 6, or -1 for what is no day of the week. */
export function weekdayNumber(name: string): number {
  return weekdays.get(name.replace(/^ال/, '')) ?? -1
}
