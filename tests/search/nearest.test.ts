import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearestNames } from '../../src/search/nearest.ts'
import { readSeeds } from '../../src/sources/seeds.ts'

const NAMES = readSeeds().story.entities.map(({ forms }) => ({
  shown: forms['ar']?.[0] ?? '',
  forms: Object.values(forms).flat(),
}))

describe('the nearest names', () => {
  test.each([
    ['بوتبن', 'فلاديمير بوتين'],
    ['زيلانسكيي', 'فولوديمير زيلينسكي'],
    ['شويقو', 'سيرغي شويغو'],
    ['جاقارين', 'يوري غاغارين'],
    ['Zelenski', 'فولوديمير زيلينسكي'],
    ['Путен', 'فلاديمير بوتين'],
    ['كورزك', 'كورسك'],
    ['بيونك يانك', 'بيونغ يانغ'],
    ['خبر عن لافرف', 'سيرغي لافروف'],
  ])('of %s begin with %s', (typed, name) => {
    expect(nearestNames(typed, NAMES, 3)[0]).toContain(name)
  })

  test('are none for what is like no name', () => {
    for (const typed of ['', 'في', '!؟', 'قسطنطينية', 'xylophone', '🎉']) {
      expect(nearestNames(typed, NAMES, 3), typed).toEqual([])
    }
  })

  test('are few, of any text, and quick', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, (typed) => {
        expect(nearestNames(typed, NAMES, 3).length).toBeLessThan(4)
      }),
    )
    nearestNames('كيم جونغ بوتين '.repeat(300), NAMES, 3)
  })
})
