import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatClock } from '../../src/messages/dates.ts'
import { readQuietHours } from '../../src/readers/spoken-quiet-hours.ts'

describe('quiet hours', () => {
  test.each([
    ['22:00-07:00', 1320, 420],
    ['22:00 – 07:00', 1320, 420],
    ['٢٢:٠٠ - ٠٧:٠٠', 1320, 420],
    ['11pm to 6am', 1380, 360],
    ['from 11pm until 6am', 1380, 360],
    ['between 23 and 8', 1380, 480],
    ['من ١١ مساء إلى ٦ صباحا', 1380, 360],
    ['من 11 مساءً حتى 6 صباحًا', 1380, 360],
    ['بين ١٣ و١٥', 780, 900],
  ])('are read the way people type them: %s', (text, from, to) => {
    expect(readQuietHours(text)).toEqual({ from, to })
  })

  test.each(['', '22:00', '-', '22:00-', '-7', '22:00-22:00', '25:00-7:00', '22-7-9', 'ليلا', 'from to'])(
    'are not guessed from %j',
    (text) => {
      expect(readQuietHours(text)).toBeNull()
    },
  )

  test('are read back as they are shown', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        const expected = from === to ? null : { from, to }
        expect(readQuietHours(`${formatClock(from)}-${formatClock(to)}`)).toEqual(expected)
      }),
    )
  })

  test('bear whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const quiet = readQuietHours(text)
        if (quiet !== null) expect(Math.max(quiet.from, quiet.to)).toBeLessThan(1440)
      }),
    )
  })
})
