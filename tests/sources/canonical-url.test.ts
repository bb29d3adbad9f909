import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalUrl } from '../../src/sources/canonical-url.ts'

describe('the address of a page', () => {
  test.each([
    ['https://news.example/a?utm_source=x&id=7&fbclid=y', 'https://news.example/a?id=7'],
    ['https://news.example/a?gclid=1', 'https://news.example/a'],
    ['https://NEWS.Example:443/A#comments', 'https://news.example/A'],
    ['http://news.example:80/', 'http://news.example/'],
    ['http://news.example:8080/a', 'http://news.example:8080/a'],
    ['https://user:secret@news.example/a', 'https://news.example/a'],
    ['https://news.example./a', 'https://news.example/a'],
    ['  https://news.example/a\n', 'https://news.example/a'],
    ['https://news.example/%d8%a3', 'https://news.example/%D8%A3'],
    ['https://news.example/أ', 'https://news.example/%D8%A3'],
    ['https://news.example/index.php?story&12', 'https://news.example/index.php?story&12'],
    ['https://news.example/a?q=%d8%a3+b', 'https://news.example/a?q=%d8%a3+b'],
    ['https://news.example/2024/06/story/amp/', 'https://news.example/2024/06/story'],
    ['https://news.example/story.amp.html', 'https://news.example/story.html'],
    ['https://news.example/world-123.amp', 'https://news.example/world-123'],
    ['https://news.example/story?amp=1&page=2', 'https://news.example/story?page=2'],
    ['https://news.example/amp', 'https://news.example/amp'],
    ['https://www.google.com/amp/s/news.example/a?utm_medium=x', 'https://news.example/a'],
    ['https://news-example.cdn.ampproject.org/c/s/news.example/a', 'https://news.example/a'],
    ['https://ar.m.wikipedia.org/wiki/A', 'https://ar.wikipedia.org/wiki/A'],
    ['https://m.news.example/a', 'https://m.news.example/a'],
    ['https://www.news.example/a/', 'https://www.news.example/a/'],
  ])('%s is %s', (given, wanted) => {
    expect(canonicalUrl(given)).toBe(wanted)
  })

  test.each([
    '',
    'news.example/a',
    'ftp://news.example/a',
    'javascript:alert(1)',
    'tg://resolve',
    'https://',
    `https://news.example/${'a'.repeat(2_000)}`,
  ])('%j has none', (given) => {
    expect(canonicalUrl(given)).toBeNull()
  })

  test('that is relative is read against its page', () => {
    expect(canonicalUrl('/b?utm_id=1', 'https://news.example/a')).toBe('https://news.example/b')
  })

  test('stays what it has become, and nothing is thrown', () => {
    const given = fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string())
    fc.assert(
      fc.property(given, (address) => {
        const once = canonicalUrl(address)
        if (once !== null) expect(canonicalUrl(once)).toBe(once)
      }),
    )
  })
})
