import { createHash } from 'node:crypto'
import { stripDirection } from '../arabic/direction.ts'
import type { Span } from '../arabic/words.ts'
import { MujazError } from '../errors.ts'
import { BODY_LIMIT, NAME_LIMIT, type Report, TITLE_LIMIT } from './article.ts'
import type { ArticleStore, PreparedReport, Stored } from './article-store.ts'
import { leadProblem } from './chosen-lead.ts'
import type { Draft } from './draft.ts'
import { indexedText } from './indexed-text.ts'
import { pickLead } from './lead.ts'

/** What a report cannot do without. */
export type MissingField = 'title' | 'body' | 'publisher'

/** The one way into the store, for seeds, imports and editors alike. */
export interface Intake {
  /**
   * Checks, prepares and stores reports, all or none.
   * @throws MujazError `draft_invalid` when a report breaks a rule
   */
  add(reports: readonly Report[]): Promise<Stored[]>
  /**
   * The report that a draft has become, checked and prepared for the store.
   * @param known what an editor has settled of the article that it revises, and no page can tell
   * @throws MujazError `draft_incomplete` while something is missing, `draft_invalid` when it breaks a rule
   */
  prepareDraft(draft: Draft, known?: Pick<Report, 'eventOn' | 'topics'>): PreparedReport
}

/** @param canonicalUrl the address of a page without what does not name it; null for none */
export function createIntake(
  articles: Pick<ArticleStore, 'addAll'>,
  canonicalUrl: (url: string) => string | null = () => null,
): Intake {
  const prepare = (report: Report, lead?: readonly Span[]): PreparedReport => ({
    ...prepareReport(report, lead),
    canonicalUrl: report.url === null ? null : canonicalUrl(report.url),
  })
  return {
    add: async (reports) => articles.addAll(reports.map((report) => prepare(report))),
    prepareDraft: (draft, { eventOn, topics } = { eventOn: null, topics: [] }) =>
      prepare({ ...reportOf(draft), eventOn, topics }, draft.lead),
  }
}

/** What a draft still lacks; a report that was taken over from an agency counts the agency as its publisher. */
export function missingFields(draft: Draft): MissingField[] {
  const missing: MissingField[] = []
  if (draft.title === null) missing.push('title')
  if (draft.body === '') missing.push('body')
  if (draft.publisher === null && draft.agency === null) missing.push('publisher')
  return missing
}

/**
 * The report a draft has become.
 * @throws MujazError `draft_incomplete` while something is missing
 */
export function reportOf(draft: Draft): Report {
  const publisher = draft.publisher ?? draft.agency
  if (draft.title === null || draft.body === '' || publisher === null) {
    throw new MujazError('draft_incomplete', `The draft lacks: ${missingFields(draft).join(', ')}.`)
  }
  return {
    title: draft.title,
    body: draft.body,
    headings: draft.headings,
    publisher,
    agency: draft.agency,
    author: draft.author,
    url: draft.url,
    language: draft.language,
    publishedAt: draft.publishedAt,
    eventOn: null,
    topics: [],
    publisherSummary: draft.publisherSummary,
    note: null,
  }
}

/**
 * Checks a report against the rules of `article.ts` and makes what is stored beside it: lead, stems, identity.
 *
 * @param lead the sentences that somebody has chosen for it; left out, they are picked
 * @throws MujazError `draft_invalid`, naming the field and the rule
 */
export function prepareReport(report: Report, lead?: readonly Span[]): PreparedReport {
  requireLine('title', report.title, TITLE_LIMIT)
  requireLine('publisher', report.publisher, NAME_LIMIT)
  if (report.agency !== null) requireLine('agency', report.agency, NAME_LIMIT)
  if (report.author !== null) requireLine('author', report.author, NAME_LIMIT)
  if (report.body.trim() === '') throw invalid('The body is empty.')
  if (report.body.length > BODY_LIMIT) throw invalid(`The body has more than ${BODY_LIMIT} characters.`)
  if (report.body !== stripDirection(report.body))
    throw invalid('The body holds direction or control characters.')
  if (report.url !== null && !isWebAddress(report.url))
    throw invalid('The address is not an http(s) address.')
  for (const { start, end } of report.headings) {
    if (
      !(
        Number.isInteger(start) &&
        Number.isInteger(end) &&
        start >= 0 &&
        start < end &&
        end <= report.body.length
      )
    )
      throw invalid('A heading lies outside the body.')
  }
  const text = indexedText(report)
  // Texts are told apart by their words: those that have none would all be the same one.
  if (text.body.stems.length === 0) throw invalid('The body holds no word.')
  const problem = lead === undefined ? null : leadProblem(report.body, lead)
  if (problem !== null) throw invalid(`The lead ${problem}.`)
  return { report, lead: lead ?? pickLead(report).spans, text, fingerprint: fingerprintOf(text) }
}

/** Two reports are the same text when their stems are: spelling variants and marks make no new report. Hexadecimal. */
export function fingerprintOf({ title, body }: PreparedReport['text']): string {
  return createHash('sha256')
    .update(title.stems.join(' '))
    .update('\n')
    .update(body.stems.join(' '))
    .digest('hex')
}

function requireLine(field: string, value: string, limit: number): void {
  if (value.trim() === '') throw invalid(`The ${field} is empty.`)
  if (/[\n\r]/.test(value)) throw invalid(`The ${field} has more than one line.`)
  if ([...value].length > limit) throw invalid(`The ${field} has more than ${limit} characters.`)
  if (value !== stripDirection(value)) throw invalid(`The ${field} holds direction or control characters.`)
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function invalid(message: string): MujazError {
  return new MujazError('draft_invalid', message)
}
