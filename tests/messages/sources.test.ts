import { describe, expect, test } from 'vitest'
import { createWording } from '../../src/messages/fluent.ts'
import { WORDING } from '../../src/messages/keys.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import { fetchRefused, isFetchCode } from '../../src/messages/sources.ts'
import { HOSTILE } from './samples.ts'
import { expectArabicLines, expectSendable, expectSoundDirection, parseStrictly } from './telegram-html.ts'

const CODES = Object.keys(WORDING)
  .filter((key) => key.startsWith('fetch-'))
  .map((key) => key.replaceAll('-', '_'))
  .filter(isFetchCode)

test('there are words for every way in which a fetch can be refused', () => {
  expect(CODES.length).toBe(11)
  expect(['fetch_else', 'internal', 'constructor', ''].filter(isFetchCode)).toEqual([])
})

describe.each(LANGUAGES)('why nothing was fetched, in %s', (language) => {
  const wording = createWording(language)
  const expectDirection = language === 'ar' ? expectArabicLines : expectSoundDirection

  test.each(CODES)('%s is sendable and shows the address, however hostile', (code) => {
    for (const url of ['https://news.example/2026/11/22?a=b&c=d', HOSTILE, 'http://خبر.example/أ', '']) {
      const message = fetchRefused(wording, code, url)
      expectSendable(message)
      expectDirection(parseStrictly(message).text)
      expect(parseStrictly(message).text.length).toBeLessThan(600)
    }
    expect(fetchRefused(wording, code, 'https://news.example/x').markup).toContain('https://news.example/x')
  })

  test.each([
    'https://admin:hunter2@news.example/',
    'http:admin:hunter2@news.example',
    'https://a@b:hunter2@news.example/',
    'https:\\\\admin:hunter2@news.example',
  ])('no password is repeated: %s', (url) => {
    const { markup } = fetchRefused(wording, 'fetch_bad_url', url)
    expect(markup).toContain('news.example')
    expect(markup).not.toContain('hunter2')
  })
})
