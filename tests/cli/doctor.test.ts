import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommand } from '../../src/cli/commands.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { temporaryFolder } from '../support/program.ts'
import { createRecordingTerminal } from './recording-terminal.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, 'mujaz.sqlite')
})
afterEach(() => folder.remove())

async function run(command: string) {
  const terminal = createRecordingTerminal()
  const exitCode = await runCommand([command], { DATABASE_PATH: path, LOG_LEVEL: 'silent' }, terminal)
  return { exitCode, text: terminal.all() }
}

async function damage(sql: string): Promise<void> {
  const database = await openDatabase(path)
  database.exec(sql)
  database.close()
}

test('a fresh store is well: its index is true to its articles', async () => {
  const { text } = await run('doctor')
  expect(text).toContain('articles         6')
  expect(text).toContain('true to the articles')
})

test.each([
  ['lost the words of an article', 'DELETE FROM article_words WHERE article_id = 3', '1 missing'],
  ['lost the stems of an article', 'DELETE FROM article_search WHERE rowid = 2', '1 missing'],
  ['has rows of another text', "UPDATE articles SET body = 'نص آخر عن روسيا' WHERE id = 4", '1 missing'],
  ['has rows of an article that is gone', "INSERT INTO article_words VALUES (99, x'00')", '1 orphaned'],
])('an index that %s is found by doctor and repaired by reindex', async (_what, sql, finding) => {
  await run('doctor')
  await damage(sql)
  const sick = await run('doctor')
  expect(sick.exitCode).toBe(1)
  expect(sick.text).toContain(finding)
  expect(sick.text).toContain('mujaz reindex')
  const repair = await run('reindex')
  expect(repair.exitCode).toBe(0)
  expect(repair.text).toContain('100 %')
  expect((await run('doctor')).text).toContain('true to the articles')
})

test('an index that was made by other rules is made anew at the start, with its progress shown', async () => {
  await run('doctor')
  await damage('UPDATE search_state SET rules = 0; DELETE FROM article_words')
  const { text } = await run('doctor')
  expect(text).toContain('Making the search index anew [##########] 100 %')
  expect(text).toContain('true to the articles')
})
