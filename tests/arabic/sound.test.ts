import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/arabic/fold.ts'
import { soundKey } from '../../src/arabic/sound.ts'

const keys = (words: string) => words.split(' ').map((word) => soundKey(fold(word)))

describe('the sound of a name', () => {
  test.each([
    'جونغ جونج جونق جونك غونغ قونق',
    'بيونغ بيونج بيونق',
    'شويغو شويجو شويقو',
    'زيلينسكي زيلنسكي زلينسكي',
    'فوستوتشني فوستوشني فستوشني',
    'فلاديفوستوك فلاديفستوك',
    'بوتين بوتن',
    'كورسك كورسيك الكورسك',
    'غاغارين جاجارين قاقارين',
    'تاس طاس',
    'خاركيف هاركيف',
    'putin potin puutinn',
    'путин путен',
  ])('brings together %s', (words) => {
    expect(new Set(keys(words)).size).toBe(1)
  })

  test.each(['بوتين بايدن', 'كورسك كوريا', 'لافروف لوكوف', 'إيل سول', 'putin peskov', 'أون يون'])(
    'keeps apart %s',
    (words) => {
      expect(new Set(keys(words)).size).toBe(2)
    },
  )

  test('keeps the first letter, also where it is a vowel', () => {
    expect(soundKey('اوشاكوف')).toBe('اشكف')
    expect(soundKey('ايل')).toBe('ال')
  })

  test('takes the article off longer words only', () => {
    expect(soundKey('الكرملين')).toBe(soundKey('كرملين'))
    expect(soundKey('الما')).not.toBe(soundKey('ما'))
  })

  test('is empty for vowels of other scripts, and shorter than any word', () => {
    expect(soundKey('aeiou')).toBe('')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const folded = fold(text)
        expect(soundKey(folded).length).toBeLessThanOrEqual(folded.length)
      }),
    )
  })

  test('does not change with long vowels inside a name', () => {
    const name = fc.array(fc.constantFrom(...'بدرسشفكلمن'), { minLength: 2, maxLength: 6 })
    const vowels = fc.array(fc.constantFrom('', 'ا', 'و', 'ي'), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(name, vowels, (letters, between) => {
        const spelled = letters.map((letter, index) => letter + (between[index] ?? '')).join('')
        expect(soundKey(spelled)).toBe(soundKey(letters.join('')))
      }),
    )
  })
})

/** The definition, one replacement after the other. */
function byDefinition(folded: string): string {
  const same: [RegExp, string][] = [
    [/تش/g, 'ش'],
    [/[غجق]/g, 'ك'],
    [/ط/g, 'ت'],
    [/[صث]/g, 'س'],
    [/[ضذظ]/g, 'د'],
    [/[خح]/g, 'ه'],
  ]
  const bare = folded.length > 4 ? folded.replace(/^ال/, '') : folded
  const key = same.reduce((rest, [letters, sound]) => rest.replace(letters, sound), bare)
  return `${key.slice(0, 1)}${key.slice(1).replace(/[اويه]/g, '')}`.replace(/(.)\1+/g, '$1')
}

test('the sound is what its definition says', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'التشغجقطصضذخحهويسب'), minLength: 1, maxLength: 10 })
  const withArticle = letters.map((rest) => `ال${rest}`)
  fc.assert(
    fc.property(fc.oneof(letters, withArticle), (word) => {
      expect(soundKey(word)).toBe(byDefinition(word))
    }),
    { numRuns: 5000 },
  )
})
