import { describe, expect, test } from 'vitest'
import type { Postings } from '../../src/articles/postings.ts'
import { findCandidates } from '../../src/story/candidates.ts'

/** Postings of a store in which each stem stands in these articles; remembers what it was asked. */
function postingsOf(articles: Readonly<Record<string, readonly number[]>>, filed: readonly number[] = []) {
  const asked: string[] = []
  const postings: Postings = {
    withStem: async (stem, atMost) => {
      asked.push(stem)
      return (articles[stem] ?? []).slice(0, atMost)
    },
    withAll: async (stems, atMost) =>
      (articles[stems[0] ?? ''] ?? [])
        .filter((id) => stems.every((stem) => articles[stem]?.includes(id)))
        .slice(0, atMost),
    filedBetween: async (from, to, atMost) => {
      asked.push(`${from} ${to}`)
      return filed.slice(0, atMost)
    },
  }
  return { postings, asked }
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)

describe('candidates', () => {
  test('are those that share the rarest words first, then those of the days around', async () => {
    const { postings, asked } = postingsOf({ rare: [5], some: [3, 4, 5], many: range(1, 40) }, [90, 91])
    const found = await findCandidates(
      postings,
      { titleStems: [], bodyStems: ['many', 'some', 'rare', 'some'], day: '2025-03-01' },
      50,
    )
    expect(found.slice(0, 3)).toEqual([5, 4, 3])
    expect(found.slice(-2)).toEqual([91, 90])
    expect(asked).toEqual(['many', 'some', 'rare', '2025-02-26 2025-03-04'])
  })

  test('leave out words that stand everywhere, but know a title of such words', async () => {
    const { postings } = postingsOf({ a: range(1, 500), b: range(100, 500), c: [999, ...range(300, 400)] })
    const found = await findCandidates(
      postings,
      { titleStems: ['a', 'b', 'c'], bodyStems: [], day: null },
      50,
    )
    expect(found).toHaveLength(10)
    expect(found.every((id) => id >= 300)).toBe(true)
    const single = await findCandidates(postings, { titleStems: ['a'], bodyStems: ['b'], day: null }, 50)
    expect(single).toEqual([])
  })

  test('are bounded, and so is what is asked for them', async () => {
    const all = Object.fromEntries(range(0, 1000).map((word) => [`w${word}`, range(word * 10, 10)]))
    const { postings, asked } = postingsOf(all, range(50_000, 500))
    const found = await findCandidates(
      postings,
      { titleStems: [], bodyStems: Object.keys(all), day: '2025-01-01' },
      50,
    )
    expect(found).toHaveLength(50)
    expect(asked.length).toBeLessThanOrEqual(121)
  })

  test('of nothing are none', async () => {
    const { postings } = postingsOf({})
    expect(await findCandidates(postings, { titleStems: [], bodyStems: [], day: null }, 50)).toEqual([])
  })
})
