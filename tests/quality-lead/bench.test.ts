import { describe, expect, it } from 'vitest'
import { rouge } from '../../bench/rouge.ts'
import { sentencesOf, summarise } from '../../bench/summarise.ts'
import { judgedLeads } from './judged-leads.ts'

describe('rouge', () => {
  it('counts common n-grams, each as often as the reference has it, whatever the spelling', () => {
    expect(rouge('وصل الوفد', 'وَصَلَ الوفدُ', 1).f1).toBe(1)
    expect(rouge('وصل وصل وصل وصل', 'وصل الوفد', 1)).toEqual({ precision: 0.25, recall: 0.5, f1: 1 / 3 })
    expect(rouge('وصل الوفد اليوم', 'الوفد اليوم وصل', 2)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 })
    expect(rouge('', 'وصل', 1)).toEqual({ precision: 0, recall: 0, f1: 0 })
  })
})

describe('summarise', () => {
  it.each(judgedLeads())('$name: is literal and keeps to its words', ({ title, body }) => {
    for (const maxWords of [0, 1, 10, 45, 200]) {
      const summary = summarise({ title, text: body }, { maxWords })
      expect(summary.split(/\s+/).filter((word) => word !== '').length).toBeLessThanOrEqual(maxWords)
      const plain = body.replace(/\s+/g, ' ')
      for (const sentence of sentencesOf(summary)) expect(plain).toContain(sentence)
    }
  })
})
