import { beforeEach, describe, expect, test } from 'vitest'
import { createRunReports } from '../../src/bot/owner/run-reports.ts'
import { reasonBy } from '../../src/deliveries/govern.ts'
import type { Run, RunStore } from '../../src/deliveries/runs.ts'
import { createWording } from '../../src/messages/fluent.ts'
import type { Database } from '../../src/sqlite/database.ts'
import { createRunStore } from '../../src/sqlite/runs.ts'
import { createKeptLog } from '../deliveries/scripted-messenger.ts'
import { openStore } from '../sqlite/store.ts'
import type { TestClock } from '../support/test-clock.ts'
import { type Call, createRecordedApi, refusal } from './recorded-api.ts'

const OWNERS = [22, 44]

let database: Database
let clock: TestClock
let runs: RunStore
beforeEach(async () => {
  ;({ database, clock } = await openStore())
  runs = createRunStore(database)
  database.exec(`INSERT INTO readers (id, chat_id, kind, language, created_at) VALUES (1, 11, 'private', 'ar', 0);
    INSERT INTO editions (id, key, language, up_to, article_ids, omitted, parts, created_at)
    VALUES (1, 'x', 'ar', 1, '[1]', 0, '["x"]', 0)`)
})

/** A run as planning and settling have left it; as long as less was sent than planned, something waits. */
function addRun(counts: Partial<Record<'planned' | 'sent' | 'failed' | 'gone', number>> = {}): number {
  const { planned = 1000, sent = 0, failed = 0, gone = 0 } = counts
  const insert = database.prepare<[number, number, number, number, number], number>(
    `INSERT INTO runs (state, planned, sent, failed, gone, started_at)
     VALUES ('running', ?, ?, ?, ?, ?) RETURNING id`,
  )
  const id = insert.pluck().get(planned, sent, failed, gone, clock.now()) as number
  const wait = database.prepare<[string, number, number, number]>(
    `INSERT INTO deliveries (reader_id, slot, run_id, edition_id, state, available_at, created_at)
     VALUES (1, ?, ?, 1, 'pending', ?, ?)`,
  )
  if (sent < planned) wait.run(`run ${id}`, id, clock.now(), clock.now())
  return id
}

function count(id: number, sent: number): void {
  const planned = database
    .prepare<[number, number], number>('UPDATE runs SET sent = ? WHERE id = ? RETURNING planned')
    .pluck()
    .get(sent, id)
  const arrive = database.prepare<[number]>(
    `UPDATE deliveries SET state = 'sent', available_at = NULL, settled_at = 1 WHERE run_id = ?`,
  )
  if (sent === planned) arrive.run(id)
}

/** Reports as one process makes them: another one is what a restart is. */
function start(answer?: (call: Call, nth: number) => Error | null, ownerIds: readonly number[] = OWNERS) {
  const { api, calls } = createRecordedApi(answer)
  const log = createKeptLog()
  const reports = createRunReports({
    runs,
    api,
    ownerIds,
    clock,
    log,
    wordingOf: async (ownerId) => createWording(ownerId === 44 ? 'ar' : 'en'),
  })
  const look = async () => {
    calls.length = 0
    await reports.look()
    await clock.advance(5000)
    return [...calls]
  }
  return { reports, calls, look, log }
}

async function byId(id: number): Promise<Run> {
  return (await runs.byId(id)) as Run
}

