import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthTable } from '../../src/charts/months.ts'
import type { MonthCount } from '../../src/charts/statistics.ts'

const NOW = '2026-11'
const one = (month: string | null, publisher = 'أ', count = 1): MonthCount => ({ month, publisher, count })

describe('the table of months', () => {
  test('is empty where nothing is filed under a month', () => {
    expect(monthTable([], NOW)).toEqual({ months: [], series: [], shown: 0, older: 0, undated: 0 })
    expect(monthTable([one(null, 'أ', 3)], NOW)).toMatchObject({ months: [], undated: 3 })
  })

  test('has half a year at least and no gaps, across the turn of a year', () => {
    const { months, series } = monthTable([one('2026-02', 'أ', 2), one('2025-12')], NOW)
    expect(months).toEqual(['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'])
    expect(series).toEqual([{ publisher: 'أ', counts: [0, 0, 0, 1, 0, 2] }])
  })

  test('ends with the newest month that has come, whatever a slip of the hand has dated', () => {
    const { months, undated } = monthTable([one('2062-01'), one('2026-10')], NOW)
    expect(months.at(-1)).toBe('2026-10')
    expect(undated).toBe(1)
  })

  test('names six publishers, those with most reports first, and adds up the rest', () => {
    const counts = Array.from({ length: 9 }, (_, index) => one('2026-10', `ناشر ${index}`, index + 1))
    const { series } = monthTable(counts, NOW)
    expect(series.map(({ publisher }) => publisher)).toEqual([
      'ناشر 8',
      'ناشر 7',
      'ناشر 6',
      'ناشر 5',
      'ناشر 4',
      'ناشر 3',
      null,
    ])
    expect(series.at(-1)?.counts.at(-1)).toBe(1 + 2 + 3)
  })

  test('names a seventh publisher rather than calling it the rest', () => {
    const counts = Array.from({ length: 7 }, (_, index) => one('2026-10', `ناشر ${index}`))
    expect(monthTable(counts, NOW).series.map(({ publisher }) => publisher)).not.toContain(null)
  })

  test('loses no report, whatever it is given', () => {
    const month = fc.option(
      fc
        .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`),
    )
    const counts = fc.array(
      fc.record({ month, publisher: fc.constantFrom(...'ابتثجحخدذ'), count: fc.integer({ min: 1, max: 9 }) }),
    )
    fc.assert(
      fc.property(counts, (given) => {
        const { months, series, shown, older, undated } = monthTable(given, NOW)
        expect(shown + older + undated).toBe(given.reduce((sum, { count }) => sum + count, 0))
        expect(series.flatMap((each) => each.counts).reduce((sum, count) => sum + count, 0)).toBe(shown)
        expect(months.length).toBeLessThanOrEqual(24)
        expect(series.length).toBeLessThanOrEqual(7)
        expect([...months].sort()).toEqual(months)
      }),
    )
  })
})
