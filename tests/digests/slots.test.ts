import { describe, expect, test } from 'vitest'
import { slotAt, slotNow } from '../../src/digests/slots.ts'
import { localDay, nextOccurrence } from '../../src/readers/due-times.ts'
import { type Preferences, simplePreferences } from '../../src/readers/subscription.ts'
import { changes, daysBetween, wallClock } from '../readers/wall-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (iso: string) => Date.parse(iso)
const prefer = (minuteOfDay: number, zone: string, more: Partial<Preferences> = {}): Preferences => ({
  ...simplePreferences(minuteOfDay, zone),
  ...more,
})

describe('one digest', () => {
  test('on time may go at once, and the next one is a day later', () => {
    const now = at('2026-11-22T05:30:20Z')
    expect(slotAt(prefer(450, 'Africa/Cairo'), now)).toEqual({
      slot: '2026-11-22',
      at: at('2026-11-22T05:30:00Z'),
      nextDueAt: at('2026-11-23T05:30:00Z'),
      availableAt: now,
      silent: false,
    })
  })

  test('belongs to the day on which it was due, however late it is', () => {
    const evening = prefer(20 * 60, 'Asia/Riyadh') // 17:00 UTC
    expect(slotAt(evening, at('2026-11-23T16:59:59Z'))).toMatchObject({
      slot: '2026-11-22',
      at: at('2026-11-22T17:00:00Z'),
      nextDueAt: at('2026-11-23T17:00:00Z'),
    })
  })

  test.each([
    ['3 hours', 3],
    ['3 days', 24 * 3],
    ['3 weeks', 24 * 21],
  ])('is all that %s of downtime leave', (_, hours) => {
    const morning = prefer(480, 'Europe/London')
    const back = at('2026-11-22T08:00:00Z') + hours * HOUR
    const { slot, at: due, nextDueAt, availableAt } = slotAt(morning, back)
    expect(slot).toBe(localDay(due, 'Europe/London'))
    expect(back - due).toBeLessThan(24 * HOUR)
    expect(availableAt).toBe(back)
    expect(nextDueAt).toBeGreaterThan(back)
    expect(nextDueAt - due).toBe(24 * HOUR)
  })

  test('of several a day folds those that were missed before it', () => {
    const thrice = prefer(0, 'Europe/London', { times: [480, 780, 1200] })
    expect(slotAt(thrice, at('2026-11-22T14:00:00Z'))).toMatchObject({
      slot: '2026-11-22#2',
      nextDueAt: at('2026-11-22T20:00:00Z'),
    })
  })

  test('of a weekly reader is found a week back', () => {
    const sundays = prefer(480, 'Europe/London', { days: [7] })
    expect(slotAt(sundays, at('2026-11-28T23:00:00Z'))).toMatchObject({
      slot: '2026-11-22',
      nextDueAt: at('2026-11-29T08:00:00Z'),
    })
  })

  test('in a zone that no longer exists is read as UTC instead of stopping everybody', () => {
    expect(
      slotAt(prefer(480, 'Mars/Olympus', { quiet: { from: 0, to: 60 } }), at('2026-11-22T08:00:00Z')),
    ).toMatchObject({ slot: '2026-11-22', nextDueAt: at('2026-11-23T08:00:00Z') })
  })

  test('that was asked for takes the slot of no date', () => {
    expect(slotNow(at('2026-11-22T08:00:00.123Z'))).toBe('now:2026-11-22T08:00:00.123Z')
  })
})

describe('quiet hours', () => {
  const night = { from: 22 * 60, to: 7 * 60 }
  test.each([
    ['let a late digest wait for their end', 1200, '2026-11-22T23:30:00Z', '2026-11-23T07:00:00Z', false],
    ['let one of last night go in the morning', 1200, '2026-11-23T07:00:00Z', '2026-11-23T07:00:00Z', false],
    ['let a digest on time go', 1200, '2026-11-22T20:00:05Z', '2026-11-22T20:00:05Z', false],
    [
      'silence a digest whose own hour lies in them',
      1380,
      '2026-11-22T23:00:05Z',
      '2026-11-22T23:00:05Z',
      true,
    ],
    ['silence it when it is late too', 1380, '2026-11-23T03:00:00Z', '2026-11-23T03:00:00Z', true],
    ['end before the digest of that minute', 420, '2026-11-23T07:00:00Z', '2026-11-23T07:00:00Z', false],
  ])('%s', (_, minute, now, available, silent) => {
    expect(slotAt(prefer(minute, 'Europe/London', { quiet: night }), at(now))).toMatchObject({
      availableAt: at(available),
      silent,
    })
  })

  test('are not needed by a reader who wants silence always', () => {
    expect(slotAt(prefer(480, 'UTC', { silent: true }), at('2026-11-22T08:00:00Z')).silent).toBe(true)
  })
})

describe('a tick every minute around every change of 2024 to 2027 gives one digest a local day', () => {
  // Casablanca changes for Ramadan; newer zone data may end this.
  const zones = ['Africa/Cairo', 'Asia/Beirut', 'Africa/Casablanca', 'Europe/London', 'Asia/Riyadh']
  test.each(zones)('%s', (zone) => {
    const read = wallClock(zone)
    const found = changes(zone, '2024-01-01', '2028-01-01')
    if (zone !== 'Asia/Riyadh') expect(found.length).toBeGreaterThanOrEqual(4)
    for (const { at: change, shift } of found.length > 0
      ? found
      : [{ at: at('2025-06-01T00:00:00Z'), shift: 60 }]) {
      const { minute: after } = read(change)
      const before = (after - shift + 1440) % 1440
      // The minutes that are skipped or repeated with those around them, and every tenth of the rest of the day.
      const minutes = new Set(Array.from({ length: 144 }, (_, index) => index * 10))
      for (let offset = -5; offset <= Math.abs(shift) + 5; offset += 1) {
        minutes.add((Math.min(before, after) + offset + 1440) % 1440)
      }
      for (const minute of minutes) checkMinute(zone, minute, change, read)
    }
  })

  function checkMinute(
    zone: string,
    minute: number,
    change: number,
    read: ReturnType<typeof wallClock>,
  ): void {
    const preferences = prefer(minute, zone)
    const start = change - 26 * HOUR
    const end = change + 26 * HOUR
    const slots: string[] = []
    let due = nextOccurrence(preferences, start).at
    for (let tick = start; tick <= end; tick += MINUTE) {
      if (due > tick) continue
      const slot = slotAt(preferences, tick)
      slots.push(slot.slot)
      due = slot.nextDueAt
      expect(slot.at).toBe(tick)
      const shown = read(tick)
      // At its time; or the time was skipped, and the minute before showed less.
      if (shown.minute !== minute || shown.day !== slot.slot) {
        expect(tick).toBe(change)
        expect(`${read(tick - MINUTE).day} ${read(tick - MINUTE).minute}`).not.toBe(`${slot.slot} ${minute}`)
      }
    }
    expect(slots).toEqual(daysBetween(slots[0] as string, slots.at(-1) as string))
    expect(slots.length).toBeGreaterThanOrEqual(2)
    expect(slots.length).toBeLessThanOrEqual(3)
  }
})
