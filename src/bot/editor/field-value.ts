import { parseDate } from '../../arabic/dates.ts'
import { stripDirection } from '../../arabic/direction.ts'
import type { Span } from '../../arabic/words.ts'
import { BODY_LIMIT, NAME_LIMIT, type Report, TITLE_LIMIT } from '../../articles/article.ts'
import type { EditableField } from '../../messages/editing.ts'

/** Why what was typed is no value. */
export type NoValue = 'title' | 'name' | 'date' | 'text' | 'address'

const URL_LIMIT = 2048

/**
 * The report with one field as it was typed.
 * @param today `YYYY-MM-DD`, for words such as yesterday
 */
export function withValue(
  report: Report,
  field: EditableField,
  typed: string,
  today: string,
): Report | NoValue {
  if (field === 'text') return withText(report, typed)
  const line = stripDirection(typed).replace(/\s+/g, ' ').trim()
  const length = [...line].length
  switch (field) {
    case 'title':
      return length === 0 || length > TITLE_LIMIT ? 'title' : { ...report, title: line }
    case 'publisher':
    case 'agency':
    case 'author':
      return length === 0 || length > NAME_LIMIT ? 'name' : { ...report, [field]: line }
    case 'address':
      return isPage(line) ? { ...report, url: line } : 'address'
    case 'date': {
      const publishedAt = parseDate(line, today)
      return publishedAt === null ? 'date' : { ...report, publishedAt }
    }
    case 'event': {
      const day = parseDate(line, today)?.value.slice(0, 10)
      return day?.length === 10 ? { ...report, eventOn: day } : 'date'
    }
  }
}

/** The fields that a report can do without. */
export const REMOVABLE = ['date', 'event', 'agency', 'author', 'address'] as const
export type RemovableField = (typeof REMOVABLE)[number]

/** The report without a field. */
export function withoutValue(report: Report, field: RemovableField): Report {
  switch (field) {
    case 'date':
      return { ...report, publishedAt: null }
    case 'event':
      return { ...report, eventOn: null }
    case 'address':
      return { ...report, url: null }
    default:
      return { ...report, [field]: null }
  }
}

/** Every line is a block; what was a sub-heading and stands there still is one. */
function withText(report: Report, typed: string): Report | NoValue {
  const blocks = stripDirection(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const body = blocks.join('\n\n')
  if (body === '' || body.length > BODY_LIMIT) return 'text'
  const known = new Set(report.headings.map(({ start, end }) => report.body.slice(start, end).trim()))
  const headings: Span[] = []
  let start = 0
  for (const block of blocks) {
    if (known.has(block)) headings.push({ start, end: start + block.length })
    start += block.length + 2
  }
  return { ...report, body, headings }
}

function isPage(text: string): boolean {
  if (text.length > URL_LIMIT || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}
