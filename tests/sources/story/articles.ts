import fc from 'fast-check'
import type { ArchivedArticle } from '../../../src/articles/archive.ts'

/** What spreadsheets, browsers, terminals and parsers stumble over. */
const STUMBLING = [
  '"',
  "'",
  "''",
  ',',
  ';',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  "=cmd|' /C calc'!A0",
  '+1',
  '-2',
  '@SUM(A1)',
  '＝1',
  ']]>',
  '<![CDATA[',
  '<!-- ',
  '</entry>',
  '</div>',
  '<br/>',
  '&amp;',
  '&#0;',
  '&',
  '<',
  '>',
  '\\',
  '\\"',
  '{',
  '}',
  '[',
  ']',
  '__proto__',
  '\u{202E}',
  '\u{2068}',
  '\u{200F}',
  '\u{FEFF}',
  '\u{2028}',
  '\u{FFFE}',
  '🚀',
  'كيم جونغ أون',
  ' ',
]
/** What neither CSV nor XML can hold: left out by them, kept by JSON. */
const UNWRITABLE = ['\u{0}', '\u{1}', '\u{B}', '\u{1F}']

const pieces = (list: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...list), fc.string({ maxLength: 8, unit: 'grapheme' })), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''))

/** Any text that all three forms can hold. */
export const writable = pieces(STUMBLING).map((text) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '').toWellFormed(),
)
/** Any text at all, halves of characters and NUL included. */
export const anything = fc.oneof(pieces([...STUMBLING, ...UNWRITABLE]), fc.string({ unit: 'binary' }))

const uuid = fc.uuid({ version: 4 })
const instant = fc.integer({ min: 0, max: Date.parse('2090-01-01T00:00:00Z') })
const dates = [
  null,
  { value: '2024', precision: 'year' },
  { value: '2024-06', precision: 'month' },
  { value: '2024-06-18', precision: 'day' },
  { value: '2024-06-18T07:30', precision: 'minute' },
  { value: '2024-06-18T07:30:09', precision: 'second' },
] as const

/** An article of hostile texts; its body is made of blocks, some of them headings, and its lead lies in it. */
export function articles(text: fc.Arbitrary<string>): fc.Arbitrary<ArchivedArticle> {
  const filled = text.map((some) => `س${some}`)
  const block = filled.map((some) => `${some.replace(/\n{2,}/g, '\n').replace(/\n+$/, '')}.`)
  return fc
    .record({
      uid: uuid,
      title: filled,
      blocks: fc.array(fc.record({ text: block, heading: fc.boolean() }), { minLength: 1, maxLength: 5 }),
      publisher: filled,
      agency: fc.option(filled),
      author: fc.option(filled),
      url: fc.option(
        fc.constantFrom('https://example.com/', 'https://example.com/a b?x=1&y="<ب>', 'http://EXAMPLE.com'),
      ),
      language: fc.constantFrom('ar', 'en-GB', 'ar-u-nu-latn'),
      publishedAt: fc.constantFrom(...dates),
      eventOn: fc.constantFrom(null, '2024-06-18'),
      topics: fc.array(text, { maxLength: 3 }),
      publisherSummary: fc.array(text, { maxLength: 3 }),
      note: fc.option(filled),
      revision: fc.integer({ min: 1, max: 9 }),
      retraction: fc.option(fc.record({ reason: fc.option(filled), at: instant })),
      addedAt: instant,
    })
    .map(({ blocks, ...rest }) => {
      const body = blocks.map((each) => each.text).join('\n\n')
      const starts = blocks.map((_, index) =>
        blocks.slice(0, index).reduce((length, each) => length + each.text.length + 2, 0),
      )
      const headings = blocks.flatMap((each, index) =>
        each.heading ? [{ start: starts[index] ?? 0, end: (starts[index] ?? 0) + each.text.length }] : [],
      )
      return {
        ...rest,
        body,
        headings,
        lead: [{ start: 0, end: Math.min(body.length, 3) }],
        changedAt: rest.retraction?.at ?? rest.addedAt,
      }
    })
}
