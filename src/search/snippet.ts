import { sentences } from '../arabic/sentences.ts'
import { type Span, type Word, words } from '../arabic/words.ts'
import { type Mark, markWords } from './marks.ts'
import type { SearchPlan, Widened } from './search-index.ts'

/** A piece of the body that shows why an article was found; `hits` are offsets into `text`. */
export interface Snippet {
  readonly text: string
  readonly hits: readonly Span[]
}

const LENGTH = 280
/** Sentences that are shown together, where they show more together than any of them alone. */
const TOGETHER = 3

/** A stretch of the body that may be shown: how many of the things asked for it shows, in how many sentences. */
interface Window extends Span {
  readonly shown: number
  readonly sentences: number
}

/** A word that answers something. */
interface HitWord {
  readonly word: Word
  readonly mark: Mark
}

/**
 * The sentence, or neighbouring ones of a paragraph, that show most of what was asked for, the shortest and first of
 * those that show as much; a long sentence is cut around its hits. Always literal, hits in the spelling of the body.
 *
 * @param widened what the result stood in for unknown words
 */
export function snippetOf(body: string, plan: SearchPlan, widened: readonly Widened[] = []): Snippet {
  const all = words(body)
  const marks = markWords(all, plan.terms, widened)
  const hitWords = all.flatMap((word, index) => {
    const mark = marks[index]
    return mark === undefined ? [] : [{ word, mark }]
  })
  const { start, end } = best(body, hitWords, all)
  return { text: body.slice(start, end), hits: hitsBetween(start, end, hitWords) }
}

/** The hits in the window, each phrase as one. */
function hitsBetween(start: number, end: number, hitWords: readonly HitWord[]): Span[] {
  const hits: Span[] = []
  let reached = -1
  for (const { word, mark } of hitWords) {
    if (word.start >= end || word.end <= start) continue
    const hit = { start: Math.max(word.start, start) - start, end: Math.min(word.end, end) - start }
    const last = hits.at(-1)
    if (mark.joined && last !== undefined && reached === mark.index - 1) {
      hits[hits.length - 1] = { start: last.start, end: hit.end }
    } else hits.push(hit)
    reached = mark.index
  }
  return hits
}

function best(body: string, hitWords: readonly HitWord[], all: readonly Word[]): Span {
  const spans = sentences(body)
  let most: Window | null = null
  let at = 0
  for (const [index, span] of spans.entries()) {
    while ((hitWords[at]?.word.start ?? Infinity) < span.start) at++
    if ((hitWords[at]?.word.start ?? Infinity) >= span.end) continue
    for (const window of windowsFrom(index, spans, body, hitWords, at, all)) {
      if (most === null || isBetter(window, most)) most = window
    }
  }
  const [first = { start: 0, end: 0 }] = spans
  return most ?? (first.end - first.start <= LENGTH ? first : cutAround(first, [], 0, body, all))
}

function isBetter(one: Window, other: Window): boolean {
  return one.shown > other.shown || (one.shown === other.shown && one.sentences < other.sentences)
}

/** The sentence alone, and with those behind it as far as there is room; a long one cut. */
function windowsFrom(
  index: number,
  spans: readonly Span[],
  body: string,
  hitWords: readonly HitWord[],
  at: number,
  all: readonly Word[],
): Window[] {
  const span = spans[index] as Span
  if (span.end - span.start > LENGTH) return [cutAround(span, hitWords, at, body, all)]
  const windows: Window[] = []
  const shown = new Set<number>()
  for (let more = 0, next = at; more < TOGETHER; more++) {
    const last = spans[index + more]
    if (last === undefined || last.end - span.start > LENGTH) break
    if (more > 0 && body.slice(spans[index + more - 1]?.end, last.start).includes('\n')) break
    for (; (hitWords[next]?.word.start ?? Infinity) < last.end; next++) {
      shown.add((hitWords[next] as HitWord).mark.term)
    }
    windows.push({ start: span.start, end: last.end, shown: shown.size, sentences: more + 1 })
  }
  return windows
}

/** A long sentence shrinks to whole words around the hits, standing close together, that show most. */
function cutAround(
  span: Span,
  hitWords: readonly HitWord[],
  at: number,
  body: string,
  all: readonly Word[],
): Window {
  const { first, last, shown } = densest(span, hitWords, at)
  const wanted = first?.start ?? span.start
  const width = (last?.end ?? wanted) - wanted
  const before = Math.min(Math.floor(LENGTH / 3), Math.max(0, Math.floor((LENGTH - width) / 2)))
  const start = Math.max(span.start, Math.min(wanted - before, span.end - LENGTH))
  const kept = wordsBetween(start, Math.min(start + LENGTH, span.end), all)
  const [opening] = kept
  const closing = kept.at(-1)
  if (opening === undefined || closing === undefined || (first !== null && !kept.includes(first))) {
    // A "word" about as long as the whole snippet: nothing to keep whole.
    return {
      start: wanted,
      end: wholeCharacter(body, Math.min(wanted + LENGTH, span.end)),
      shown,
      sentences: 1,
    }
  }
  return { start: opening.start, end: closing.end, shown, sentences: 1 }
}

/** The hits of the sentence that fit the snippet and show most of what was asked for; the first of equals. */
function densest(
  span: Span,
  hitWords: readonly HitWord[],
  at: number,
): { first: Word | null; last: Word | null; shown: number } {
  const counts = new Map<number, number>()
  let most: { first: Word | null; last: Word | null; shown: number } = { first: null, last: null, shown: 0 }
  let open = at
  for (let next = at; next < hitWords.length; next++) {
    const { word, mark } = hitWords[next] as HitWord
    if (word.start >= span.end) break
    counts.set(mark.term, (counts.get(mark.term) ?? 0) + 1)
    for (; open < next; open++) {
      const first = hitWords[open] as HitWord
      if (word.end - first.word.start <= LENGTH) break
      const left = (counts.get(first.mark.term) ?? 0) - 1
      if (left === 0) counts.delete(first.mark.term)
      else counts.set(first.mark.term, left)
    }
    if (counts.size > most.shown) {
      most = { first: hitWords[open]?.word ?? word, last: word, shown: counts.size }
    }
  }
  return most
}

function wordsBetween(start: number, end: number, all: readonly Word[]): Word[] {
  let low = 0
  for (let high = all.length; low < high; ) {
    const middle = (low + high) >> 1
    if ((all[middle] as Word).start < start) low = middle + 1
    else high = middle
  }
  const found: Word[] = []
  for (let at = low; at < all.length && (all[at] as Word).end <= end; at++) found.push(all[at] as Word)
  return found
}

/** The offset itself, or the one before it where it would part the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}
