import { describe, expect, test } from 'vitest'
import { createPostings } from '../../src/sqlite/postings.ts'
import { addReports, openStore } from './store.ts'

const on = (value: string) => ({ publishedAt: { value, precision: 'day' } as const })

async function withReports() {
  const store = await openStore()
  await addReports(
    store,
    { title: 'قمر جديد', body: 'خبر عن قمر.', ...on('2025-01-01') },
    { title: 'شمس', body: 'خبر عن شمس وقمر.', ...on('2025-01-03') },
    { title: 'نجم', body: 'خبر.', ...on('2025-01-02') },
    { title: 'بلا يوم', body: 'خبر قديم.' },
  )
  return createPostings(store.database)
}

describe('postings', () => {
  test('tell which articles have a stem, the newest first', async () => {
    const postings = await withReports()
    expect(await postings.withStem('قمر', 10)).toEqual([2, 1])
    expect(await postings.withStem('خبر', 2)).toEqual([4, 3])
    expect(await postings.withStem('كوكب', 10)).toEqual([])
  })

  test('tell which articles have all stems, anywhere', async () => {
    const postings = await withReports()
    expect(await postings.withAll(['قمر', 'شمس'], 10)).toEqual([2])
    expect(await postings.withAll([], 10)).toEqual([])
  })

  test('tell what is filed on some days, the latest first', async () => {
    const postings = await withReports()
    expect(await postings.filedBetween('2025-01-01', '2025-01-02', 10)).toEqual([3, 1])
    expect(await postings.filedBetween('2025-01-01', '2025-01-09', 1)).toEqual([2])
    expect(await postings.filedBetween('2024-01-01', '2024-12-31', 10)).toEqual([])
  })

  test.each(['"', '*', 'title:', 'NEAR(', '\0', 'a" OR "b', '', '^x', '-'])(
    'take %j for a word, never for syntax',
    async (stem) => {
      const postings = await withReports()
      expect(await postings.withStem(stem, 10)).toEqual([])
      const all = await postings.withAll([stem, 'قمر'], 10)
      // A stem without a letter is no condition to FTS5; any other is one that nothing fulfils.
      expect([[], [2, 1]]).toContainEqual(all)
    },
  )
})
