import { parse } from 'yaml'
import { z } from 'zod'
import type { PartialDate } from '../arabic/dates.ts'
import { parseDate } from '../arabic/dates.ts'
import { stripDirection } from '../arabic/direction.ts'
import type { Span } from '../arabic/words.ts'
import { BODY_LIMIT, NAME_LIMIT, type Report, TITLE_LIMIT } from '../articles/article.ts'
import { MujazError } from '../errors.ts'

/** Longest sentence about the text itself, in code points. */
const NOTE_LIMIT = 500

/** One line of text as the store wants it; see the rules in articles/article. */
const line = (limit: number) =>
  z
    .string()
    .transform((text) => stripDirection(text).trim())
    .refine((text) => text !== '', { error: 'must not be empty' })
    .refine((text) => !text.includes('\n'), { error: 'must be one line' })
    .refine((text) => [...text].length <= limit, { error: `must have at most ${limit} characters` })
const optional = line(NAME_LIMIT).nullable().default(null)

const FRONT_MATTER = z.strictObject({
  title: line(TITLE_LIMIT),
  publisher: line(NAME_LIMIT),
  agency: optional,
  author: optional,
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .nullable()
    .default(null),
  published_at: optional,
  event_on: z.string().refine(isDay, { error: 'must be a day such as 2024-06-18' }).nullable().default(null),
  language: z.string().default('ar'),
  topics: z.array(z.string()).default([]),
  retelling_of: line(NOTE_LIMIT).nullable().default(null),
})

/**
 * Reads a report written by hand: Markdown with YAML front matter (title, publisher, agency, author, url,
 * published_at, event_on, language, topics, retelling_of), paragraphs separated by blank lines, `## ` before
 * sub-headings.
 *
 * @param name what the file is called, for errors
 * @throws MujazError `seed_invalid` naming the file and the mistake
 */
export function readReportFile(text: string, name: string): Report {
  // Editors on Windows put a byte order mark first.
  const plain = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const [, head, rest] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(plain) ?? []
  if (head === undefined || rest === undefined) throw invalid(name, 'it does not begin with front matter')
  const parsed = FRONT_MATTER.safeParse(parseYaml(head, name))
  if (!parsed.success) throw invalid(name, z.prettifyError(parsed.error))
  const matter = parsed.data
  const { body, headings } = readBody(rest)
  if (body === '') throw invalid(name, 'it has no text')
  if (body.length > BODY_LIMIT) throw invalid(name, `its text has more than ${BODY_LIMIT} characters`)
  return {
    title: matter.title,
    body,
    headings,
    publisher: matter.publisher,
    agency: matter.agency,
    author: matter.author,
    url: matter.url,
    language: matter.language,
    publishedAt: matter.published_at === null ? null : readDate(matter.published_at, name),
    eventOn: matter.event_on,
    topics: matter.topics,
    publisherSummary: [],
    note: matter.retelling_of,
  }
}

function readBody(markdown: string): { body: string; headings: Span[] } {
  const headings: Span[] = []
  let body = ''
  // A sub-heading is one line, whether a blank line follows it or not.
  const spaced = stripDirection(markdown).replace(/^[ ]*##\s.*$/gm, '\n$&\n')
  for (const block of spaced.split(/\n\s*\n/)) {
    const heading = /^##\s+/.test(block.trim())
    const text = block
      .replace(/^\s*##\s+/, '')
      .replace(/\s+/g, ' ')
      .trim()
    if (text === '') continue
    if (body !== '') body += '\n\n'
    if (heading) headings.push({ start: body.length, end: body.length + text.length })
    body += text
  }
  return { body, headings }
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value)?.value === value
}

function readDate(value: string, name: string): PartialDate {
  const date = parseDate(value)
  if (date === null) throw invalid(name, `published_at ${JSON.stringify(value)} is no date`)
  return date
}

function parseYaml(head: string, name: string): unknown {
  try {
    return parse(head)
  } catch (cause) {
    throw invalid(name, 'its front matter is not YAML', cause)
  }
}

function invalid(name: string, mistake: string, cause?: unknown): MujazError {
  return new MujazError('seed_invalid', `${name} cannot be read: ${mistake}.`, { cause })
}
