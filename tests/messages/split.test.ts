import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bold, type Html, html, joinHtml, visibleLength } from '../../src/messages/html.ts'
import { shorten } from '../../src/messages/shorten.ts'
import { blocksOf, MESSAGE_LIMIT, packBlocks, splitText } from '../../src/messages/split.ts'
import { expectSendable } from './telegram-html.ts'

const pieces = (text: string, limit: number) =>
  splitText(text, limit).map(({ start, end }) => text.slice(start, end))
const withoutSpace = (text: string) => text.replace(/\s+/gu, '')
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'كلمة',
        'جملة. ',
        'سؤال؟ ',
        '\n\n',
        '\n',
        ' ',
        '🚀',
        '👩‍👩‍👧',
        'شَدَّة',
        'word',
        'e\u{301}',
      ),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

describe('packing blocks', () => {
  test('puts whole blocks a blank line apart into as few messages as fit', () => {
    expect(packBlocks([html`ab`, html``, html`cd`, html`ef`], 6).map(({ markup }) => markup)).toEqual([
      'ab\n\ncd',
      'ef',
    ])
    expect(packBlocks([])).toEqual([])
  })

  test('loses no block, keeps their order and every limit', () => {
    const block = fc
      .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), fc.boolean())
      .filter(([text]) => text.trim() !== '')
      .map(([text, strong]) => (strong ? bold(text) : html`${text}`))
    fc.assert(
      fc.property(fc.array(block, { maxLength: 60 }), (blocks) => {
        const messages = packBlocks(blocks)
        expect(joinHtml(messages, '\n\n')).toEqual(joinHtml(blocks, '\n\n'))
        messages.forEach(expectSendable)
      }),
    )
  })

  test('counts bytes and entities besides letters', () => {
    const heavy = Array.from({ length: 4 }, () => html`${'"'.repeat(2000)}`)
    const bolds = Array.from({ length: 150 }, (_, index) => bold(index))
    for (const blocks of [heavy, bolds]) {
      const messages = packBlocks(blocks)
      expect(messages.length).toBeGreaterThan(1)
      messages.forEach(expectSendable)
    }
  })

  test('refuses a block that no message can hold, instead of cutting its markup', () => {
    expect(() => packBlocks([bold('x'.repeat(MESSAGE_LIMIT + 1))])).toThrow(RangeError)
  })
})

describe('splitting text', () => {
  test.each([
    ['first between paragraphs', 'فقرة أولى. جملة.\n\nفقرة ثانية', 24, ['فقرة أولى. جملة.', 'فقرة ثانية']],
    ['then after sentences', 'جملة أولى هنا. جملة ثانية', 20, ['جملة أولى هنا.', 'جملة ثانية']],
    ['then between words', 'كلمة وكلمة وكلمة', 11, ['كلمة وكلمة', 'وكلمة']],
    ['then between graphemes', 'شَدَّشَدَّ', 6, ['شَدَّ', 'شَدَّ']],
    ['never inside a picture', '🚀🚀🚀', 2, ['🚀🚀', '🚀']],
    ['not at all where it fits', ' نص \n', 10, ['نص']],
  ])('cuts %s', (_, text, limit, expected) => {
    expect(pieces(text, limit)).toEqual(expected)
  })

  test('loses nothing but white space, keeps the limit, and cuts no pair of surrogates', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const parts = pieces(text, limit)
        expect(withoutSpace(parts.join(''))).toBe(withoutSpace(text))
        for (const part of parts) {
          expect([...part].length).toBeLessThanOrEqual(limit)
          expect(part).toBe(part.trim())
          expect(part).not.toBe('')
        }
      }),
    )
  })

  test('parts no letter from its marks where a piece can hold both', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 16, max: 40 }), (text, limit) => {
        for (const { start } of splitText(text, limit).slice(1)) {
          // A mark that follows white space belongs to no letter, and may begin a piece.
          if (/\S$/u.test(text.slice(0, start))) expect(text.slice(start)).not.toMatch(/^\p{M}/u)
        }
      }),
    )
  })

  test('takes long texts in their stride', () => {
    expect(splitText('كلمة '.repeat(40_000), 1500).length).toBeGreaterThan(100)
    expect(splitText('م'.repeat(200_000), 1500).length).toBe(134)
  })

  test('refuses pieces that can hold nothing', () => {
    expect(() => splitText('x', 0)).toThrow(RangeError)
    expect(() => splitText('x', Number.NaN)).toThrow(RangeError)
  })

  test('makes blocks that fit even where markup grows the text', () => {
    const grown = (piece: string): Html => html`${piece.replace(/./gu, '$&$&$&')}`
    const blocks = blocksOf('x'.repeat(5000), grown)
    for (const block of blocks) expect(visibleLength(block)).toBeLessThanOrEqual(3000)
    expect(joinHtml(blocks, '').markup.length).toBe(15_000)
  })
})

describe('shortening', () => {
  test.each([
    ['نص قصير', 10, 'نص قصير'],
    ['كلمة وكلمة أخرى', 12, 'كلمة وكلمة…'],
    ['🚀🚀🚀', 3, '🚀🚀🚀'],
    ['🚀🚀🚀', 2, '🚀…'],
    ['شَدَّشَدَّ', 7, 'شَدَّ…'],
  ])('of %s to %i gives %s', (text, limit, short) => {
    expect(shorten(text, limit)).toBe(short)
  })

  test('keeps the limit and the beginning', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const short = shorten(text, limit)
        expect([...short].length).toBeLessThanOrEqual(Math.max(limit, 1))
        expect(text.startsWith(short === text ? text : short.slice(0, -1))).toBe(true)
      }),
    )
  })
})
