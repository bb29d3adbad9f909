import { blocksOf } from './cleaning/blocks.ts'
import { withoutCaptions } from './cleaning/captions.ts'
import { datelineAgency } from './cleaning/credits.ts'
import { withHeadline } from './cleaning/headline.ts'
import { judged, withoutLastCredit } from './cleaning/judge.ts'
import { numberedPieces } from './cleaning/lines.ts'
import type { Facts, Piece } from './cleaning/piece.ts'
import { splitReports } from './cleaning/reports.ts'
import { withoutResidue } from './cleaning/residue.ts'
import { scriptOf } from './cleaning/shape.ts'
import type { Draft } from './draft.ts'

/**
 * The reports in a text that was copied from a news page, in their order; none in an empty text or one that is
 * nothing but page. Every character of the text that is seen ends up in a title, a body or a cut.
 */
export function cleanPaste(raw: string): Draft[] {
  return splitReports(judged(numberedPieces(raw))).flatMap((report) => {
    const draft = draftOf(withoutLastCredit(withoutCaptions(withoutResidue(withHeadline(report)))))
    return draft === null ? [] : [draft]
  })
}

const LANGUAGES = { arabic: 'ar', latin: 'en', cyrillic: 'ru', hangul: 'ko' }

function draftOf(report: readonly Piece[]): Draft | null {
  const title = report.find(({ fate }) => fate === 'title')?.text ?? null
  const { body, headings } = blocksOf(report)
  // A headline and nothing else is a short message: the text is what a report cannot do without.
  if (body === '' && title === null) return null
  const content = body === '' ? (title ?? '') : body
  const script = scriptOf(content)
  return {
    title: body === '' ? null : title,
    body: content,
    headings,
    publisher: first(report, 'publisher') ?? first(report, 'site'),
    agency: first(report, 'agency') ?? datelineAgency(content),
    author: first(report, 'author'),
    url: first(report, 'url'),
    language: script === null ? 'und' : LANGUAGES[script],
    publishedAt: first(report, 'publishedAt'),
    publisherSummary: report.flatMap(({ facts }) => (facts.summary === undefined ? [] : [facts.summary])),
    cuts: report.flatMap(({ line, text, fate }) =>
      fate === 'body' || fate === 'title' ? [] : [{ line, text, reason: fate }],
    ),
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
