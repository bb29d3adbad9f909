import { createSender, type Sender, type SenderParts } from '../../src/deliveries/sender.ts'
import { createRunStore } from '../../src/sqlite/runs.ts'
import { createWorld } from '../digests/store.ts'
import { type Answer, createKeptLog, createScriptedMessenger } from './scripted-messenger.ts'

/** What an operator has when nothing is set. */
export const RATE = 28

/** `count` readers with a due digest, and a sender whose messages the test answers. */
export async function setUp(
  count: number,
  answer?: Answer,
  options: Partial<SenderParts> & { days?: string[] } = {},
) {
  const { days = ['2026-11-20'], ...parts } = options
  const world = await createWorld('2026-11-22T04:00:00Z')
  for (const day of days) await world.addArticles(1, day)
  for (let chatId = 1; chatId <= count; chatId += 1) await world.subscribe(chatId)
  world.clock.jump('2026-11-22T05:00:00Z')
  await world.digests.tick()
  const { clock, outbox, database, readers } = world
  const runStore = createRunStore(database)
  const scripted = createScriptedMessenger(clock, answer)
  const log = createKeptLog()
  /** A sender on the same store; as the first one, except for what is said. */
  const another = (other: Partial<SenderParts> = {}): Sender =>
    createSender({
      outbox,
      runs: runStore,
      messenger: scripted.messenger,
      clock,
      log,
      ratePerSecond: RATE,
      random: () => 0,
      ...parts,
      ...other,
    })
  const sender = another()
  const drain = () => clock.runUntil(sender.drain())
  const states = () => world.rows().map(({ state }) => state)
  const byChat = (chatId: number) => readers.byAddress({ chatId, threadId: null })
  return { ...world, ...scripted, runStore, log, sender, another, drain, states, byChat, start: clock.now() }
}
