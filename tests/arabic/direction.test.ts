import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isolate, rightToLeft, stripDirection } from '../../src/arabic/direction.ts'

describe('stripDirection', () => {
  test.each([
    ['bidi controls', '\u202eقمة\u202c \u2067كيم\u2069\u200f', 'قمة كيم'],
    [
      'byte order mark, zero width space, word joiner, soft hyphen',
      '\ufeffقم\u200bة\u2060 so\u00adft',
      'قمة soft',
    ],
    ['control characters', 'قمة\u0000\u0007\u0085كيم', 'قمة\nكيم'],
    ['tabs and line ends', 'أ\tب\r\nت\rث\u2028ج', 'أ ب\nت\nث\nج'],
    ['joiners stay between letters only', 'می\u200cروم \u200cقمة\u200d.', 'می\u200cروم قمة.'],
    ['joiners stay inside a picture', '👩\u200d🚀', '👩\u200d🚀'],
    ['lone surrogates', 'أ\ud800ب', 'أب'],
  ])('%s', (_, text, expected) => {
    expect(stripDirection(text)).toBe(expected)
  })

  it('is idempotent and leaves no control behind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = stripDirection(text)
        expect(stripDirection(clean)).toBe(clean)
        expect(clean).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]/)
      }),
    )
  })
})

describe('isolate', () => {
  it('wraps a run and balances what is inside', () => {
    expect(isolate('Planet\u2069 Labs\u202e')).toBe('\u2068Planet Labs\u2069')
  })
})

describe('rightToLeft', () => {
  test.each([
    ['an Arabic line is left as it is', '- 3. قمة CNN', '- 3. قمة CNN'],
    ['a foreign line gets one mark', 'CNN: قمة', '\u200fCNN: قمة'],
    ['a line without letters too', '2024', '\u200f2024'],
    ['each line by itself, empty ones untouched', 'قمة\n\n  \nCNN', 'قمة\n\n  \n\u200fCNN'],
    ['an isolated name at the front', '\u2068CNN\u2069 قالت', '\u200f\u2068CNN\u2069 قالت'],
  ])('%s', (_, text, expected) => {
    expect(rightToLeft(text)).toBe(expected)
    expect(rightToLeft(expected)).toBe(expected)
  })
})
