import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { words } from '../../src/arabic/words.ts'

const folded = (text: string): string[] => words(text).map((word) => word.folded)

describe('words', () => {
  test.each([
    [
      'marks, tatweel, joiners and bidi marks stay inside',
      'قِمّة كــيم مي\u200cرود بو\u200fتين',
      ['قمه', 'كيم', 'ميرود', 'بوتين'],
    ],
    ['hyphens separate', 'جونغ-أون', ['جونغ', 'اون']],
    ['decimals are one word', '3.5 ٣٫٥', ['3.5', '3.5']],
    ['thousands are one number', '6,700 و٦٬٧٠٠', ['6700', 'و', '6700']],
    ['dotted dates fall apart', '19.6.2024', ['19', '6', '2024']],
    ['scripts part', 'وReuters بـ24', ['و', 'reuters', 'ب', '24']],
    ['a Latin name keeps its digits', 'KN23 G7', ['kn23', 'g7']],
    ['a full stop at the end is none of theirs', 'عام 2024. «انتهى»', ['عام', '2024', 'انتهي']],
    ['what folds to nothing is no word', 'ـــ ء 🚀 \u064e', []],
    ['other scripts', 'Путин 푸틴', ['путин', '푸틴']],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toEqual(expected)
  })

  it('gives offsets that slice back, in order, and never an empty folding', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom(...'ابء.,٫ 3٣aé\u200f\u064e'),
      ),
    })
    fc.assert(
      fc.property(text, (sample) => {
        let last = 0
        for (const word of words(sample)) {
          expect(sample.slice(word.start, word.end)).toBe(word.text)
          expect(word.start).toBeGreaterThanOrEqual(last)
          expect(word.folded).toMatch(/^\S+$/u)
          last = word.end
        }
      }),
    )
  })

  it('reads bare letters as it reads the same letters with a tatweel between them', () => {
    const letter = fc.integer({ min: 0x621, max: 0x64a }).map((code) => String.fromCharCode(code))
    const bare = letter.filter((each) => /[\u0621-\u063a\u0641-\u064a]/.test(each))
    const word = fc.string({ unit: bare, minLength: 1, maxLength: 9 })
    const behind = fc.constantFrom('', ...' ،-…\u064b\u200c3aگé\ud800😀')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, behind)), (parts) => {
        const text = (within: (letters: string) => string): string =>
          parts.map(([letters, after]) => within(letters) + after).join('')
        const drawn = (letters: string): string => [...letters].join('\u0640')
        expect(folded(text((letters) => letters))).toEqual(folded(text(drawn)))
      }),
    )
  })

  it.each([
    ['one endless word', 'ب'.repeat(500_000)],
    ['dotted digits', '1.'.repeat(250_000)],
    ['commas', '111,'.repeat(120_000)],
    ['joiners', 'ب\u200c'.repeat(200_000) + '\u200c'.repeat(200_000)],
  ])('stays linear on %s', (_, text) => {
    words(text)
  })
})
