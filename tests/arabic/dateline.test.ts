import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { agencyTailLength, datelineLength } from '../../src/arabic/dateline.ts'

describe('datelineLength', () => {
  const DATELINES = [
    'موسكو (رويترز) - ',
    'دبي، الإمارات العربية المتحدة (CNN)-- ',
    'دبي، الإمارات العربية المتحدة (CNN)--',
    '(CNN) — ',
    'بيونغ يانغ 19 يونيو (يونهاب) -- ',
    'بيونغ يانغ – 18 يونيو (أ ف ب): ',
    'بكين 18 يونيو 2024 (شينخوا) ',
    'موسكو - 18 - 6 (كونا) -- ',
    'عمان 18 حزيران (بترا)- ',
    'باريس (أ.ف.ب.) - ',
    'باريس - (أ ف ب) - ',
    'واشنطن (أ ف ب، رويترز) - ',
    'القدس المحتلة (القدس اليوم) - ',
    'القاهرة في 3 مايو/ أ ش أ / ',
    'أبوظبي في 18 يونيو / وام / ',
    'الدوحة في 18 يونيو /قنا/ ',
    'بغداد/ واع/ ',
    'سيول – «وكالات»: ',
    'لندن: «الشرق الأوسط» - ',
    'موسكو/ الأناضول - ',
    'موسكو - خاص - ',
    'بيروت، أ.ف.ب – ',
    'دمشق-سانا ',
    'الرياض 18 يونيو 2024 م واس ',
    'رويترز - ',
    'موسكو – ',
    'الرباط، المغرب - ',
    'طوكيو، 5 مايو - ',
    'SEOUL, South Korea (AP) — ',
    'MOSCOW, June 18 (Reuters) - ',
    'LONDON/WASHINGTON (Reuters) - ',
    'Jun. 18 (UPI) -- ',
    'WASHINGTON, June 18 -- ',
    'SEOUL — ',
    'МОСКВА, 18 июня /ТАСС/. ',
    'عاجل: ',
    '#عاجل | ',
    '• عاجل.. ',
    'عاجل | موسكو (تاس) - ',
  ]

  test.each(DATELINES)('finds %s', (dateline) => {
    expect(datelineLength(`${dateline}عاد الوفد.`)).toBe(dateline.length)
    expect(datelineLength(`${dateline}«عاد» الوفد.`)).toBe(dateline.length)
  })

  test.each([
    'عاد الوفد إلى موسكو - وفق رويترز - مساء.',
    'عاد الوفد إلى موسكو (رويترز) مساء.',
    'عاد الوفد (عشرون خبيرا) - مساء.',
    'قالت رويترز: عاد الوفد.',
    'رويترز: عاد الوفد.',
    'بوتين: عاد الوفد.',
    'موسكو: عاد الوفد.',
    'موسكو - بكين محور جديد.',
    'موسكو، واشنطن، بكين - ثلاث عواصم في يوم.',
    'موسكو - العاصمة الروسية - تستعد للعيد.',
    'دبي مدينة كبيرة - وجميلة.',
    'العلاقات الروسية - الكورية تتطور.',
    'في 18 يونيو 2024 (الثلاثاء) عاد الوفد.',
    'NATO - the alliance - met.',
    '',
  ])('finds none in %j', (sentence) => {
    expect(datelineLength(sentence)).toBe(0)
  })

  it('never reaches beyond the sentence, and far beyond no dateline', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'موسكو رويترز 18 يونيو ( ) / - – : ، « » . CNN عاجل'.split(' '), ' '),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (parts) => {
        const text = parts.join('')
        for (const length of [datelineLength(text), agencyTailLength(text)]) {
          expect(length).toBeGreaterThanOrEqual(0)
          expect(length).toBeLessThanOrEqual(Math.min(text.length, 200))
        }
      }),
      { numRuns: 1000 },
    )
  })

  // Anything worse than linear would not end within the time a test has.
  test.each(['،', 'ا', 'ا ', 'ا،', '(', '-', 'A', '/ ', 'موسكو ', 'عاجل: ', '18 ', '(رويترز '])(
    'ends on nothing but %j',
    (part) => {
      const text = part.repeat(100_000)
      expect(datelineLength(text) + agencyTailLength(text)).toBeLessThan(400)
    },
  )
})

describe('agencyTailLength', () => {
  test.each([
    ['عاد الوفد مساء (رويترز)', ' (رويترز)'],
    ['عاد الوفد مساء (أ ف ب، د ب أ).', ' (أ ف ب، د ب أ).'],
    ['نقلت عنه وكالة (رويترز).', ''],
    ['عاد الوفد مساء (خبير)', ''],
    ['(رويترز)', ''],
  ])('in %s', (sentence, tail) => {
    expect(agencyTailLength(sentence)).toBe(tail.length)
  })
})
