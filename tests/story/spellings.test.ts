import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stem } from '../../src/arabic/stem.ts'
import { stemsOf } from '../../src/arabic/stems.ts'
import { words } from '../../src/arabic/words.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { type Entity, exampleNames } from '../../src/story/aliases.ts'
import { createSpellings } from '../../src/story/spellings.ts'

const { story } = readSeeds()
const seeded = createSpellings(story.entities)

const asked = (text: string) => words(text).map(({ folded }) => ({ folded, stem: stem(folded) }))

/** What a text names, each thing as the set of its spellings. */
function named(text: string, spellings = seeded): string[][] {
  return spellings.of(asked(text)).map(({ anyOf }) => anyOf.map((phrase) => phrase.join(' ')).sort())
}
const spelt = (text: string): string => stemsOf(text).join(' ')
const spellingsOf = (...forms: string[]): string[] => forms.map(spelt).sort()

const PERSON: Entity = {
  id: 'p',
  kind: 'person',
  forms: { ar: ['سامي كوك', 'سامي قوق', 'كوك'], en: ['Sami Cook', 'Cook'], ko: ['사미쿡'] },
}
const PLACE: Entity = { id: 'q', kind: 'place', forms: { ar: ['بلدة الشمس'], en: ['Sun Town', 'Suntown'] } }

describe('spellings', () => {
  const small = createSpellings([PERSON, PLACE])

  test('of a whole form are all forms of what it names', () => {
    expect(named('Sami Cook', small)).toEqual([
      spellingsOf('Cook', 'Sami Cook', 'سامي كوك', 'سامي قوق', 'كوك', '사미쿡'),
    ])
    expect(named('Suntown', small)).toEqual([spellingsOf('بلدة الشمس', 'Sun Town', 'Suntown')])
  })

  test("of a word of a person's name are the words at its place in the other forms", () => {
    expect(named('Sami', small)).toEqual([spellingsOf('Sami', 'سامي')])
    expect(named('قوق', small)).toEqual([spellingsOf('قوق', 'كوك', 'Cook')])
  })

  test('of a word of any other name are the word alone, because its words change their order', () => {
    expect(named('Sun', small)).toEqual([['sun']])
    expect(named('الشمس', small)).toEqual([[spelt('الشمس')]])
  })

  test('take the longest form that stands in the text, and go on behind it', () => {
    const nested = createSpellings([PLACE, { id: 'r', kind: 'place', forms: { en: ['Sun', 'Sol'] } }])
    expect(named('sun sun town sun', nested)).toEqual([
      spellingsOf('sun', 'sol'),
      spellingsOf('بلدة الشمس', 'Sun Town', 'Suntown'),
      spellingsOf('sun', 'sol'),
    ])
  })

  test('of two things that share a form are those of both', () => {
    const twins = createSpellings([
      { id: 'a', kind: 'thing', forms: { en: ['twin', 'first'] } },
      { id: 'b', kind: 'thing', forms: { en: ['twin', 'second'] } },
    ])
    expect(named('twin', twins)).toEqual([['first', 'second', 'twin']])
    expect(named('first', twins)).toEqual([['first', 'twin']])
  })

  test('are found behind particles and without the article', () => {
    const names = createSpellings([
      PERSON,
      { id: 's', kind: 'place', forms: { ar: ['الرملة'], en: ['Sands'] } },
    ])
    for (const text of ['وكوك', 'كوك']) expect(named(text, names)[0], text).toContain('cook')
    for (const text of ['الرملة', 'رملة', 'بالرملة', 'للرملة', 'والرملة', 'ورملة']) {
      expect(named(text, names)[0], text).toContain('sands')
      expect(named(text, names)[0], text).toContain(spelt(text))
    }
  })

  test('are not those of a stranger that has the same stem', () => {
    expect(named('بوت')).toEqual([['بوت']])
    expect(spelt('بوتين')).toBe('بوت')
    expect(named('كورونا')[0]).toContain('covid')
  })

  test('of a story without names are the words themselves', () => {
    expect(named('b a', createSpellings([]))).toEqual([['b'], ['a']])
    expect(named('a', createSpellings([{ id: 'x', kind: 'thing', forms: { en: ['—', '😀'] } }]))).toEqual([
      ['a'],
    ])
  })

  test('cover every word asked for, once and in order, and no phrase is empty', () => {
    const word = fc.oneof(
      fc.constantFrom(...story.entities.flatMap(({ forms }) => Object.values(forms).flat())),
      fc.constantFrom('constructor', '__proto__', 'كلمة', 'و', 'الـ', 'ولل'),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (parts) => {
        const text = parts.join(' ')
        const own = stemsOf(text)
        let at = 0
        for (const { anyOf } of seeded.of(asked(text))) {
          expect(anyOf.every((phrase) => phrase.length > 0)).toBe(true)
          const typed = anyOf
            .filter((phrase) => phrase.every((each, offset) => own[at + offset] === each))
            .sort((a, b) => b.length - a.length)[0]
          expect(typed).toBeDefined()
          at += typed?.length ?? 0
        }
        expect(at).toBe(own.length)
      }),
    )
  })
})

