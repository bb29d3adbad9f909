import { describe, expect, test } from 'vitest'
import { createWording } from '../../src/messages/fluent.ts'
import { visibleText } from '../../src/messages/html.ts'
import { type PreferencesView, preferenceLines } from '../../src/messages/preferences.ts'
import { ask, lastOne, mostTimes, settings } from '../../src/messages/settings.ts'
import { type NextDigest, nextDigest, subscribed, unclear } from '../../src/messages/subscription.ts'

const ar = createWording('ar')
const en = createWording('en')
const view: PreferencesView = {
  times: [450],
  zone: 'Africa/Cairo',
  days: 'daily',
  quiet: null,
  silent: false,
  length: 'normal',
  whenNothing: 'skip',
  alerts: false,
  workingDays: [1, 2, 3, 4, 7],
}
const next: NextDigest = { when: 'tomorrow', day: '2026-11-23', time: '07:30', silently: false }
/** What is read, without the invisible signs. */
const read = (html: Parameters<typeof visibleText>[0]) => visibleText(html).replace(/\p{Cf}/gu, '')
const lines = (change: Partial<PreferencesView>, wording = ar) => read(preferenceLines(wording, change))

describe('a confirmation', () => {
  test('says days, hour and zone, when the next digest comes, and what a day without news brings', () => {
    expect(read(subscribed(ar, { view, next })).split('\n')).toEqual([
      'الاشتراك فعّال: يصل الموجز كل يوم، في الساعة 07:30 بتوقيت القاهرة.',
      'الموجز القادم: غدًا، الاثنين 23 نوفمبر/تشرين الثاني 2026، الساعة 07:30.',
      'لا يُرسل شيء في يوم لا جديد فيه.',
    ])
    expect(read(subscribed(en, { view, next }))).toContain('comes every day, at 07:30, Cairo time.')
  })

  test('tells of what is unusual, and of nothing else', () => {
    const text = read(
      subscribed(ar, {
        view: {
          ...view,
          length: 'short',
          silent: true,
          quiet: { from: 1320, to: 420 },
          whenNothing: 'say',
        },
        next,
      }),
    )
    for (const line of [
      'ساعات الهدوء: من 22:00 إلى 07:00',
      'الوصول: بلا صوت',
      'الطول: مختصر (العناوين وحدها)',
      'في يوم لا جديد فيه يُرسل سطر واحد بلا صوت.',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
  })

  test.each([
    [[480], 'في الساعة 08:00'],
    [[480, 1200], 'في الساعتين 08:00 و20:00'],
    [[480, 720, 1200], 'في الساعات 08:00 و12:00 و20:00'],
  ])('agrees with the number of hours: %j', (times, words) => {
    expect(read(subscribed(ar, { view: { ...view, times }, next }))).toContain(words)
  })

  test.each([
    ['now', 'الموجز القادم: الآن، لأن موجز اليوم لم يُرسل بعد.'],
    ['today', 'الموجز القادم: اليوم، الاثنين 23 نوفمبر/تشرين الثاني 2026، الساعة 07:30.'],
    ['later', 'الموجز القادم: الاثنين 23 نوفمبر/تشرين الثاني 2026، الساعة 07:30.'],
  ] as const)('knows %s from tomorrow', (when, words) => {
    expect(read(nextDigest(ar, { ...next, when }))).toBe(words)
  })

  test('warns that quiet hours take the sound away', () => {
    expect(read(nextDigest(ar, { ...next, silently: true }))).toContain('ضمن ساعات الهدوء')
  })
})

describe('days', () => {
  test.each([
    ['daily', 'الأيام: كل يوم'],
    ['working', 'الأيام: أيام العمل (الأحد إلى الخميس)'],
    [[5], 'الأيام: يوم الجمعة من كل أسبوع'],
    [[2, 6], 'الأيام: يومي السبت والثلاثاء من كل أسبوع'],
    [[1, 6, 7], 'الأيام: أيام السبت والأحد والاثنين من كل أسبوع'],
  ] as const)('%j are told as «%s»', (days, words) => {
    expect(lines({ days, workingDays: [1, 2, 3, 4, 7] })).toBe(words)
  })

  test.each([
    [[1, 2, 3, 4, 5], 'Days: on working days (Monday to Friday)'],
    [[1, 2, 3, 6, 7], 'Days: on working days (Saturday to Wednesday)'],
    [[1, 2, 3, 4, 6], 'Days: on working days (Monday, Tuesday, Wednesday, Thursday and Saturday)'],
  ])('that are worked on are a range where they are one: %j', (workingDays, words) => {
    expect(lines({ days: 'working', workingDays }, en)).toBe(words)
  })
})

describe('what was not understood', () => {
  test('stands beside what was, and three examples', () => {
    const text = read(
      unclear(ar, { given: 'أطلنطس', understood: { times: [450], length: 'short' }, whichZone: false }),
    )
    expect(text).toContain('تعذّر فهم «أطلنطس»')
    expect(text).toContain('الموعد: 07:30\nالطول: مختصر')
    expect(text.match(/\/subscribe/g)).toHaveLength(3)
  })

  test('is not claimed of a name with several zones', () => {
    const text = read(unclear(ar, { given: null, understood: {}, whichZone: true }))
    expect(text).not.toContain('تعذّر')
    expect(text).toContain('أكثر من معنى')
  })
})

describe('the settings', () => {
  test('show everything that was chosen, in words', () => {
    expect(read(settings(ar, { language: 'ar', subscription: { view, next } })).split('\n')).toEqual([
      'الإعدادات',
      'اللغة: العربية',
      'الاشتراك: فعّال',
      'الموعد: 07:30',
      'المنطقة الزمنية: القاهرة',
      'الأيام: كل يوم',
      'ساعات الهدوء: غير محددة',
      'الوصول: بصوت',
      'الطول: متوسط (الجمل المختارة)',
      'في يوم لا جديد فيه: لا يُرسل شيء',
      'التقارير العاجلة: مع الموجز فقط',
      'الموجز القادم: غدًا، الاثنين 23 نوفمبر/تشرين الثاني 2026، الساعة 07:30.',
    ])
  })

  test('show nothing that was not chosen', () => {
    expect(read(settings(en, { language: 'ar', subscription: null }))).toBe(
      'Settings\nLanguage: العربية\nSubscription: inactive',
    )
  })

  test('say on a page why a press has changed nothing', () => {
    expect(read(ask(ar, 'times', { chosen: { times: [480] }, note: mostTimes(ar, 6) }))).toContain(
      '6 مواعيد على الأكثر',
    )
    expect(read(ask(ar, 'days', { note: lastOne(ar, 'days') }))).toContain('يوم واحد على الأقل')
  })
})
