import { parse } from 'yaml'
import { parseDate } from '../../arabic/dates.ts'
import type { Material, MaterialFacts } from '../../articles/material.ts'
import { MujazError } from '../../errors.ts'

const FRONT_MATTER = /^\ufeff?\s*---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/u
/** Longest front matter, in UTF-16 units. */
const HEAD_LIMIT = 20_000

/**
 * A report in Markdown: facts from YAML front matter (title, publisher, agency, author, url, published_at, language), or
 * the first heading as its title; headings, points and quotes stay as lines of their own, marks of type go.
 *
 * @throws MujazError `document_invalid` when the front matter is not YAML
 */
export function markdownMaterial(markdown: string): Material {
  const [, head, rest] = FRONT_MATTER.exec(markdown) ?? []
  const told = head === undefined ? {} : factsOf(readHead(head))
  const lines = (head === undefined ? markdown : (rest ?? '')).split(/\r?\n/u)
  const heading = told.title === undefined ? titleLine(lines) : null
  return {
    kind: 'file',
    source: 'file:',
    text: lines.map(plainLine).join('\n'),
    facts: heading === null ? told : { ...told, title: heading },
  }
}

function readHead(head: string): unknown {
  try {
    if (head.length > HEAD_LIMIT) throw new RangeError('The front matter is too long.')
    // No aliases: ten lines of them could stand for more memory than there is.
    return parse(head, { maxAliasCount: 0 })
  } catch (cause) {
    throw new MujazError('document_invalid', 'The front matter of the file is not YAML.', { cause })
  }
}

function factsOf(matter: unknown): MaterialFacts {
  if (typeof matter !== 'object' || matter === null || Array.isArray(matter)) return {}
  const fields = matter as Readonly<Record<string, unknown>>
  const said = (...names: string[]): string | undefined =>
    names
      .map((name) => fields[name])
      .find((value): value is string => typeof value === 'string' && value !== '')
  const day = fields['published_at'] ?? fields['date']
  const publishedAt = typeof day === 'string' || typeof day === 'number' ? parseDate(String(day)) : null
  return Object.fromEntries(
    Object.entries({
      title: said('title'),
      publisher: said('publisher', 'source'),
      agency: said('agency'),
      author: said('author'),
      url: said('url', 'link'),
      language: said('language', 'lang'),
      publishedAt: publishedAt ?? undefined,
    }).filter(([, value]) => value !== undefined),
  )
}

/** The heading of the first order, when it stands before the text. */
function titleLine(lines: readonly string[]): string | null {
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const [, title] = /^\s{0,3}#\s+(.+?)\s*#*\s*$/u.exec(first) ?? []
  return title === undefined ? null : plainLine(title)
}

function plainLine(line: string): string {
  return line
    .replace(/^\s{0,3}#{1,6}\s+|\s+#{1,6}\s*$/gu, '')
    .replace(/^\s*(?:>\s?)+/u, '')
    .replace(/^\s*[*+-]\s+(?=\S)/u, '• ')
    .replace(/!\[[^\]]{0,300}\]\([^)\s]{0,2000}(?:\s[^)]{0,300})?\)/gu, '')
    .replace(/\[([^\]]{1,300})\]\((?:<[^>]{0,2000}>|[^)\s]{0,2000})(?:\s[^)]{0,300})?\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]{1,1000}?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
}
