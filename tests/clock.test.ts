import { describe, expect, test } from 'vitest'
import { systemClock } from '../src/clock.ts'

describe('the system clock', () => {
  test('tells the time of the machine', () => {
    const before = Date.now()
    const now = systemClock.now()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
  })

  test('sleeps as long as it was told', async () => {
    const before = performance.now()
    await systemClock.sleep(30)
    expect(performance.now() - before).toBeGreaterThan(25)
  })

  test('wakes without complaint when the signal aborts', async () => {
    const alarm = new AbortController()
    const sleeping = systemClock.sleep(3_600_000, alarm.signal)
    alarm.abort(new Error('enough'))
    await expect(sleeping).resolves.toBeUndefined()
  })

  test('does not fall asleep when the signal has aborted already', async () => {
    await expect(systemClock.sleep(3_600_000, AbortSignal.abort())).resolves.toBeUndefined()
  })

  test.each([0, -1, Number.NaN])('does not sleep for %d milliseconds', async (milliseconds) => {
    await expect(systemClock.sleep(milliseconds)).resolves.toBeUndefined()
  })

  test.each([2 ** 31, 2 ** 40, Number.POSITIVE_INFINITY])(
    'sleeps longer than a timer of Node can: %d milliseconds',
    async (milliseconds) => {
      const alarm = new AbortController()
      const sleep = systemClock.sleep(milliseconds, alarm.signal).then(() => 'woken')
      const first = await Promise.race([sleep, systemClock.sleep(40).then(() => 'still asleep')])
      expect(first).toBe('still asleep')
      alarm.abort()
      await expect(sleep).resolves.toBe('woken')
    },
  )
})
