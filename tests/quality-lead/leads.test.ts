import { describe, expect, it } from 'vitest'
import { LEAD_BUDGETS, pickLead } from '../../src/articles/lead.ts'
import { judgedLeads } from './judged-leads.ts'

/** The share of the reports whose lead is the judged one, letter by letter. Only ever raised. */
const FLOOR = 0.97

describe('judged leads', () => {
  const reports = judgedLeads()

  it('are picked', () => {
    expect(reports.length).toBeGreaterThanOrEqual(40)
    const wrong = reports.filter((report) => {
      const { spans } = pickLead(report)
      return JSON.stringify(spans) !== JSON.stringify(report.lead)
    })
    const names = wrong.map(({ name }) => name).join('\n')
    expect(1 - wrong.length / reports.length, names).toBeGreaterThanOrEqual(FLOOR)
  })

  it.each(reports)('$name: every length keeps its limits and gives reasons', (report) => {
    for (const limits of Object.values(LEAD_BUDGETS)) {
      const { spans, skipped } = pickLead(report, limits)
      const parts = spans.map(({ start, end }) => report.body.slice(start, end))
      expect(parts.length).toBeGreaterThanOrEqual(1)
      expect(parts.length).toBeLessThanOrEqual(limits.sentences)
      expect(parts.join(' ').length).toBeLessThanOrEqual(limits.characters)
      for (const part of parts) expect(part).toBe(part.trim())
      for (const [i, { start }] of spans.entries())
        expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0)
      for (const { span } of skipped) {
        expect(spans.some(({ start, end }) => span.start < end && start < span.end)).toBe(false)
      }
    }
  })
})
