import { expect, test } from 'vitest'
import { asSpelled } from '../../src/search/spelled.ts'

test('folded words are shown as the reports spell them', () => {
  const texts = ['وقع المعاهدةَ أمس', 'المعاهدة وأوشاكوف']
  expect(asSpelled(['اوشاكوف', 'المعاهده'], texts)).toEqual(['المعاهدةَ'])
  expect(asSpelled(['واوشاكوف'], texts)).toEqual(['وأوشاكوف'])
})

test('words that no report has stay as they are where there are no others', () => {
  expect(asSpelled(['معاهده', 'قمه'], ['نص آخر'])).toEqual(['معاهده', 'قمه'])
  expect(asSpelled(['معاهده', 'قمه'], ['قمّة'])).toEqual(['قمّة'])
  expect(asSpelled([], ['نص'])).toEqual([])
})
