import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/articles/article.ts'
import { indexedText } from '../../src/articles/indexed-text.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import { createArticleChanges } from '../../src/sqlite/article-changes.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { createAuditLog } from '../../src/sqlite/audit.ts'
import { createSearchUpkeep } from '../../src/sqlite/search-upkeep.ts'
import { addReports, contents, openStore, report } from './store.ts'

const EDITOR = 5

async function setUp(...reports: Partial<Report>[]) {
  const store = await openStore()
  const filed: number[] = []
  const changes = createArticleChanges(store.database, store.clock, {
    placeAmongEvents: (id) => filed.push(id),
  })
  const articles = createArticleStore(store.database, store.clock)
  const stored = await addReports(store, ...reports)
  const ids = stored.map(({ article }) => article.id)
  const revise = (id: number, to: Partial<Report>, more: { seen?: number; correction?: string } = {}) =>
    changes.revise({
      articleId: id,
      prepared: prepareReport(report({ body: `نص الخبر رقم ${id}.`, ...to })),
      seen: more.seen ?? 1,
      editorId: EDITOR,
      correction: more.correction ?? null,
    })
  const found = (stem: string) =>
    store.database
      .prepare<[string], number>('SELECT rowid FROM article_search WHERE article_search MATCH ?')
      .pluck()
      .all(stem)
  const drift = () => createSearchUpkeep(store.database, indexedText).drift()
  return { ...store, changes, articles, ids, revise, found, drift, filed }
}

describe('a revision', () => {
  test('takes the place of the report, in lists and in the search, and is filed anew', async () => {
    const { revise, articles, found, drift, filed, ids } = await setUp({ title: 'قمة قديمة' })
    const [id = 0] = ids
    const done = await revise(id, {
      title: 'معاهدة جديدة',
      publishedAt: { value: '2026-11-20', precision: 'day' },
    })
    expect(done).toMatchObject({
      kind: 'revised',
      replaced: 1,
      article: { revision: 2, title: 'معاهدة جديدة' },
    })
    expect(await articles.byId(id)).toMatchObject({ title: 'معاهدة جديدة', revision: 2, retraction: null })
    const [stem = ''] = indexedText({ title: 'معاهدة', body: '' }).title.stems
    const [gone = ''] = indexedText({ title: 'قمة', body: '' }).title.stems
    expect(found(stem)).toEqual([id])
    expect(found(gone)).toEqual([])
    expect(await drift()).toEqual({ missing: 0, orphaned: 0 })
    expect(filed).toEqual([id])
  })

  test('keeps what was said before, with who changed it and when', async () => {
    const { revise, changes, clock, ids } = await setUp({ title: 'أول' })
    const [id = 0] = ids
    await revise(id, { title: 'ثانٍ' })
    const at = clock.now()
    clock.jump('2026-11-23T00:00:00Z')
    await revise(id, { title: 'ثالث' }, { seen: 2 })
    expect(
      (await changes.history(id)).map(({ revision, report: { title }, replaced }) => [
        revision,
        title,
        replaced,
      ]),
    ).toEqual([
      [1, 'أول', { by: EDITOR, at }],
      [2, 'ثانٍ', { by: EDITOR, at: clock.now() }],
      [3, 'ثالث', null],
    ])
  })

  test('leaves its entry in the audit log, with what changed and nothing else', async () => {
    const { revise, database, ids } = await setUp({ title: 'أول', publisher: 'صحيفة' })
    const [id = 0] = ids
    await revise(id, { title: 'ثانٍ' }, { correction: 'صُحّح العنوان' })
    expect(await createAuditLog(database).of(`article:${id}`)).toMatchObject([
      {
        actorId: EDITOR,
        act: 'edit-article',
        detail: {
          'revision before': 1,
          'revision after': 2,
          'title before': 'أول',
          'title after': 'ثانٍ',
          correction: 'صُحّح العنوان',
        },
      },
    ])
  })

  test.each([
    ['an article that is not there', 99, {}, 1, 'unknown'],
    ['what it says already', 1, { title: 'أول' }, 1, 'same'],
    ['a revision that is not the present one', 1, { title: 'ثانٍ' }, 2, 'overtaken'],
  ])('of %s changes nothing', async (_, id, to, seen, kind) => {
    const { revise, database } = await setUp({ title: 'أول' })
    const before = contents(database, 'articles', 'article_revisions', 'audit', 'undoable_acts')
    expect(await revise(id, to, { seen })).toEqual({ kind })
    expect(contents(database, 'articles', 'article_revisions', 'audit', 'undoable_acts')).toBe(before)
  })

  test('to the text of another article is refused', async () => {
    const { revise, ids } = await setUp({ title: 'أول' }, { title: 'ثانٍ' })
    const [first = 0, second = 0] = ids
    expect(await revise(first, { title: 'ثانٍ', body: `نص الخبر رقم ${second}.` })).toEqual({
      kind: 'duplicate',
      articleId: second,
    })
  })
})

