import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stem } from '../../src/arabic/stem.ts'
import { words } from '../../src/arabic/words.ts'
import { createLexicon } from '../../src/search/lexicon.ts'
import { createRanking, WEIGHTS, type Weights } from '../../src/search/ranking.ts'
import type { QueryWord, RankReason, WordList } from '../../src/search/search-index.ts'

interface Text {
  readonly title?: string
  readonly body: string
}

const foldedWords = (text: string): string[] => words(text).map(({ folded }) => folded)

/** Ranks texts for a query, each word of which is a term; the lexicon knows these texts and nothing else. */
function ranked(query: string, texts: readonly Text[], weights: Weights = WEIGHTS) {
  const lexicon = createLexicon()
  const ids = new Map<string, number>()
  const lists: WordList[] = texts.map(({ title = '', body }) => {
    const all = [...foldedWords(title), ...foldedWords(body)]
    for (const word of all) if (!ids.has(word)) ids.set(word, ids.size + 1)
    return {
      titleLength: foldedWords(title).length,
      words: Uint32Array.from(all, (word) => ids.get(word) ?? 0),
    }
  })
  lexicon.learnWords([...ids].map(([word, id]) => ({ id, word })))
  lexicon.learnArticles(lists.map((list, index) => ({ articleId: index + 1, list })))
  const asked: QueryWord[] = foldedWords(query).map((folded) => ({ folded, stem: stem(folded) }))
  const terms = asked.map((word) => ({ anyOf: [[word.stem]] }))
  const score = createRanking({ terms, words: asked, standIns: [] }, lexicon, weights)
  return lists.map(score)
}

const points = ({ reasons }: { reasons: readonly RankReason[] }, what: RankReason['what']) =>
  reasons.find((reason) => reason.what === what)?.points ?? 0
const noise = (count: number) => Array.from({ length: count }, (_, index) => `حشو${index}`).join(' ')
const OTHERS: Text[] = Array.from({ length: 8 }, (_, index) => ({
  body: `كلام غريب رقمه ${index} ${noise(20)}`,
}))

describe('a score', () => {
  test('is the sum of its reasons, none of which is nothing', () => {
    const word = fc.constantFrom('قمر', 'اقمار', 'صاروخ', 'صواريخ', 'معاهدة', 'معاهدات', 'خبر', 'آخر')
    const text = fc.array(word, { maxLength: 40 }).map((all) => all.join(' '))
    const texts = fc.array(fc.record({ title: text, body: text }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(text, texts, (query, all) => {
        for (const { score, reasons } of ranked(query, all)) {
          expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBeCloseTo(score)
          expect(reasons.every((reason) => reason.points > 0 && Number.isFinite(reason.points))).toBe(true)
          expect(new Set(reasons.map(({ what }) => what)).size).toBe(reasons.length)
        }
      }),
    )
  })

  test('is nothing for an article that has nothing to do with the query, or no words', () => {
    const [stranger, empty] = ranked('قمر', [{ body: 'نص تسوسه لجنة' }, { body: '' }, { body: 'قمر' }])
    expect(stranger).toEqual({ score: 0, reasons: [] })
    expect(empty).toEqual({ score: 0, reasons: [] })
  })

  test('is higher for the rarer word', () => {
    const [common, rare] = ranked('قمر زلزال', [
      { body: 'قمر اليوم' },
      { body: 'زلزال اليوم' },
      { body: 'قمر امس' },
      { body: 'قمر غدا' },
      ...OTHERS,
    ])
    expect(rare?.score).toBeGreaterThan(common?.score ?? 0)
  })

  test('is higher for the shorter of two articles that say the same', () => {
    const [short, long] = ranked('قمر', [
      { body: `قمر ${noise(60)}` },
      { body: `قمر ${noise(300)}` },
      ...OTHERS,
    ])
    expect(short?.score).toBeGreaterThan(long?.score ?? 0)
  })

  test('is higher for more of the terms than for more of one', () => {
    const [both, one] = ranked('قمر زلزال', [
      { body: `${noise(60)} قمر زلزال` },
      { body: `${noise(60)} قمر قمر قمر قمر` },
      ...OTHERS,
    ])
    expect(both?.score).toBeGreaterThan(one?.score ?? 0)
  })
})

describe('what was asked for counts more', () => {
  test('where it stands together', () => {
    const apart = `${noise(60)} معاهدة ${noise(40)} دفاع ${noise(40)}`
    const together = `${noise(60)} معاهدة دفاع ${noise(80)}`
    const [scattered, near] = ranked('معاهدة دفاع', [{ body: apart }, { body: together }, ...OTHERS])
    expect(points(near as never, 'nearness')).toBeGreaterThan(points(scattered as never, 'nearness'))
    expect(near?.score).toBeGreaterThan(scattered?.score ?? 0)
  })

  test('in the title', () => {
    const [inTitle, inBody] = ranked('قمر', [
      { title: 'قمر جديد', body: noise(20) },
      { title: 'خبر جديد', body: `قمر ${noise(20)}` },
      ...OTHERS,
    ])
    expect(points(inTitle as never, 'title')).toBeGreaterThan(0)
    expect(points(inBody as never, 'title')).toBe(0)
    expect(inTitle?.score).toBeGreaterThan(inBody?.score ?? 0)
  })

  test('in the opening', () => {
    const [early, late] = ranked('قمر', [
      { body: `قمر ${noise(100)}` },
      { body: `${noise(100)} قمر` },
      ...OTHERS,
    ])
    expect(points(early as never, 'opening')).toBeGreaterThan(0)
    expect(points(late as never, 'opening')).toBe(0)
    expect(early?.score).toBeGreaterThan(late?.score ?? 0)
  })

  test('nowhere near, where only one thing was asked for', () => {
    const [found] = ranked('قمر', [{ body: 'قمر قمر' }, ...OTHERS])
    expect(points(found as never, 'nearness')).toBe(0)
  })
})

describe('letters', () => {
  test.each([
    ['a typo', 'صاروح', 'الصاروخ'],
    ['a broken plural that nobody listed', 'عقار', 'عقارات'],
    ['a plural that changes inside', 'أسطول', 'أساطيل'],
    ['another spelling of a name', 'زيلنسكي', 'زيلينسكي'],
  ])('see through %s', (_, typed, word) => {
    const [found, stranger] = ranked(typed, [{ body: `${word} اليوم` }, { body: 'مطر مطل' }, ...OTHERS])
    expect(points(found as never, 'letters')).toBeGreaterThan(0)
    expect(found?.score).toBeGreaterThan(stranger?.score ?? 0)
  })

  test('say nothing where they weigh nothing', () => {
    const silent: Weights = { ...WEIGHTS, threeGrams: 0, fourGrams: 0, openingGrams: 0 }
    const [found] = ranked('صاروح', [{ title: 'صاروخ', body: 'صاروخ' }, ...OTHERS], silent)
    expect(found).toEqual({ score: 0, reasons: [] })
  })
})
