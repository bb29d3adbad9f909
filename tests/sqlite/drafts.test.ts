import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/articles/draft.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import type { Material } from '../../src/articles/material.ts'
import { createRevising } from '../../src/sqlite/article-changes.ts'
import { createArticleWriter } from '../../src/sqlite/articles.ts'
import { createDraftStore } from '../../src/sqlite/drafts.ts'
import { addReports, contents, NOW, openStore, report } from './store.ts'

const EDITOR = 22

const DRAFT: Draft = {
  title: null,
  body: 'نص مسودة فيها <وسم> و"اقتباس" و😀 ونصف \ud83d.',
  headings: [{ start: 0, end: 2 }],
  publisher: null,
  agency: 'وكالة',
  author: null,
  url: null,
  language: 'ar',
  publishedAt: null,
  publisherSummary: ['نقطة'],
  cuts: [{ line: 3, text: 'شارك', reason: 'share' }],
}
const PREPARED = prepareReport(report({ title: 'عنوان من مسودة', body: 'نص من مسودة.' }))

async function withDrafts() {
  const store = await openStore()
  const { database, clock } = store
  const publishing = { add: createArticleWriter(database, clock), revise: createRevising(database, clock) }
  return {
    ...store,
    drafts: createDraftStore(database, clock, publishing),
    audit: () =>
      database
        .prepare<[], { at: number; actor_id: number; act: string; subject: string; detail: string }>(
          'SELECT at, actor_id, act, subject, detail FROM audit ORDER BY id',
        )
        .all()
        .map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) as unknown })),
    undoable: () =>
      database.prepare('SELECT actor_id, act, subject, before FROM undoable_acts ORDER BY id').raw().all(),
  }
}

const material = (source = '7:1'): Material => ({
  kind: 'paste',
  source,
  text: 'نص\nكما جاء',
  facts: { publisher: 'صحيفة', publishedAt: { value: '2024-06', precision: 'month' } },
})
const paste = (drafts: readonly Draft[], source = '7:1') => ({
  material: material(source),
  chatId: 7,
  editorId: EDITOR,
  drafts,
})
const OPEN = {
  chatId: 7,
  state: 'open',
  articleId: null,
  materialId: 1,
  restored: [],
  revises: null,
  settledBy: null,
} as const

