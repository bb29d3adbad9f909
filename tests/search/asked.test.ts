import { describe, expect, test } from 'vitest'
import { gramsOf } from '../../src/arabic/grams.ts'
import { createAsked } from '../../src/search/asked.ts'
import { createLexicon } from '../../src/search/lexicon.ts'
import type { Term } from '../../src/search/search-index.ts'

/** Words that are their own stems; each is the one with the number of its place, from 1. */
const WORDS = ['قمر', 'كيم', 'جونغ', 'خبر', 'putin', 'kim', 'jong']
const [MOON, KIM, JONG, NEWS, PUTIN] = [1, 2, 3, 4, 5] as const

function ask(
  terms: readonly Term[],
  standIns: { term: number; word: number; likeness: number }[] = [],
  words = ['قمر'],
) {
  const lexicon = createLexicon()
  lexicon.learnWords(WORDS.map((word, index) => ({ id: index + 1, word })))
  lexicon.learnArticles(
    [[MOON, KIM, JONG], [MOON, NEWS], [NEWS]].map((list, index) => ({
      articleId: index + 1,
      list: { titleLength: 0, words: Uint32Array.from(list) },
    })),
  )
  const asked = createAsked(
    {
      terms,
      words: words.map((word) => ({ folded: word, stem: word })),
      standIns: standIns.map(({ word, ...rest }) => ({ ...rest, stem: lexicon.stemOf(word) })),
    },
    lexicon,
  )
  return {
    ...asked,
    /** Which terms each word of a text answers. */
    heard: (...text: number[]) =>
      text.map((_, at) => asked.answers(Uint32Array.from(text), at).map(({ term }) => term)),
  }
}

describe('a word of an article', () => {
  test('answers the terms it is a spelling of', () => {
    const { heard, isSilent } = ask([{ anyOf: [['قمر'], ['putin']] }, { anyOf: [['خبر']] }])
    expect(heard(MOON, NEWS, KIM, PUTIN)).toEqual([[0], [1], [], [0]])
    expect(isSilent(KIM)).toBe(true)
    expect(isSilent(NEWS)).toBe(false)
    expect(isSilent(NEWS)).toBe(false)
  })

  test('answers two terms at once where both mean it', () => {
    const { heard } = ask([{ anyOf: [['قمر']] }, { anyOf: [['خبر'], ['قمر']] }])
    expect(heard(MOON)).toEqual([[0, 1]])
  })

  test('answers a phrase as the first of its words, where the others follow', () => {
    const { heard } = ask([{ anyOf: [['كيم', 'جونغ']] }])
    expect(heard(KIM, JONG, KIM, NEWS, JONG)).toEqual([[0], [], [], [], []])
    expect(heard(JONG, KIM)).toEqual([[], []])
    expect(heard(KIM)).toEqual([[]])
  })

  test('ends no phrase behind the end of the article, not even one of the first word there is', () => {
    const { heard } = ask([{ anyOf: [['كيم', 'قمر']] }])
    expect(heard(KIM)).toEqual([[]])
    expect(heard(KIM, 99)).toEqual([[], []])
    expect(heard(KIM, MOON)).toEqual([[0], []])
  })

  test('answers by itself and as the first of a phrase', () => {
    const { heard } = ask([
      { anyOf: [['كيم']] },
      {
        anyOf: [
          ['كيم', 'جونغ'],
          ['kim', 'jong'],
        ],
      },
    ])
    expect(heard(KIM, JONG, KIM)).toEqual([[0, 1], [], [0]])
  })

  test('that stands in for another one is as good as it is like it; the word itself is best', () => {
    const { answers } = ask(
      [{ anyOf: [['قمر']] }],
      [
        { term: 0, word: NEWS, likeness: 0.6 },
        { term: 0, word: MOON, likeness: 0.3 },
      ],
    )
    expect(answers(Uint32Array.of(NEWS), 0)).toEqual([{ term: 0, likeness: 0.6 }])
    expect(answers(Uint32Array.of(MOON), 0)).toEqual([{ term: 0, likeness: 1 }])
  })

  test('has nothing to say to a query it shares no letters with', () => {
    const { gramsOf: gramsOfWord, isSilent } = ask([], [], ['putin'])
    expect(gramsOfWord(MOON)).toBeNull()
    expect(gramsOfWord(99)).toBeNull()
    expect(isSilent(99)).toBe(true)
    expect(gramsOfWord(PUTIN)?.three).toHaveLength(gramsOf('putin', 3).length)
    expect(gramsOfWord(PUTIN)?.four).toHaveLength(gramsOf('putin', 4).length)
  })
})

describe('rarity', () => {
  test('is higher for what fewer articles have, highest for what none has', () => {
    const { termIdf } = ask([
      { anyOf: [['قمر']] },
      { anyOf: [['كيم']] },
      { anyOf: [['زلزال']] },
      { anyOf: [[]] },
    ])
    const [moon = 0, kim = 0, unknown = 0, hollow = 0] = termIdf
    expect(moon).toBeGreaterThan(0)
    expect(kim).toBeGreaterThan(moon)
    expect(unknown).toBeGreaterThan(kim)
    expect(hollow).toBe(unknown)
  })

  test('of a phrase is that of its rarest word', () => {
    const { termIdf } = ask([{ anyOf: [['قمر', 'كيم']] }, { anyOf: [['كيم']] }])
    expect(termIdf[0]).toBe(termIdf[1])
  })

  test('is never less than nothing, however many spellings are everywhere', () => {
    const { termIdf } = ask([{ anyOf: [['قمر'], ['خبر'], ['كيم'], ['جونغ']] }])
    expect(termIdf[0]).toBeGreaterThan(0)
  })
})