describe('a retraction', () => {
  test('takes the article out of every list, and leaves it to whoever asks for it by its number', async () => {
    const day = { publishedAt: { value: '2026-11-20', precision: 'day' } } as const
    const { changes, articles, found, drift, clock, filed, ids } = await setUp(
      { title: 'قمة', publisher: 'أول', ...day },
      { title: 'قمة', publisher: 'ثانٍ', ...day },
    )
    const [id = 0, other = 0] = ids
    expect(await changes.retract({ articleId: id, reason: 'لم يصح', editorId: EDITOR })).toEqual({
      kind: 'retracted',
      recipients: 0,
    })
    const page = { offset: 0, limit: 10 }
    expect((await articles.latest(page)).map((article) => article.id)).toEqual([other])
    expect(await articles.filedIn('2026-11-20', page)).toMatchObject({ total: 1, articles: [{ id: other }] })
    expect(await articles.idsBetween(0, 99)).toEqual([other])
    expect((await articles.byIds([id, other])).map((article) => article.id)).toEqual([other])
    expect(await articles.count()).toBe(1)
    expect(await articles.publishers()).toEqual(['ثانٍ'])
    const [stem = ''] = indexedText({ title: 'قمة', body: '' }).title.stems
    expect(found(stem)).toEqual([other])
    expect(await articles.byId(id)).toMatchObject({ retraction: { reason: 'لم يصح', at: clock.now() } })
    expect(await drift()).toEqual({ missing: 0, orphaned: 0 })
    expect(filed).toEqual([id])
  })

  test('lasts: the index made anew does not bring it back', async () => {
    const { changes, database, found, drift, ids } = await setUp({ title: 'قمة' })
    await changes.retract({ articleId: ids[0] ?? 0, reason: 'لم يصح', editorId: EDITOR })
    await createSearchUpkeep(database, indexedText).rebuild(1, () => undefined)
    const [stem = ''] = indexedText({ title: 'قمة', body: '' }).title.stems
    expect(found(stem)).toEqual([])
    expect(await drift()).toEqual({ missing: 0, orphaned: 0 })
  })

  test('happens once, and ends all editing', async () => {
    const { changes, revise, database, ids } = await setUp({ title: 'أول' })
    const [id = 0] = ids
    const retract = () => changes.retract({ articleId: id, reason: 'لم يصح', editorId: EDITOR })
    expect((await retract()).kind).toBe('retracted')
    expect((await retract()).kind).toBe('before')
    expect(await changes.retract({ articleId: 99, reason: 'x', editorId: EDITOR })).toEqual({
      kind: 'unknown',
    })
    expect(await revise(id, { title: 'ثانٍ' })).toEqual({ kind: 'retracted' })
    expect(await createAuditLog(database).of(`article:${id}`)).toMatchObject([
      { act: 'retract', detail: { reason: 'لم يصح' } },
    ])
  })

  test('of a text leaves the text known: it is not published a second time', async () => {
    const store = await setUp({ title: 'أول' })
    const [id = 0] = store.ids
    await store.changes.retract({ articleId: id, reason: 'لم يصح', editorId: EDITOR })
    const [again] = await store.articles.addAll([
      prepareReport(report({ title: 'أول', body: 'نص الخبر رقم 1.' })),
    ])
    expect(again).toMatchObject({ added: false, article: { id, retraction: { reason: 'لم يصح' } } })
  })
})
