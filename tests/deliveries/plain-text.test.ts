import { expect, test } from 'vitest'
import { plainText } from '../../src/deliveries/plain-text.ts'

test.each([
  ['<b>عنوان</b>\n<a href="https://a.example/?x=1&amp;y=2">رابط</a>', 'عنوان\nرابط'],
  ['a &lt;b&gt; &amp;amp; &quot;c&quot; &nbsp;', 'a <b> &amp; "c" &nbsp;'],
  ['1 < 2 and <b>bold', '1 < 2 and bold'],
])('the plain text of %s has no markup and every word', (html, text) => {
  expect(plainText(html)).toBe(text)
})
