import { z } from 'zod'
import { parseDate } from '../../arabic/dates.ts'
import type { Span } from '../../arabic/words.ts'
import type { ArchivedArticle, ArchivedFacts } from '../../articles/archive.ts'
import { BODY_LIMIT, type Report } from '../../articles/article.ts'

/** Most entries of a list, and the longest of them; far above what the desk makes. */
const LIST_LIMIT = 500
const TEXT_LIMIT = 10_000

const text = z.string().max(TEXT_LIMIT)
const texts = z.array(text).max(LIST_LIMIT)
const offset = z.int().min(0).max(BODY_LIMIT)
const spans = z.array(z.tuple([offset, offset])).max(10_000)
const instant = z.iso.datetime({ precision: 3, error: 'must be a time such as 2026-11-22T06:00:00.000Z' })

/** An article as the exports hold it: flat, with names that people can read. Readers have checked nothing but this. */
const RECORD = z.object({
  /** The article's UUID; null gets a new one. */
  id: z.guid().toLowerCase().nullable(),
  title: text,
  body: z.string().max(BODY_LIMIT),
  /** Offsets in UTF-16 units into the body. */
  headings: spans,
  /** The same, for the sentences that carry the news; null picks them anew. */
  lead: spans.nullable(),
  publisher: text,
  agency: text.nullable(),
  author: text.nullable(),
  url: text.nullable(),
  language: z.string().min(1).max(60),
  published_at: z.string().max(30).nullable(),
  published_precision: z.enum(['year', 'month', 'day', 'minute', 'second']).nullable(),
  event_on: z.string().max(30).nullable(),
  topics: texts,
  summary: texts,
  note: text.nullable(),
  revision: z.int().min(1),
  retracted_at: instant.nullable(),
  retraction: text.nullable(),
  added_at: instant,
})

export type StoryRecord = z.infer<typeof RECORD>

/** The names of a record's fields, in the order in which they are written. */
export const FIELDS = Object.keys(RECORD.shape) as (keyof StoryRecord)[]

/** What a record stands for. */
export interface StoryEntry {
  readonly report: Report
  readonly facts: ArchivedFacts
}

/** An article as a record. */
export function toRecord(article: ArchivedArticle): StoryRecord {
  return {
    id: article.uid,
    title: article.title,
    body: article.body,
    headings: pairs(article.headings),
    lead: pairs(article.lead),
    publisher: article.publisher,
    agency: article.agency,
    author: article.author,
    url: article.url,
    language: article.language,
    published_at: article.publishedAt?.value ?? null,
    published_precision: article.publishedAt?.precision ?? null,
    event_on: article.eventOn,
    topics: [...article.topics],
    summary: [...article.publisherSummary],
    note: article.note,
    revision: article.revision,
    retracted_at: article.retraction === null ? null : isoTime(article.retraction.at),
    retraction: article.retraction?.reason ?? null,
    added_at: isoTime(article.addedAt),
  }
}

/**
 * What a record from outside stands for, or what is wrong with it, in words for an operator. The rules of reports
 * themselves (lengths, lines, signs) are the intake's.
 */
export function fromRecord(value: unknown): StoryEntry | { readonly problem: string } {
  const parsed = RECORD.safeParse(value)
  if (!parsed.success) return { problem: firstMistake(parsed.error) }
  const record = parsed.data
  const { published_at: value_, published_precision: precision, event_on: eventOn, body } = record
  const published = value_ === null ? null : parseDate(value_)
  if ((published?.value ?? null) !== value_ || (published?.precision ?? null) !== precision)
    return { problem: `published_at ${JSON.stringify(value_)} is no date known to the ${precision}` }
  const day = eventOn === null ? null : parseDate(eventOn)
  if (eventOn !== null && (day?.value !== eventOn || day.precision !== 'day'))
    return { problem: `event_on ${JSON.stringify(eventOn)} is no day such as 2024-06-18` }
  if (!inOrder(record.lead ?? [], body.length)) return { problem: 'the lead lies outside the body' }
  if (!inOrder(record.headings, body.length)) return { problem: 'a heading lies outside the body' }
  return { report: reportOf(record, published), facts: factsOf(record) }
}

function reportOf(record: StoryRecord, publishedAt: Report['publishedAt']): Report {
  return {
    title: record.title,
    body: record.body,
    headings: record.headings.map(toSpan),
    publisher: record.publisher,
    agency: record.agency,
    author: record.author,
    url: record.url,
    language: record.language,
    publishedAt,
    eventOn: record.event_on,
    topics: record.topics,
    publisherSummary: record.summary,
    note: record.note,
  }
}

function factsOf(record: StoryRecord): ArchivedFacts {
  return {
    uid: record.id,
    lead: record.lead === null || record.lead.length === 0 ? null : record.lead.map(toSpan),
    revision: record.revision,
    retraction:
      record.retracted_at === null
        ? null
        : { reason: record.retraction, at: Date.parse(record.retracted_at) },
    addedAt: Date.parse(record.added_at),
  }
}

/** Epoch milliseconds as `2026-11-22T06:00:00.000Z`. */
export function isoTime(at: number): string {
  return new Date(at).toISOString()
}

function pairs(list: readonly Span[]): [number, number][] {
  return list.map(({ start, end }) => [start, end])
}

function toSpan([start, end]: readonly [number, number]): Span {
  return { start, end }
}

function inOrder(list: readonly (readonly [number, number])[], length: number): boolean {
  let reached = 0
  for (const [start, end] of list) {
    if (start < reached || end <= start || end > length) return false
    reached = end
  }
  return true
}

function firstMistake(error: z.ZodError): string {
  const [issue] = error.issues
  const where = issue?.path.join('.') ?? ''
  return where === '' ? 'it is no article' : `${where}: ${issue?.message ?? 'invalid'}`
}