describe('a draft', () => {
  test('comes back as it was opened, in the order of its material, with its entry in the audit log', async () => {
    const { drafts, audit } = await withDrafts()
    const second = { ...DRAFT, title: 'عنوان' }
    const opened = await drafts.open(paste([DRAFT, second]))
    expect(opened).toEqual([
      { ...OPEN, id: 1, draft: DRAFT, place: 0, count: 2 },
      { ...OPEN, id: 2, draft: second, place: 1, count: 2 },
    ])
    expect(await drafts.byId(2)).toEqual(opened[1])
    expect(await drafts.byId(3)).toBeNull()
    expect(await drafts.materialOf(opened[0] ?? { materialId: null })).toEqual(material())
    expect(await drafts.materialOf({ materialId: null })).toBeNull()
    expect(audit()).toEqual([
      { at: NOW, actor_id: EDITOR, act: 'open-draft', subject: 'draft:1', detail: { source: '7:1/0' } },
      { at: NOW, actor_id: EDITOR, act: 'open-draft', subject: 'draft:2', detail: { source: '7:1/1' } },
    ])
  })

  test('is opened once, however often its message is handled, and keeps what was made of it since', async () => {
    const { drafts, audit } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    await drafts.revise(1, { draft: { ...DRAFT, title: 'محرر' } }, EDITOR)
    const again = await drafts.open(paste([DRAFT]))
    expect(again.map(({ id, draft }) => [id, draft.title])).toEqual([[1, 'محرر']])
    expect(audit().map(({ act }) => act)).toEqual(['open-draft', 'revise-draft'])
    expect((await drafts.open(paste([DRAFT], '7:2')))[0]?.id).toBe(2)
  })

  test('is opened together with its material and all others or not at all', async () => {
    const { database, drafts } = await withDrafts()
    database.exec(
      "CREATE TRIGGER no_second BEFORE INSERT ON audit WHEN new.subject = 'draft:2' BEGIN SELECT raise(ABORT, 'no'); END",
    )
    await expect(drafts.open(paste([DRAFT, DRAFT]))).rejects.toThrow('no')
    expect(contents(database, 'materials', 'drafts', 'audit')).toBe('[[],[],[]]')
  })

  test('gives way to the draft of the longer text, which leaves nothing to undo', async () => {
    const { drafts, undoable } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    const longer = { ...paste([DRAFT], '7:1+2'), replaces: [1] }
    expect((await drafts.open(longer)).map(({ id }) => id)).toEqual([2])
    expect((await drafts.byId(1))?.state).toBe('discarded')
    expect(undoable()).toEqual([])
  })

  test('is revised while it is open, and the log tells what was set', async () => {
    const { drafts, audit } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    const revised: Draft = {
      ...DRAFT,
      title: 'عنوان',
      publisher: 'صحيفة',
      publishedAt: { value: '2024-06-18', precision: 'day' },
      lead: [{ start: 0, end: 3 }],
    }
    expect(await drafts.revise(1, { draft: revised, restored: [3, 5] }, 33)).toBe(true)
    expect(await drafts.byId(1)).toMatchObject({ draft: revised, restored: [3, 5] })
    expect(audit().at(-1)).toEqual({
      at: NOW,
      actor_id: 33,
      act: 'revise-draft',
      subject: 'draft:1',
      detail: {
        'title before': null,
        'title after': 'عنوان',
        'publisher before': null,
        'publisher after': 'صحيفة',
        'date before': null,
        'date after': '2024-06-18',
        'lead before': null,
        'lead after': '0-3',
        'lines restored before': '',
        'lines restored after': '3, 5',
      },
    })
    expect(await drafts.revise(9, { draft: revised }, 33)).toBe(false)
    expect(audit()).toHaveLength(2)
  })

  test('is split into drafts of two materials, at once', async () => {
    const { drafts } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    const part = (name: string, titles: readonly string[]) => ({
      material: material(`7:1/${name}`),
      restored: [1],
      drafts: titles.map((title) => ({ ...DRAFT, title })),
    })
    const split = await drafts.split(1, [part('a', ['أول', 'ثان']), part('b', ['ثالث'])], EDITOR)
    expect(split?.map(({ id, draft, materialId, place }) => [id, draft.title, materialId, place])).toEqual([
      [1, 'أول', 2, 0],
      [2, 'ثان', 2, 1],
      [3, 'ثالث', 3, 0],
    ])
    expect(await drafts.byId(1)).toMatchObject({ restored: [1], draft: { title: 'أول' } })
    await drafts.discard(1, EDITOR)
    expect(await drafts.split(1, [part('c', ['أ']), part('d', ['ب'])], EDITOR)).toBeNull()
  })
})

describe('drafts that wait', () => {
  test('are those of everybody, the newest first, page by page', async () => {
    const { drafts } = await withDrafts()
    for (let n = 1; n <= 5; n++) await drafts.open(paste([DRAFT], `7:${n}`))
    await drafts.discard(2, EDITOR)
    const page = await drafts.waiting({ offset: 1, limit: 2 })
    expect(page.drafts.map(({ id }) => id)).toEqual([4, 3])
    expect(page.total).toBe(4)
  })
})

