import type { Report } from './article.ts'

/** What of a report can differ between two revisions. */
export type ReportField =
  | 'title'
  | 'text'
  | 'publisher'
  | 'agency'
  | 'author'
  | 'address'
  | 'date'
  | 'event'
  | 'headings'
  | 'language'
  | 'topics'
  | 'summary'
  | 'note'

/** One difference; the text and what belongs to it are told without their content. */
export interface ChangedField {
  readonly field: ReportField
  readonly before: string | null
  readonly after: string | null
}

const FIELDS: readonly (readonly [ReportField, (report: Report) => string | null])[] = [
  ['title', ({ title }) => title],
  ['text', ({ body }) => body],
  ['publisher', ({ publisher }) => publisher],
  ['agency', ({ agency }) => agency],
  ['author', ({ author }) => author],
  ['address', ({ url }) => url],
  ['date', ({ publishedAt }) => publishedAt?.value ?? null],
  ['event', ({ eventOn }) => eventOn],
  ['language', ({ language }) => language],
  ['topics', ({ topics }) => topics.join(', ')],
  ['summary', ({ publisherSummary }) => publisherSummary.join(' ')],
  ['note', ({ note }) => note],
]

/** What is different, in the order in which it is told; sub-headings alone only where the text is the same. */
export function changedFields(before: Report, after: Report): ChangedField[] {
  const changed = FIELDS.flatMap(([field, valueOf]) => {
    const [was, is] = [valueOf(before), valueOf(after)]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
  const sameHeadings = JSON.stringify(before.headings) === JSON.stringify(after.headings)
  if (sameHeadings || before.body !== after.body) return changed
  return [...changed, { field: 'headings', before: null, after: null }]
}
