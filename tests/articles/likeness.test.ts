import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containment, figuresOf, overlap, shinglesOf } from '../../src/articles/likeness.ts'

const like = (a: string, b: string) => overlap(shinglesOf(a), shinglesOf(b))
const sentence = fc
  .array(fc.constantFrom('وصل', 'الوفد', 'إلى', 'المدينة', 'صباح', 'اليوم', 'ثم', 'غادر', '12', 'Putin'), {
    maxLength: 40,
  })
  .map((all) => all.join(' '))

describe('shingles', () => {
  test('are runs of three words, whatever stands between the words and on them', () => {
    expect(shinglesOf('وصل الوفد إلى المدينة').size).toBe(2)
    expect(like('وصل الوفد إلى المدينة.', 'وَصَلَ الوفـد «الى» المدينه!')).toBe(1)
  })

  test('know the order of the words', () => {
    expect(like('زار الوزير الرئيس', 'زار الرئيس الوزير')).toBe(0)
    expect(shinglesOf('أ ب أ ب أ').size).toBe(2)
  })

  test('of a text too short for one are the text itself, of no text none', () => {
    expect(shinglesOf('خبر عاجل').size).toBe(1)
    expect(like('خبر عاجل', 'خبر عاجل')).toBe(1)
    expect(like('خبر عاجل', 'عاجل خبر')).toBe(0)
    expect(shinglesOf(' — 😀').size).toBe(0)
  })

  test('are made of the first three thousand words only', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `كلمة${index}`).join(' ')
    expect(shinglesOf(long).size).toBeLessThanOrEqual(2 * 3000 - 2)
    expect(like(long, `${long} ذيل آخر من الكلام`)).toBe(1)
  })

  test('seldom meet by chance', () => {
    const a = Array.from({ length: 900 }, (_, index) => `w${index}`).join(' ')
    const b = Array.from({ length: 900 }, (_, index) => `v${index}`).join(' ')
    expect(like(a, b)).toBe(0)
  })
})

describe('overlap and containment', () => {
  test('count what is shared', () => {
    const [whole, part] = [shinglesOf('a b c d e f'), shinglesOf('a b c d')]
    expect(overlap(whole, part)).toBe(0.5)
    expect(containment(part, whole)).toBe(1)
    expect(containment(whole, part)).toBe(0.5)
  })

  test('are nothing where there is nothing', () => {
    const [none, some] = [shinglesOf(''), shinglesOf('a b c')]
    expect([
      overlap(none, none),
      overlap(none, some),
      containment(none, some),
      containment(some, none),
    ]).toEqual([0, 0, 0, 0])
  })

  test('stay between nothing and all, the same both ways for overlap', () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const [one, other] = [shinglesOf(a), shinglesOf(b)]
        const value = overlap(one, other)
        expect(value).toBe(overlap(other, one))
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(Math.min(1, containment(one, other), containment(other, one)))
        expect(overlap(one, one)).toBe(one.size === 0 ? 0 : 1)
      }),
    )
  })
})

test('figures are the same however their digits are written', () => {
  expect(figuresOf('قتل ٣٠٠٠ في 12 يوما، 9٫5 في المئة، KN23')).toEqual(new Set(['3000', '12', '9.5', 'kn23']))
  expect(figuresOf('لا أرقام هنا')).toEqual(new Set())
})