describe('a draft is settled once', () => {
  test('as published: article, search row, decision, log and the way back are one', async () => {
    const { drafts, audit, undoable, clock, database } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    await clock.advance(5000)
    expect(await drafts.publish(1, PREPARED, 33)).toEqual({ kind: 'published', articleId: 1, added: true })
    expect(await drafts.byId(1)).toMatchObject({ state: 'published', articleId: 1, settledBy: 33 })
    expect(database.prepare('SELECT settled_at FROM drafts').pluck().get()).toBe(NOW + 5000)
    expect(database.prepare('SELECT count(*) FROM article_search').pluck().get()).toBe(1)
    expect(audit().at(-1)).toEqual({
      at: NOW + 5000,
      actor_id: 33,
      act: 'publish',
      subject: 'draft:1',
      detail: { article: 1 },
    })
    expect(undoable()).toEqual([[33, 'publish', 'article:1', '{"draft":1}']])
  })

  test('and whoever comes second is told who was first', async () => {
    const { drafts, audit, undoable, database } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    await drafts.publish(1, PREPARED, 33)
    const second = await drafts.publish(1, PREPARED, 44)
    expect(second).toMatchObject({ kind: 'settled', draft: { state: 'published', settledBy: 33 } })
    expect(await drafts.discard(1, 44)).toBe(false)
    expect(await drafts.publish(9, PREPARED, 44)).toEqual({ kind: 'unknown' })
    expect(database.prepare('SELECT count(*) FROM articles').pluck().get()).toBe(1)
    expect(audit()).toHaveLength(2)
    expect(undoable()).toHaveLength(1)
  })

  test('and a text that is there already is not stored again, nor can that be undone', async () => {
    const { drafts, undoable } = await withDrafts()
    await drafts.open(paste([DRAFT, DRAFT]))
    await drafts.publish(1, PREPARED, 33)
    expect(await drafts.publish(2, PREPARED, 33)).toEqual({ kind: 'published', articleId: 1, added: false })
    expect(undoable()).toHaveLength(1)
  })

  test('as the next revision of an article', async () => {
    const store = await withDrafts()
    const { drafts, database } = store
    await addReports(store, {})
    await drafts.open(paste([DRAFT]))
    const revised = await drafts.publish(1, PREPARED, 33, { articleId: 1, seen: 1 })
    expect(revised).toEqual({ kind: 'published', articleId: 1, added: true })
    expect(await drafts.byId(1)).toMatchObject({ state: 'published', articleId: 1, revises: 1 })
    expect(database.prepare('SELECT revision, title FROM articles').raw().all()).toEqual([
      [2, 'عنوان من مسودة'],
    ])
  })

  test('and stays open when the article that it revises has been changed meanwhile', async () => {
    const store = await withDrafts()
    const { drafts, database } = store
    await addReports(store, {})
    await drafts.open(paste([DRAFT]))
    const before = contents(database, 'drafts', 'articles', 'audit')
    expect(await drafts.publish(1, PREPARED, 33, { articleId: 1, seen: 7 })).toEqual({ kind: 'overtaken' })
    expect(await drafts.publish(1, PREPARED, 33, { articleId: 99, seen: 1 })).toEqual({ kind: 'overtaken' })
    expect(contents(database, 'drafts', 'articles', 'audit')).toBe(before)
  })

  test('and no second decision changes it, nor leaves a trace in the log', async () => {
    const { drafts, audit, undoable, database } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    expect(await drafts.discard(1, EDITOR)).toBe(true)
    expect((await drafts.publish(1, PREPARED, 33)).kind).toBe('settled')
    expect(await drafts.discard(1, 33)).toBe(false)
    expect(await drafts.revise(1, { draft: { ...DRAFT, title: 'متأخر' } }, 33)).toBe(false)
    expect(await drafts.discard(9, 33)).toBe(false)
    expect(await drafts.byId(1)).toMatchObject({ state: 'discarded', draft: DRAFT, settledBy: EDITOR })
    expect(contents(database, 'articles')).toBe('[[]]')
    expect(audit().map(({ act }) => act)).toEqual(['open-draft', 'discard'])
    expect(undoable()).toEqual([[EDITOR, 'discard', 'draft:1', '{}']])
  })

  const acts: [string, (drafts: ReturnType<typeof createDraftStore>) => Promise<unknown>][] = [
    ['a change', (drafts) => drafts.revise(1, { draft: { ...DRAFT, title: 'جديد' } }, 33)],
    ['giving up', (drafts) => drafts.discard(1, 33)],
    ['publishing', (drafts) => drafts.publish(1, PREPARED, 33)],
  ]
  test.each(acts)('and %s that cannot be written down does not happen', async (_, act) => {
    const { database, drafts } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    const tables = ['drafts', 'articles', 'audit', 'undoable_acts']
    const before = contents(database, ...tables)
    database.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'disk full'); END")
    await expect(act(drafts)).rejects.toThrow('disk full')
    expect(contents(database, ...tables)).toBe(before)
  })
})
