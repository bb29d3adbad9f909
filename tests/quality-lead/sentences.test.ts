import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/arabic/sentences.ts'
import { endScores, judgedPassages } from './sentence-ends.ts'

/** Only ever raised. */
const FLOOR = { f1: 0.99, right: 98 }

describe('judged sentence ends', () => {
  const passages = judgedPassages()

  it('are enough to say something', () => {
    expect(passages.length).toBeGreaterThanOrEqual(60)
    expect(passages.reduce((sum, { ends }) => sum + ends.size, 0)).toBeGreaterThanOrEqual(200)
    for (const { name, text, ends } of passages) expect(Math.max(...ends), name).toBe(text.trimEnd().length)
  })

  it('are found', () => {
    const { f1, right, mistakes } = endScores(sentences, passages)
    expect(f1, mistakes.join('\n')).toBeGreaterThanOrEqual(FLOOR.f1)
    expect(right, mistakes.join('\n')).toBeGreaterThanOrEqual(FLOOR.right)
  })

  it.each(passages)('$name: nothing but white space is lost', ({ text }) => {
    const joined = sentences(text).map(({ start, end }) => text.slice(start, end))
    expect(joined.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })
})
