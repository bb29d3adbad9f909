import { fold } from '../arabic/fold.ts'
import { stemsOf } from '../arabic/stems.ts'
import { containment, figuresOf, overlap, type Shingles, shinglesOf } from '../articles/likeness.ts'
import type { Beside } from './verdict.ts'

/** A report, stored or on its way in, as far as two are compared. */
export interface Compared {
  readonly title: string
  readonly body: string
  readonly publisher: string
  /** The address of the page itself, as `canonicalUrl` gives it; null for none. */
  readonly link: string | null
  /** `YYYY-MM-DD`, where it is known. */
  readonly day: string | null
}

/** A report read once, to be compared with many. */
export interface Seen extends Compared {
  readonly shingles: Shingles
  readonly figures: ReadonlySet<string>
}

/** Trigrams a text must have before being contained in another says anything: a sentence may be quoted anywhere. */
const LONG_ENOUGH = 25
/** Part of the figures of the text with fewer of them that the other must have. */
const SAME_FIGURES = 0.6
const DAY_MS = 86_400_000

/** Reads a report for comparing. */
export function seen(report: Compared): Seen {
  return { ...report, shingles: shinglesOf(report.body), figures: figuresOf(report.body) }
}

/** A report on its way in beside a stored one; `sameText` is what the store's fingerprint says. */
export function besideOf(a: Seen, b: Seen, sameText: boolean): Beside {
  const [short, long] = a.shingles.size <= b.shingles.size ? [a, b] : [b, a]
  const overlapping = overlap(a.shingles, b.shingles)
  return {
    // While a draft has no title its body is all there is to know it by.
    sameText: sameText || (a.title === '' && overlapping === 1),
    sameLink: a.link !== null && a.link === b.link,
    sameTitle: a.title !== '' && sameStems(a.title, b.title),
    samePublisher: a.publisher !== '' && fold(a.publisher) === fold(b.publisher),
    overlap: overlapping,
    contained: short.shingles.size < LONG_ENOUGH ? 0 : containment(short.shingles, long.shingles),
    sameFigures: agree(a.figures, b.figures),
    daysApart: a.day === null || b.day === null ? null : daysBetween(a.day, b.day),
  }
}

function sameStems(a: string, b: string): boolean {
  return stemsOf(a).join(' ') === stemsOf(b).join(' ')
}

function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  const both = [...few].filter((figure) => many.has(figure)).length
  return few.size === 0 ? many.size === 0 : both / few.size >= SAME_FIGURES
}

function daysBetween(a: string, b: string): number {
  return Math.round(Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS)
}
