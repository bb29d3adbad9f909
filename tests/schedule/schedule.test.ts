import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSchedule } from '../../src/schedule/schedule.ts'
import { createKeptLog } from '../deliveries/scripted-messenger.ts'

const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T08:00:30Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the schedule', () => {
  test('runs every job once a minute until it is stopped', async () => {
    const runs: string[] = []
    const job = (name: string) => ({
      name,
      run: async () => {
        runs.push(name)
      },
    })
    const schedule = createSchedule([job('digests'), job('feeds')], createKeptLog())
    schedule.start()
    expect(runs).toEqual([])
    await vi.advanceTimersByTimeAsync(3 * MINUTE)
    expect(runs).toEqual(['digests', 'feeds', 'digests', 'feeds', 'digests', 'feeds'])
    await schedule.stop()
    await vi.advanceTimersByTimeAsync(3 * MINUTE)
    expect(runs).toHaveLength(6)
  })

  test('does not start a job that still runs, and waits for it when it stops', async () => {
    let runs = 0
    let finish = (): void => undefined
    const run = () => {
      runs += 1
      return new Promise<void>((resolve) => {
        finish = resolve
      })
    }
    const schedule = createSchedule([{ name: 'slow', run }], createKeptLog())
    schedule.start()
    await vi.advanceTimersByTimeAsync(3 * MINUTE)
    expect(runs).toBe(1)
    let stopped = false
    const stopping = schedule.stop().then(() => {
      stopped = true
    })
    await vi.advanceTimersByTimeAsync(1000)
    expect(stopped).toBe(false)
    finish()
    await stopping
    expect(stopped).toBe(true)
  })

  test('logs the error of a job and runs it again at the next tick', async () => {
    let runs = 0
    const log = createKeptLog()
    const run = async () => {
      runs += 1
      throw new Error('broken')
    }
    const schedule = createSchedule([{ name: 'broken', run }], log)
    schedule.start()
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    expect(runs).toBe(2)
    expect(log.events.filter((event) => event === 'job failed')).toHaveLength(2)
    await schedule.stop()
  })

  test('says what cron has to say in the log, not on the console', async () => {
    const log = createKeptLog()
    const schedule = createSchedule([{ name: 'late', run: async () => undefined }], log)
    schedule.start()
    vi.setSystemTime(Date.parse('2026-11-22T08:05:10Z')) // the loop was blocked for minutes
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    await schedule.stop()
    expect(log.events).toContain('cron')
  })
})
