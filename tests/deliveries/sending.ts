import type { Outcome } from '../../src/deliveries/messenger.ts'
import { createSender, type SenderParts } from '../../src/deliveries/sender.ts'
import { createWorld } from '../digests/store.ts'
import { createKeptLog, createScriptedMessenger, type Sent } from './scripted-messenger.ts'

/** `count` readers with a due digest, and a sender whose messages the test answers. */
export async function setUp(
  count: number,
  answer?: (message: Sent, nth: number) => Outcome | null,
  options: Partial<SenderParts> & { days?: string[] } = {},
) {
  const { days = ['2026-11-20'], ...parts } = options
  const world = await createWorld('2026-11-22T04:00:00Z')
  for (const day of days) await world.addArticles(1, day)
  for (let chatId = 1; chatId <= count; chatId += 1) await world.subscribe(chatId)
  world.clock.jump('2026-11-22T05:00:00Z')
  await world.digests.tick()
  const { clock, outbox } = world
  const scripted = createScriptedMessenger(clock, answer)
  const log = createKeptLog()
  const sender = createSender({
    outbox,
    messenger: scripted.messenger,
    clock,
    log,
    random: () => 0,
    ...parts,
  })
  const drain = () => clock.runUntil(sender.drain())
  const states = () => world.rows().map(({ state }) => state)
  return { ...world, ...scripted, log, sender, drain, states, start: clock.now() }
}
