import { describe, expect, test } from 'vitest'
import { createWording } from '../../src/messages/fluent.ts'
import { OFFERED_ZONES, zoneName } from '../../src/messages/zones.ts'
import { PLACES } from '../../src/readers/cities.ts'
import { isZone, readZone } from '../../src/readers/zones.ts'

const ar = createWording('ar')
const en = createWording('en')

describe('a zone', () => {
  test.each([
    ['Africa/Cairo', 'القاهرة', 'Cairo'],
    ['America/New_York', 'نيويورك', 'New York'],
    ['Asia/Qatar', 'الدوحة', 'Doha'],
    ['Africa/Tripoli', 'طرابلس (ليبيا)', 'Tripoli (Libya)'],
    ['UTC', 'غرينتش', 'UTC'],
    ['America/Port_of_Spain', 'America/Port_of_Spain', 'Port of Spain'],
  ])('%s is called by its city', (zone, arabic, english) => {
    expect(zoneName(ar, zone)).toBe(arabic)
    expect(zoneName(en, zone)).toBe(english)
  })

  test('that can be asked for by an Arabic name is called by one', () => {
    const zones = [...new Set([...PLACES.matchAll(/[A-Z]\w+(?:\/\w+)+/g)].map(([zone]) => zone))]
    expect(zones.length).toBeGreaterThan(100)
    expect(zones.filter((zone) => zoneName(ar, zone) === zone)).toEqual([])
  })

  test('on a button is one that this machine knows, and its names lead back to it', () => {
    for (const zone of OFFERED_ZONES) {
      expect(isZone(zone)).toBe(true)
      const reading = readZone(zoneName(en, zone).replace(/ \(.*/, ''))
      expect(reading.kind === 'zone' ? [reading.zone] : 'zones' in reading && reading.zones).toContain(zone)
    }
  })
})
