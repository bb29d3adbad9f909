import type { Draft } from '../../src/articles/draft.ts'

/** The fields that must be right. */
export const FIELDS = ['title', 'body', 'publisher', 'publishedAt'] as const
export type Field = (typeof FIELDS)[number]

/** What a draft should say; a field may be given as its fingerprint. */
export type Wanted = Readonly<Record<Field, string | null>>

/** Counts fields that are right, and remembers those that are not. */
export interface Score {
  add(name: string, wanted: readonly Wanted[], found: readonly Draft[]): void
  /** Share of the fields that are right, 0 to 1; of one field, or of all. */
  share(field?: Field): number
  readonly mistakes: readonly string[]
}

export function createScore(shown: (text: string) => string = (text) => text): Score {
  const right = new Map<Field, number>()
  const all = new Map<Field, number>()
  const mistakes: string[] = []
  const count = (counts: Map<Field, number>, field: Field): void => {
    counts.set(field, (counts.get(field) ?? 0) + 1)
  }
  const sum = (counts: Map<Field, number>, fields: readonly Field[]): number =>
    fields.reduce((total, field) => total + (counts.get(field) ?? 0), 0)
  return {
    add(name, wanted, found) {
      // A draft too many is as wrong as one too few.
      for (let index = 0; index < Math.max(wanted.length, found.length); index++) {
        const draft = found[index]
        for (const field of FIELDS) {
          const value = field === 'publishedAt' ? draft?.publishedAt?.value : draft?.[field]
          const text = typeof value === 'string' ? value : null
          const expected = wanted[index]?.[field]
          const isRight =
            draft !== undefined &&
            expected !== undefined &&
            (text === expected || (text !== null && shown(text) === expected))
          count(all, field)
          if (isRight) count(right, field)
          else
            mistakes.push(
              `${name} ${index + 1}, ${field}: ${text === null ? 'none' : shown(text).slice(0, 80)}`,
            )
        }
      }
    },
    share(field) {
      const fields = field === undefined ? FIELDS : [field]
      return sum(right, fields) / Math.max(1, sum(all, fields))
    },
    mistakes,
  }
}
