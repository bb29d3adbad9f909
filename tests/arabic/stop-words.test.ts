import { describe, expect, test } from 'vitest'
import { fold } from '../../src/arabic/fold.ts'
import { isStopWord } from '../../src/arabic/stop-words.ts'

describe('a word that says nothing in a query', () => {
  test.each(['في', 'من', 'إلى', 'الى', 'على', 'ماذا', 'لماذا', 'كم', 'the', 'of', 'what', 'на', 'и'])(
    '%s',
    (word) => {
      expect(isStopWord(fold(word))).toBe(true)
    },
  )

  test.each(['وماذا', 'بماذا', 'ومن', 'فلماذا', 'وفي', 'كما'])('%s, with a particle', (word) => {
    expect(isStopWord(fold(word))).toBe(true)
  })

  test.each([
    'قمة',
    'روسيا',
    'وزير',
    'فيتنام',
    'كيم',
    'كوريا',
    'ليبيا',
    'وفد',
    'بنك',
    '2024',
    'kim',
    'война',
    '',
  ])('is not %s', (word) => {
    expect(isStopWord(fold(word))).toBe(false)
  })
})
