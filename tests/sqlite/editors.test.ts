import { expect, test } from 'vitest'
import { createEditorStore } from '../../src/sqlite/editors.ts'
import { openStore } from './store.ts'

test('an editor is who has been appointed, and nobody else', async () => {
  const { database } = await openStore()
  const editors = createEditorStore(database)
  expect(await editors.isEditor(33)).toBe(false)
  database.exec('INSERT INTO editors (user_id, appointed_by, appointed_at) VALUES (33, 22, 1)')
  expect([await editors.isEditor(33), await editors.isEditor(22)]).toEqual([true, false])
  database.exec('DELETE FROM editors')
  expect(await editors.isEditor(33)).toBe(false)
})
