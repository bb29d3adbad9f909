import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/articles/draft.ts'
import { createDraftStore } from '../../src/sqlite/drafts.ts'
import { addReports, contents, NOW, openStore } from './store.ts'

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

async function withDrafts() {
  const store = await openStore()
  const { database } = store
  return {
    ...store,
    drafts: createDraftStore(database, store.clock),
    audit: () =>
      database
        .prepare<[], { at: number; actor_id: number; act: string; subject: string; detail: string }>(
          'SELECT at, actor_id, act, subject, detail FROM audit ORDER BY id',
        )
        .all()
        .map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) as unknown })),
  }
}
const paste = (drafts: readonly Draft[], source = '7:1') => ({ source, chatId: 7, editorId: EDITOR, drafts })

describe('a draft', () => {
  test('comes back as it was opened, in the order of the paste, with its entry in the audit log', async () => {
    const { drafts, audit } = await withDrafts()
    const second = { ...DRAFT, title: 'عنوان' }
    const opened = await drafts.open(paste([DRAFT, second]))
    expect(opened).toEqual([
      { id: 1, chatId: 7, state: 'open', draft: DRAFT, articleId: null },
      { id: 2, chatId: 7, state: 'open', draft: second, articleId: null },
    ])
    expect(await drafts.byId(2)).toEqual(opened[1])
    expect(await drafts.byId(3)).toBeNull()
    expect(audit()).toEqual([
      { at: NOW, actor_id: EDITOR, act: 'open-draft', subject: 'draft:1', detail: { source: '7:1/0' } },
      { at: NOW, actor_id: EDITOR, act: 'open-draft', subject: 'draft:2', detail: { source: '7:1/1' } },
    ])
  })

  test('is opened once, however often its message is handled, and keeps what was made of it since', async () => {
    const { drafts, audit } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    await drafts.revise(1, { ...DRAFT, title: 'محرر' }, EDITOR)
    const again = await drafts.open(paste([DRAFT]))
    expect(again.map(({ id, draft }) => [id, draft.title])).toEqual([[1, 'محرر']])
    expect(audit().map(({ act }) => act)).toEqual(['open-draft', 'revise-draft'])
    expect((await drafts.open(paste([DRAFT], '7:2')))[0]?.id).toBe(2)
  })

  test('is opened together with all others of its paste or not at all', async () => {
    const { database, drafts } = await withDrafts()
    database.exec(
      "CREATE TRIGGER no_second BEFORE INSERT ON audit WHEN new.subject = 'draft:2' BEGIN SELECT raise(ABORT, 'no'); END",
    )
    await expect(drafts.open(paste([DRAFT, DRAFT]))).rejects.toThrow('no')
    expect(contents(database, 'drafts', 'audit')).toBe('[[],[]]')
  })

  test('is revised while it is open, and the log tells what was set', async () => {
    const { drafts, audit } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    const revised: Draft = {
      ...DRAFT,
      title: 'عنوان',
      publisher: 'صحيفة',
      publishedAt: { value: '2024-06-18', precision: 'day' },
    }
    expect(await drafts.revise(1, revised, 33)).toBe(true)
    expect((await drafts.byId(1))?.draft).toEqual(revised)
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
      },
    })
    expect(await drafts.revise(9, revised, 33)).toBe(false)
    expect(audit()).toHaveLength(2)
  })
})

describe('a draft is settled once', () => {
  test('as published, with the article that it became', async () => {
    const store = await withDrafts()
    const { drafts, audit, clock, database } = store
    await addReports(store, {})
    await drafts.open(paste([DRAFT]))
    await clock.advance(5000)
    expect(await drafts.settle(1, { state: 'published', articleId: 1 }, 33)).toBe(true)
    expect(await drafts.byId(1)).toMatchObject({ state: 'published', articleId: 1 })
    expect(database.prepare('SELECT settled_at FROM drafts').pluck().get()).toBe(NOW + 5000)
    expect(audit().at(-1)).toEqual({
      at: NOW + 5000,
      actor_id: 33,
      act: 'publish',
      subject: 'draft:1',
      detail: { article: 1 },
    })
  })

  test('and no second decision changes it, nor leaves a trace in the log', async () => {
    const store = await withDrafts()
    const { drafts, audit } = store
    await addReports(store, {})
    await drafts.open(paste([DRAFT]))
    expect(await drafts.settle(1, { state: 'discarded' }, EDITOR)).toBe(true)
    expect(await drafts.settle(1, { state: 'published', articleId: 1 }, 33)).toBe(false)
    expect(await drafts.settle(1, { state: 'discarded' }, 33)).toBe(false)
    expect(await drafts.revise(1, { ...DRAFT, title: 'متأخر' }, 33)).toBe(false)
    expect(await drafts.settle(9, { state: 'discarded' }, 33)).toBe(false)
    expect(await drafts.byId(1)).toEqual({
      id: 1,
      chatId: 7,
      state: 'discarded',
      draft: DRAFT,
      articleId: null,
    })
    expect(audit().map(({ act }) => act)).toEqual(['open-draft', 'discard'])
  })

  test('and not at all when the article is not there', async () => {
    const { drafts, audit } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    await expect(drafts.settle(1, { state: 'published', articleId: 99 }, 33)).rejects.toThrow('FOREIGN KEY')
    expect((await drafts.byId(1))?.state).toBe('open')
    expect(audit()).toHaveLength(1)
  })

  test.each<[string, (drafts: ReturnType<typeof createDraftStore>) => Promise<unknown>]>([
    ['a revision', (drafts) => drafts.revise(1, { ...DRAFT, title: 'جديد' }, 33)],
    ['a decision', (drafts) => drafts.settle(1, { state: 'discarded' }, 33)],
  ])('and %s that cannot be written down does not happen', async (_, act) => {
    const { database, drafts } = await withDrafts()
    await drafts.open(paste([DRAFT]))
    const before = contents(database, 'drafts', 'audit')
    database.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'disk full'); END")
    await expect(act(drafts)).rejects.toThrow('disk full')
    expect(contents(database, 'drafts', 'audit')).toBe(before)
  })
})
