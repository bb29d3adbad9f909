import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepareReport } from '../../src/articles/intake.ts'
import type { MujazError } from '../../src/errors.ts'
import { readReportFile } from '../../src/sources/report-file.ts'

const MINIMAL = 'title: عنوان\npublisher: صحيفة'
const file = (matter: string, body = 'نص الخبر.'): string => `---\n${matter}\n---\n\n${body}\n`
const read = (text: string) => readReportFile(text, 'a-report.md')

function mistake(text: string): string {
  try {
    read(text)
  } catch (error) {
    expect(error).toMatchObject({ name: 'MujazError', code: 'seed_invalid' })
    expect((error as MujazError).message).toMatch(/^a-report\.md cannot be read: /)
    return (error as MujazError).message.slice('a-report.md cannot be read: '.length)
  }
  throw new Error('No mistake was found.')
}

describe('a report file', () => {
  test('needs a title, a publisher and a text; whatever else is not said is not known', () => {
    expect(read(file(MINIMAL))).toEqual({
      title: 'عنوان',
      body: 'نص الخبر.',
      headings: [],
      publisher: 'صحيفة',
      agency: null,
      author: null,
      url: null,
      language: 'ar',
      publishedAt: null,
      eventOn: null,
      topics: [],
      publisherSummary: [],
      note: null,
    })
  })

  test('is read with all that it may say', () => {
    const matter = `${MINIMAL}
agency: وكالة
author: كاتبة
url: https://example.org/1
published_at: 2024-06-19T17:50:06
event_on: 2024-06-18
language: en
topics: [summit, treaty]
retelling_of: إعادة صياغة`
    expect(read(file(matter))).toMatchObject({
      agency: 'وكالة',
      author: 'كاتبة',
      url: 'https://example.org/1',
      publishedAt: { value: '2024-06-19T17:50:06', precision: 'second' },
      eventOn: '2024-06-18',
      language: 'en',
      topics: ['summit', 'treaty'],
      note: 'إعادة صياغة',
    })
  })

  test('has paragraphs between blank lines, and sub-headings as offsets', () => {
    const { body, headings } = read(
      file(
        MINIMAL,
        'فقرة أولى\nعلى سطرين.\n\n## عنوان فرعي\n\nفقرة   ثانية.\n## آخر\nفقرة ثالثة.\n\n\n\n  \nرابعة #5 ## لا.',
      ),
    )
    expect(body).toBe(
      'فقرة أولى على سطرين.\n\nعنوان فرعي\n\nفقرة ثانية.\n\nآخر\n\nفقرة ثالثة.\n\nرابعة #5 ## لا.',
    )
    expect(headings.map(({ start, end }) => body.slice(start, end))).toEqual(['عنوان فرعي', 'آخر'])
  })

  test('is the same with Windows line ends and a byte order mark', () => {
    const text = file(MINIMAL, 'فقرة.\n\n## عنوان\n\nأخرى.')
    expect(read(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(read(text))
  })

  test.each([
    ['"2023"', 'year'],
    ['2023-09', 'month'],
    ['2023-09-11', 'day'],
    ['2023-09-11T07:30', 'minute'],
    ['18 يونيو 2024', 'day'],
  ])('is as certain of its date as it says: %s', (date, precision) => {
    expect(read(file(`${MINIMAL}\npublished_at: ${date}`)).publishedAt?.precision).toBe(precision)
  })

  test('loses invisible characters, in the text as in the front matter', () => {
    const given = read(file('title: "عن\u202eوان\u200f"\npublisher: صحيفة', 'نص\u2066 الخبر\u0007.'))
    expect(given).toMatchObject({ title: 'عنوان', body: 'نص الخبر.' })
  })
})

describe('a mistake is named together with the file', () => {
  test.each([
    ['', 'it does not begin with front matter.'],
    ['نص بلا مقدمة', 'it does not begin with front matter.'],
    ['---\ntitle: x\nنص', 'it does not begin with front matter.'],
    [`\n${file(MINIMAL)}`, 'it does not begin with front matter.'],
    [file('title: [unclosed'), 'its front matter is not YAML.'],
    [file('title: a\ntitle: b\npublisher: c'), 'its front matter is not YAML.'],
    [file(MINIMAL, ' \n\n'), 'it has no text.'],
    [file(MINIMAL, '\u202e'), 'it has no text.'],
    [file(`${MINIMAL}\npublished_at: أمس`), 'published_at "أمس" is no date.'],
    [file(`${MINIMAL}\npublished_at: 2024-02-30`), 'published_at "2024-02-30" is no date.'],
  ])('%j', (text, expected) => {
    expect(mistake(text)).toBe(expected)
  })

  test.each([
    ['publisher: صحيفة', 'title'],
    ['title: عنوان', 'publisher'],
    ['title: ""\npublisher: صحيفة', 'title'],
    ['title: "سطر\\nآخر"\npublisher: صحيفة', 'title'],
    [`title: ${'ع'.repeat(301)}\npublisher: صحيفة`, 'title'],
    [`${MINIMAL}\nauthor: ${'ع'.repeat(121)}`, 'author'],
    [`${MINIMAL}\nurl: example.org`, 'url'],
    [`${MINIMAL}\nurl: "javascript:alert(1)"`, 'url'],
    [`${MINIMAL}\nevent_on: 2024-02-30`, 'event_on'],
    [`${MINIMAL}\nevent_on: "2024-06"`, 'event_on'],
    [`${MINIMAL}\npublished_at: 2024`, 'published_at'],
    [`${MINIMAL}\ntopics: summit`, 'topics'],
    [`${MINIMAL}\npublishd_at: 2024-06-18`, 'publishd_at'],
    ['- a list', 'object'],
    ['', 'object'],
  ])('%j: %s', (matter, field) => {
    expect(mistake(file(matter))).toContain(field)
  })
})

test('whatever is read keeps the rules of the store', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom('عنوان', ' ## x', 'نص\n\n## عنوان\nنص', '\u202e', 'كلمة '.repeat(70)),
  )
  fc.assert(
    fc.property(text, text, (title, body) => {
      let given: ReturnType<typeof read>
      try {
        given = read(file(`title: ${JSON.stringify(title)}\npublisher: صحيفة`, body))
      } catch (error) {
        expect(error).toMatchObject({ code: 'seed_invalid' })
        return
      }
      try {
        prepareReport(given)
      } catch (error) {
        expect((error as Error).message).toBe('The body holds no word.')
      }
    }),
    { numRuns: 300 },
  )
})