describe('the names of the real story', () => {
  test.each([
    ['جونج', ['جونغ', 'جونج', 'جونق', 'Jong', 'Чен']],
    ['كيم جونج أون', ['كيم جونغ أون', 'كيم جونق أون', 'Kim Jong Un', 'Ким Чен Ын', '김정은', 'جونغ أون']],
    ['Putin', ['بوتين', 'Путин', 'فلاديمير بوتين']],
    ['Путиным', ['بوتين', 'Putin']],
    ['بوتين', ['Путин', 'Putin', '푸틴']],
    ['بيونج يانج', ['بيونغ يانغ', 'بيونجيانج', 'Pyongyang', 'Пхеньяне', '평양']],
    ['Pyongyang', ['بيونغ يانغ', 'بيونج يانج']],
    ['فوستوشني', ['فوستوتشني', 'Vostochny', 'Космодром Восточный']],
    ['Vostochny', ['فوستوشني', 'فوستوتشني', 'قاعدة فوستوشني الفضائية']],
  ])('%s stands for %j too', (text, others) => {
    const [anyOf = [], ...rest] = named(text)
    expect(rest).toEqual([])
    for (const other of others) expect(anyOf).toContain(spelt(other))
  })

  test('كوريا alone becomes neither North nor South, nor does its North become Korea', () => {
    expect(named('كوريا')).toEqual([[spelt('كوريا')]])
    expect(named('الشمالية')).toEqual([[spelt('الشمالية')]])
    expect(named('Korea')).toEqual([['korea']])
    expect(named('كوريا الشمالية')[0]).toContain('dprk')
    expect(named('كوريا الشمالية')[0]).not.toContain(spelt('كوريا الجنوبية'))
  })

  test('are found one after another, whatever stands between them', () => {
    const spelled = named('وصل بوتين إلى بيونج يانج للقاء كيم جونج أون وبحث معاهدة')
    expect(
      spelled.map((anyOf) => ['putin', 'pyongyang', 'kim jong un'].filter((name) => anyOf.includes(name))),
    ) //
      .toEqual([[], ['putin'], [], ['pyongyang'], [], ['kim jong un'], [], []])
  })

  test('are found in every form that the seeds list, whole and both ways', () => {
    for (const { id, forms } of story.entities) {
      const all = Object.values(forms).flat()
      for (const form of all) {
        const [anyOf = [], ...rest] = named(form)
        expect(rest, `${id}: ${form}`).toEqual([])
        for (const other of all) expect(anyOf, `${id}: ${form} -> ${other}`).toContain(spelt(other))
      }
    }
  })

  test('offer a person, a thing and a place as examples, in the language of the reader', () => {
    expect(exampleNames(story, 'ar')).toHaveLength(3)
    expect(exampleNames(story, 'ar')[0]).toBe('كيم جونغ أون')
    expect(exampleNames(story, 'en')[0]).toBe('Kim Jong Un')
    expect(exampleNames(story, 'tlh')).toEqual([])
    expect(exampleNames(null, 'ar')).toEqual([])
  })
})
