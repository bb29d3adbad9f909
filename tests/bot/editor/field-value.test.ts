import { describe, expect, test } from 'vitest'
import { prepareReport } from '../../../src/articles/intake.ts'
import { REMOVABLE, withoutValue, withValue } from '../../../src/bot/editor/field-value.ts'
import { EDITABLE } from '../../../src/messages/editing.ts'
import { report } from '../../sqlite/store.ts'

const TODAY = '2026-11-22'
const BODY = 'مقدمة الخبر.\n\nالخلفية\n\nجملة ثانية.'
const REPORT = report({
  body: BODY,
  headings: [{ start: BODY.indexOf('الخلفية'), end: BODY.indexOf('الخلفية') + 'الخلفية'.length }],
  agency: 'وكالة',
  author: 'كاتب',
  url: 'https://example.org/',
  publishedAt: { value: '2026-11-20', precision: 'day' },
  eventOn: '2026-11-19',
})

describe('what is typed', () => {
  test.each([
    ['title', '  عنوان \n جديد ', { title: 'عنوان جديد' }],
    ['publisher', 'صحيفة أخرى', { publisher: 'صحيفة أخرى' }],
    ['agency', 'رويترز', { agency: 'رويترز' }],
    ['author', 'سمر', { author: 'سمر' }],
    ['address', 'https://example.org/a?b=1', { url: 'https://example.org/a?b=1' }],
    ['date', '٢٠٢٤-٠٦', { publishedAt: { value: '2024-06', precision: 'month' } }],
    ['date', 'أمس', { publishedAt: { value: '2026-11-21', precision: 'day' } }],
    ['event', '18 يونيو 2024', { eventOn: '2024-06-18' }],
  ] as const)('becomes the %s: %s', (field, typed, change) => {
    expect(withValue(REPORT, field, typed, TODAY)).toEqual({ ...REPORT, ...change })
  })

  test('becomes the text, a block a line; sub-headings that stand there still are sub-headings', () => {
    const changed = withValue(REPORT, 'text', 'مقدمة أخرى.\nالخلفية\n\n\nجملة ثالثة.\u202E', TODAY)
    if (typeof changed === 'string') throw new Error(changed)
    expect(changed.body).toBe('مقدمة أخرى.\n\nالخلفية\n\nجملة ثالثة.')
    expect(changed.headings.map(({ start, end }) => changed.body.slice(start, end))).toEqual(['الخلفية'])
  })

  test.each([
    ['title', '', 'title'],
    ['title', 'ا'.repeat(301), 'title'],
    ['publisher', ' \u200F ', 'name'],
    ['author', 'ا'.repeat(121), 'name'],
    ['address', 'example.org', 'address'],
    ['address', 'javascript:alert(1)', 'address'],
    ['address', 'https://me:secret@example.org/', 'address'],
    ['address', `https://example.org/${'a'.repeat(3000)}`, 'address'],
    ['date', 'قريبًا', 'date'],
    ['event', '2024', 'date'],
    ['text', '\n \n', 'text'],
    ['text', 'ا'.repeat(200_001), 'text'],
  ] as const)('may be no %s: %s', (field, typed, why) => {
    expect(withValue(REPORT, field, typed, TODAY)).toBe(why)
  })

  test('keeps the rules of the intake, whatever it is', () => {
    const hostile = '\u202E<b>\u0000&amp;\u2066عنوان\u{D800} https://example.org/ 2024-06-18 '
    for (const field of EDITABLE) {
      const changed = withValue(REPORT, field, hostile, TODAY)
      if (typeof changed !== 'string') expect(() => prepareReport(changed)).not.toThrow()
    }
  })
})

test('what a report can do without is taken away, and nothing else is', () => {
  for (const field of REMOVABLE) {
    const changed = withoutValue(REPORT, field)
    const different = Object.keys(REPORT).filter(
      (key) => changed[key as keyof typeof changed] !== REPORT[key as keyof typeof REPORT],
    )
    expect(different).toHaveLength(1)
    expect(() => prepareReport(changed)).not.toThrow()
  }
})
