import { sentences } from '../arabic/sentences.ts'
import { stem } from '../arabic/stem.ts'
import { type Span, type Word, words } from '../arabic/words.ts'
import type { SearchPlan } from './search-index.ts'

/** A piece of the body that shows why an article was found; `hits` are offsets into `text`. */
export interface Snippet {
  readonly text: string
  readonly hits: readonly Span[]
}

const LENGTH = 280

/** The sentence that holds most of what was asked for, cut around its hits where it is long. Always literal. */
export function snippetOf(body: string, plan: SearchPlan): Snippet {
  const all = words(body)
  const marks = markHits(all, plan)
  const { start, end } = cutAround(bestSentence(sentences(body), all, marks), body, all, marks)
  return {
    text: body.slice(start, end),
    hits: all.flatMap((word, index) =>
      marks[index] === undefined || word.start >= end || word.end <= start
        ? []
        : [{ start: Math.max(word.start, start) - start, end: Math.min(word.end, end) - start }],
    ),
  }
}

/** For every word the number of the first term that a phrase around it answers, or undefined. */
function markHits(all: readonly Word[], plan: SearchPlan): (number | undefined)[] {
  const stems = all.map(({ folded }) => stem(folded))
  const marks: (number | undefined)[] = Array.from({ length: all.length }, () => undefined)
  plan.terms.forEach(({ anyOf }, term) => {
    for (const phrase of anyOf) {
      const [first] = phrase
      for (let at = stems.indexOf(first as string); at >= 0; at = stems.indexOf(first as string, at + 1)) {
        if (!phrase.every((word, offset) => stems[at + offset] === word)) continue
        for (let offset = 0; offset < phrase.length; offset++) marks[at + offset] ??= term
      }
    }
  })
  return marks
}

/** Most different terms first, then the one nearest to the front. */
function bestSentence(
  spans: readonly Span[],
  all: readonly Word[],
  marks: readonly (number | undefined)[],
): Span {
  let best: Span = spans[0] ?? { start: 0, end: 0 }
  let most = 0
  let word = 0
  for (const span of spans) {
    const terms = new Set<number>()
    for (; word < all.length && (all[word] as Word).start < span.end; word++) {
      const mark = marks[word]
      if (mark !== undefined) terms.add(mark)
    }
    if (terms.size > most) {
      best = span
      most = terms.size
    }
  }
  return best
}

/** A long sentence shrinks to whole words around its first hit. */
function cutAround(
  span: Span,
  body: string,
  all: readonly Word[],
  marks: readonly (number | undefined)[],
): Span {
  if (span.end - span.start <= LENGTH) return span
  const inside = (word: Word) => word.start >= span.start && word.end <= span.end
  const hit = all.find((word, index) => marks[index] !== undefined && inside(word))
  const wanted = hit?.start ?? span.start
  const from = Math.max(span.start, Math.min(wanted - Math.floor(LENGTH / 3), span.end - LENGTH))
  const kept = all.filter((word) => inside(word) && word.start >= from && word.end <= from + LENGTH)
  const [first] = kept
  const last = kept.at(-1)
  if (first === undefined || last === undefined || (hit !== undefined && !kept.includes(hit))) {
    // A "word" about as long as the whole snippet: nothing to keep whole.
    return { start: wanted, end: wholeCharacter(body, Math.min(wanted + LENGTH, span.end)) }
  }
  return { start: first.start, end: last.end }
}

/** The offset itself, or the one before it where it would part the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}
