import { describe, expect, test } from 'vitest'
import { createAlertRenderer } from '../../src/bot/alert-text.ts'
import { createAlerts } from '../../src/digests/alert.ts'
import { createAlertStore } from '../../src/sqlite/alerts.ts'
import { createArticleChanges } from '../../src/sqlite/article-changes.ts'
import { createAuditLog } from '../../src/sqlite/audit.ts'
import { createWorld, sendAll, type Wish } from './store.ts'

const EDITOR = 5
const WANTS: Wish = { alerts: true }
/** 09:00 to 10:00 in Riyadh is 06:00 to 07:00 UTC. */
const QUIET: Wish = { alerts: true, quiet: { from: 9 * 60, to: 10 * 60 } }

async function setUp(...wishes: Wish[]) {
  const world = await createWorld('2026-11-22T06:30:00Z')
  const [article] = await world.addArticles(1)
  for (const [index, wish] of wishes.entries()) await world.subscribe(index + 1, wish)
  const alerts = createAlerts({
    alertStore: createAlertStore(world.database, world.clock),
    articles: world.articles,
    clock: world.clock,
    render: createAlertRenderer(() => 'MujazBot'),
  })
  return { ...world, alerts, articleId: article?.id ?? 0 }
}

test('an alert goes to those who asked for urgent reports, in their language, and to nobody else', async () => {
  const world = await setUp(WANTS, {}, { ...WANTS, language: 'en' })
  expect(await world.alerts.audience(world.articleId)).toEqual({ readers: 2, later: 0 })
  expect(world.rows()).toEqual([])
  expect(await world.alerts.send(world.articleId, EDITOR)).toMatchObject({ readers: 2, later: 0 })
  const claims = await world.outbox.claim(10, world.clock.now(), world.clock.now() + 1)
  expect(claims.map(({ chatId }) => chatId)).toEqual([1, 3])
  expect(claims[0]?.parts[0]).toContain('تنبيه عاجل')
  expect(claims[1]?.parts[0]).toContain('Urgent')
  for (const { parts } of claims) expect(parts[0]).toContain(`start=a${world.articleId}"`)
})

test('who is in quiet hours gets it when they end; who wants no sound gets none', async () => {
  const world = await setUp(QUIET, { ...WANTS, silent: true })
  expect(await world.alerts.audience(world.articleId)).toEqual({ readers: 2, later: 1 })
  await world.alerts.send(world.articleId, EDITOR)
  expect(world.rows().map(({ available_at, silent }) => [available_at, silent])).toEqual([
    [Date.parse('2026-11-22T07:00:00Z'), 0],
    [world.clock.now(), 1],
  ])
})

test('nobody gets the same alert twice, however often it is asked for', async () => {
  const world = await setUp(WANTS, WANTS)
  const [first, second] = await Promise.all([
    world.alerts.send(world.articleId, EDITOR),
    world.alerts.send(world.articleId, EDITOR),
  ])
  expect(world.rows()).toHaveLength(2)
  await sendAll(world)
  expect(await world.alerts.send(world.articleId, EDITOR)).toMatchObject({ readers: 0 })
  expect(world.rows()).toHaveLength(2)
  expect([first, second]).toHaveLength(2)
})

test('one that was interrupted goes on with those who are left', async () => {
  const world = await setUp(WANTS, WANTS, WANTS)
  const store = createAlertStore(world.database, world.clock)
  const [one] = await store.readers(world.articleId, 0, 1)
  if (one === undefined) throw new Error('nobody')
  const text = { parts: ['نص'], buttons: [] }
  const now = world.clock.now()
  await store.plan({
    articleId: world.articleId,
    editorId: EDITOR,
    texts: new Map([['ar', text]]),
    readers: [{ readerId: one.readerId, language: 'ar', availableAt: now, silent: false }],
    runId: null,
    now,
  })
  expect(await world.alerts.send(world.articleId, EDITOR)).toMatchObject({ readers: 2 })
  expect(world.rows()).toHaveLength(3)
})

test('it is a run of its own, and one entry in the audit log', async () => {
  const world = await setUp(WANTS, WANTS)
  await world.alerts.send(world.articleId, EDITOR)
  expect(world.runs()).toMatchObject([{ state: 'running', planned: 2 }])
  expect(await createAuditLog(world.database).of(`article:${world.articleId}`)).toMatchObject([
    { actorId: EDITOR, act: 'send-alert' },
  ])
})

describe('beside the digest', () => {
  test('an alert moves no cursor: the report is in the digest too', async () => {
    const world = await setUp(WANTS)
    await world.alerts.send(world.articleId, EDITOR)
    await sendAll(world)
    expect(await world.cursor(1)).toBeNull()
    world.clock.jump('2026-11-23T05:00:00Z')
    expect(await world.digests.tick()).toMatchObject({ planned: 1 })
    const [claim] = await world.outbox.claim(10, world.clock.now(), world.clock.now() + 1)
    expect(claim?.parts.join()).toContain(String(world.articleId))
  })

  test('an alert that waits is not replaced by a digest, nor replaces one', async () => {
    const world = await setUp({ ...QUIET, quiet: { from: 7 * 60, to: 12 * 60 } })
    await world.alerts.send(world.articleId, EDITOR)
    world.clock.jump('2026-11-23T05:00:00Z')
    await world.digests.tick()
    expect(world.rows().map(({ slot, state }) => [slot, state])).toEqual([
      [`alert:${world.articleId}`, 'pending'],
      ['2026-11-23', 'pending'],
    ])
  })
})

test('a report that was retracted, and one that is not there, alert nobody', async () => {
  const world = await setUp(WANTS)
  const changes = createArticleChanges(world.database, world.clock)
  await changes.retract({ articleId: world.articleId, reason: 'لم يصح', editorId: EDITOR })
  expect(await world.alerts.send(world.articleId, EDITOR)).toBe('retracted')
  expect(await world.alerts.send(99, EDITOR)).toBe('unknown')
  expect(world.rows()).toEqual([])
})

test('whoever has stopped the bot is not counted and gets nothing', async () => {
  const world = await setUp(WANTS, WANTS)
  const reader = await world.readers.byAddress({ chatId: 1, threadId: null })
  await world.readers.stop(reader?.id ?? 0, 'blocked')
  expect(await world.alerts.audience(world.articleId)).toEqual({ readers: 1, later: 0 })
})
