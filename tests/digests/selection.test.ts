import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/articles/article.ts'
import { select, selectedIds } from '../../src/digests/selection.ts'

function article(id: number, publishedAt: string | null, eventOn: string | null = null): Article {
  const precisions = { 4: 'year', 7: 'month', 10: 'day', 16: 'minute', 19: 'second' } as const
  const precision = precisions[(publishedAt?.length ?? 10) as keyof typeof precisions]
  return {
    id,
    title: `تقرير ${id}`,
    body: 'نص',
    headings: [],
    lead: [],
    publisher: 'وكالة',
    agency: null,
    author: null,
    url: null,
    language: 'ar',
    publishedAt: publishedAt === null ? null : { value: publishedAt, precision },
    eventOn,
    topics: [],
    publisherSummary: [],
    note: null,
    revision: 1,
    retraction: null,
    addedAt: 0,
  }
}
const many = (count: number) => Array.from({ length: count }, (_, index) => article(index + 1, '2024-06-19'))
const all = { total: 0, first: false }

describe('a selection', () => {
  test('is grouped by day, the newest day first and the unknown day last', () => {
    const selection = select(
      [
        article(1, '2024-06-18'),
        article(2, null),
        article(3, '2024-06-19T17:50:06'),
        article(4, '2023-09-11', '2024-06-18'),
      ],
      all,
    )
    expect(selection?.days.map(({ day, articles }) => [day, articles.map(({ id }) => id)])).toEqual([
      ['2024-06-19', [3]],
      ['2024-06-18', [1, 4]],
      [null, [2]],
    ])
    expect(selection && selectedIds(selection)).toEqual([3, 1, 4, 2])
  })

  test('files what is known to the month under no day', () => {
    const selection = select([article(1, '2024-07'), article(2, '2024-06-18')], all)
    expect(selection?.days.map(({ day }) => day)).toEqual(['2024-06-18', null])
  })

  test('puts the later publication first, then what was stored last', () => {
    const selection = select(
      [article(1, '2024-06-19T09:00'), article(2, '2024-06-19T17:00'), article(3, '2024-06-19T17:00')],
      all,
    )
    expect(selection && selectedIds(selection)).toEqual([3, 2, 1])
  })

  test('holds twenty articles, the newest by date, and counts the others', () => {
    const selection = select([...many(25), article(99, '1999-01-01')], { total: 130, first: false })
    expect(selection?.omitted).toBe(110)
    expect(selection && selectedIds(selection)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index))
  })

  test('that is the first holds ten and omits nothing, for nothing has been missed', () => {
    const selection = select(many(12), { total: 12, first: true })
    expect(selection).toMatchObject({ omitted: 0, first: true })
    expect(selection && selectedIds(selection)).toHaveLength(10)
  })

  test('of nothing is no selection', () => {
    expect(select([], all)).toBeNull()
  })
})
