import { type Article, filedOn } from '../articles/article.ts'

/** A digest holds at most this many articles. */
export const MOST_ARTICLES = 20
/** The first digest of a reader shows where the story stands. */
export const FIRST_ARTICLES = 10

/** What a digest holds, in the order in which it is read. */
export interface Selection {
  /** Newest day first; articles without a known day last. */
  readonly days: readonly SelectedDay[]
  /** How many more are new to this reader than the digest holds. */
  readonly omitted: number
  /** Whether this is the reader's first digest. */
  readonly first: boolean
}

export interface SelectedDay {
  /** `YYYY-MM-DD`, or null where no day is known. */
  readonly day: string | null
  readonly articles: readonly Article[]
}

/**
 * Chooses the newest of `candidates` by date and groups them by the day that they are filed under.
 *
 * @param total how many articles are new to the reader, which may be more than were loaded
 * @returns null when there is nothing to tell
 */
export function select(
  candidates: readonly Article[],
  { total, first }: { total: number; first: boolean },
): Selection | null {
  const chosen = [...candidates].sort(newestFirst).slice(0, first ? FIRST_ARTICLES : MOST_ARTICLES)
  if (chosen.length === 0) return null
  return { days: byDay(chosen), omitted: first ? 0 : Math.max(0, total - chosen.length), first }
}

/** In the order given, but what has no day comes last. */
function byDay(articles: readonly Article[]): SelectedDay[] {
  const days = new Map<string | null, Article[]>()
  for (const article of articles) {
    const day = filedOn(article)
    const those = days.get(day)
    if (those === undefined) days.set(day, [article])
    else those.push(article)
  }
  const grouped = [...days].map(([day, those]) => ({ day, articles: those }))
  return [...grouped.filter(({ day }) => day !== null), ...grouped.filter(({ day }) => day === null)]
}

/** The ids of the articles in reading order. */
export function selectedIds(selection: Selection): number[] {
  return selection.days.flatMap(({ articles }) => articles.map(({ id }) => id))
}

/** The order of `/latest`: by the day of the event, else of publication, then by publication, then by arrival. */
function newestFirst(a: Article, b: Article): number {
  return (
    descending(dayOf(a), dayOf(b)) ||
    descending(a.publishedAt?.value ?? '', b.publishedAt?.value ?? '') ||
    b.id - a.id
  )
}

/** An event is known to the day only, so a publication counts by its day too. */
function dayOf({ eventOn, publishedAt }: Article): string {
  return eventOn ?? publishedAt?.value.slice(0, 10) ?? ''
}

/** Dates are cut at their precision, so that comparing them as text puts what is known better first. */
function descending(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? 1 : -1
}
