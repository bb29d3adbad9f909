import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { sendingLimits } from '../../src/deliveries/limits.ts'
import { setUp } from './sending.ts'

const PAID = 1000

test('at the paid rate many send side by side, within what may be in doubt, and none of it looks like a leak', async () => {
  const warnings: string[] = []
  const keep = (warning: Error) => warnings.push(`${warning.name}: ${warning.message}`)
  process.on('warning', keep)
  onTestFinished(() => void process.off('warning', keep))

  const { sender, clock, delivered, states, mostOnWire } = await setUp(400, undefined, {
    ratePerSecond: PAID,
  })
  const { concurrency, inDoubt } = sendingLimits(PAID)
  let most = 0
  sender.start()
  for (let ms = 0; ms < 600; ms += 10) {
    await clock.advance(10)
    most = Math.max(most, sender.inDoubt().now)
  }
  await clock.runUntil(sender.stop(1000))
  await turn()

  expect(delivered).toHaveLength(400)
  expect(new Set(states())).toEqual(new Set(['sent']))
  expect(mostOnWire()).toBeGreaterThan(40)
  expect(mostOnWire()).toBeLessThanOrEqual(concurrency)
  expect(most).toBeLessThanOrEqual(inDoubt)
  expect(warnings).toEqual([])
})
