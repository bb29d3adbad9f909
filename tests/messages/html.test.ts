import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bold,
  EMPTY,
  escapeHtml,
  html,
  isHtml,
  italic,
  joinHtml,
  link,
  quote,
  visibleLength,
  visibleText,
} from '../../src/messages/html.ts'
import { parseStrictly } from './telegram-html.ts'

describe('markup', () => {
  test('escapes every plain string and keeps markup of ours', () => {
    expect(html`<b>${'<b> & "x"'}</b> ${bold('y')} ${3}`.markup).toBe(
      '<b>&lt;b&gt; &amp; &quot;x&quot;</b> <b>y</b> 3',
    )
  })

  test('is told from look-alikes by more than its shape', () => {
    expect(isHtml(bold('x'))).toBe(true)
    expect(isHtml({ markup: '<script>' })).toBe(false)
    expect(isHtml('<b>x</b>')).toBe(false)
  })

  test('never opens a tag or a reference from escaped text', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      'b',
      '/',
      'amp;',
      '#60;',
      'a href="tg://"',
      '\u{D800}',
      'نص',
      '🚀',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const wellFormed = text.replace(/\p{Surrogate}/gu, '\u{FFFD}')
        expect(escapeHtml(text)).not.toMatch(/[<>"]/)
        expect(parseStrictly(html`${text}`).text).toBe(wellFormed)
        expect(visibleText(quote(italic(bold(text))))).toBe(wellFormed)
        expect(visibleLength(bold(text))).toBe([...wellFormed].length)
      }),
    )
  })

  test('counts code points after parsing, as Telegram does', () => {
    expect(visibleLength(html`<b>${'🚀<'}</b>`)).toBe(2)
    // Telegram knows four names; everything else that looks like a reference stays as it is written.
    expect(visibleText(html`&lt;&#1575;&#x627;&nbsp;&apos;&#0;`)).toBe('<اا&nbsp;&apos;&#0;')
  })

  test.each(['https://example.com/a?b=1&c=2', 'http://example.com', 'https://t.me/mujaz_bot?start=a7'])(
    'links %s',
    (url) => {
      expect(parseStrictly(link(url, 'المصدر'))).toEqual({ text: 'المصدر', entities: 1 })
    },
  )

  test.each([
    'javascript:alert(1)',
    'tg://user?id=1',
    'https://localhost/x',
    '/relative',
    'example.com',
    '',
    `https://example.com/${'x'.repeat(3000)}`,
    `https://example.com/${'م'.repeat(1000)}`,
  ])('keeps the text alone where Telegram would drop the link: %.40s', (url) => {
    expect(link(url, 'المصدر').markup).toBe('المصدر')
  })

  test('lets no address out of its attribute', () => {
    expect(parseStrictly(link('https://example.com/"><b>x', 'نص')).text).toBe('نص')
  })

  test('joins what holds anything', () => {
    expect(joinHtml([bold('1'), EMPTY, html`2`], ' < ').markup).toBe('<b>1</b> &lt; 2')
    expect(joinHtml([], '\n')).toEqual(EMPTY)
  })

  test('folds a quotation where asked', () => {
    expect(quote('x').markup).toBe('<blockquote>x</blockquote>')
    expect(quote('x', { expandable: true }).markup).toBe('<blockquote expandable>x</blockquote>')
  })
})
