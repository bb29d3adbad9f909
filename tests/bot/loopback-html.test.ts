import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTelegramHtml } from '../../src/bot/loopback/telegram-html.ts'

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

describe("Telegram's HTML", () => {
  test.each([
    ['سطر<br>', 'Unsupported start tag "br" at byte offset 6'],
    ['<p>نص</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['🏟 🏟&lt;<abacaba', 'Unclosed start tag at byte offset 13'],
    ['🏟 🏟&lt;<abac aba>', 'Unsupported start tag "abac" at byte offset 13'],
    ['🏟 🏟&lt;<i   =aba>', 'Empty attribute name in the tag "i" at byte offset 13'],
    ['🏟 🏟&lt;<i    aba>', 'Can\'t find end tag corresponding to start tag "i"'],
    ['🏟 🏟&lt;<i    aba  =  ', 'Unclosed start tag "i" at byte offset 13'],
    ['🏟 🏟&lt;<i    aba  =  190azAz-.,', 'Unexpected end of name token at byte offset 27'],
    ['🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', 'Unclosed start tag at byte offset 13'],
    ['🏟 🏟&lt;</', 'Unexpected end tag at byte offset 13'],
    ['🏟 🏟&lt;<b></b></', 'Unexpected end tag at byte offset 20'],
    ['🏟 🏟&lt;<i>a</i   ', 'Unclosed end tag at byte offset 17'],
    ['🏟 🏟&lt;<i>a</em   >', 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<b>خبر', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<a href="x"">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    [
      '&#57311;',
      'Text contains invalid Unicode characters after decoding HTML entities, ' +
        'check for unmatched surrogate code units',
    ],
  ])('refuses %s as the server does', (html, error) => {
    expect(parseTelegramHtml(html)).toEqual({ error })
  })

  test('decodes the four named references and numbers, and leaves the others as text', () => {
    const parsed = parseTelegramHtml('&lt;&gt;&amp;&quot;&nbsp;&apos;&#39;&#x2013;&#12345678; & > &amp')
    expect(parsed).toEqual({ text: '<>&"&nbsp;&apos;\'–&#12345678; & > &', entities: [] })
  })

  test('measures entities in UTF-16 units', () => {
    const parsed = parseTelegramHtml('😀<b>خبر</b> <i>a<u>b</u></i>')
    expect(parsed).toEqual({
      text: '😀خبر ab',
      entities: [
        { type: 'bold', offset: 2, length: 3 },
        { type: 'italic', offset: 6, length: 2 },
        { type: 'underline', offset: 7, length: 1 },
      ],
    })
  })

  test('drops a link that cannot be used and keeps its text, and tidies the others', () => {
    const html =
      '<a href="/x">a</a><a href="javascript:alert(1)">b</a><a href="HTTP://Example.COM">c</a><a href="https://host">d</a>'
    expect(parseTelegramHtml(html)).toEqual({
      text: 'abcd',
      entities: [{ type: 'text_link', offset: 2, length: 1, url: 'http://example.com/' }],
    })
  })

  test('knows both kinds of quotation and joins code with its block', () => {
    const html =
      '<blockquote>أ</blockquote><blockquote expandable>ب</blockquote><pre><code class="language-sql">c</code></pre><code class="language-x">d</code>'
    expect(parseTelegramHtml(html)).toEqual({
      text: 'أبcd',
      entities: [
        { type: 'blockquote', offset: 0, length: 1 },
        { type: 'expandable_blockquote', offset: 1, length: 1 },
        { type: 'pre', offset: 2, length: 1, language: 'sql' },
        { type: 'code', offset: 3, length: 1 },
      ],
    })
  })

  test('takes tags in capitals, an end tag without a name, and nothing for empty tags', () => {
    expect(parseTelegramHtml('<B>x</><i></i>')).toEqual({
      text: 'x',
      entities: [{ type: 'bold', offset: 0, length: 1 }],
    })
  })

  test('gives any escaped text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseTelegramHtml(escapeHtml(text))).toEqual({ text, entities: [] })
      }),
    )
  })

  test('answers anything at all without throwing, with entities inside of the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<b>',
        '</b>',
        '<a href="',
        '">',
        '</',
        '<',
        '>',
        '&',
        '&#',
        '&#x1F',
        ';',
        '<pre>',
        '</>',
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const parsed = parseTelegramHtml(pieces.join(''))
        if ('error' in parsed) return
        for (const { offset, length } of parsed.entities) {
          expect(offset + length).toBeLessThanOrEqual(parsed.text.length)
          expect(length).toBeGreaterThan(0)
        }
      }),
    )
  })
})