describe('a large run', () => {
  test('is shown to each owner in their language, without a sound, with what can be done about it', async () => {
    const id = addRun({ sent: 100 })
    const { look } = start()
    const [english, arabic] = await look()
    expect(english).toMatchObject({ method: 'sendMessage', chatId: 22, silent: true })
    expect(english?.text).toContain('Sent: 100 of 1,000')
    expect(english?.buttons).toEqual([`run:pause:${id}`, `run:cancel:${id}`])
    expect(arabic).toMatchObject({ method: 'sendMessage', chatId: 44 })
    expect(arabic?.text).toContain('قيد الإرسال')
  })

  test('goes on in the same message, with the rate since the last look and the time left', async () => {
    const id = addRun()
    const { look } = start()
    const sent = await look()
    count(id, 140)
    const edited = await look()
    expect(edited.map(({ method, messageId }) => [method, messageId])).toEqual(
      sent.map(({ messageId }) => ['editMessageText', messageId]),
    )
    expect(edited[0]?.text).toContain('Rate: 28 a second')
    expect(edited[0]?.text).toContain('Time left: 31 seconds')
  })

  test('is not edited while nothing has changed', async () => {
    addRun()
    const { look } = start()
    await look()
    await look()
    expect(await look()).toEqual([])
  })

  test('goes on in the same message after a restart', async () => {
    const id = addRun()
    const before = await start().look()
    count(id, 500)
    const after = await start().look()
    expect(after.map(({ method, messageId }) => [method, messageId])).toEqual(
      before.map(({ messageId }) => ['editMessageText', messageId]),
    )
  })

  test('shows its final figures once, without buttons, and is then left alone', async () => {
    const id = addRun({ sent: 990 })
    const { look } = start()
    await look()
    count(id, 1000)
    const [last] = await look()
    expect((await byId(id)).state).toBe('done')
    expect(last).toMatchObject({ method: 'editMessageText', buttons: [] })
    expect(last?.text).toContain('State: done\nSent: 1,000 of 1,000 (100%)')
    expect(await look()).toEqual([])
  })

  test('shows its final figures also when it ended while nobody looked', async () => {
    const id = addRun({ sent: 900 })
    await start().look()
    count(id, 1000)
    await runs.finish(clock.now())
    const restarted = start()
    const [last] = await restarted.look()
    expect(last?.method).toBe('editMessageText')
    expect(last?.text).toContain('State: done')
    expect(await restarted.look()).toEqual([])
  })

  test('that is through before anybody looked is shown once', async () => {
    const { look } = start()
    await look()
    addRun({ planned: 1000, sent: 1000 })
    const [only] = await look()
    expect(only).toMatchObject({ method: 'sendMessage', buttons: [] })
    expect(await look()).toEqual([])
  })

  test('shows that somebody paused it, also on the command line, and can be resumed there', async () => {
    const id = addRun()
    const { look } = start()
    await look()
    await runs.pause(id, reasonBy('pause', 'operator'))
    const [paused] = await look()
    expect(paused?.text).toContain('State: paused\nReason: decided on the command line')
    expect(paused?.buttons).toEqual([`run:resume:${id}`, `run:cancel:${id}`])
  })

  test('shows that it was cancelled', async () => {
    const id = addRun()
    const { look } = start()
    await look()
    await runs.cancel(id, reasonBy('cancel', { owner: 22 }), clock.now())
    const [cancelled] = await look()
    expect(cancelled?.text).toContain('State: cancelled')
    expect(cancelled?.buttons).toEqual([])
  })
})

test('a small run is nobody’s concern, but it is ended all the same', async () => {
  const id = addRun({ planned: 199, sent: 199 })
  expect(await start().look()).toEqual([])
  expect((await byId(id)).state).toBe('done')
})

describe('a run that paused itself', () => {
  test('is told to every owner at once in a new message, with its reason and a sound', async () => {
    const id = addRun({ planned: 50, failed: 10 })
    await runs.pause(id, '10 of 50 refused')
    const { reports, calls } = start()
    await reports.braked(await byId(id))
    expect(calls.map(({ method, chatId, silent }) => [method, chatId, silent])).toEqual([
      ['sendMessage', 22, false],
      ['sendMessage', 44, false],
    ])
    expect(calls[0]?.text).toContain('10 of 50 refused')
    expect(calls[0]?.buttons).toEqual([`run:resume:${id}`, `run:cancel:${id}`])
  })

  test('is told again after a restart, once, unless somebody paused it', async () => {
    const braked = addRun({ planned: 50 })
    const paused = addRun({ planned: 50 })
    await runs.pause(braked, '10 of 50 refused')
    await runs.pause(paused, reasonBy('pause', { owner: 22 }))
    const { look } = start()
    const told = await look()
    expect(told.map(({ chatId }) => chatId)).toEqual(OWNERS)
    expect(told[0]?.text).toContain(`Run \u{2068}${braked}\u{2069} has paused itself`)
    expect(await look()).toEqual([])
  })

  test('is not told twice by the same process', async () => {
    const id = addRun({ planned: 50 })
    await runs.pause(id, '10 of 50 refused')
    const { reports, look } = start()
    await reports.braked(await byId(id))
    expect(await look()).toEqual([])
  })
})

