import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/arabic/fold.ts'
import { gramsOf } from '../../src/arabic/grams.ts'
import { stem } from '../../src/arabic/stem.ts'
import { askFor } from '../../src/search/gram-pool.ts'
import { createLexicon, type Lexicon } from '../../src/search/lexicon.ts'

/** A lexicon that has learnt these articles; words get their numbers in the order in which they come. */
function lexiconOf(
  ...articles: string[]
): Lexicon & { learn(...more: string[]): void; idOf(word: string): number } {
  const lexicon = createLexicon()
  const ids = new Map<string, number>()
  const learn = (...more: string[]) => {
    for (const text of more) {
      const folded = text.split(' ').map(fold)
      const fresh = [...new Set(folded)].filter((word) => !ids.has(word))
      for (const word of fresh) ids.set(word, ids.size + 1)
      lexicon.learnWords(fresh.map((word) => ({ id: ids.get(word) ?? 0, word })))
      const words = Uint32Array.from(folded, (word) => ids.get(word) ?? 0)
      lexicon.learnArticles([{ articleId: lexicon.lastArticle() + 1, list: { titleLength: 0, words } }])
    }
  }
  learn(...articles)
  return { ...lexicon, learn, idOf: (word) => ids.get(fold(word)) ?? -1 }
}

const near = (lexicon: Lexicon, word: string, typos = true, most = 4) =>
  lexicon.near(fold(word), { typos, most }).map(({ id }) => lexicon.wordOf(id))

describe('the lexicon', () => {
  test('knows in how many articles a stem stands, however often it stands there', () => {
    const lexicon = lexiconOf('قمر قمر والقمر', 'شمس', 'أقمار')
    const number = lexicon.stemNumber(stem(fold('قمر'))) ?? -1
    // قمر and والقمر stand in one article, and count for two words of the stem.
    expect(lexicon.articlesWithStem(number)).toBe(3)
    expect(lexicon.articlesWithStem(lexicon.stemNumber('شمس') ?? -1)).toBe(1)
    expect(lexicon.stemNumber('زلزال')).toBeUndefined()
  })

  test('never says more articles than there are', () => {
    const lexicon = lexiconOf('قمر والقمر القمر قمرا أقمار')
    expect(lexicon.articlesWithStem(lexicon.stemNumber('قمر') ?? -1)).toBe(1)
    expect(lexicon.articlesWithGram(gramsOf('قمر', 3)[1] ?? 0)).toBe(1)
  })

  test('knows how long articles are on average', () => {
    expect(lexiconOf().averageLength()).toBe(1)
    expect(lexiconOf('قمر شمس', 'أرض نجم كوكب سماء').averageLength()).toBe(3)
  })

  test('goes on learning', () => {
    const lexicon = lexiconOf('قمر')
    expect(near(lexicon, 'صاروح')).toEqual([])
    expect([lexicon.lastWord(), lexicon.lastArticle(), lexicon.articles()]).toEqual([1, 1, 1])
    lexicon.learn('صاروخ قمر')
    expect([lexicon.lastWord(), lexicon.lastArticle(), lexicon.articles()]).toEqual([2, 2, 2])
    expect(near(lexicon, 'صاروح')).toEqual(['صاروخ'])
    expect(lexicon.articlesWithStem(lexicon.stemNumber('قمر') ?? -1)).toBe(2)
  })

  test('takes a word it has not learnt for no word that it has, until it learns it', () => {
    const lexicon = lexiconOf('قمر')
    expect(lexicon.stemOf(2)).not.toBe(lexicon.stemNumber('قمر'))
    expect(lexicon.gramsIn(2, 3, askFor(gramsOf('شمس', 3)))).toEqual([])
    expect(lexicon.wordOf(2)).toBe('')
    lexicon.learn('شمس')
    expect(lexicon.stemOf(2)).toBe(lexicon.stemNumber('شمس'))
    expect(lexicon.gramsIn(2, 3, askFor(gramsOf('شمس', 3)))).toEqual(
      gramsOf('شمس', 3).map((_, index) => index),
    )
  })

  test('gives each word its stem and its grams', () => {
    const lexicon = lexiconOf('والمعاهدات putin 2024')
    const id = lexicon.idOf('والمعاهدات')
    expect(lexicon.stemText(lexicon.stemOf(id))).toBe(stem(fold('والمعاهدات')))
    expect(lexicon.stemOfWord(fold('والمعاهدات'))).toBe(lexicon.stemOf(id))
    expect(lexicon.stemOfWord('معاهدات')).toBeUndefined()
    for (const size of [3, 4] as const) {
      const own = gramsOf(fold('والمعاهدات'), size)
      const asked = askFor([...gramsOf('putin', size), ...own])
      expect(lexicon.gramsIn(id, size, asked)).toEqual(own.map((gram) => asked.numbers.get(gram)))
    }
  })
})

