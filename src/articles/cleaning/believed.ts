import { type PartialDate, parseDate } from '../../arabic/dates.ts'
import { stripDirection } from '../../arabic/direction.ts'
import { NAME_LIMIT, TITLE_LIMIT } from '../article.ts'
import type { MaterialFacts } from '../material.ts'
import { knownAgency } from './agencies.ts'
import { collapse, keyOf, type Script } from './shape.ts'

/** Longest point of a summary, in UTF-16 units, and how many there may be. */
const SUMMARY = { length: 1_000, points: 10 }

/**
 * The facts that can be believed as they are: one line each, within the limits of an article, no direction marks, http(s)
 * only, a date that exists. Whoever writes a page writes its facts too, so what does not fit is left out.
 */
export function believed(facts: MaterialFacts): MaterialFacts {
  const sound = {
    title: lineOf(facts.title, TITLE_LIMIT),
    publisher: lineOf(facts.publisher, NAME_LIMIT),
    agency: lineOf(facts.agency, NAME_LIMIT),
    author: lineOf(facts.author, NAME_LIMIT),
    url: webAddress(facts.url),
    publishedAt: existing(facts.publishedAt),
    language: primaryLanguage(facts.language),
    summary: points(facts.summary),
  }
  return Object.fromEntries(Object.entries(sound).filter(([, value]) => value !== null))
}

function lineOf(text: string | undefined, limit: number): string | null {
  const line = collapse(stripDirection(text ?? ''))
  return line === '' || [...line].length > limit ? null : line
}

function webAddress(text: string | undefined): string | null {
  const line = text?.trim() ?? ''
  return URL.canParse(line) && /^https?:$/u.test(new URL(line).protocol) ? line : null
}

function existing(date: PartialDate | undefined): PartialDate | null {
  const read = date === undefined ? null : parseDate(date.value)
  return read?.value === date?.value && read?.precision === date?.precision ? read : null
}

function primaryLanguage(tag: string | undefined): string | null {
  return /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/iu.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null
}

function points(summary: readonly string[] | undefined): string[] | null {
  const lines = (summary ?? []).flatMap((point) => lineOf(point, SUMMARY.length) ?? [])
  return lines.length === 0 ? null : [...new Set(lines)].slice(0, SUMMARY.points)
}

const OF_SCRIPT: Readonly<Record<Exclude<Script, 'latin'>, ReadonlySet<string>>> = {
  arabic: new Set(['ar', 'fa', 'ur', 'ps', 'ku', 'ckb', 'ug', 'sd', 'arz', 'apc', 'ary']),
  cyrillic: new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg']),
  hangul: new Set(['ko']),
}
const USUAL = { arabic: 'ar', latin: 'en', cyrillic: 'ru', hangul: 'ko' }

/** The language a text of this script is in. What a page says counts if it can be: themes say "en" of Arabic pages. */
export function languageOf(script: Script | null, said: string | undefined): string {
  if (script === null) return 'und'
  if (said === undefined) return USUAL[script]
  const fits =
    script === 'latin'
      ? !Object.values(OF_SCRIPT).some((languages) => languages.has(said))
      : OF_SCRIPT[script].has(said)
  return fits ? said : USUAL[script]
}

/** The name of a site that says nothing else of itself. */
export function hostOf(url: string | undefined): string | null {
  return url === undefined ? null : new URL(url).hostname.replace(/^www\./u, '')
}

/** Two names of one medium, in whatever language. */
export function sameMedium(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  return keyOf(one) === keyOf(other) || (knownAgency(one) ?? one) === (knownAgency(other) ?? other)
}
