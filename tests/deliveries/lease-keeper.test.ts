import { expect, onTestFinished, test } from 'vitest'
import { createLeaseKeeper } from '../../src/deliveries/lease-keeper.ts'
import { createLog } from '../../src/log.ts'
import { createSenderLease } from '../../src/sqlite/sender-lease.ts'
import { openStore } from '../sqlite/store.ts'

async function withKeeper(holder = 'one') {
  const { database, clock } = await openStore()
  const lease = createSenderLease(database)
  const lost: string[] = []
  const keeper = (name: string) =>
    createLeaseKeeper({
      lease,
      holder: name,
      clock,
      log: createLog('silent', []),
      onLost: () => lost.push(name),
    })
  const first = keeper(holder)
  onTestFinished(() => first.stop())
  return { clock, lease, keeper, first, lost }
}

test('the sender is nobody before the lease is taken, and whoever takes it from then on', async () => {
  const { clock, first, lease } = await withKeeper()
  expect(first.mine()).toBe(false)
  await first.start()
  await clock.advance(10 * 60_000)
  expect(first.mine()).toBe(true)
  expect(await lease.current()).toEqual({ holder: 'one', until: clock.now() + 30_000 })
})

test('a process that was suspended for longer than its lease does not send when it wakes up', async () => {
  const { clock, first } = await withKeeper()
  await first.start()
  clock.jump('2026-11-22T06:00:31Z')
  expect(first.mine()).toBe(false)
})

test('a process that was replaced says so once and stays silent', async () => {
  const { clock, first, keeper, lost } = await withKeeper()
  await first.start()
  const second = keeper('two')
  await second.start()
  await clock.advance(60_000)
  expect(lost).toEqual(['one'])
  expect([first.mine(), second.mine()]).toEqual([false, true])
  await second.stop()
})

test('whoever stops gives the lease back, and only their own', async () => {
  const { first, keeper, lease } = await withKeeper()
  await first.start()
  await keeper('two').stop()
  expect((await lease.current())?.holder).toBe('one')
  await first.stop()
  expect(await lease.current()).toBeNull()
})

test('a lease that is held is not taken without proof that its holder is dead', async () => {
  const { clock, lease } = await withKeeper()
  expect(await lease.hold('one', clock.now(), clock.now() + 30_000)).toBe(true)
  expect(await lease.hold('two', clock.now(), clock.now() + 30_000)).toBe(false)
  expect(await lease.hold('one', clock.now(), clock.now() + 40_000)).toBe(true)
  expect(await lease.hold('two', clock.now() + 40_000, clock.now() + 70_000)).toBe(true)
  expect(await lease.hold('three', clock.now(), clock.now() + 30_000, true)).toBe(true)
})
