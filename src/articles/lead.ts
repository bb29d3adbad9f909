import { datelineLength } from '../arabic/dateline.ts'
import { findDate } from '../arabic/dates.ts'
import { fold } from '../arabic/fold.ts'
import { sentences } from '../arabic/sentences.ts'
import { stemsOf } from '../arabic/stems.ts'
import { isStopWord } from '../arabic/stop-words.ts'
import { type Span, words } from '../arabic/words.ts'
import { isLeaning } from './leaning.ts'

/** Why a sentence near the front is not in the lead. */
export type LeadSkip =
  | 'credit'
  | 'far-from-title'
  | 'heading'
  | 'leaning'
  | 'too-long'
  | 'too-short'
  | 'unfinished'

/** What a lead is chosen from: the stored body and its title; `headings` are offsets into `body`. */
export interface LeadSource {
  readonly title: string
  readonly body: string
  readonly headings: readonly Span[]
}

/** At most so many sentences, and so many UTF-16 units once they are joined by one space each. */
export interface LeadLimits {
  readonly sentences: number
  readonly characters: number
}

/** The lead as offsets into the body, in reading order, and what was passed over with the reason. */
export interface Lead {
  readonly spans: Span[]
  readonly skipped: { readonly span: Span; readonly reason: LeadSkip }[]
}

/** How far from the front the opening may be looked for. */
const WINDOW = 10
/** One place further back must be made up for by so much of the title. */
const STEP = 0.03
/** An opening that can stand is given up only for a sentence that holds so much more of the title. */
const FAR = 0.5
/** A shorter opening may be joined by a sentence that does not follow it directly (measured, see issue 3). */
const SHORT_WORDS = 16

interface Candidate extends Span {
  readonly index: number
  /** Null: it can stand at the front. */
  readonly reason: LeadSkip | null
  /** The share of the title's stems that it holds, 0 to 1. */
  readonly closeness: number
}

/**
 * The sentences that carry the news, as offsets into the stored body. Nothing was measured to beat the opening of
 * a report, so it is taken, its dateline aside, unless it cannot stand alone; then the sentence near the
 * front that is closest to the title. What follows it is added while it fits. A sentence longer than the limit is
 * only used where no other is left, up to the last clause that fits.
 */
export function pickLead(report: LeadSource, limits: LeadLimits = { sentences: 2, characters: 400 }): Lead {
  if (limits.sentences < 1 || limits.characters < 1) return { spans: [], skipped: [] }
  const candidates = judge(report, limits)
  const opening = pickOpening(candidates)
  if (opening === undefined) return { spans: [], skipped: skippedUpTo(candidates, [], WINDOW) }
  const length = opening.end - opening.start
  if (length > limits.characters) {
    const spans = [clipped(report.body, opening, limits.characters)]
    return { spans, skipped: skippedUpTo(candidates, [opening], opening.index) }
  }
  const chosen = [opening]
  let room = limits.characters - length
  const text = report.body.slice(opening.start, opening.end)
  const reach = words(text).length < SHORT_WORDS ? 3 : 1
  for (const next of candidates.slice(opening.index + 1)) {
    const last = chosen.at(-1) ?? opening
    if (chosen.length >= limits.sentences || next.index - last.index > reach) break
    const follows = next.index === last.index + 1
    if (next.reason !== null && !(follows && next.reason === 'leaning')) continue
    if (next.end - next.start + 1 > room) continue
    chosen.push(next)
    room -= next.end - next.start + 1
  }
  return {
    spans: chosen.map(({ start, end }) => ({ start, end })),
    skipped: skippedUpTo(candidates, chosen, chosen.at(-1)?.index ?? 0),
  }
}

/** The first sentences of the body, datelines aside, with what speaks against each as an opening. */
function judge(report: LeadSource, limits: LeadLimits): Candidate[] {
  const title = new Set(stemsOf(report.title).filter((stem) => !isStopWord(stem)))
  const near = sentences(report.body).slice(0, WINDOW + 3 * limits.sentences)
  return near.map((sentence, index) => {
    const start = sentence.start + datelineLength(report.body.slice(sentence.start, sentence.end))
    const span = start < sentence.end ? { start, end: sentence.end } : sentence
    const text = report.body.slice(span.start, span.end)
    const held = new Set(stemsOf(text.slice(0, 2000)))
    const shared = [...title].filter((stem) => held.has(stem)).length
    return {
      ...span,
      index,
      reason: against(report, sentence, text, limits.characters),
      closeness: title.size === 0 ? 0 : shared / title.size,
    }
  })
}

