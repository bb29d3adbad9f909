import { expect, test } from 'vitest'
import { createReadingStore } from '../../src/sqlite/readings.ts'
import { openStore } from './store.ts'

const PAGE = {
  source: 'chat:7/message:1',
  asked: { kind: 'page', url: 'https://example.org/a' },
  chatId: 7,
  editorId: 22,
} as const

test('a reading waits until it is finished, and is begun once', async () => {
  const { database, clock } = await openStore()
  const readings = createReadingStore(database, clock)
  const begun = await readings.begin(PAGE)
  expect(begun).toEqual({ ...PAGE, id: 1, noteId: null })
  await readings.note(1, 99)
  expect(await readings.begin(PAGE)).toEqual({ ...PAGE, id: 1, noteId: 99 })
  const file = { kind: 'file', fileId: 'f', name: 'a.txt', mediaType: null } as const
  await readings.begin({ ...PAGE, source: 'chat:7/message:2', asked: file })
  expect((await readings.unfinished()).map(({ asked }) => asked)).toEqual([PAGE.asked, file])
  await readings.finish(1)
  expect((await readings.unfinished()).map(({ asked }) => asked)).toEqual([file])
  // The same update, handled again.
  expect(await readings.begin(PAGE)).toBeNull()
})

test('finished readings are forgotten after two days', async () => {
  const { database, clock } = await openStore()
  const readings = createReadingStore(database, clock)
  await readings.begin(PAGE)
  await readings.finish(1)
  await clock.advance(49 * 3_600_000)
  const other = await readings.begin({ ...PAGE, source: 'other' })
  await readings.finish(other?.id ?? 0)
  expect(database.prepare('SELECT source FROM readings').pluck().all()).toEqual(['other'])
})
