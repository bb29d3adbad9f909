import { describe, expect, test } from 'vitest'
import { prepareReport } from '../../src/articles/intake.ts'
import { setUp } from './correcting.ts'

const NORMAL = {}

describe('a retraction', () => {
  test('edits the digest of everyone who has received the report, and nobody else', async () => {
    const world = await setUp([NORMAL, { length: 'short' }, { language: 'en', length: 'full' }])
    await world.subscribe(9, { minuteOfDay: 23 * 60 })
    expect(await world.retract(world.ids[1])).toEqual({ kind: 'retracted', recipients: 3 })
    await world.drain()
    expect(world.states().map(({ state }) => state)).toEqual(['edited', 'edited', 'edited'])
    expect(world.edits.map(({ chatId }) => chatId).sort()).toEqual([1, 2, 3])
    expect(world.sent).toEqual([])
    for (const { html } of world.edits) {
      expect(html).toContain('لم يصح الخبر')
      expect(html).toMatch(/<s>.*معاهدة جديدة.*<\/s>/)
      expect(html).toContain('قمة في العاصمة')
      expect(html).toContain('قطار على الحدود')
    }
  })

  test('keeps the buttons below the last part', async () => {
    const world = await setUp([NORMAL])
    await world.retract(world.ids[0])
    await world.drain()
    const [frozen] = world.database.prepare<[], string>('SELECT buttons FROM editions').pluck().all()
    expect(world.edits[0]?.buttons).toEqual(JSON.parse(frozen ?? '[]'))
    expect(world.edits[0]?.buttons).not.toEqual([])
  })

  test('of two reports of one digest leaves both notices', async () => {
    const world = await setUp([NORMAL])
    await world.retract(world.ids[0], 'السبب الأول')
    await world.drain()
    await world.retract(world.ids[2], 'السبب الثاني')
    await world.drain()
    const shown = world.shown.get('1/100') ?? ''
    expect(shown).toContain('السبب الأول')
    expect(shown).toContain('السبب الثاني')
  })
})

describe('a correction', () => {
  test('shows the report as it is now, and what was corrected', async () => {
    const world = await setUp([NORMAL, { length: 'short' }])
    await world.correct(world.ids[1], { title: 'معاهدة قديمة' })
    await world.drain()
    for (const { html } of world.edits) {
      expect(html).toContain('صُحّح العنوان')
      expect(html).toContain('معاهدة قديمة')
      expect(html).not.toContain('<b>معاهدة جديدة</b>')
    }
  })

  test('that is made anew before the first one has gone out goes out once, as the newest', async () => {
    const world = await setUp([NORMAL])
    await world.correct(world.ids[1], { title: 'معاهدة أولى' }, 'أول تصحيح')
    await world.correct(world.ids[1], { title: 'معاهدة ثانية' }, 'ثاني تصحيح')
    await world.drain()
    expect(world.edits).toHaveLength(1)
    expect(world.edits[0]?.html).toContain('ثاني تصحيح')
    expect(world.edits[0]?.html).not.toContain('أول تصحيح')
  })

  test('that is none leaves what was sent as it was', async () => {
    const world = await setUp([NORMAL])
    const article = await world.articles.byId(world.ids[1])
    if (article === null) throw new Error('no article')
    await world.changes.revise({
      articleId: article.id,
      prepared: prepareReport({ ...article, title: 'عنوان آخر' }),
      seen: 1,
      editorId: 5,
      correction: null,
    })
    await world.drain()
    expect(world.edits).toEqual([])
  })
})

