import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLACES } from '../../src/readers/cities.ts'
import { isZone, knownZone, readNamedZone, readZone, zoneAt } from '../../src/readers/zones.ts'

describe('a zone', () => {
  test.each([
    ['africa/cairo', 'Africa/Cairo'],
    ['Asia/Riyadh', 'Asia/Riyadh'],
    ['america/new york', 'America/New_York'],
    ['Cairo', 'Africa/Cairo'],
    ['RIYADH', 'Asia/Riyadh'],
    ['new york', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['london', 'Europe/London'],
    ['القاهرة', 'Africa/Cairo'],
    ['القاهره', 'Africa/Cairo'],
    ['الرياض', 'Asia/Riyadh'],
    ['رياض', 'Asia/Riyadh'],
    ['جدة', 'Asia/Riyadh'],
    ['مكّة', 'Asia/Riyadh'],
    ['بيروت', 'Asia/Beirut'],
    ['بغداد', 'Asia/Baghdad'],
    ['دُبي', 'Asia/Dubai'],
    ['أبو ظبي', 'Asia/Dubai'],
    ['ابوظبي', 'Asia/Dubai'],
    ['مسقط', 'Asia/Muscat'],
    ['عمّان', 'Asia/Amman'],
    ['عُمان', 'Asia/Muscat'],
    ['سلطنة عُمان', 'Asia/Muscat'],
    ['الدار البيضاء', 'Africa/Casablanca'],
    ['إسطنبول', 'Europe/Istanbul'],
    ['بيونغ يانغ', 'Asia/Pyongyang'],
    ['بيونج يانج', 'Asia/Pyongyang'],
    ['Vostochny', 'Asia/Yakutsk'],
    ['خاسان', 'Asia/Vladivostok'],
    ['سانت بطرسبرغ', 'Europe/Moscow'],
    ['St. Petersburg', 'Europe/Moscow'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['\u200fموسكو\u200f', 'Europe/Moscow'],
    ['utc', 'UTC'],
    ['غرينتش', 'UTC'],
    ['Asia/Jerusalem', 'Asia/Jerusalem'],
  ])('is read from %s', (text, zone) => {
    expect(readZone(text)).toEqual({ kind: 'zone', zone })
  })

  test.each([
    ['طرابلس', ['Africa/Tripoli', 'Asia/Beirut']],
    ['القدس', ['Asia/Hebron', 'Asia/Jerusalem']],
    ['عمان', ['Asia/Amman', 'Asia/Muscat']],
    ['Birmingham', ['America/Chicago', 'Europe/London']],
    ['كوريا', ['Asia/Pyongyang', 'Asia/Seoul']],
    ['فلسطين', ['Asia/Gaza', 'Asia/Hebron']],
    ['georgia', ['America/New_York', 'Asia/Tbilisi']],
  ])('%s is one of %j', (text, zones) => {
    const reading = readZone(text)
    expect(reading.kind === 'several' ? [...reading.zones].sort() : reading).toEqual(zones)
  })

  test.each(['روسيا', 'أمريكا', 'أميركا', 'الولايات المتحدة', 'كندا', 'أستراليا', 'Russia', 'usa', 'Canada'])(
    '%s is a country of several',
    (text) => {
      const reading = readZone(text)
      expect(reading.kind === 'several' ? reading.zones.length : 0).toBeGreaterThanOrEqual(4)
    },
  )

  test.each([
    ['Cairp', 'Africa/Cairo'],
    ['Lodnon', 'Europe/London'],
    ['القاهرو', 'Africa/Cairo'],
    ['بيرت', 'Asia/Beirut'],
    ['موكسو', 'Europe/Moscow'],
  ])('is asked about, never taken, for %s', (text, zone) => {
    const reading = readZone(text)
    expect(reading.kind === 'several' ? reading.zones : []).toContain(zone)
    expect(readNamedZone(text)).toEqual({ kind: 'unknown' })
  })

  test.each([
    '',
    '   ',
    'Atlantis',
    'Asia/Nowhere',
    '+03:00',
    'UTC+3',
    '٠٧:٣٠',
    '../etc',
    'ال',
    '/',
    '___',
    'a'.repeat(5000),
  ])('is not read from "%s"', (text) => {
    expect(readZone(text)).toEqual({ kind: 'unknown' })
  })

  test('is known or not', () => {
    expect(
      ['Asia/Gaza', 'UTC', 'Asia/Nowhere', '+03:00', '', 'x'.repeat(5000)].map((name) => [
        isZone(name),
        knownZone(name),
      ]),
    ).toEqual([
      [true, 'Asia/Gaza'],
      [true, 'UTC'],
      [false, 'UTC'],
      [false, 'UTC'],
      [false, 'UTC'],
      [false, 'UTC'],
    ])
  })

  test('that is read exists, whatever was typed', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.constantFrom(...PLACES.split(/[،,:\n ]+/)),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const reading = readZone(text)
        if (reading.kind === 'zone') expect(isZone(reading.zone)).toBe(true)
        if (reading.kind !== 'several') return
        expect(reading.zones.length).toBeGreaterThan(0)
        expect(reading.zones.filter((zone) => !isZone(zone))).toEqual([])
        expect(new Set(reading.zones).size).toBe(reading.zones.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the table of places', () => {
  const lines = PLACES.trim().split('\n')

  test('names zones that exist, and places that are read as them', () => {
    expect(lines.length).toBeGreaterThan(150)
    const wrong = lines.flatMap((line) => {
      const [zones = '', names = ''] = line.split(': ')
      const missing = zones.split(' ').filter((zone) => !isZone(zone))
      const unread = names.split(/[،,]/).filter((name) => {
        const reading = readNamedZone(name)
        const read =
          reading.kind === 'zone' ? [reading.zone] : reading.kind === 'several' ? reading.zones : []
        return !zones.split(' ').every((zone) => read.includes(zone))
      })
      return [...missing, ...unread]
    })
    expect(wrong).toEqual([])
  })

  test('knows every capital of the Arab League', () => {
    const capitals =
      'الجزائر، المنامة، موروني، جيبوتي، القاهرة، بغداد، عمّان، الكويت، بيروت، نواكشوط، الرباط، مسقط، الدوحة، الرياض، مقديشو، الخرطوم، دمشق، تونس، أبوظبي، صنعاء'
    expect(capitals.split('، ').filter((name) => readNamedZone(name).kind !== 'zone')).toEqual([])
  })
})

describe('the zone of a place', () => {
  test.each([
    ['Cairo', 30.04, 31.24, 'Africa/Cairo'],
    ['Mecca', 21.42, 39.83, 'Asia/Riyadh'],
    ['Muscat', 23.6, 58.5, 'Asia/Muscat'],
    ['Gaza', 31.5, 34.46, 'Asia/Gaza'],
    ['Ramallah', 31.9, 35.2, 'Asia/Hebron'],
    ['Vladivostok', 43.1, 131.9, 'Asia/Vladivostok'],
    ['Pyongyang', 39.03, 125.75, 'Asia/Pyongyang'],
    ['the open sea', 0, -30, 'Etc/GMT+2'],
  ])('%s', (_, latitude, longitude, zone) => {
    expect(zoneAt(latitude, longitude)).toBe(zone)
  })

  test.each([
    [91, 0],
    [0, 181],
    [Number.NaN, 0],
    [0, Number.POSITIVE_INFINITY],
  ])('is none at %d, %d', (latitude, longitude) => {
    expect(zoneAt(latitude, longitude)).toBeNull()
  })

  test('is known everywhere on earth', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (lat, long) => {
          expect(isZone(zoneAt(lat, long) ?? '')).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
