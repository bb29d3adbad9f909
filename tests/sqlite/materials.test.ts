import { describe, expect, test } from 'vitest'
import { draftsOf } from '../../src/articles/drafting.ts'
import type { Material } from '../../src/articles/material.ts'
import { createArticleWriter } from '../../src/sqlite/articles.ts'
import { createDraftStore } from '../../src/sqlite/drafts.ts'
import { createFeedStore } from '../../src/sqlite/feeds.ts'
import { createFeedMaterials } from '../../src/sqlite/materials.ts'
import { contents, openStore } from './store.ts'

const TEXT =
  'بدأ وفد اقتصادي روسي يوم الاثنين مباحثات في بيونغ يانغ عن التجارة والنقل بين روسيا وكوريا الشمالية.'
const material = (changes: Partial<Material> = {}): Material => ({
  kind: 'feed',
  source: 'feed:1/a',
  text: TEXT,
  facts: { title: 'وفد روسي في بيونغ يانغ', publisher: 'صحيفة' },
  ...changes,
})
const item = (identity = 'a') => ({ feedId: 1, identity, digest: `digest of ${identity}` })

async function withFeed() {
  const { database, clock } = await openStore()
  await createFeedStore(database, clock).add({ url: 'https://example.org/rss', title: null }, 5)
  const publishing = {
    add: createArticleWriter(database, clock),
    revise: () => ({ kind: 'unknown' as const }),
  }
  return {
    database,
    clock,
    materials: createFeedMaterials(database, clock, async (given) => draftsOf(given)),
    drafts: createDraftStore(database, clock, publishing),
    seen: () => database.prepare('SELECT identity, material_id FROM feed_items').raw().all(),
  }
}

describe('what a feed brings', () => {
  test('waits as a draft that nobody has opened, and is seen', async () => {
    const { materials, drafts, seen } = await withFeed()
    expect(await materials.take(material(), item())).toBe(true)
    const { drafts: waiting } = await drafts.waiting({ offset: 0, limit: 10 })
    expect(waiting).toMatchObject([
      { chatId: null, state: 'open', draft: { title: 'وفد روسي في بيونغ يانغ' } },
    ])
    expect(seen()).toEqual([['a', 1]])
  })

  test('opens nothing when another feed has brought it', async () => {
    const { materials, drafts, seen } = await withFeed()
    await materials.take(material(), item())
    expect(await materials.take(material(), item('b'))).toBe(false)
    expect((await drafts.waiting({ offset: 0, limit: 10 })).total).toBe(1)
    expect(seen()).toEqual([
      ['a', 1],
      ['b', 1],
    ])
  })

  test('is seen although there is no report in it', async () => {
    const { materials, drafts, seen } = await withFeed()
    expect(await materials.take(material({ text: '', facts: {} }), item())).toBe(false)
    expect((await drafts.waiting({ offset: 0, limit: 10 })).total).toBe(0)
    expect(seen()).toHaveLength(1)
  })

  test('is not seen when it could not be stored', async () => {
    const { database, materials } = await withFeed()
    database.exec("CREATE TRIGGER full BEFORE INSERT ON drafts BEGIN SELECT raise(ABORT, 'disk full'); END")
    await expect(materials.take(material(), item())).rejects.toThrow('disk full')
    expect(contents(database, 'materials', 'drafts', 'feed_items')).toBe('[[],[],[]]')
  })
})
