import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BODY_LIMIT, NAME_LIMIT, type Report, TITLE_LIMIT } from '../../src/articles/article.ts'
import { cleanPaste } from '../../src/articles/cleaning.ts'
import type { Draft } from '../../src/articles/draft.ts'
import { createIntake, missingFields, prepareReport, reportOf } from '../../src/articles/intake.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { openStore, report } from '../sqlite/store.ts'

const DRAFT: Draft = {
  title: 'عنوان',
  body: 'نص الخبر.',
  headings: [],
  publisher: 'صحيفة',
  agency: 'وكالة',
  author: 'كاتب',
  url: 'https://example.org/1',
  language: 'ar',
  publishedAt: { value: '2024-06', precision: 'month' },
  publisherSummary: ['نقطة'],
  cuts: [{ line: 1, text: 'شارك', reason: 'share' }],
}

describe('a report', () => {
  test('is prepared with its lead, its words and its identity', () => {
    const given = report({ title: 'وصول الوفد', body: 'وصل الوفد إلى المدينة صباح اليوم. ثم غادر مساء.' })
    const { report: kept, lead, text, fingerprint } = prepareReport(given)
    expect(kept).toBe(given)
    expect(lead[0]).toEqual({ start: 0, end: 33 })
    expect(text.title).toEqual({ words: ['وصول', 'الوفد'], stems: ['وصول', 'وفد'] })
    expect(text.body.words.slice(0, 3)).toEqual(['وصل', 'الوفد', 'الي'])
    expect(text.body.stems).toHaveLength(text.body.words.length)
    expect(text.body.stems).toContain('وصل')
    expect(fingerprint).toMatch(/^[\da-f]{64}$/)
  })

  test.each<[string, Partial<Report>, string]>([
    ['no title', { title: '' }, 'The title is empty.'],
    ['a title of spaces', { title: ' \u00a0 ' }, 'The title is empty.'],
    ['a title of two lines', { title: 'سطر\nآخر' }, 'The title has more than one line.'],
    [
      'a title too long',
      { title: 'ع'.repeat(TITLE_LIMIT + 1) },
      `The title has more than ${TITLE_LIMIT} characters.`,
    ],
    [
      'a title with an override',
      { title: 'عنوان \u202eنص' },
      'The title holds direction or control characters.',
    ],
    [
      'a title with half a character',
      { title: 'عنوان \ud800' },
      'The title holds direction or control characters.',
    ],
    ['no publisher', { publisher: ' ' }, 'The publisher is empty.'],
    [
      'an agency too long',
      { agency: 'ع'.repeat(NAME_LIMIT + 1) },
      `The agency has more than ${NAME_LIMIT} characters.`,
    ],
    ['an author of two lines', { author: 'أ\r\nب' }, 'The author has more than one line.'],
    ['no body', { body: ' \n ' }, 'The body is empty.'],
    ['a body without a word', { body: '😀 … !' }, 'The body holds no word.'],
    [
      'a body too long',
      { body: 'ع'.repeat(BODY_LIMIT + 1) },
      `The body has more than ${BODY_LIMIT} characters.`,
    ],
    ['a body with controls', { body: 'نص\u0007' }, 'The body holds direction or control characters.'],
    ['Windows line ends', { body: 'نص\r\nآخر' }, 'The body holds direction or control characters.'],
    ['a script for an address', { url: 'javascript:alert(1)' }, 'The address is not an http(s) address.'],
    ['an address without http', { url: 'example.org' }, 'The address is not an http(s) address.'],
    ['a heading outside', { headings: [{ start: 0, end: 99 }] }, 'A heading lies outside the body.'],
    ['a heading before', { headings: [{ start: -1, end: 2 }] }, 'A heading lies outside the body.'],
    ['an empty heading', { headings: [{ start: 2, end: 2 }] }, 'A heading lies outside the body.'],
    [
      'a heading that is no number',
      { headings: [{ start: 0, end: Number.NaN }] },
      'A heading lies outside the body.',
    ],
    ['half a letter of heading', { headings: [{ start: 0.5, end: 2 }] }, 'A heading lies outside the body.'],
  ])('is refused with %s', (_, changes, message) => {
    expect(() => prepareReport(report(changes))).toThrow(
      expect.objectContaining({ code: 'draft_invalid', message }),
    )
  })

  test.each<[string, Partial<Report>]>([
    [
      'as long as the limits allow',
      {
        title: '𝔘'.repeat(TITLE_LIMIT),
        body: `${'كلمة '.repeat(39_999)}كلمة.`,
        agency: 'ع'.repeat(NAME_LIMIT),
      },
    ],
    ['that is full of markup', { title: '<b>&amp;', body: '<b>غير مغلق & "اقتباس" </i>' }],
    ['in another language', { title: 'Title', body: 'Some words.', language: 'en' }],
    ['with joiners that do something', { body: 'مي‌رود 👩‍👧' }],
  ])('is accepted %s', (_, changes) => {
    expect(prepareReport(report(changes)).report).toMatchObject(changes)
  })

  test.each<[string, Partial<Report>]>([
    ['marks and hamzas', { title: 'إعلانُ القِمّة', body: 'نصّ الخَبر' }],
    ['punctuation and space', { title: ' «اعلان» القمة!', body: 'نص — الخبر...' }],
    ['publisher and date', { publisher: 'أخرى', publishedAt: { value: '2024', precision: 'year' } }],
  ])('is the same text whatever its %s', (_, changes) => {
    const known = { title: 'اعلان القمة', body: 'نص الخبر' }
    expect(prepareReport(report({ ...known, ...changes })).fingerprint).toBe(
      prepareReport(report(known)).fingerprint,
    )
  })

  test.each<[string, Partial<Report>]>([
    ['another title', { title: 'عنوان ثان' }],
    ['another number', { body: 'قتل 31 شخصا.' }],
    ['a word that moved from the title to the body', { title: 'عنوان', body: 'خبر قتل 30 شخصا.' }],
  ])('is another text with %s', (_, changes) => {
    const known = { title: 'عنوان خبر', body: 'قتل 30 شخصا.' }
    expect(prepareReport(report({ ...known, ...changes })).fingerprint) //
      .not.toBe(prepareReport(report(known)).fingerprint)
  })
})

