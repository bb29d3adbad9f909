import type { Span } from '../../src/arabic/words.ts'
import type { LeadSource } from '../../src/articles/lead.ts'
import { HARD_REPORTS } from './hard-reports.ts'
import { type JudgedReport, PLAIN_REPORTS } from './reports.ts'

/** A report as the store has it, and the lead a person chose. */
export interface JudgedLead extends LeadSource {
  readonly name: string
  readonly lead: readonly Span[]
}

export function judgedLeads(): JudgedLead[] {
  return [...PLAIN_REPORTS, ...HARD_REPORTS].map(judged)
}

/** Takes the marks out of a report and remembers where they stood. */
function judged({ name, title, text }: JudgedReport): JudgedLead {
  const headings: Span[] = []
  const lead: Span[] = []
  let body = ''
  let opened = 0
  for (const piece of text.split(/(⟦|⟧|^## .*$)/m)) {
    if (piece === '⟦') opened = body.length
    else if (piece === '⟧') lead.push({ start: opened, end: body.length })
    else if (piece.startsWith('## ')) {
      headings.push({ start: body.length, end: body.length + piece.length - 3 })
      body += piece.slice(3)
    } else body += piece
  }
  return { name, title, body, headings, lead }
}
