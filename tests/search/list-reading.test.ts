import { describe, expect, test } from 'vitest'
import { createLexicon } from '../../src/search/lexicon.ts'
import { holding, mostFrequent } from '../../src/search/list-reading.ts'
import type { IndexedArticle } from '../../src/search/search-index.ts'

const WORDS = ['قمر', 'شمس', 'نجم', 'ارض', 'بحر']

/** Articles of folded words, the title before the stroke. */
function read(...texts: string[]) {
  const lexicon = createLexicon()
  lexicon.learnWords(WORDS.map((word, at) => ({ id: at + 1, word })))
  const articles = texts.map((text, at): IndexedArticle => {
    const [title = '', body = ''] = text.split('|').map((part) => part.trim())
    const numbers = (part: string) => part.split(' ').flatMap((word) => WORDS.indexOf(word) + 1 || [])
    return {
      articleId: at + 1,
      list: {
        titleLength: numbers(title).length,
        words: Uint32Array.from([...numbers(title), ...numbers(body)]),
      },
    }
  })
  lexicon.learnArticles(articles)
  return { lexicon, articles }
}
const term = (...phrases: string[]) => ({ anyOf: phrases.map((phrase) => phrase.split(' ')) })

describe('lists of words', () => {
  test.each([
    ['a word', [term('قمر')], [1, 2, 4]],
    ['one of two', [term('قمر', 'ارض')], [1, 2, 3, 4]],
    ['both of two', [term('قمر'), term('شمس')], [1, 2]],
    ['a phrase, not over the end of a title', [term('قمر شمس')], [1]],
    ['what nobody has written', [term('زلزال')], []],
    ['a phrase of which a part is unknown', [term('قمر زلزال')], []],
  ])('tell which articles hold %s', (_, terms, expected) => {
    const { lexicon, articles } = read('نجم | قمر شمس', 'قمر | شمس نجم', 'ارض | نجم', '| نجم قمر')
    const holds = holding(terms, lexicon)
    expect(articles.filter(({ list }) => holds(list)).map(({ articleId }) => articleId)).toEqual(expected)
  })

  test('tell where terms are frequent: often, in short articles, in titles, the rare ones first', () => {
    const { lexicon, articles } = read(
      'نجم | قمر نجم نجم نجم نجم نجم نجم',
      'نجم | قمر قمر قمر نجم نجم نجم نجم',
      'قمر | نجم نجم نجم نجم نجم نجم نجم',
      'نجم | قمر',
      'نجم | بحر',
    )
    const best = (most: number, ...terms: ReturnType<typeof term>[]) =>
      mostFrequent(articles, terms, lexicon, most)
    expect(best(9, term('قمر'))).toEqual([2, 4, 3, 1, 5])
    expect(best(2, term('قمر'))).toEqual([2, 4])
    expect(best(1, term('نجم'), term('بحر'))).toEqual([5])
    expect(best(2, term('ارض'))).toEqual([5, 4])
  })
})
