import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BROKEN_PLURALS } from '../../src/arabic/broken-plurals.ts'
import { fold } from '../../src/arabic/fold.ts'
import { stem } from '../../src/arabic/stem.ts'

const stems = (text: string): string[] => text.split(' ').map((word) => stem(fold(word)))

describe('stem', () => {
  test.each([
    'معاهدة المعاهدات ومعاهدته بمعاهدتهما والمعاهدتين',
    'صاروخ صواريخ الصواريخ صاروخية صاروخين وصواريخها',
    'روسي الروسي روسيا الروسية والروس',
    'كوريا الكورية كوري الكوريتين',
    'أوكرانيا الأوكراني الأوكرانية',
    'سلاح أسلحة الأسلحة أسلحتهم',
    'وزير الوزير ووزير وزراء وزرائها للوزراء',
    'جندي جنود الجنود جنوده',
    'قذيفة قذائف بالقذائف',
    'زعيم زعماء الزعيمين',
    'رئيس الرئيس رؤساء للرئيس',
    'قمر أقمار الأقمار',
    'عقوبة عقوبات العقوبات',
    'دولة دول الدولتين',
    'توقيع لتوقيع التوقيع وتوقيعها',
    'اجتماع لاجتماع الاجتماعات',
    'مجلس بمجلس المجالس',
    'مسؤول مسئول المسؤولين',
    'يناقش سيناقش وسيناقش',
    'والد والده والدته',
  ])('brings together %s', (forms) => {
    expect(new Set(stems(forms)).size).toBe(1)
  })

  test.each(['وزير زير', 'والدول والده', 'بترول ترول', 'سياسة ياسة', 'لافروف افروف', 'صاروخ صارخ'])(
    'keeps apart %s',
    (forms) => {
      expect(new Set(stems(forms)).size).toBe(2)
    },
  )

  it('leaves other scripts, numbers and short words alone', () => {
    expect(['putin', 'путин', '푸틴', '2024', '3.5', 'kn23', 'في'].map(stem)).toEqual([
      'putin',
      'путин',
      '푸틴',
      '2024',
      '3.5',
      'kn23',
      'في',
    ])
  })

  it('never leaves fewer than three letters of a longer word, or two behind an article (الأب, أب)', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ابتسفكلمنهويدر'), minLength: 1, maxLength: 12 })
    const word = fc.oneof(
      letters,
      letters.map((text) => `ال${text}`),
    )
    fc.assert(
      fc.property(word, (text) => {
        const article = /^[وف]?(?:[بك]?ال|لل)/.test(text)
        expect(stem(text).length).toBeGreaterThanOrEqual(Math.min(article ? 2 : 3, text.length))
      }),
    )
  })

  it.each(['ه', 'ها', 'ات'])('stays linear on one endless word of %s', (ending) => {
    expect(stem(ending.repeat(200_000)).length).toBeLessThan(5)
  })

  it('holds only folded plurals', () => {
    for (const pair of BROKEN_PLURALS) expect(pair.map(fold)).toEqual(pair)
  })
})