describe('a digest that cannot be edited', () => {
  test('is followed by a short message that answers it', async () => {
    const refuse = { kind: 'not-editable', description: "400 Bad Request: message can't be edited" } as const
    const world = await setUp([NORMAL, NORMAL], { onEdit: ({ chatId }) => (chatId === 1 ? refuse : null) })
    await world.retract(world.ids[1])
    await world.drain()
    expect(
      world
        .states()
        .map(({ chat, state }) => [chat, state])
        .sort(),
    ).toEqual([
      [1, 'replied'],
      [2, 'edited'],
    ])
    expect(world.sent).toMatchObject([{ chatId: 1, replyTo: 100, format: 'html' }])
    expect(world.sent[0]?.text).toContain('معاهدة جديدة')
    expect(world.sent[0]?.text).toContain('لم يصح الخبر')
  })

  test('makes no sound in the quiet hours', async () => {
    const refuse = { kind: 'not-editable', description: '400' } as const
    const quiet = { quiet: { from: 9 * 60, to: 10 * 60 } }
    const world = await setUp([quiet, NORMAL], { onEdit: () => refuse })
    world.clock.jump('2026-11-22T06:30:00Z')
    await world.retract(world.ids[1])
    await world.drain()
    expect(new Map(world.sent.map(({ chatId, silent }) => [chatId, silent]))).toEqual(
      new Map([
        [1, true],
        [2, false],
      ]),
    )
  })

  test('whose markup is refused as well gets the words alone', async () => {
    const refuse = { kind: 'not-editable', description: '400' } as const
    const world = await setUp([NORMAL], {
      onEdit: () => refuse,
      onSend: ({ format }) => (format === 'html' ? { kind: 'plain', description: "400 can't parse" } : null),
    })
    await world.retract(world.ids[1])
    await world.drain()
    expect(world.sent.map(({ format }) => format)).toEqual(['html', 'plain'])
    expect(world.states()).toMatchObject([{ state: 'replied' }])
  })
})

describe('what Telegram asks for', () => {
  test('a flood wait of one chat is kept to the second, and the others go on', async () => {
    const world = await setUp([NORMAL, NORMAL, NORMAL], {
      onEdit: ({ chatId }, nth) =>
        chatId === 3 && nth <= 3 ? { kind: 'later', seconds: 40, scope: 'chat' } : null,
    })
    const began = world.clock.now()
    await world.retract(world.ids[1])
    await world.drain()
    expect(
      world
        .states()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['edited', 'edited', 'pending'])
    world.clock.jump(new Date(began + 41_000).toISOString())
    await world.drain()
    expect(world.states().map(({ state }) => state)).toEqual(['edited', 'edited', 'edited'])
    const [asked, again] = world.edits.filter(({ chatId }) => chatId === 3)
    expect((again?.at ?? 0) - (asked?.at ?? 0)).toBeGreaterThanOrEqual(40_000)
    // Kept for a restart, and for the digests.
    expect(world.pace.chatFreeAt(3)).toBeGreaterThan(began)
  })

  test('a wait of everybody holds corrections back, as it does digests', async () => {
    const world = await setUp([NORMAL, NORMAL], {
      onEdit: (_, nth) => (nth === 1 ? { kind: 'later', seconds: 30, scope: 'global' } : null),
    })
    await world.retract(world.ids[1])
    await world.drain()
    expect(world.edits).toHaveLength(1)
    expect(world.pace.heldUntil()).toBeGreaterThan(0)
    world.clock.jump(new Date(world.pace.heldUntil() + 1).toISOString())
    await world.drain()
    expect(world.states().map(({ state }) => state)).toEqual(['edited', 'edited'])
  })

  test('whoever has blocked the bot is gone, and is sent nothing more', async () => {
    const world = await setUp([NORMAL], { onEdit: () => ({ kind: 'gone', reason: 'blocked' }) })
    await world.retract(world.ids[1])
    await world.drain()
    expect(world.states()).toEqual([{ chat: 1, state: 'gone', reason: 'blocked' }])
    expect((await world.readers.byAddress({ chatId: 1, threadId: null }))?.stopped).toBe('blocked')
    await world.retract(world.ids[0])
    await world.drain()
    expect(world.edits).toHaveLength(1)
  })

  test('an outage is tried again, and given up in the end', async () => {
    const world = await setUp([NORMAL], { onEdit: () => ({ kind: 'unknown', description: '502' }) })
    await world.retract(world.ids[1])
    for (let round = 0; round < 20; round += 1) {
      await world.drain()
      world.clock.jump(new Date(world.clock.now() + 400_000).toISOString())
    }
    expect(world.edits).toHaveLength(12)
    expect(world.states()).toEqual([{ chat: 1, state: 'failed', reason: '502' }])
  })

  test('a group that became a supergroup is told at its new place', async () => {
    const world = await setUp([NORMAL], {
      onEdit: ({ chatId }) =>
        chatId === 1
          ? { kind: 'moved', chatId: -1001 }
          : { kind: 'not-editable', description: 'message to edit not found' },
    })
    await world.retract(world.ids[1])
    await world.drain()
    expect(world.sent).toMatchObject([{ chatId: -1001 }])
    expect(world.states()).toMatchObject([{ chat: -1001, state: 'replied' }])
  })
})

