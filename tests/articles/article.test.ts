import { describe, expect, test } from 'vitest'
import { filedOn, leadText } from '../../src/articles/article.ts'

test('the lead is the sentences of the body that its offsets name, nothing else', () => {
  const body = 'أولى. ثانية. ثالثة.'
  expect(
    leadText({
      body,
      lead: [
        { start: 0, end: 5 },
        { start: 13, end: 19 },
      ],
    }),
  ).toBe('أولى. ثالثة.')
  expect(leadText({ body, lead: [] })).toBe('')
})

describe('an article is filed', () => {
  test.each([
    ['under its event', '2024-06-18', { value: '2024-06-20', precision: 'day' }, '2024-06-18'],
    ['under its event when nothing else is known', '2024-06-18', null, '2024-06-18'],
    ['under its publication', null, { value: '2024-06-20', precision: 'day' }, '2024-06-20'],
    ['under the day of a time', null, { value: '2024-06-19T17:50:06', precision: 'second' }, '2024-06-19'],
    ['under no day when only the month is known', null, { value: '2024-06', precision: 'month' }, null],
    ['under no day when only the year is known', null, { value: '2024', precision: 'year' }, null],
    ['under no day when nothing is known', null, null, null],
  ] as const)('%s', (_, eventOn, publishedAt, day) => {
    expect(filedOn({ eventOn, publishedAt })).toBe(day)
  })
})
