import { expect, test } from 'vitest'
import { readFeedDate } from '../../../src/sources/feed/feed-date.ts'
import { plainLine, plainText } from '../../../src/sources/feed/plain-text.ts'

const NOW = Date.parse('2026-11-22T06:00:00Z')

test.each([
  ['<p>أول</p><p>ثانٍ</p>', 'أول\n\nثانٍ'],
  ['أول<br>ثانٍ<br/>ثالث', 'أول\nثانٍ\nثالث'],
  ['سطر\nآخر', 'سطر\nآخر'],
  ['<p>سطر\nطويل</p>', 'سطر طويل'],
  ['<style>p{}</style><p>نص</p><script>if (a < b) {}</script>', 'نص'],
  ['5 < 7 و9 > 3', '5 < 7 و9 > 3'],
  ['<img alt="a > b" src="x.png">نص', 'نص'],
  ['&lt;b&gt; وسم مكتوب', '<b> وسم مكتوب'],
  ['أ&nbsp;ب&#160;ج &unknown; &#0;&#xD800;&#x110000;', 'أ ب ج &unknown;'],
  ['<script>لا نهاية له', ''],
  ['\u202eمقلوب\u202c', 'مقلوب'],
])('%j is the text %j', (html, text) => {
  expect(plainText(html)).toBe(text)
})

test('a title is one line', () => {
  expect(plainLine('<h1>عنوان</h1>\n<h2>فرعي</h2>')).toBe('عنوان فرعي')
})

test.each([
  ['Fri, 20 Nov 2026 09:00:00 +0300', '2026-11-20T09:00:00', '2026-11-20T06:00:00Z'],
  ['20 Nov 2026 09:00 EST', '2026-11-20T09:00', '2026-11-20T14:00:00Z'],
  ['Fri, 20 Nov 98 09:00:00 GMT', '1998-11-20T09:00:00', '1998-11-20T09:00:00Z'],
  ['2026-11-20T09:00:00.123Z', '2026-11-20T09:00:00', '2026-11-20T09:00:00.123Z'],
  ['2026-11', '2026-11', '2026-11-01T00:00:00Z'],
  ['١٩ حزيران ٢٠٢٤', '2024-06-19', '2024-06-19T00:00:00Z'],
  ['1718819406', '2024-06-19T17:50:06', '2024-06-19T17:50:06Z'],
  ['2026-11-23', '2026-11-23', '2026-11-23T00:00:00Z'],
])('%s was printed as %s, which is %s', (raw, printed, at) => {
  expect(readFeedDate(raw, NOW)).toMatchObject({ printed: { value: printed }, at: Date.parse(at) })
})

test.each([
  undefined,
  '',
  'غدًا',
  '0000-00-00',
  '2026-11-24T12:00:00Z',
  '1989-12-31',
  '32 Nov 2026',
  'x'.repeat(500),
])('%s is no date', (raw) => {
  expect(readFeedDate(raw, NOW)).toBeNull()
})
