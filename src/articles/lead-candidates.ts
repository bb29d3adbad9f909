import { agencyTailLength, datelineLength } from '../arabic/dateline.ts'
import { fold } from '../arabic/fold.ts'
import { sentencesIn } from '../arabic/sentences.ts'
import { stem } from '../arabic/stem.ts'
import { stemsOf } from '../arabic/stems.ts'
import { isStopWord } from '../arabic/stop-words.ts'
import { type Span, type Word, words } from '../arabic/words.ts'
import { against, isMarked, isPunctuated, type LeadSkip, LOOK } from './lead-objections.ts'
import { isLeaning } from './leaning.ts'

/** What a lead is chosen from: the stored body and its title; `headings` are offsets into `body`. */
export interface LeadSource {
  readonly title: string
  readonly body: string
  readonly headings: readonly Span[]
}

/**
 * A sentence of the body with what speaks against it as an opening. Each question is answered when it is first asked:
 * most leads are known after a look at one or two sentences of the sixteen.
 */
export interface Candidate {
  readonly index: number
  /** A heading by the report's own word. */
  readonly marked: boolean
  /** Null: it can stand at the front. */
  reason(): LeadSkip | null
  /** Where it stands, dateline and agency mark aside; all of a credit. */
  span(): Span
  words(): number
  /** The share of the title's stems that it holds, 0 to 1. */
  closeness(): number
}

/** What all sentences of a report are judged by. */
interface Surroundings {
  readonly report: LeadSource
  readonly characters: number
  /** The stems of the title that tell something. */
  readonly title: () => ReadonlySet<string>
  readonly headline: () => string
  readonly punctuated: () => boolean
  /** Whether the text of the report has begun before the sentence of this number. */
  readonly openedBefore: (index: number) => boolean
}

/** The first sentences of the body. */
export function candidatesOf(report: LeadSource, characters: number, most: number): Candidate[] {
  const all: Candidate[] = []
  const around: Surroundings = {
    report,
    characters,
    title: once(() => new Set(stemsOf(report.title).filter((word) => !isStopWord(word)))),
    headline: once(() => wordsAlone(report.title)),
    punctuated: once(() => isPunctuated(report)),
    openedBefore: (index) => all.slice(0, index).some(mayOpen),
  }
  for (const sentence of sentencesIn(report.body)) {
    if (all.length >= most) break
    all.push(createCandidate(sentence, all.length, around))
  }
  return all
}

/** Whether it belongs to the text of the report; what stands above that is no opening. */
export function mayOpen(candidate: Candidate): boolean {
  const reason = candidate.reason()
  return reason !== 'heading' && reason !== 'credit'
}

function createCandidate(sentence: Span, index: number, around: Surroundings): Candidate {
  const { report, characters } = around
  const bare = once(() => withoutMarks(report.body, sentence))
  const text = once(() => report.body.slice(bare().start, Math.min(bare().end, bare().start + LOOK)))
  const found = once(() => words(text()))
  const marked = isMarked(report.headings, sentence)
  const reason = once((): LeadSkip | null => {
    if (marked || (around.headline() !== '' && around.headline() === wordsAlone(text()))) return 'heading'
    const told = against(report.body, sentence, text(), found().length, around.punctuated)
    if (told !== null) return told
    if (isLeaning(text(), !around.openedBefore(index))) return 'leaning'
    return bare().end - bare().start > characters ? 'too-long' : null
  })
  return {
    index,
    marked,
    reason,
    span: () => (reason() === 'credit' ? sentence : bare()),
    words: () => found().length,
    closeness: once(() => shareOf(around.title(), found())),
  }
}

/** How much of these stems the words hold. */
function shareOf(stems: ReadonlySet<string>, found: readonly Word[]): number {
  if (stems.size === 0) return 0
  const shared = new Set<string>()
  for (const { folded } of found) {
    const own = stem(folded)
    if (stems.has(own)) shared.add(own)
  }
  return shared.size / stems.size
}

/** The same value at every call, made at the first. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

/** The sentence without the dateline before it and the mark of the agency behind it. */
function withoutMarks(body: string, { start, end }: Span): Span {
  const text = body.slice(start, end)
  const from = start + datelineLength(text)
  const to = end - agencyTailLength(text)
  return from < to && /[\p{L}\p{N}]/u.test(body.slice(from, Math.min(to, from + 40)))
    ? { start: from, end: to }
    : { start, end }
}

/** The words alone: many pages print the title once more above the text. */
function wordsAlone(line: string): string {
  return fold(line.slice(0, LOOK))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
