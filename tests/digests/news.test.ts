import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArticleStore } from '../../src/articles/article-store.ts'
import { createNews } from '../../src/digests/news.ts'
import { MOST_ARTICLES, selectedIds } from '../../src/digests/selection.ts'
import { createWorld } from './store.ts'

/** An article store that counts the articles read. */
function counted(articles: ArticleStore) {
  const read: number[] = []
  return {
    read,
    store: {
      ...articles,
      byIds(ids: readonly number[]) {
        read.push(...ids)
        return articles.byIds(ids)
      },
    },
  }
}

describe('what is new', () => {
  test('is the same whoever asked before, and every article is read once', async () => {
    const world = await createWorld()
    await world.addArticles(40)
    const alone = async (cursor: number | null) => createNews(world.articles, 38).since(cursor)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.integer({ min: 0, max: 45 })), { maxLength: 20 }),
        async (cursors) => {
          const { store, read } = counted(world.articles)
          const news = createNews(store, 38)
          for (const cursor of cursors) expect(await news.since(cursor)).toEqual(await alone(cursor))
          expect(new Set(read).size).toBe(read.length)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('ends at the newest article that the edition is for, and is nothing to who has read that', async () => {
    const world = await createWorld()
    await world.addArticles(9)
    const news = createNews(world.articles, 6)
    expect(selectedIds((await news.since(3)) ?? never())).toEqual([6, 5, 4])
    expect(selectedIds((await news.since(null)) ?? never())).toEqual([6, 5, 4, 3, 2, 1])
    expect(await news.since(6)).toBeNull()
    expect(await news.since(8)).toBeNull()
  })

  test('is bounded after a long absence: the last five hundred are looked at, all are counted', async () => {
    const world = await createWorld()
    await world.addArticles(1, '2026-11-21')
    await world.addArticles(600)
    const { store, read } = counted(world.articles)
    const selection = await createNews(store, 601).since(0)
    expect(read).toHaveLength(500)
    expect(selection?.omitted).toBe(601 - MOST_ARTICLES)
    expect(selectedIds(selection ?? never())[0]).toBe(601)
  })

  test('passes over what has been removed', async () => {
    const world = await createWorld()
    await world.addArticles(3)
    const news = createNews({ ...world.articles, byIds: async () => [] }, 3)
    expect(await news.since(0)).toBeNull()
  })
})

function never(): never {
  throw new Error('Nothing is new.')
}
