import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bold, html, quote, visibleText } from '../../src/messages/html.ts'
import { inDirection, inserted, literal, stack, textInDirection } from '../../src/messages/lines.ts'
import { HOSTILE } from './samples.ts'
import { expectArabicLines } from './telegram-html.ts'

const RLM = '\u{200F}'
const FSI = '\u{2068}'
const PDI = '\u{2069}'

describe('lines', () => {
  test('open with an Arabic letter or with one mark, whatever tags stand before', () => {
    const content = html`${bold('عنوان')}
${bold('Title')}
«نص»
12. نص

نص`
    expect(inDirection('ar', content).markup).toBe(
      `<b>عنوان</b>\n${RLM}<b>Title</b>\n${RLM}«نص»\n${RLM}12. نص\n\nنص`,
    )
  })

  test('stay as they are in English', () => {
    expect(inDirection('en', html`12. نص`).markup).toBe('12. نص')
    expect(textInDirection('en', '12. نص')).toBe('12. نص')
  })

  test('are set once, however often it is asked for', () => {
    const once = inDirection('ar', html`${RLM}${RLM}x\n${quote('«نص»')}`)
    expect(inDirection('ar', inDirection('ar', once))).toEqual(once)
    expect(once.markup).toBe(`${RLM}x\n<blockquote>${RLM}«نص»</blockquote>`)
  })

  test('have their foreign runs isolated whole', () => {
    expect(visibleText(literal('قالت صحيفة The New York Times (NYT) أمس'))).toBe(
      `قالت صحيفة ${FSI}The New York Times${PDI} (${FSI}NYT${PDI}) أمس`,
    )
    expect(visibleText(literal('Putin arrived.\nوصل'))).toBe(`${FSI}Putin arrived.${PDI}\nوصل`)
  })

  test('need no isolate round words that read along', () => {
    expect(inserted('سكاي نيوز عربية', 'ar')).toBe('سكاي نيوز عربية')
    expect(inserted('07:30', 'ar')).toBe('07:30')
    expect(inserted('سكاي نيوز عربية', 'en')).toBe(`${FSI}سكاي نيوز عربية${PDI}`)
    expect(inserted('2024-06-19', 'ar')).toBe(`${FSI}2024-06-19${PDI}`)
    expect(inserted(' \n', 'ar')).toBe('')
  })

  test('leave out what is empty', () => {
    expect(stack('a', null, '', html``, 'b').markup).toBe('a\nb')
  })

  test('keep the rules and lose no letter, whatever the text', () => {
    const piece = fc.constantFrom(
      ...HOSTILE.slice(0, 200).split(/(?<=[\s>])/u),
      '\n',
      'نص',
      'Kim',
      '«',
      RLM,
      FSI,
      PDI,
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        const shown = visibleText(inDirection('ar', literal(text)))
        expectArabicLines(shown)
        const letters = (of: string) => of.match(/[\p{L}\p{N}]/gu)?.join('') ?? ''
        expect(letters(shown)).toBe(letters(text))
      }),
    )
  })
})
