import { believed, hostOf, languageOf, sameMedium } from './cleaning/believed.ts'
import { blocksOf } from './cleaning/blocks.ts'
import { withoutCaptions } from './cleaning/captions.ts'
import { datelineAgency } from './cleaning/credits.ts'
import { repeatsTitle, withHeadline } from './cleaning/headline.ts'
import { judged, withoutLastCredit } from './cleaning/judge.ts'
import { numberedPieces } from './cleaning/lines.ts'
import { cut, type Facts, type Piece } from './cleaning/piece.ts'
import { splitReports } from './cleaning/reports.ts'
import { withoutResidue } from './cleaning/residue.ts'
import { cutsOf, withRestored } from './cleaning/restoring.ts'
import { keyOf, scriptOf } from './cleaning/shape.ts'
import type { Draft } from './draft.ts'
import type { Material, MaterialFacts } from './material.ts'

/**
 * The reports in a text that was copied from a news page, in their order; none in an empty text or one that is
 * nothing but page. Every character of the text that is seen ends up in a title, a body or a cut.
 */
export function cleanPaste(raw: string): Draft[] {
  return cleanMaterial({ text: raw, facts: {} })
}

/**
 * The reports in a material, in their order. What the page, the feed or the post says of itself is believed before what
 * the text seems to say; where the text holds several reports, the facts are those of the one whose headline they name
 * (else the first), and only the publisher is common to all.
 *
 * @param restored lines of the text, from 1, that are not to be cut: each stays at its own place. Which reports there
 *   are, and their order, does not depend on it.
 */
export function cleanMaterial(
  { text, facts: given }: Pick<Material, 'text' | 'facts'>,
  restored: readonly number[] = [],
): Draft[] {
  const facts = believed(given)
  const lines = new Set(restored)
  const reports = splitReports(judged(numberedPieces(text)))
  const main = mainOf(reports, facts)
  return reports.flatMap((report, index) => {
    const own = index === main ? facts : commonFacts(facts)
    const told = withoutNames(withHeadline(report, own.title ?? null), own)
    const pieces = withoutLastCredit(withoutCaptions(withoutResidue(told)))
    const draft = draftOf(pieces, own, lines)
    return draft === null ? [] : [draft]
  })
}

/** The report that the facts speak of. */
function mainOf(reports: readonly (readonly Piece[])[], { title }: MaterialFacts): number {
  const named = reports.findIndex((report) => title !== undefined && repeatsTitle(report, title))
  return named >= 0 ? named : reports.findIndex((report) => report.some(({ fate }) => fate === 'body'))
}

function commonFacts({ publisher, language, url }: MaterialFacts): MaterialFacts {
  const name = publisher ?? hostOf(url)
  return {
    ...(name === null ? {} : { publisher: name }),
    ...(language === undefined ? {} : { language }),
  }
}

/** The names that the page told stand in its text too, as lines of their own. */
function withoutNames(report: readonly Piece[], { author, publisher }: MaterialFacts): Piece[] {
  const authors = new Set([author ?? '', ...(author ?? '').split(/[،,]/u)].map(keyOf))
  return report.map((piece) => {
    if (piece.fate !== 'body' || piece.key === '') return piece
    if (authors.has(piece.key)) return cut(piece, { reason: 'byline' })
    return piece.key === keyOf(publisher ?? '') ? cut(piece, { reason: 'site-name' }) : piece
  })
}

function draftOf(report: readonly Piece[], facts: MaterialFacts, lines: ReadonlySet<number>): Draft | null {
  if (!report.some(({ fate }) => fate === 'body' || fate === 'title')) return null
  const whole = lines.size === 0 ? report : withRestored(report, lines)
  const ownTitle = whole.find(({ fate }) => fate === 'title')?.text ?? null
  const title = ownTitle ?? facts.title ?? null
  const { body, headings } = blocksOf(whole)
  // A headline and nothing else is a short message: the text is what a report cannot do without.
  const content = body === '' ? (title ?? '') : body
  const publisher =
    facts.publisher ?? first(report, 'publisher') ?? first(report, 'site') ?? hostOf(facts.url)
  const agency = facts.agency ?? first(report, 'agency') ?? datelineAgency(content)
  const told = report.flatMap(({ facts: { summary } }) => (summary === undefined ? [] : [summary]))
  return {
    title: body === '' ? null : title,
    body: content,
    headings,
    publisher,
    // An agency's own page names the agency twice.
    agency: sameMedium(agency, facts.publisher ?? null) ? null : agency,
    author: facts.author ?? first(report, 'author'),
    url: facts.url ?? first(report, 'url'),
    language: languageOf(scriptOf(content), facts.language),
    publishedAt: facts.publishedAt ?? first(report, 'publishedAt'),
    publisherSummary: [...new Set([...(facts.summary ?? []), ...told])],
    cuts: cutsOf(whole),
  }
}

/** What the first line that knows it says. */
function first<Key extends keyof Facts>(report: readonly Piece[], key: Key): NonNullable<Facts[Key]> | null {
  for (const { facts } of report) {
    const value = facts[key]
    if (value !== undefined) return value
  }
  return null
}