describe('words near another one', () => {
  test.each([
    ['a letter too few', 'صارخ', 'صاروخ'],
    ['a letter too many', 'صارروخ', 'صاروخ'],
    ['another letter', 'صاروح', 'صاروخ'],
    ['two letters swapped', 'صراوخ', 'صاروخ'],
    ['two mistakes in a long word', 'الاسراتيجة', 'الاستراتيجية'],
    ['another spelling of a sound', 'شويجو', 'شويغو'],
    ['two spellings of one sound', 'فوستوشني', 'فوستوتشني'],
    ['a vowel more or less', 'زلينسكي', 'زيلينسكي'],
    ['another script', 'puttin', 'putin'],
  ])('%s', (_, typed, word) => {
    const lexicon = lexiconOf('قمر شمس حكومة', word)
    expect(near(lexicon, typed)).toEqual([fold(word)])
  })

  test('with one mistake come before those with two, among equals the one in more articles', () => {
    const lexicon = lexiconOf('المعاهدات', 'المعاهدين المعاهدون', 'المعاهدون')
    expect(near(lexicon, 'المعاهدوت')).toEqual(['المعاهدون', 'المعاهدات', 'المعاهدين'])
    expect(near(lexicon, 'المعاهدوت', true, 1)).toEqual(['المعاهدون'])
  })

  test('are those that sound alike only, where mistakes do not count', () => {
    const lexicon = lexiconOf('شويغو', 'شويخا')
    expect(near(lexicon, 'شويجو', false)).toEqual(['شويغو'])
    expect(near(lexicon, 'شويجا')).toContain('شويخا')
  })

  test('are never the word itself by its sound, nor short words by their letters', () => {
    expect(near(lexiconOf('بوتين'), 'بوتين', false)).toEqual([])
    expect(near(lexiconOf('قمر قمح'), 'قمل')).toEqual([])
    expect(near(lexiconOf('في فو'), 'فا')).toEqual([])
  })

  test('are never other numbers', () => {
    const lexicon = lexiconOf('2023 2024 2025 1961 kn23 20000')
    for (const typed of ['2027', '2042', '200', '1967', 'kn25', '٢٠٢٦'])
      expect(near(lexicon, typed)).toEqual([])
  })

  test('are words that articles have', () => {
    const lexicon = lexiconOf('قمر')
    lexicon.learnWords([{ id: 2, word: 'صاروخ' }])
    expect(near(lexicon, 'صاروح')).toEqual([])
  })

  test('are like it, at most as asked for, whatever the words are', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ابتسيوغجقنم'), minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        word,
        fc.boolean(),
        fc.nat(5),
        (known, typed, typos, most) => {
          const found = lexiconOf(known.join(' ')).near(fold(typed), { typos, most })
          expect(found.length).toBeLessThanOrEqual(most)
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
          const likeness = found.map((each) => each.likeness)
          expect(likeness.every((each) => each > 0 && each <= 1)).toBe(true)
          expect(likeness).toEqual(likeness.toSorted((a, b) => b - a))
        },
      ),
    )
  })
})
