import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stemsOf } from '../../src/arabic/stems.ts'
import { type AskedWord, planSearch } from '../../src/search/query.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createSpellings } from '../../src/story/spellings.ts'

const seeded = createSpellings(readSeeds().story.entities)
const alone = (asked: readonly AskedWord[]) => asked.map(({ stem }) => ({ anyOf: [[stem]] }))
/** The plan of words that name nothing, as phrases. */
const plain = (text: string): string[] => planSearch(text, alone).terms.map(({ anyOf }) => String(anyOf))

describe('the plan of a search', () => {
  test('holds the stems of the words, in their order', () => {
    expect(plain('المعاهداتُ والصواريخ KN-23')).toEqual(stemsOf('معاهدة صاروخ kn 23'))
  })

  test('leaves words out that say nothing', () => {
    expect(plain('ماذا قال الوزير عن المعاهدة في موسكو')).toEqual(stemsOf('قال الوزير المعاهدة موسكو'))
    expect(plain('the treaty of Moscow')).toEqual(['treaty', 'moscow'])
  })

  test('keeps them where nothing else was asked for', () => {
    expect(plain('من هو')).toEqual(stemsOf('من هو'))
  })

  test('keeps them inside a name', () => {
    const { terms } = planSearch("the People's Republic of China", seeded.of)
    expect(terms).toHaveLength(1)
    expect(terms[0]?.anyOf).toContainEqual(stemsOf('الصين'))
  })

  test.each(['', '   ', '!؟…«»', '😀', '\u064b\u0651', 'ــــ', 'ء', '\u200f\u202e'])(
    'is empty for %j',
    (text) => {
      expect(planSearch(text, alone)).toEqual({ terms: [] })
      expect(planSearch(text, seeded.of)).toEqual({ terms: [] })
    },
  )

  test('of a very long text is short', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `كلمة${index} اسم${index}`).join(' ')
    expect(planSearch(many, alone).terms).toHaveLength(12)
    const forms = Array.from({ length: 500 }, (_, index) => [String(index)])
    const [term] = planSearch('كلمة', () => [{ anyOf: forms }]).terms
    expect(term?.anyOf).toHaveLength(32)
  })

  test('leaves no spelling of the real story out', () => {
    for (const { forms } of readSeeds().story.entities) {
      const all = Object.values(forms).flat()
      const [term] = planSearch(all[0] ?? '', seeded.of).terms
      for (const form of all) expect(term?.anyOf, form).toContainEqual(stemsOf(form))
    }
  })

  test('never holds anything but letters, digits and points, whatever was typed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('"', '*', 'NEAR(', 'AND', 'قمة', ' ', '\0', 'كيم جونغ', '-', "'"), {
          maxLength: 40,
        })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        for (const { anyOf } of planSearch(typed, seeded.of).terms) {
          expect(anyOf.length).toBeGreaterThan(0)
          for (const phrase of anyOf) {
            expect(phrase.length).toBeGreaterThan(0)
            for (const stem of phrase) expect(stem).toMatch(/^[\p{L}\p{N}\p{M}.]+$/u)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
