import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/articles/article.ts'
import type { Draft } from '../../src/articles/draft.ts'
import { indexedText } from '../../src/articles/indexed-text.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import { createArticleChanges, createRevising } from '../../src/sqlite/article-changes.ts'
import { createArticleStore, createArticleWriter } from '../../src/sqlite/articles.ts'
import { createAuditLog } from '../../src/sqlite/audit.ts'
import { createDraftStore } from '../../src/sqlite/drafts.ts'
import { createSearchUpkeep } from '../../src/sqlite/search-upkeep.ts'
import { createUndoStore } from '../../src/sqlite/undo-store.ts'
import { contents, openStore, report } from './store.ts'

const EDITOR = 5
const OTHER = 6

const DRAFT: Draft = {
  title: 'عنوان المسودة',
  body: 'نص المسودة.',
  headings: [],
  publisher: 'صحيفة',
  agency: null,
  author: null,
  url: null,
  language: 'ar',
  publishedAt: null,
  publisherSummary: [],
  cuts: [],
}

async function setUp() {
  const store = await openStore()
  const { database, clock } = store
  const changes = createArticleChanges(database, clock)
  const articles = createArticleStore(database, clock)
  const drafts = createDraftStore(database, clock, {
    add: createArticleWriter(database, clock),
    revise: createRevising(database, clock),
  })
  const undo = createUndoStore(database, clock, { prepare: prepareReport })
  let messages = 0
  async function openDraft(draft: Draft = DRAFT): Promise<number> {
    messages += 1
    const material = { source: `m${messages}`, kind: 'paste', text: draft.body, facts: {} } as const
    const [opened] = await drafts.open({ material, chatId: 1, editorId: EDITOR, drafts: [draft] })
    return opened?.id ?? 0
  }
  async function publish(draft: Draft = DRAFT): Promise<{ draftId: number; articleId: number }> {
    const draftId = await openDraft(draft)
    const prepared = prepareReport(report({ title: draft.title ?? '', body: draft.body }))
    const published = await drafts.publish(draftId, prepared, EDITOR)
    return { draftId, articleId: published.kind === 'published' ? published.articleId : 0 }
  }
  const revise = (articleId: number, to: Partial<Report>, seen: number, correction: string | null = null) =>
    changes.revise({
      articleId,
      prepared: prepareReport(report({ title: 'عنوان المسودة', body: 'نص المسودة.', ...to })),
      seen,
      editorId: EDITOR,
      correction,
    })
  const newest = async () => (await undo.recent(1))[0]?.id ?? 0
  const drift = () => createSearchUpkeep(database, indexedText).drift()
  return { ...store, changes, articles, drafts, undo, openDraft, publish, revise, newest, drift }
}

test('the last acts are listed, newest first, with what they were about', async () => {
  const { undo, publish, revise, changes, drafts, openDraft } = await setUp()
  const { articleId } = await publish()
  await revise(articleId, { title: 'عنوان آخر' }, 1)
  await changes.retract({ articleId, reason: 'لم يصح', editorId: OTHER })
  const waiting = await openDraft({ ...DRAFT, title: 'مهملة', body: 'نص مهمل.' })
  await drafts.discard(waiting, EDITOR)
  expect(
    (await undo.recent(10)).map(({ act, subject, title, actorId, undone }) => [
      act,
      subject,
      title,
      actorId,
      undone,
    ]),
  ).toEqual([
    ['discard', `draft:${waiting}`, 'مهملة', EDITOR, false],
    ['retract', `article:${articleId}`, 'عنوان آخر', OTHER, false],
    ['edit', `article:${articleId}`, 'عنوان آخر', EDITOR, false],
    ['publish', `article:${articleId}`, 'عنوان آخر', EDITOR, false],
  ])
  expect(await undo.recent(2)).toHaveLength(2)
})

describe('publishing, undone,', () => {
  test('withdraws the article and opens its draft again', async () => {
    const { undo, publish, newest, articles, drafts, drift, clock } = await setUp()
    const { draftId, articleId } = await publish()
    expect(await undo.undo(await newest(), OTHER)).toMatchObject({ kind: 'undone', articleId })
    expect(await articles.byId(articleId)).toMatchObject({ retraction: { reason: null, at: clock.now() } })
    expect(await articles.count()).toBe(0)
    expect(await drafts.byId(draftId)).toMatchObject({ state: 'open', articleId: null, settledBy: null })
    expect(await drift()).toEqual({ missing: 0, orphaned: 0 })
  })

  test('lets the same text be published again, as a new article', async () => {
    const { undo, publish, newest, articles, drafts } = await setUp()
    const { draftId, articleId } = await publish()
    await undo.undo(await newest(), EDITOR)
    const prepared = prepareReport(report({ title: DRAFT.title ?? '', body: DRAFT.body }))
    const again = await drafts.publish(draftId, prepared, EDITOR)
    expect(again).toMatchObject({ kind: 'published', added: true })
    expect((await articles.latest({ offset: 0, limit: 9 })).map(({ id }) => id)).not.toContain(articleId)
    expect(await articles.count()).toBe(1)
  })

  test('is refused where the article has been changed since: the change would go with it', async () => {
    const { undo, publish, revise, newest, articles } = await setUp()
    const { articleId } = await publish()
    const act = await newest()
    await revise(articleId, { title: 'عنوان آخر' }, 1)
    expect((await undo.undo(act, EDITOR)).kind).toBe('overtaken')
    expect(await articles.count()).toBe(1)
    await undo.undo(await newest(), EDITOR)
    // What was changed and changed back is what was published.
    expect((await undo.undo(act, EDITOR)).kind).toBe('undone')
    expect(await articles.count()).toBe(0)
  })
})

