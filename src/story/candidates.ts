import type { Postings } from '../articles/postings.ts'

/** Stems of a text that are looked up; those of title and opening first. */
const LOOKED_UP = 120
/** A stem in more articles than this says nothing; so many are read of each. */
const COMMON = 200
/** Articles that have all words of the title: the way to copies of which every word is common. */
const SAME_TITLE = 10
/** Days before and after in which an article may tell of the same. */
const DAYS_AROUND = 3
const DAY_MS = 86_400_000

export interface Probe {
  readonly titleStems: readonly string[]
  readonly bodyStems: readonly string[]
  /** `YYYY-MM-DD`, where it is known. */
  readonly day: string | null
}

/**
 * Articles that a text may be like, the likeliest first: those that share its rarest words, those with its title,
 * those of the days around. Never more than `limit`, whatever the size of the store.
 */
export async function findCandidates(
  postings: Postings,
  { titleStems, bodyStems, day }: Probe,
  limit: number,
): Promise<number[]> {
  const points = new Map<number, number>()
  const stems = [...new Set([...titleStems, ...bodyStems])].slice(0, LOOKED_UP)
  for (const stem of stems) {
    const ids = await postings.withStem(stem, COMMON)
    if (ids.length === COMMON) continue
    // The rarer the word, the more it says that both have it.
    for (const id of ids) points.set(id, (points.get(id) ?? 0) + 1 / ids.length)
  }
  const distinct = [...new Set(titleStems)]
  // One word alone is no title to be recognised by.
  const titled = distinct.length > 1 ? await postings.withAll(distinct, SAME_TITLE) : []
  for (const id of titled) points.set(id, (points.get(id) ?? 0) + 1)
  const near = day === null ? [] : await postings.filedBetween(...daysAround(day), limit)
  for (const id of near) points.set(id, points.get(id) ?? 0)
  return [...points]
    .sort(([a, more], [b, less]) => less - more || b - a)
    .slice(0, limit)
    .map(([id]) => id)
}

function daysAround(day: string): [from: string, to: string] {
  const away = (count: number) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
  return [away(-DAYS_AROUND), away(DAYS_AROUND)]
}
