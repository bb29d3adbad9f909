import { expect, test } from 'vitest'
import { createHolds } from '../../src/sqlite/holds.ts'
import { openStore } from './store.ts'

async function setUp() {
  const { database, clock } = await openStore()
  return { database, now: clock.now(), ...createHolds(database) }
}

test('a flood wait is kept until it is over, for one chat or for all', async () => {
  const { saveHold, holds, now } = await setUp()
  await saveHold({ chatId: null, until: now + 2000 })
  await saveHold({ chatId: -1_001_234_567_890, until: now + 1000 })
  expect(await holds(now)).toEqual([
    { chatId: -1_001_234_567_890, until: now + 1000 },
    { chatId: null, until: now + 2000 },
  ])
  expect(await holds(now + 1000)).toEqual([{ chatId: null, until: now + 2000 }])
  expect(await holds(now + 2000)).toEqual([])
})

test('a later answer makes a wait longer and never shorter', async () => {
  const { saveHold, holds, now } = await setUp()
  for (const seconds of [5, 60, 1]) await saveHold({ chatId: 7, until: now + seconds * 1000 })
  expect(await holds(now)).toEqual([{ chatId: 7, until: now + 60_000 }])
})

test('what is over takes no room', async () => {
  const { database, saveHold, holds, now } = await setUp()
  for (let chatId = 1; chatId <= 50; chatId += 1) await saveHold({ chatId, until: now + 1 })
  await holds(now + 1)
  expect(database.prepare('SELECT count(*) FROM holds').pluck().get()).toBe(0)
})
