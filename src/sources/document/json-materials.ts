import { parseDate } from '../../arabic/dates.ts'
import { creditedAgency } from '../../articles/cleaning/agencies.ts'
import type { Material, MaterialFacts } from '../../articles/material.ts'
import { MujazError } from '../../errors.ts'
import { openPage } from '../page/dom.ts'
import { plainText } from '../page/plain-text.ts'
import { reportsIn, type StructuredReport } from '../page/structured-data.ts'

/** Most reports that are read from one file. */
const MOST = 50
/** What different programs call the same. */
const NAMES = {
  title: ['title', 'headline', 'name'],
  body: [
    'body',
    'text',
    'content',
    'article',
    'articleBody',
    'content_text',
    'content_html',
    'maintext',
    'full_text',
  ],
  publisher: ['publisher', 'source', 'site', 'site_name', 'siteName', 'sitename', 'outlet'],
  agency: ['agency', 'agency_name'],
  author: ['author', 'authors', 'byline', 'creator'],
  url: ['url', 'link', 'canonical_url', 'canonicalUrl', 'permalink', 'source_url'],
  published: [
    'published_at',
    'publishedAt',
    'published',
    'date',
    'date_published',
    'datePublished',
    'date_publish',
    'pubDate',
    'publish_date',
    'publishedTime',
    'timestamp',
  ],
  language: ['language', 'lang', 'inLanguage'],
  summary: ['publisher_summary', 'publisherSummary', 'summary', 'excerpt'],
} as const
/** Lists of reports are kept under one of these. */
const LISTS = ['articles', 'items', 'reports', 'results', 'data']

type Fields = Readonly<Record<string, unknown>>

/**
 * The reports in a JSON file: those of an export of Mujaz, JSON-LD, or anything with a title and a text under one of
 * their usual names; alone, in a list, or in an object that holds a list.
 *
 * @throws MujazError `document_invalid` when it is no JSON or holds no report
 */
export async function jsonMaterials(json: string): Promise<Material[]> {
  const data = readJson(json)
  const structured = reportsIn([data]).filter(({ body }) => body !== null && body.trim() !== '')
  const materials = structured.length > 0 ? structured.map(ofStructured) : listOf(data).flatMap(ofFields)
  if (materials.length === 0) throw new MujazError('document_invalid', 'The file holds no report.')
  return Promise.all(materials.slice(0, MOST).map(withoutMarkup))
}

/** Archives of sites keep the text as they showed it. */
async function withoutMarkup(report: Material): Promise<Material> {
  if (!/<(?:p|br|div|h[1-6]|li)(?:\s[^<>]*)?\/?>/iu.test(report.text)) return report
  return { ...report, text: plainText((await openPage(report.text)).documentElement) }
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/u, ''))
  } catch (cause) {
    throw new MujazError('document_invalid', 'The file is no JSON.', { cause })
  }
}

function listOf(data: unknown): unknown[] {
  if (Array.isArray(data)) return data
  if (!isFields(data) || textOf(data, NAMES.body) !== null) return [data]
  const list = LISTS.map((name) => data[name]).find(Array.isArray)
  return list ?? [data]
}

function ofStructured(report: StructuredReport): Material {
  const agency = report.organisations.map(creditedAgency).find((name) => name !== null) ?? null
  return material(report.body ?? '', {
    title: report.headline,
    publisher: report.publisher,
    agency,
    author: report.authors.join('، '),
    url: report.url,
    language: report.language,
    published: report.published,
    summary: report.description === null ? [] : [report.description],
  })
}

function ofFields(data: unknown): Material[] {
  if (!isFields(data)) return []
  const body = textOf(data, NAMES.body)
  if (body === null) return []
  return [
    material(body, {
      title: textOf(data, NAMES.title),
      publisher: textOf(data, NAMES.publisher),
      agency: textOf(data, NAMES.agency),
      author: textOf(data, NAMES.author),
      url: textOf(data, NAMES.url),
      language: textOf(data, NAMES.language),
      published: textOf(data, NAMES.published),
      summary: NAMES.summary.flatMap((name) => textsOf(data[name])),
    }),
  ]
}

interface Told {
  readonly title: string | null
  readonly publisher: string | null
  readonly agency: string | null
  readonly author: string | null
  readonly url: string | null
  readonly language: string | null
  readonly published: string | null
  readonly summary: readonly string[]
}

function material(text: string, { published, summary, ...told }: Told): Material {
  const publishedAt = published === null ? null : parseDate(published)
  const said = Object.entries(told).filter(([, value]) => value !== null && value.trim() !== '')
  const facts: MaterialFacts = {
    ...Object.fromEntries(said),
    ...(publishedAt === null ? {} : { publishedAt }),
    ...(summary.length === 0 ? {} : { summary }),
  }
  return { kind: 'file', source: 'file:', text, facts }
}

/** The text under the first of these names: itself, that of an object's `name`, or those of a list. */
function textOf(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const texts = textsOf(fields[name])
    if (texts.length > 0) return texts.join(NAMES.body.includes(name as never) ? '\n\n' : '، ')
  }
  return null
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (!isFields(value)) return []
  return textsOf(value['name'] ?? value['rendered'] ?? value['value'])
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
