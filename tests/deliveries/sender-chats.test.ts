import { describe, expect, test } from 'vitest'
import { askNow } from '../sqlite/due.ts'
import { setUp } from './sending.ts'

describe('a chat that must not be written to', () => {
  test.each(['no_rights', 'topic_closed'] as const)(
    'is paused (%s), and whoever set it up is to be told, once',
    async (reason) => {
      const paused: unknown[] = []
      const { drain, states, byChat, clock, digests, sender } = await setUp(
        2,
        ({ chatId }) => (chatId === 2 ? { kind: 'paused', reason } : null),
        { onPaused: (about) => paused.push(about) },
      )
      await drain()
      expect(states()).toEqual(['sent', 'gone'])
      expect((await byChat(2))?.stopped).toBe(reason)
      expect(paused).toEqual([{ chatId: 2, threadId: null, reason }])
      clock.jump('2026-11-23T05:00:00Z')
      await digests.tick()
      await clock.runUntil(sender.drain())
      expect(paused).toHaveLength(1)
    },
  )
})

describe('topics of one forum', () => {
  test('each get their digest, a second apart, because they share the chat', async () => {
    const { subscribe, clock, digests, sender, delivered } = await setUp(0, undefined)
    for (const threadId of [null, 33, 44]) await subscribe(-1007, { threadId })
    await digests.tick()
    clock.jump('2026-11-23T05:00:00Z')
    await digests.tick()
    await clock.runUntil(sender.drain())
    expect(delivered.map(({ chatId, threadId }) => [chatId, threadId])).toEqual([
      [-1007, null],
      [-1007, 33],
      [-1007, 44],
    ])
    const gaps = delivered.slice(1).map(({ at }, index) => at - (delivered[index]?.at ?? 0))
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1000)
  })

  test('of one closed topic the others are none the wiser', async () => {
    const { subscribe, clock, digests, drain, readers } = await setUp(0, ({ threadId }) =>
      threadId === 33 ? { kind: 'paused', reason: 'topic_closed' } : null,
    )
    for (const threadId of [null, 33, 44]) await subscribe(-1007, { threadId })
    clock.jump('2026-11-23T05:00:00Z')
    await digests.tick()
    await drain()
    expect((await readers.ofChat(-1007)).map(({ stopped }) => stopped)).toEqual([null, 'topic_closed', null])
  })
})

describe('a message', () => {
  test('is silent where that was chosen, and carries the keyboard below its last part only', async () => {
    const { drain, delivered, database } = await setUp(1, undefined, { days: ['2026-11-19', '2026-11-20'] })
    const buttons = [[{ label: 'كل الأخبار', data: 'latest' }]]
    database.prepare('UPDATE editions SET buttons = ?').run(JSON.stringify(buttons))
    database.exec('UPDATE deliveries SET silent = 1')
    await drain()
    expect(delivered).toMatchObject([
      { silent: true, buttons: [] },
      { silent: true, buttons },
    ])
  })

  test('keeps its keyboard and its silence when it is sent again as plain text', async () => {
    const { drain, delivered, database } = await setUp(1, ({ format }) =>
      format === 'html' ? { kind: 'plain', description: "can't parse entities" } : null,
    )
    const buttons = [[{ label: 'كل الأخبار', data: 'latest' }]]
    database
      .prepare('UPDATE editions SET parts = ?, buttons = ?')
      .run(JSON.stringify(['<b>نص</b> &lt;١&gt;']), JSON.stringify(buttons))
    database.exec('UPDATE deliveries SET silent = 1')
    await drain()
    expect(delivered).toMatchObject([{ format: 'plain', text: 'نص <١>', silent: true, buttons }])
  })

  test('that somebody asked for goes before a broadcast', async () => {
    const world = await setUp(40)
    const { drain, delivered } = world
    askNow(world, 40)
    await drain()
    expect(delivered[0]?.chatId).toBe(40)
    expect(delivered).toHaveLength(41)
  })
})