describe('a draft', () => {
  test('that is complete becomes a report, what was cut and understood apart', () => {
    const { cuts: _, ...rest } = DRAFT
    expect(reportOf(DRAFT)).toEqual({ ...rest, eventOn: null, topics: [], note: null })
    expect(missingFields(DRAFT)).toEqual([])
  })

  test.each([
    [{ title: null }, ['title']],
    [{ body: '' }, ['body']],
    [{ publisher: null, agency: null }, ['publisher']],
    [{ title: null, body: '', publisher: null, agency: null }, ['title', 'body', 'publisher']],
  ])('that lacks something is refused: %j', (changes, missing) => {
    const draft = { ...DRAFT, ...changes }
    expect(missingFields(draft)).toEqual(missing)
    expect(() => reportOf(draft)).toThrow(
      expect.objectContaining({
        code: 'draft_incomplete',
        message: `The draft lacks: ${missing.join(', ')}.`,
      }),
    )
  })

  test('without a publisher counts its agency as one', () => {
    const draft = { ...DRAFT, publisher: null }
    expect(missingFields(draft)).toEqual([])
    expect(reportOf(draft)).toMatchObject({ publisher: 'وكالة', agency: 'وكالة' })
  })

  test('of any paste keeps the rules as soon as it is complete, or breaks only those of length', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'وصل الوفد إلى المدينة صباح الثلاثاء، وفق بيان رسمي.',
        'قمة جديدة في العاصمة',
        '\u202eمعكوس\u2066',
        '<b>نص</b> &amp; \u0000\u0007',
        'المصدر: وكالة',
        'بقلم: كاتب\u200f',
        'https://example.org/a?b=c',
        '\ud83d',
        '## عنوان فرعي',
        '12 يونيو 2024',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, end) => {
        for (const found of cleanPaste(lines.join(end))) {
          const draft = { ...found, title: found.title ?? 'عنوان', publisher: found.publisher ?? 'صحيفة' }
          expect(draft.body).not.toBe('')
          try {
            prepareReport(reportOf(draft))
          } catch (error) {
            expect((error as Error).message).toMatch(/has more than \d+ characters|holds no word/)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the intake', () => {
  test('stores all of a batch, or none when one breaks a rule', async () => {
    const { database, clock } = await openStore()
    const articles = createArticleStore(database, clock)
    const intake = createIntake(articles)
    const [first, second] = [report({ title: 'أول' }), report({ title: 'ثان' })]
    await expect(intake.add([first, report({ title: '' }), second])).rejects.toMatchObject({
      code: 'draft_invalid',
    })
    expect(await articles.count()).toBe(0)
    const stored = await intake.add([first, second])
    expect(stored.map(({ added, article }) => [added, article.title])).toEqual([
      [true, 'أول'],
      [true, 'ثان'],
    ])
    expect((await intake.add([second]))[0]).toMatchObject({ added: false, article: { id: 2 } })
  })
})
