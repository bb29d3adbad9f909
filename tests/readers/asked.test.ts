import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Asked, readAsked } from '../../src/readers/asked.ts'
import type { Days } from '../../src/readers/subscription.ts'

const NOTHING: Asked = { times: null, zone: null, days: null, length: null, silent: null, unread: '' }
const zone = (name: string) => ({ kind: 'zone', zone: name }) as const

describe('what a reader asks for in one line', () => {
  test.each<[string, Partial<Asked>]>([
    ['7:30 القاهرة', { times: [450], zone: zone('Africa/Cairo') }],
    ['القاهرة 7:30', { times: [450], zone: zone('Africa/Cairo') }],
    ['٧:٣٠ ص و ٨ مساء بتوقيت الرياض', { times: [450, 1200], zone: zone('Asia/Riyadh') }],
    ['٨ مساءً و٧ صباحًا بتوقيت مكة المكرمة', { times: [420, 1200], zone: zone('Asia/Riyadh') }],
    ['8 London أيام العمل', { times: [480], zone: zone('Europe/London'), days: 'working' }],
    ['every friday 20:00', { times: [1200], days: [5] }],
    ['السبت والثلاثاء 9', { times: [540], days: [2, 6] }],
    ['أسبوعيا يوم الجمعة الساعة ٨', { times: [480], days: [5] }],
    ['weekly on monday at noon', { times: [720], days: [1] }],
    [
      'weekdays 7am Cairo short silent',
      { times: [420], zone: zone('Africa/Cairo'), days: 'working', length: 'short', silent: true },
    ],
    ['مختصر', { length: 'short' }],
    ['بلا صوت', { silent: true }],
    ['غير صامت', { silent: false }],
    ['full, with sound', { length: 'full', silent: false }],
    ['mon-fri 19h30 New York', { times: [1170], zone: zone('America/New_York'), days: [1, 2, 3, 4, 5] }],
    ['من الأحد إلى الخميس 8:15 بالرياض', { times: [495], zone: zone('Asia/Riyadh'), days: [1, 2, 3, 4, 7] }],
    ['friday to monday 6', { times: [360], days: [1, 5, 6, 7] }],
    ['كل يوم ما عدا الجمعة الساعة السابعة والنصف مساء', { times: [1170], days: [1, 2, 3, 4, 6, 7] }],
    ['every day except friday and saturday', { days: [1, 2, 3, 4, 7] }],
    ['يوميا ٧ إلا ربعا', { times: [405], days: 'daily' }],
    ['8 أيام العمل', { times: [480], days: 'working' }],
    ['half past seven in the morning at Abu Dhabi time', { times: [450], zone: zone('Asia/Dubai') }],
    ['Africa/Cairo, 7:30/19:30', { times: [450, 1170], zone: zone('Africa/Cairo') }],
    ['8 بدون صوت والقاهرة', { times: [480], zone: zone('Africa/Cairo'), silent: true }],
    ['8 واشنطن', { times: [480], zone: zone('America/New_York') }],
    ['عُمان 7', { times: [420], zone: zone('Asia/Muscat') }],
    ['7 7:00 ٧', { times: [420] }],
    ['«القاهرة»!', { zone: zone('Africa/Cairo') }],
    ['', {}],
    ['  \u200f ', {}],
  ])('%s', (text, expected) => {
    expect(readAsked(text)).toEqual({ ...NOTHING, ...expected })
  })
})

