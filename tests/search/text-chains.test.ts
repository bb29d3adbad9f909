import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTextChains } from '../../src/search/text-chains.ts'

test('every number is found under its text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 100 }), (texts) => {
      const chains = createTextChains()
      texts.forEach((text, at) => {
        chains.add(text, at + 1)
      })
      texts.forEach((text, at) => {
        expect(chains.candidates(text)).toContain(at + 1)
      })
      for (const text of texts) {
        const same = chains.candidates(text).filter((number) => texts[number - 1] === text)
        expect(same).toHaveLength(texts.filter((other) => other === text).length)
      }
    }),
  )
})

test('many texts fall into short chains', () => {
  const chains = createTextChains()
  const texts = Array.from({ length: 100_000 }, (_, number) => `كلمة${number}`)
  texts.forEach((text, at) => {
    chains.add(text, at + 1)
  })
  const longest = Math.max(...texts.map((text) => chains.candidates(text).length))
  expect(longest).toBeLessThan(12)
  expect(chains.candidates('زلزال').length).toBeLessThan(12)
})