function against(report: LeadSource, sentence: Span, text: string, characters: number): LeadSkip | null {
  if (report.headings.some((heading) => heading.start < sentence.end && sentence.start < heading.end)) {
    return 'heading'
  }
  const count = words(text.slice(0, 2000)).length
  if (isCredit(text, count)) return 'credit'
  if (text.endsWith(':')) return 'unfinished'
  if (isWholeLine(report.body, sentence) && isLabel(text, count)) return 'heading'
  if (count < 4) return 'too-short'
  if (isInsideQuotation(report.body, sentence)) return 'unfinished'
  if (isLeaning(text)) return 'leaning'
  return text.length > characters ? 'too-long' : null
}

const LABEL =
  /^(?:كتب|كتبت|بقلم|اعداد|تحرير|ترجمه|تصوير|متابعه|المصدر|مصدر|الكاتب|المحرر|الموقع|الصوره|صوره|نشر|تاريخ النشر|اخر تحديث|عدسه|by|source|photo|read)(?:\s*[:/|-]|\s|$)/
const AGENCY_ONLY =
  /^[(\s]*(?:وكالات|رويترز|فرانس برس|ا ف ب|د ب ا|تاس|سبوتنيك|الاناضول|يونهاب|انتهي|[a-z .&]{2,30})[)\s.]*$/

/** By-lines, agency credits, photo credits, addresses, and lines that are nothing but place and date. */
function isCredit(text: string, count: number): boolean {
  if (count > 12) return false
  const folded = fold(text)
  if (AGENCY_ONLY.test(folded) || /^\S*(?:@|:\/\/|www\.)\S*$/.test(folded)) return true
  if (LABEL.test(folded) && (count <= 6 || /^\S+\s?:/.test(folded))) return true
  return count <= 7 && !/[.!?؟]$/.test(text) && findDate(text) !== null
}

function isWholeLine(body: string, { start, end }: Span): boolean {
  return (
    /(?:^|\n)[^\S\n]*$/.test(body.slice(Math.max(0, start - 8), start)) &&
    /^[^\S\n]*(?:\n|$)/.test(body.slice(end, end + 8))
  )
}

/** A line of its own that does not end like a sentence and is short: a sub-heading or a caption nobody marked. */
function isLabel(text: string, count: number): boolean {
  if (/[؟?]$/.test(text)) return count < 8
  return count < 12 && !/[.!…][\s"”»’)\]]*$/.test(text)
}

/** Begins or ends within a quotation of several sentences, so that half of it would be missing. */
function isInsideQuotation(body: string, { start, end }: Span): boolean {
  const line = body.slice(Math.max(body.lastIndexOf('\n', start - 1) + 1, start - 2000), start)
  return isOpen(line) || isOpen(body.slice(start, end))
}

function isOpen(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0
  return count(/"/g) % 2 === 1 || count(/«/g) !== count(/»/g) || count(/\(/g) !== count(/\)/g)
}

/** The opening where it stands and is not far off the title; else the best near the front; else any sentence. */
function pickOpening(candidates: readonly Candidate[]): Candidate | undefined {
  const near = candidates.slice(0, WINDOW)
  const first = near.find(({ reason }) => reason !== 'heading' && reason !== 'credit')
  const worth = ({ index, closeness }: Candidate): number => closeness - index * STEP
  const best = near.filter(({ reason }) => reason === null).toSorted((a, b) => worth(b) - worth(a))[0]
  if (best !== undefined) {
    return first?.reason === null && worth(best) - worth(first) < FAR ? first : best
  }
  const order: LeadSkip[] = ['too-long', 'leaning', 'unfinished', 'too-short']
  for (const reason of order) {
    const found = candidates.find((candidate) => candidate.reason === reason)
    if (found !== undefined) return found
  }
  return candidates.find(({ reason }) => reason === null)
}

function skippedUpTo(
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
  last: number,
): Lead['skipped'] {
  return candidates
    .filter((candidate) => candidate.index < last && !chosen.includes(candidate))
    .map(({ start, end, reason }) => ({ span: { start, end }, reason: reason ?? 'far-from-title' }))
}

/** As much of a sentence as fits, up to its last clause; failing that to its last word. */
function clipped(body: string, { start, end }: Span, characters: number): Span {
  const text = body.slice(start, Math.min(end, start + characters + 1))
  const clause = Math.max(...['،', '؛', ',', ';'].map((mark) => text.lastIndexOf(mark)))
  const cut = clause > 0 ? clause : text.search(/\s\S*$/)
  if (cut > 0) return { start, end: start + text.slice(0, cut).trimEnd().length }
  const split = /[\ud800-\udbff]$/.test(text.slice(0, characters)) ? 1 : 0
  return { start, end: start + characters - split }
}
