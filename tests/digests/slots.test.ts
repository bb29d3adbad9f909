import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slotAt, slotNow } from '../../src/digests/slots.ts'
import { localDay, nextDueAt } from '../../src/readers/subscription.ts'

const HOUR = 60 * 60 * 1000
const at = (iso: string) => Date.parse(iso)

describe('one digest', () => {
  test('on time is sent, and the next one is a day later', () => {
    const slot = slotAt({ minuteOfDay: 450, zone: 'Africa/Cairo' }, at('2026-11-22T05:30:20Z'))
    expect(slot).toEqual({ slot: '2026-11-22', verdict: 'send', nextDueAt: at('2026-11-23T05:30:00Z') })
  })

  test('up to twelve hours late is still sent, and belongs to the day on which it was due', () => {
    const subscription = { minuteOfDay: 20 * 60, zone: 'Asia/Riyadh' } // 17:00 UTC
    expect(slotAt(subscription, at('2026-11-23T05:00:00Z'))).toMatchObject({
      slot: '2026-11-22',
      verdict: 'send',
    })
    expect(slotAt(subscription, at('2026-11-23T05:00:01Z'))).toEqual({
      slot: '2026-11-22',
      verdict: 'too_late',
      nextDueAt: at('2026-11-23T17:00:00Z'),
    })
  })

  test.each([3, 24 * 3, 24 * 21])(
    'after %i hours of downtime the latest due moment counts, once',
    (hours) => {
      const subscription = { minuteOfDay: 480, zone: 'Europe/London' }
      const back = at('2026-11-22T08:00:00Z') + hours * HOUR
      const slot = slotAt(subscription, back)
      expect(slot.verdict).toBe('send')
      expect(slot.slot).toBe(localDay(back, 'Europe/London'))
      expect(slot.nextDueAt).toBeGreaterThan(back)
    },
  )

  test('a zone that no longer exists is read as UTC instead of stopping everybody', () => {
    expect(slotAt({ minuteOfDay: 480, zone: 'Mars/Olympus' }, at('2026-11-22T08:00:00Z'))).toEqual({
      slot: '2026-11-22',
      verdict: 'send',
      nextDueAt: at('2026-11-23T08:00:00Z'),
    })
  })

  test('that was asked for takes the slot of no date', () => {
    expect(slotNow(at('2026-11-22T08:00:00.123Z'))).toBe('now:2026-11-22T08:00:00.123Z')
  })
})

describe('exactly one slot per local day over 400 days', () => {
  const zones = [
    'Africa/Cairo',
    'Asia/Beirut',
    'Europe/London',
    'Asia/Riyadh',
    'America/Nuuk',
    'Africa/Casablanca',
  ]
  test.each(zones)('%s, at any minute, however late the ticks are', (zone) => {
    const start = at('2026-01-01T00:00:00Z')
    const end = start + 400 * 24 * HOUR
    const anyMinute = fc.oneof(
      fc.integer({ min: 0, max: 1439 }),
      fc.constantFrom(0, 1, 29, 30, 59, 60, 90, 120, 150, 179, 1380, 1410, 1439), // around the changes
    )
    fc.assert(
      fc.property(
        anyMinute,
        fc.array(fc.integer({ min: 0, max: 11 * 60 }), { minLength: 7, maxLength: 7 }),
        (minute, lateness) => {
          const slots: string[] = []
          let due = nextDueAt(minute, zone, start)
          for (let index = 0; due < end; index += 1) {
            const slot = slotAt({ minuteOfDay: minute, zone }, due + (lateness[index % 7] ?? 0) * 60_000)
            expect(slot.verdict).toBe('send')
            slots.push(slot.slot)
            due = slot.nextDueAt
          }
          const first = slots[0] as string
          const expected = slots.map((_, index) => addDays(first, index))
          expect(slots).toEqual(expected)
          expect(slots.length).toBeGreaterThanOrEqual(399)
        },
      ),
      { numRuns: 12 },
    )
  })

  function addDays(day: string, days: number): string {
    return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10)
  }
})