describe('when Telegram objects', () => {
  test('to an edit that changes nothing, all is well', async () => {
    const id = addRun()
    const unchanged = refusal(
      400,
      'Bad Request: message is not modified: specified new message content and …',
    )
    const { look, log } = start(({ method }) => (method === 'editMessageText' ? unchanged : null))
    await look()
    count(id, 10)
    expect((await look()).map(({ method }) => method)).toEqual(['editMessageText', 'editMessageText'])
    expect(log.events).toEqual([])
  })

  test.each(['Bad Request: message to edit not found', "Bad Request: message can't be edited"])(
    'with %s, a new message takes its place for good',
    async (description) => {
      const id = addRun()
      let lost = -1
      const { look } = start(({ method, messageId }) =>
        method === 'editMessageText' && messageId === lost ? refusal(400, description) : null,
      )
      const [first] = await look()
      lost = first?.messageId ?? 0
      count(id, 10)
      const replaced = (await look()).filter(({ chatId }) => chatId === 22)
      expect(replaced.map(({ method }) => method)).toEqual(['editMessageText', 'sendMessage'])
      count(id, 20)
      const [next] = await look()
      expect(next).toMatchObject({ method: 'editMessageText', messageId: replaced[1]?.messageId })
    },
  )

  test('by flood control, the owner is left in peace for as long as it asks, and the others are not', async () => {
    const id = addRun()
    let flooded = true
    const { look } = start(({ chatId }) =>
      chatId === 22 && flooded ? refusal(429, 'Too Many Requests: retry after 12', 12) : null,
    )
    expect((await look()).map(({ chatId }) => chatId)).toEqual([22, 44])
    flooded = false
    count(id, 10)
    expect((await look()).map(({ chatId }) => chatId)).toEqual([44])
    count(id, 20)
    expect((await look()).map(({ chatId }) => chatId)).toEqual([44])
    count(id, 30)
    expect((await look()).map(({ method, chatId }) => [method, chatId])).toEqual([
      ['sendMessage', 22],
      ['editMessageText', 44],
    ])
  })

  test('because an owner has never started the bot, they are not asked again and again', async () => {
    const id = addRun()
    const { look } = start(({ chatId }) =>
      chatId === 22 ? refusal(403, "Forbidden: bot can't initiate conversation with a user") : null,
    )
    await look()
    count(id, 10)
    expect((await look()).map(({ chatId }) => chatId)).toEqual([44])
  })

  test('to the final figures, they are tried again until they are shown', async () => {
    const id = addRun({ sent: 990 })
    let down = false
    const { look } = start(() => (down ? refusal(502, 'Bad Gateway') : null), [22])
    await look()
    count(id, 1000)
    down = true
    await look()
    down = false
    const [last] = await look()
    expect(last?.text).toContain('State: done')
    expect(await look()).toEqual([])
  })

  test('by breaking the connection, nothing is thrown', async () => {
    const id = addRun({ planned: 300 })
    await runs.pause(id, '10 of 50 refused')
    const { reports, look, log } = start(() => new Error('socket hang up'))
    await reports.braked(await byId(id))
    await look()
    expect(log.events.length).toBeGreaterThan(0)
  })
})

test('an error of the store is logged and the next look tries again', async () => {
  addRun()
  const { reports, calls, log } = start()
  const { open } = runs
  runs = Object.assign(runs, { open: () => Promise.reject(new Error('disk I/O error')) })
  await reports.look()
  expect(log.events.length).toBe(1)
  Object.assign(runs, { open })
  await reports.look()
  expect(calls.length).toBe(2)
})

test('two looks at once are one', async () => {
  addRun()
  const { reports, calls } = start()
  await Promise.all([reports.look(), reports.look()])
  expect(calls.map(({ chatId }) => chatId)).toEqual(OWNERS)
})
