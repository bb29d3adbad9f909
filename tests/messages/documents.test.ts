import { describe, expect, test } from 'vitest'
import { documentRefused, isDocumentCode } from '../../src/messages/documents.ts'
import { createWording } from '../../src/messages/fluent.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import { HOSTILE } from './samples.ts'
import { expectArabicLines, expectSendable, expectSoundDirection, parseStrictly } from './telegram-html.ts'

const CODES = [
  'document_empty',
  'document_invalid',
  'document_not_text',
  'document_too_large',
  'document_unsupported',
  'parse_failed',
  'parse_timeout',
  'parse_too_large',
] as const

describe('a file that was not read', () => {
  test.each(CODES)('is told of by %s, in both languages, whatever its name is', (code) => {
    expect(isDocumentCode(code)).toBe(true)
    for (const language of LANGUAGES) {
      const wording = createWording(language)
      for (const name of ['تقرير.txt', 'report.pdf', 'https://news.example/a?b=1&c=2', HOSTILE, '']) {
        const message = documentRefused(wording, code, name)
        expectSendable(message)
        const { text } = parseStrictly(message)
        if (language === 'ar') expectArabicLines(text)
        else expectSoundDirection(text)
        expect(text.length).toBeLessThan(600)
      }
      expect(documentRefused(wording, code, 'report.pdf').markup).toContain('report.pdf')
    }
  })

  test.each(['internal', 'fetch_timeout', 'toString', ''])('other codes are left to others: "%s"', (code) => {
    expect(isDocumentCode(code)).toBe(false)
  })
})