describe('a line that is not understood, or not wholly', () => {
  test.each<[string, Partial<Asked>]>([
    ['8 Atlantis', { times: [480], unread: 'Atlantis' }],
    ['8 بتوقيت أطلانطس', { times: [480], zone: { kind: 'unknown' }, unread: 'أطلانطس' }],
    ['9 Africa/Nowhere', { times: [540], zone: { kind: 'unknown' }, unread: 'Africa/Nowhere' }],
    ['8 Lodnon', { times: [480], zone: { kind: 'several', zones: ['Europe/London'] } }],
    ['8 Cairo London', { times: [480], zone: zone('Africa/Cairo'), unread: 'London' }],
    ['25:00 القاهرة', { zone: zone('Africa/Cairo'), unread: '25:00' }],
    ['every 3 days', { unread: 'every 3 days' }],
    ['19:30 ص', { times: [1170], unread: 'ص' }],
    ['short full', { length: 'short', unread: 'full' }],
    ['أيام العمل والسبت', { days: 'working', unread: 'والسبت' }],
    ['1 2 3 4 5 6 7', { times: [60, 120, 180, 240, 300, 360], unread: '7' }],
    ['12345', { unread: '12345' }],
    ['Hello, «عالم»', { unread: 'Hello «عالم»' }],
  ])('%s', (text, expected) => {
    expect(readAsked(text)).toEqual({ ...NOTHING, ...expected })
  })

  test('is asked about where its place has several zones', () => {
    expect(readAsked('طرابلس 8')).toMatchObject({ times: [480], zone: { kind: 'several' }, unread: '' })
  })

  test('tells what it left out of a line that is too long', () => {
    expect(readAsked(`8 ${'x '.repeat(5000)}`).unread).toMatch(/^x .+…$/)
    expect(readAsked(`8 ${'x '.repeat(5000)}`).unread.length).toBeLessThan(300)
    expect(readAsked('9'.repeat(100_000)).unread.length).toBeLessThan(300)
  })
})

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...'7 ٨ 7:30 24 و و٩ at am م والنصف إلا ربعا كل يوم الجمعة والسبت من إلى الأحد - mon-fri except ما عدا القاهرة لندن New York / Asia/ بتوقيت short مختصر بلا صوت \u202e \u2067 days x'.split(
      ' ',
    ),
  )
  const lines = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join(' ')),
  )

  test('the answer keeps its bounds and shows nothing invisible', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const asked = readAsked(text)
        const times = asked.times ?? []
        expect(times.length).toBeLessThanOrEqual(6)
        expect([...new Set(times)].sort((a, b) => a - b)).toEqual(times)
        expect(times.every((time) => Number.isInteger(time) && time >= 0 && time < 1440)).toBe(true)
        if (Array.isArray(asked.days)) expect(asked.days).toEqual([...new Set(asked.days)].sort())
        expect(asked.unread).not.toMatch(/\p{C}/u)
        expect(asked.unread.length).toBeLessThan(600)
      }),
      { numRuns: 600 },
    )
  })

  test('what is said in any order is understood wholly', () => {
    const said = fc.tuple(
      fc.constantFrom<[string, number[]]>(
        ['7:30', [450]],
        ['٨ مساء', [1200]],
        ['السابعة والنصف صباحا', [450]],
        ['noon', [720]],
        ['7am و 9pm', [420, 1260]],
      ),
      fc.constantFrom<[string, string]>(
        ['القاهرة', 'Africa/Cairo'],
        ['بتوقيت الدار البيضاء', 'Africa/Casablanca'],
        ['New York time', 'America/New_York'],
        ['europe/london', 'Europe/London'],
      ),
      fc.constantFrom<[string, Days]>(
        ['كل يوم', 'daily'],
        ['أيام العمل', 'working'],
        ['السبت والثلاثاء', [2, 6]],
        ['mon, wed and fri', [1, 3, 5]],
      ),
      fc.constantFrom<[string, Asked['length']]>(['مختصر', 'short'], ['full', 'full'], ['عادي', 'normal']),
      fc.constantFrom<[string, boolean]>(['بلا صوت', true], ['silent', true], ['with sound', false]),
    )
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 })
    fc.assert(
      fc.property(said, order, fc.constantFrom(' ', '، ', ', ', '\n'), (parts, at, between) => {
        const [times, place, days, length, silent] = parts.map(([, meaning], index) =>
          at.includes(index) ? meaning : null,
        )
        expect(readAsked(at.map((index) => parts[index]?.[0]).join(between))).toEqual({
          times,
          zone: place === null ? null : zone(place as string),
          days,
          length,
          silent,
          unread: '',
        })
      }),
      { numRuns: 500 },
    )
  })
})