describe('a crash', () => {
  test('between the edit and its record repeats the edit, and loses none', async () => {
    const world = await setUp([NORMAL, NORMAL])
    await world.retract(world.ids[1])
    // Worked off, but what was recorded is lost with the process.
    await world.drain()
    world.database.exec(
      "UPDATE amendments SET state = 'pending', available_at = 0, settled_at = NULL WHERE id = 1",
    )
    await world.clock.runUntil(world.another().drain())
    expect(world.states().map(({ state }) => state)).toEqual(['edited', 'edited'])
    expect(world.edits).toHaveLength(3)
    expect(new Set(world.edits.map(({ html }) => html)).size).toBe(1)
    expect(world.sent).toEqual([])
  })

  test('before anything has gone out leaves it to the next process', async () => {
    const world = await setUp([NORMAL])
    await world.retract(world.ids[1])
    expect(await world.amendments.nextAt()).toBe(world.clock.now())
    await world.clock.runUntil(world.another().drain())
    expect(world.states().map(({ state }) => state)).toEqual(['edited'])
    expect(await world.amendments.nextAt()).toBeNull()
  })
})

describe('a digest that was frozen before the correction', () => {
  test('and arrives after it is amended as soon as it has arrived', async () => {
    const world = await setUp([NORMAL])
    await world.subscribe(2, { minuteOfDay: 9 * 60 })
    world.clock.jump('2026-11-22T06:00:00Z')
    await world.digests.tick()
    await world.retract(world.ids[1])
    await world.drain()
    expect(world.edits.map(({ chatId }) => chatId)).toEqual([1])
    await world.deliver()
    await world.drain()
    expect(world.edits.map(({ chatId }) => chatId)).toEqual([1, 2])
    expect(world.edits[1]?.html).toContain('لم يصح الخبر')
  })

  test('goes to nobody new', async () => {
    const world = await setUp([NORMAL])
    await world.retract(world.ids[1])
    await world.subscribe(2, { minuteOfDay: 9 * 60 })
    world.clock.jump('2026-11-22T06:00:00Z')
    await world.digests.tick()
    const [claim] = await world.outbox.claim(10, world.clock.now(), world.clock.now() + 1)
    expect(claim?.chatId).toBe(2)
    expect(claim?.parts.join()).not.toContain('معاهدة جديدة')
    expect(claim?.parts.join()).toContain('قمة في العاصمة')
  })
})

describe('a retraction that is undone', () => {
  test('before anybody was told tells nobody', async () => {
    const world = await setUp([NORMAL])
    await world.retract(world.ids[1])
    await world.undo.undo(1, 5)
    await world.drain()
    expect(world.edits).toEqual([])
    expect(world.sent).toEqual([])
  })

  test('tells those who were told that the report stands', async () => {
    const world = await setUp([NORMAL])
    await world.retract(world.ids[1])
    await world.drain()
    await world.undo.undo(1, 5)
    await world.drain()
    const shown = world.shown.get('1/100') ?? ''
    expect(shown).toContain('معاهدة جديدة')
    expect(shown).not.toContain('<s>')
    expect(shown).not.toContain('لم يصح الخبر')
  })

  test('after a correction leaves the correction', async () => {
    const world = await setUp([NORMAL])
    await world.correct(world.ids[1], { title: 'معاهدة قديمة' })
    await world.drain()
    await world.retract(world.ids[1])
    await world.drain()
    await world.undo.undo(2, 5)
    await world.drain()
    const shown = world.shown.get('1/100') ?? ''
    expect(shown).toContain('صُحّح العنوان')
    expect(shown).toContain('معاهدة قديمة')
    expect(shown).not.toContain('<s>')
  })
})

test('the loop wakes for what is new, and ends when it is told to', async () => {
  const world = await setUp([NORMAL])
  world.corrector.start()
  await world.clock.advance(1000)
  await world.retract(world.ids[1])
  world.corrector.wake()
  await world.clock.advance(2000)
  expect(world.states()).toMatchObject([{ state: 'edited' }])
  await world.clock.runUntil(world.corrector.stop(1000))
})