describe('an edit, undone,', () => {
  test('brings the former revision back as a new one', async () => {
    const { undo, publish, revise, newest, articles, changes, drift } = await setUp()
    const { articleId } = await publish()
    await revise(articleId, { title: 'عنوان آخر', body: 'نص آخر.' }, 1)
    expect((await undo.undo(await newest(), OTHER)).kind).toBe('undone')
    expect(await articles.byId(articleId)).toMatchObject({
      title: DRAFT.title,
      body: DRAFT.body,
      revision: 3,
    })
    expect((await changes.history(articleId)).map(({ report: { title } }) => title)).toEqual([
      DRAFT.title,
      'عنوان آخر',
      DRAFT.title,
    ])
    expect(await drift()).toEqual({ missing: 0, orphaned: 0 })
  })

  test('goes from the newest to the oldest, and not the other way', async () => {
    const { undo, publish, revise, newest, articles } = await setUp()
    const { articleId } = await publish()
    await revise(articleId, { title: 'ثانٍ' }, 1)
    const second = await newest()
    await revise(articleId, { title: 'ثالث' }, 2)
    const third = await newest()
    expect((await undo.undo(second, EDITOR)).kind).toBe('overtaken')
    expect((await undo.undo(third, EDITOR)).kind).toBe('undone')
    expect((await undo.undo(second, EDITOR)).kind).toBe('undone')
    expect(await articles.byId(articleId)).toMatchObject({ title: DRAFT.title })
  })

  test('is refused where another article has taken the text', async () => {
    const { undo, publish, revise, newest, articles } = await setUp()
    const { articleId } = await publish()
    await revise(articleId, { title: 'عنوان آخر' }, 1)
    const act = await newest()
    await articles.addAll([prepareReport(report({ title: DRAFT.title ?? '', body: DRAFT.body }))])
    expect((await undo.undo(act, EDITOR)).kind).toBe('overtaken')
    expect(await articles.byId(articleId)).toMatchObject({ title: 'عنوان آخر' })
  })
})

test('a retraction, undone, makes the article stand again, to be found again', async () => {
  const { undo, publish, changes, newest, articles, drift } = await setUp()
  const { articleId } = await publish()
  await changes.retract({ articleId, reason: 'لم يصح', editorId: EDITOR })
  expect((await undo.undo(await newest(), EDITOR)).kind).toBe('undone')
  expect(await articles.byId(articleId)).toMatchObject({ retraction: null })
  expect(await articles.count()).toBe(1)
  expect(await drift()).toEqual({ missing: 0, orphaned: 0 })
  expect(await changes.standing([articleId])).toEqual([])
})

test('a discarded draft, undone, is open again', async () => {
  const { undo, drafts, openDraft, newest } = await setUp()
  const id = await openDraft()
  await drafts.discard(id, EDITOR)
  expect(await undo.undo(await newest(), OTHER)).toMatchObject({ kind: 'undone', articleId: null })
  expect(await drafts.byId(id)).toMatchObject({ state: 'open' })
})

test('every act is undone once, whoever presses; undoing is itself in the audit log', async () => {
  const { undo, publish, newest, database } = await setUp()
  const { articleId } = await publish()
  const act = await newest()
  const [first, second] = await Promise.all([undo.undo(act, EDITOR), undo.undo(act, OTHER)])
  expect([first.kind, second.kind]).toEqual(['undone', 'before'])
  expect((await undo.recent(1))[0]).toMatchObject({ undone: true })
  const entries = await createAuditLog(database).of(`article:${articleId}`)
  expect(entries.filter((entry) => entry.act === 'undo')).toMatchObject([
    { actorId: EDITOR, detail: { undone: 'publish' } },
  ])
})

test('an act that nobody has done changes nothing', async () => {
  const { undo, publish, database } = await setUp()
  await publish()
  const before = contents(database, 'articles', 'drafts', 'audit', 'undoable_acts')
  expect(await undo.undo(99, EDITOR)).toEqual({ kind: 'unknown' })
  expect(contents(database, 'articles', 'drafts', 'audit', 'undoable_acts')).toBe(before)
})
