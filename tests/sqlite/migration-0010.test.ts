import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createConversationStore } from '../../src/sqlite/conversation.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { createTestClock } from '../support/test-clock.ts'
import { tempFolder } from './temp-folder.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url))

test('a question that was open before is still open to the person of the private chat', async () => {
  const folder = join(tempFolder(), 'migrations')
  mkdirSync(folder)
  for (const name of readdirSync(MIGRATIONS)) {
    if (name < '0010') cpSync(join(MIGRATIONS, name), join(folder, name))
  }
  const database = await openDatabase(':memory:')
  migrate(database, 1, folder)
  database.exec(`INSERT INTO dialogs VALUES (7, '{"waitsFor":"report"}', 5)`)
  expect(migrate(database, 2)).toContain('0010_dialogs.sql')
  const conversation = createConversationStore(database, createTestClock('2026-11-22T00:00:00Z'))
  expect(await conversation.dialog({ chatId: 7, threadId: null, userId: 7 })).toEqual({ waitsFor: 'report' })
  expect(await conversation.dialog({ chatId: 7, threadId: null, userId: 8 })).toBeNull()
  database.close()
})
