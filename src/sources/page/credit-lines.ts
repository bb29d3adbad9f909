import { findDate } from '../../arabic/dates.ts'
import { creditOf } from '../../articles/cleaning/credits.ts'
import { isParagraph, keyOf, wordCount } from '../../articles/cleaning/shape.ts'
import type { MaterialFacts } from '../../articles/material.ts'

type Credits = Pick<MaterialFacts, 'author' | 'publishedAt'>

/** So many lines are looked at between a headline and its text. */
const REACH = 8
/** Longest line that names a date in passing, in words. */
const LINE_WORDS = 14

/**
 * Who wrote a report and when, as the lines below its headline say; pages without data for machines have them there,
 * and choosing the main text drops them with the rest of the page.
 *
 * @param text the whole page as plain text
 */
export function creditsBelow(text: string, title: string): Credits {
  const key = keyOf(title)
  const lines = text.split('\n').filter((line) => line !== '')
  let best: Credits = {}
  // The title may stand in menus and paths too: whichever place has credits below it is that of the report.
  for (const [at, line] of lines.entries()) {
    if (key === '' || keyOf(line) !== key) continue
    const found = creditsIn(lines.slice(at + 1, at + 1 + REACH))
    if (Object.keys(found).length > Object.keys(best).length) best = found
  }
  return best
}

function creditsIn(lines: readonly string[]): Credits {
  const end = lines.findIndex(isParagraph)
  const above = end < 0 ? lines : lines.slice(0, end)
  const credits = above.flatMap(partsOf).map((part) => creditOf(part, null)?.facts ?? {})
  const author = credits.find((facts) => facts.author !== undefined)?.author
  const publishedAt =
    credits.find((facts) => facts.publishedAt !== undefined)?.publishedAt ??
    above
      .filter((line) => wordCount(line) <= LINE_WORDS)
      .map(findDate)
      .find((date) => date !== null)
  return {
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined || publishedAt === null ? {} : { publishedAt }),
  }
}

/** Sites put all they know in one line: name | date | views; or without any sign, the name before the numbers. */
function partsOf(line: string): string[] {
  const parts = line.split(/\s*[|·•]\s*|\s+[-–—]\s+/u)
  return [line, ...parts, ...parts.map((part) => part.split(/\s*\p{Nd}/u, 1)[0] ?? '')].filter(
    (part) => part !== '',
  )
}
