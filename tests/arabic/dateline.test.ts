import { describe, expect, it, test } from 'vitest'
import { datelineLength } from '../../src/arabic/dateline.ts'

describe('datelineLength', () => {
  test.each([
    'موسكو (رويترز) - ',
    'دبي، الإمارات العربية المتحدة (CNN)-- ',
    '(CNN) — ',
    'بيونغ يانغ 19 يونيو (يونهاب) -- ',
    'سيول – «وكالات»: ',
    'موسكو/ الأناضول - ',
  ])('finds %s', (dateline) => {
    expect(datelineLength(`${dateline}عاد الوفد.`)).toBe(dateline.length)
  })

  test.each([
    'عاد الوفد إلى موسكو - وفق رويترز - مساء.',
    'عاد الوفد (عشرون خبيرا) - مساء.',
    'قالت رويترز: عاد الوفد.',
    'بوتين: عاد الوفد.',
  ])('finds none in %s', (sentence) => {
    expect(datelineLength(sentence)).toBe(0)
  })

  it('is quick on anything', () => {
    const begun = performance.now()
    for (const part of ['،', 'ا', 'ا ', 'ا،', '(', '-', 'A', '/ ']) datelineLength(part.repeat(1_000))
    expect(performance.now() - begun).toBeLessThan(500)
  })
})
