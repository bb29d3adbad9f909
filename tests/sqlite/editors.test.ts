import { expect, test } from 'vitest'
import { createAuditLog } from '../../src/sqlite/audit.ts'
import { createEditorStore } from '../../src/sqlite/editors.ts'
import { openStore } from './store.ts'

const OWNER = 22

async function withEditors() {
  const { database, clock } = await openStore()
  return { clock, editors: createEditorStore(database, clock), audit: createAuditLog(database) }
}

test('an editor is who has been appointed, and nobody else', async () => {
  const { editors } = await withEditors()
  expect(await editors.isEditor(33)).toBe(false)
  expect(await editors.appoint({ userId: 33, name: 'سلمى' }, OWNER)).toBe(true)
  expect([await editors.isEditor(33), await editors.isEditor(OWNER)]).toEqual([true, false])
  expect(await editors.dismiss(33, OWNER)).toBe(true)
  expect(await editors.isEditor(33)).toBe(false)
})

test('the list keeps the order of appointment, with who appointed whom and when', async () => {
  const { editors, clock } = await withEditors()
  await editors.appoint({ userId: 44, name: null }, OWNER)
  await clock.advance(1000)
  await editors.appoint({ userId: 33, name: 'سلمى' }, OWNER)
  expect(await editors.list()).toEqual([
    { userId: 44, name: null, appointedBy: OWNER, appointedAt: clock.now() - 1000 },
    { userId: 33, name: 'سلمى', appointedBy: OWNER, appointedAt: clock.now() },
  ])
})

test('appointing or dismissing twice does it once, and the log tells of it once', async () => {
  const { editors, audit } = await withEditors()
  await editors.appoint({ userId: 33, name: 'سلمى' }, OWNER)
  expect(await editors.appoint({ userId: 33, name: 'غيرها' }, OWNER)).toBe(false)
  await editors.dismiss(33, OWNER)
  expect(await editors.dismiss(33, OWNER)).toBe(false)
  const { entries, total } = await audit.recent({ offset: 0, limit: 10 })
  expect(total).toBe(2)
  expect(entries.map(({ act, subject, detail }) => [act, subject, detail])).toEqual([
    ['appoint', 'editor:33', { 'editor after': null }],
    ['appoint', 'editor:33', { 'editor after': 'سلمى' }],
  ])
  expect(await audit.of('editor:33')).toEqual(entries.toReversed())
  expect(await audit.of('editor:44')).toEqual([])
})
