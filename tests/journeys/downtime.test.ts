import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDigestRenderer } from '../../src/bot/reader/digest-text.ts'
import { createDigests } from '../../src/digests/publish.ts'
import { MOST_ARTICLES } from '../../src/digests/selection.ts'
import { createEditionStore } from '../../src/sqlite/editions.ts'
import { createWorld, sendAll } from '../digests/store.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'

const HOUR = 60 * 60 * 1000
/** Telegram takes no longer message. */
const MOST_UNITS = 4096
const ZONES = ['Asia/Riyadh', 'Africa/Cairo', 'America/New_York', 'Australia/Sydney']

/** The program with real texts on a file; opening it once more is a new start of the program. */
async function open(path: string, at: number) {
  const world = await createWorld(new Date(at).toISOString(), path)
  const digests = createDigests({
    editions: createEditionStore(world.database),
    articles: world.articles,
    clock: world.clock,
    render: createDigestRenderer(() => 'mujaz_test_bot'),
  })
  /** As many ticks as there are minutes, each sent at once. */
  async function run(hours: number): Promise<void> {
    const end = world.clock.now() + hours * HOUR
    while (world.clock.now() < end) {
      await digests.tick()
      await sendAll(world)
      await world.clock.advance(15 * 60_000)
    }
  }
  const sent = (readerId: number) =>
    world.database
      .prepare<
        [number],
        { slot: string; upTo: number; articles: number[]; omitted: number; parts: string[]; buttons: string }
      >(
        `SELECT slot, up_to AS upTo, article_ids AS articles, omitted, parts, buttons FROM deliveries
         JOIN editions ON editions.id = edition_id WHERE reader_id = ? AND state = 'sent' ORDER BY deliveries.id`,
      )
      .all(readerId)
      .map((row) => ({
        ...row,
        articles: JSON.parse(String(row.articles)) as number[],
        parts: JSON.parse(String(row.parts)) as string[],
      }))
  return { ...world, digests, run, sent, close: () => world.database.close() }
}

describe('a return', () => {
  test.each([
    ['three hours', 3, 4],
    ['three days', 72, 35],
    ['three weeks', 21 * 24, 700],
  ])('from %s of downtime brings each reader one digest with all that is new', async (_, hours, news) => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    const start = Date.parse('2026-11-09T00:00:00Z')
    const before = await open(path, start)
    await before.addArticles(3)
    for (const [index, zone] of ZONES.entries()) {
      // Just after the stop it is their hour.
      const due = new Date(start + 49 * HOUR).toLocaleTimeString('en-GB', { timeZone: zone })
      const [hour = 0, minute = 0] = due.split(':').map(Number)
      await before.subscribe(index + 1, { zone, minuteOfDay: hour * 60 + minute })
    }
    await before.run(48)
    expect(before.rows()).toHaveLength(ZONES.length * 2)
    await before.addArticles(news)
    before.close()

    const back = start + 48 * HOUR + hours * HOUR
    const after = await open(path, back)
    const had = after.sent(1).length
    const newest = await after.articles.newestId()
    await after.digests.tick()
    await sendAll(after)
    await after.digests.tick()
    await sendAll(after)
    for (const readerId of ZONES.keys()) {
      const digests = after.sent(readerId + 1)
      const [digest, ...more] = digests.slice(had)
      expect(more).toEqual([])
      expect(digest?.upTo).toBe(newest)
      expect(digest?.articles).toHaveLength(Math.min(news, MOST_ARTICLES))
      expect((digest?.articles.length ?? 0) + (digest?.omitted ?? 0)).toBe(news)
      expect(new Set(digests.flatMap(({ articles }) => articles)).size).toBe(
        digests.flatMap(({ articles }) => articles).length,
      )
      for (const part of digest?.parts ?? []) expect(part.length).toBeLessThanOrEqual(MOST_UNITS)
      // The rest is told and linked.
      if (news > MOST_ARTICLES) {
        expect(digest?.parts.at(-1)).toContain(String(news - MOST_ARTICLES))
        expect(digest?.parts.at(-1)).toContain(`start=n3-${newest}`)
      }
    }

    // Everything goes on as before: one a day, with what has come since.
    await after.addArticles(1)
    await after.run(48)
    expect(after.sent(1).slice(had + 1)).toMatchObject([{ articles: [newest + 1], omitted: 0 }])
    after.close()
  })

  test('leaves nobody out who was due while the program stopped in the middle of planning', async () => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    const start = Date.parse('2026-11-09T00:00:00Z')
    const before = await open(path, start)
    await before.addArticles(1)
    for (let chatId = 1; chatId <= 600; chatId += 1) await before.subscribe(chatId, { zone: 'UTC' })
    // The first slice is planned; then the disk is full.
    before.database.exec(`CREATE TRIGGER full BEFORE INSERT ON deliveries WHEN NEW.reader_id > 300
      BEGIN SELECT raise(ABORT, 'full'); END`)
    before.clock.jump('2026-11-09T08:00:00Z')
    await expect(before.digests.tick()).rejects.toThrow('full')
    expect(before.rows().length).toBeGreaterThan(0)
    expect(before.rows().length).toBeLessThan(600)
    before.database.exec('DROP TRIGGER full')
    before.close()

    const after = await open(path, start + 9 * HOUR)
    await after.digests.tick()
    await sendAll(after)
    const readers = after.rows().map(({ reader_id: id, state }) => `${id} ${state}`)
    expect(new Set(readers)).toEqual(new Set(Array.from({ length: 600 }, (_, index) => `${index + 1} sent`)))
    expect(readers).toHaveLength(600)
    expect(after.runs().reduce((sum, { planned }) => sum + planned, 0)).toBe(600)
    after.close()
  })
})
