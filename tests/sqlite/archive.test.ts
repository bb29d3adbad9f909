import { describe, expect, test } from 'vitest'
import type { ArchivedArticle } from '../../src/articles/archive.ts'
import { indexedText } from '../../src/articles/indexed-text.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import { createArticleArchive } from '../../src/sqlite/archive.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import type { Database } from '../../src/sqlite/database.ts'
import { createSearchUpkeep } from '../../src/sqlite/search-upkeep.ts'
import { addReports, contents, NOW, openStore, report } from './store.ts'

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

async function everything(database: Database, limit = 2): Promise<ArchivedArticle[]> {
  const archive = createArticleArchive(database)
  const found: ArchivedArticle[] = []
  for (let after: number | null = 0; after !== null; ) {
    const slice = await archive.slice(after, limit)
    found.push(...slice.articles)
    after = slice.next
  }
  return found
}

const entryOf = (article: ArchivedArticle) => ({ prepared: prepareReport(article), facts: article })

describe('the archive', () => {
  test('names every article for good, whoever stored it', async () => {
    const store = await openStore()
    await addReports(store, {}, {}, {})
    const named = (await everything(store.database)).map(({ uid }) => uid)
    expect(new Set(named).size).toBe(3)
    for (const uid of named) expect(uid).toMatch(UUID)
    store.database.exec("UPDATE articles SET title = 'غيره'")
    expect((await everything(store.database)).map(({ uid }) => uid)).toEqual(named)
  })

  test.each([1, 2, 3, 5, 100])(
    'gives all of them, in the order they were stored, %i at a time',
    async (limit) => {
      const store = await openStore()
      await addReports(store, ...Array.from({ length: 5 }, (_, index) => ({ title: `عنوان ${index}` })))
      expect((await everything(store.database, limit)).map(({ title }) => title)).toEqual([
        'عنوان 0',
        'عنوان 1',
        'عنوان 2',
        'عنوان 3',
        'عنوان 4',
      ])
    },
  )

  test('knows when an article was changed: stored, revised, retracted', async () => {
    const { database, clock } = await openStore()
    await addReports({ database, clock }, {}, {}, {})
    database.exec(`INSERT INTO article_revisions VALUES (2, 1, '{}', '[]', ${NOW + 5}, 22), (2, 2, '{}', '[]', ${NOW + 7}, 22);
      UPDATE articles SET retracted_at = ${NOW + 9}, retraction = 'خطأ' WHERE id = 3`)
    const found = await everything(database)
    expect(found.map(({ changedAt }) => changedAt - NOW)).toEqual([0, 7, 9])
    expect(found.map(({ retraction }) => retraction)).toEqual([null, null, { reason: 'خطأ', at: NOW + 9 }])
    const { count, changedAt, bytes } = await createArticleArchive(database).extent()
    expect({ count, changedAt: changedAt - NOW }).toEqual({ count: 3, changedAt: 9 })
    expect(bytes).toBe(
      found.reduce((sum, { title, body }) => sum + Buffer.byteLength(title) + Buffer.byteLength(body), 0),
    )
  })

  test('of an empty store is empty', async () => {
    const { database } = await openStore()
    expect(await everything(database)).toEqual([])
    expect(await createArticleArchive(database).extent()).toEqual({ count: 0, changedAt: 0, bytes: 0 })
  })
})

describe('what is restored', () => {
  test('is what was taken out, name, lead, retraction and times included; what stands is found by search', async () => {
    const from = await openStore()
    await addReports(
      from,
      { title: 'جسر جديد', topics: ['جسور'], eventOn: '2024-06-18' },
      { agency: 'وكالة' },
    )
    from.database.exec(
      "UPDATE articles SET lead = '[[0,3]]', revision = 4, retracted_at = 5, retraction = 'خطأ' WHERE id = 2",
    )
    const taken = await everything(from.database)
    const to = await openStore()
    const placed: number[] = []
    const archive = createArticleArchive(to.database, { placeAmongEvents: (id) => void placed.push(id) })
    expect(await archive.restore(taken.map(entryOf))).toEqual([true, true])
    expect(await everything(to.database)).toEqual(taken)
    expect(placed).toEqual([1, 2])
    expect(
      to.database.prepare("SELECT rowid FROM article_search WHERE title MATCH 'جسر'").pluck().all(),
    ).toEqual([1])
    expect(await createSearchUpkeep(to.database, indexedText).drift()).toEqual({ missing: 0, orphaned: 0 })
    expect(to.database.prepare('SELECT article_id FROM article_words').pluck().all()).toEqual([1])
  })

  test('keeps apart a report whose publishing was undone and the same text that was published again', async () => {
    const from = await openStore()
    await addReports(from, { body: 'النص نفسه.' })
    from.database.exec("UPDATE articles SET retracted_at = 5, fingerprint = fingerprint || '/x' WHERE id = 1")
    await addReports(from, { body: 'النص نفسه.' })
    const taken = await everything(from.database)
    const to = await openStore()
    expect(await createArticleArchive(to.database).restore(taken.map(entryOf))).toEqual([true, true])
    expect(await everything(to.database)).toEqual(taken)
  })

  test('is not stored a second time, nor over what was changed since', async () => {
    const store = await openStore()
    await addReports(store, { body: 'النص الأول.' }, { body: 'النص الثاني.' })
    const before = contents(store.database, 'articles', 'article_words')
    const [first, second] = (await everything(store.database)) as [ArchivedArticle, ArchivedArticle]
    const archive = createArticleArchive(store.database)
    const outcome = await archive.restore([
      entryOf(first),
      entryOf({ ...second, body: 'نص غيره تماما.' }),
      entryOf({ ...second, uid: '00000000-0000-4000-8000-000000000000' }),
    ])
    expect(outcome).toEqual([false, false, false])
    expect(contents(store.database, 'articles', 'article_words')).toBe(before)
  })

  test('gets a name where it has none, and the lead of the intake where none is given', async () => {
    const { database, clock } = await openStore()
    const prepared = prepareReport(report())
    const facts = { uid: null, lead: null, revision: 1, retraction: null, addedAt: NOW }
    expect(await createArticleArchive(database).restore([{ prepared, facts }])).toEqual([true])
    const [article] = await everything(database)
    expect(article?.uid).toMatch(UUID)
    expect(article?.lead).toEqual(prepared.lead)
    expect(await createArticleStore(database, clock).count()).toBe(1)
  })

  test('is stored as a whole or not at all', async () => {
    const { database } = await openStore()
    const facts = { uid: null, lead: null, revision: 1, retraction: null, addedAt: NOW }
    const good = { prepared: prepareReport(report()), facts }
    const bad = {
      prepared: prepareReport(report({ body: 'غيره.' })),
      facts: { ...facts, addedAt: 'never' as unknown as number },
    }
    await expect(createArticleArchive(database).restore([good, bad])).rejects.toThrow('added_at')
    expect(await everything(database)).toEqual([])
  })
})
