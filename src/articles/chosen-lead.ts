import { sentencesIn } from '../arabic/sentences.ts'
import type { Span } from '../arabic/words.ts'
import { LEAD_BUDGETS, type LeadSource, pickLead } from './lead.ts'
import { candidatesOf } from './lead-candidates.ts'

/** A sentence that can be chosen for the lead. */
export interface LeadSentence {
  /** What would stand in the lead: offsets into the body, the dateline left out. */
  readonly span: Span
  readonly chosen: boolean
}

const { sentences: MOST, characters: ROOM } = LEAD_BUDGETS.full

/** What a chosen lead breaks: it has too many sentences, or too many characters. */
export type LeadRefusal = 'too-many' | 'too-long'

/** The sentences of a report that can stand in its lead, in reading order; `lead` is what stands there now. */
export function leadSentences(report: LeadSource, lead: readonly Span[]): LeadSentence[] {
  return candidatesOf(report, ROOM, Number.POSITIVE_INFINITY)
    .filter(({ marked }) => !marked)
    .map((candidate) => {
      const span = candidate.span()
      const standing = lead.find(({ start, end }) => start < span.end && end > span.start)
      return { span: standing ?? span, chosen: standing !== undefined }
    })
}

/**
 * The lead with one sentence more, or without it; null when nothing would be left, which means: pick it.
 *
 * @param index of {@link leadSentences}, from 0
 */
export function toggledLead(
  report: LeadSource,
  lead: readonly Span[],
  index: number,
): { readonly lead: readonly Span[] | null } | { readonly refusal: LeadRefusal } {
  const chosen = leadSentences(report, lead).flatMap((sentence, at) =>
    sentence.chosen === (at !== index) ? [sentence.span] : [],
  )
  if (chosen.length === 0) return { lead: null }
  const refusal = refusalOf(chosen)
  return refusal === null ? { lead: chosen } : { refusal }
}

/** The chosen lead of a draft, or the one that is picked where nobody has chosen. */
export function leadOf(report: LeadSource & { readonly lead?: readonly Span[] }): readonly Span[] {
  return report.lead ?? pickLead(report).spans
}

/** What is wrong with a lead that somebody has chosen; null for a sound one. Every span lies within one sentence. */
export function leadProblem(body: string, lead: readonly Span[]): string | null {
  const refusal = refusalOf(lead)
  if (refusal !== null) return refusal === 'too-many' ? `has more than ${MOST} sentences` : `is too long`
  let last = 0
  const all = sentencesIn(body)
  let sentence = all.next()
  for (const { start, end } of lead) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= last && start < end))
      return 'is not in reading order'
    while (!sentence.done && sentence.value.end <= start) sentence = all.next()
    if (sentence.done || start < sentence.value.start || end > sentence.value.end)
      return 'holds what is no sentence of the body'
    last = end
  }
  return null
}

function refusalOf(lead: readonly Span[]): LeadRefusal | null {
  if (lead.length > MOST) return 'too-many'
  // One space between two sentences.
  const length = lead.reduce((sum, { start, end }) => sum + end - start, lead.length - 1)
  return length > ROOM ? 'too-long' : null
}
