import type { Claim } from '../../src/deliveries/outbox.ts'
import { createWorld, type World } from '../digests/store.ts'

const LEASE_MS = 120_000

/** `count` readers with a digest that is due: chats 1, 2 and so on, deliveries of run 2. */
export async function withDue(count: number, days = ['2026-11-20']): Promise<World> {
  const world = await createWorld('2026-11-22T04:00:00Z')
  for (const day of days) await world.addArticles(1, day)
  for (let chatId = 1; chatId <= count; chatId += 1) await world.subscribe(chatId)
  world.clock.jump('2026-11-22T05:00:00Z')
  await world.digests.tick()
  return world
}

export function claimAll({ outbox, clock }: World, limit = 100): Promise<Claim[]> {
  return outbox.claim(limit, clock.now(), clock.now() + LEASE_MS)
}

/** What people asked for out of turn: one more delivery for this reader, in the direct run. */
export function askNow({ database, clock }: World, readerId: number, slot = 'now:x'): void {
  database
    .prepare(
      `INSERT INTO deliveries (reader_id, slot, edition_id, state, available_at, created_at)
       VALUES (?, ?, 1, 'pending', ?, 0)`,
    )
    .run(readerId, slot, clock.now())
}

/** Readers of chats `from` to `to` have a digest that is due in a run of its own, an hour later. */
export async function dueLater(world: World, from: number, to: number): Promise<void> {
  for (let chatId = from; chatId <= to; chatId += 1) await world.subscribe(chatId, { minuteOfDay: 9 * 60 })
  world.clock.jump('2026-11-22T06:00:00Z')
  await world.digests.tick()
}

/** How a run stands, and whether its figures add up to what its deliveries say. */
export function figures({ database }: World, runId = 2) {
  const run = database
    .prepare<[number], Record<string, number | string | null>>(
      'SELECT state, planned, sent, gone, failed, skipped, refused FROM runs WHERE id = ?',
    )
    .get(runId)
  const counted = database
    .prepare<[number], Record<string, number>>(
      `SELECT count(*) FILTER (WHERE state = 'sent') AS sent, count(*) FILTER (WHERE state = 'gone') AS gone,
         count(*) FILTER (WHERE state = 'failed') AS failed, count(*) FILTER (WHERE state = 'skipped') AS skipped
       FROM deliveries WHERE run_id = ?`,
    )
    .get(runId)
  return { run, counted }
}
