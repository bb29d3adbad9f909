import { isStopWord } from '../src/arabic/stop-words.ts'
import type { SearchIndex } from '../src/search/search-index.ts'
import { readSeeds } from '../src/sources/seeds.ts'
import { createRandom, oneOf } from './random.ts'

const SAMPLE = 3000
const COMMONEST = 40

/**
 * Queries by how many articles their words stand in (a sample tells): very common, the forty commonest; common,
 * 5 to 15 %; middling, 0.5 to 2 %; rare, first seen in the later half of the vocabulary, so in a few articles.
 */
export async function queryClasses(
  index: SearchIndex,
  queries: number,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const random = createRandom(5)
  const vocabulary = (await index.wordsAfter(0, Number.MAX_SAFE_INTEGER)).map(({ word }) => word)
  const sample = await index.articlesAfter(0, SAMPLE)
  const counts = new Map<string, number>()
  for (const { list } of sample)
    for (const id of new Set(list.words)) {
      const word = vocabulary[id - 1] ?? ''
      if (word.length > 2 && !isStopWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  const between = (from: number, to: number) =>
    [...counts].flatMap(([word, n]) => (n >= from * sample.length && n < to * sample.length ? [word] : []))
  const veryCommon = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, COMMONEST)
    .map(([word]) => word)
  const [common, middling] = [between(0.05, 0.15), between(0.005, 0.02)]
  const rare = vocabulary.slice(vocabulary.length >> 1)
  const names = readSeeds().story.entities.flatMap(({ forms }) => Object.values(forms).flat())

  const of = (...lists: readonly (readonly string[])[]) =>
    Array.from({ length: queries }, () => lists.map((list) => oneOf(list, random)).join(' '))
  return {
    'very common': of(veryCommon),
    common: of(common),
    rare: of(rare),
    'two very common': of(veryCommon, veryCommon),
    'four mixed': of(veryCommon, middling, middling, rare),
    'eight words': of(veryCommon, common, common, middling, middling, middling, rare, rare),
    'a name of the story': of(names),
    'an unknown word': of(middling).map((word) => `${word.slice(0, 2)}ظ${word.slice(2)}`),
  }
}
