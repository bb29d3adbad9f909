import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fold } from '../../src/arabic/fold.ts'

describe('fold', () => {
  test('gives plain words by the short way what the long way gives them', () => {
    const letters = [...'ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي٠١٢٣٤٥٦٧٨٩0189azكx .,،']
    const word = fc.array(fc.constantFrom(...letters), { maxLength: 20 }).map((all) => all.join(''))
    // An invisible character is dropped, but keeps a word from being plain.
    fc.assert(fc.property(word, (text) => fold(text) === fold(`${text}\u200b`)))
  })

  test.each([
    ['vowel marks', 'مُعاهَدَةٌ', 'معاهده'],
    ['tatweel', 'قمـــة', 'قمه'],
    ['hamza on alef', 'أإآٱ', 'اااا'],
    ['hamza on waw and yeh', 'مؤتمر رئيس', 'موتمر رييس'],
    ['a lone hamza', 'فضاء شيء', 'فضا شي'],
    ['alef maqsura', 'مبنى', 'مبني'],
    ['teh marbuta', 'دولة', 'دوله'],
    ['Persian letters', 'کیم ہنا', 'كيم هنا'],
    ['letters for foreign sounds', 'ڤلاديمير پوتين', 'فلاديمير بوتين'],
    ['presentation forms', 'ﻗﻤﺔ ﻻ', 'قمه لا'],
    ['presentation forms of marks', 'قﱠمﹸة', 'قمه'],
    ['superscript alef', 'هٰذا', 'هذا'],
    ['digits of all sets', '٢٠٢٤ ۲۰۲۴ ２０２４', '2024 2024 2024'],
    ['invisible characters', 'قم\u200cة\u200f \u2067كيم\u2069\ufeff', 'قمه كيم'],
    ['Latin case and accents', 'Élysée CAFÉ', 'elysee cafe'],
    ['Cyrillic: ё is е, й stays', 'Сергей Королёв', 'сергей королев'],
    ['Hangul stays whole', '푸틴', '푸틴'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('is idempotent on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)))
    const hard = fc.string({ unit: fc.constantFrom(...'иеءأٔ\u0306\u0308\u0654\u200cـﹰﱠّمİßΣſ각가') })
    fc.assert(fc.property(hard, (text) => fold(fold(text)) === fold(text)))
  })

  it('folds plain text as it folds the same text with something that must be normalised', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'ابءأإآؤئةىيـکیگۀۓٱًّٰٓٔ٣۴0az .,-"«»؟–“') })
    fc.assert(fc.property(plain, (text) => fold(text) === fold(`${text}\u200f`)))
  })

  it('brings every letter variant of a word together', () => {
    const variants = ['اأإآٱ', 'يىیئ', 'هةہ', 'كک', 'وؤ', '0٠۰', '9٩۹'].map((set) => [...set])
    const noise = fc.string({
      unit: fc.constantFrom('\u0640', '\u064e', '\u0651', '\u200f', '\u200c'),
      maxLength: 3,
    })
    const choice = fc.record({ set: fc.nat(6), left: fc.nat(4), right: fc.nat(4), noise })
    fc.assert(
      fc.property(fc.array(choice), (choices) => {
        const spell = (side: 'left' | 'right'): string =>
          choices
            .map(({ set, noise: extra, ...at }) => {
              const letters = variants[set] ?? []
              return (letters[at[side] % letters.length] ?? '') + (side === 'left' ? extra : '')
            })
            .join('')
        expect(fold(spell('left'))).toBe(fold(spell('right')))
      }),
    )
  })
})
