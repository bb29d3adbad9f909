import type { Span } from '../arabic/words.ts'
import { type Candidate, candidatesOf, type LeadSource, mayOpen } from './lead-candidates.ts'
import { isOpen, type LeadSkip } from './lead-objections.ts'

export type { LeadSkip, LeadSource }

/** At most so many sentences, and so many UTF-16 units once they are joined by one space each. */
export interface LeadLimits {
  readonly sentences: number
  readonly characters: number
  /** Nothing is added to so many words. */
  readonly enough: number
}

/**
 * The lengths a lead comes in. The normal one stops after the opening unless that is short: a second sentence
 * costs more than it tells (docs/decisions/0008). A digest of few lines takes the short one, the full one is for
 * who asks for more.
 */
export const LEAD_BUDGETS = {
  short: { sentences: 1, characters: 200, enough: 1 },
  normal: { sentences: 2, characters: 400, enough: 16 },
  full: { sentences: 4, characters: 800, enough: Infinity },
} as const satisfies Record<string, LeadLimits>

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
/** A whole sentence takes the place of an opening that must be cut when it is worth so much of it. */
const WHOLE = 0.6
/** The next sentence may follow after so many places, if those between cannot be had. */
const STRIDE = 3

/**
 * The sentences that carry the news, as offsets into the stored body. Nothing was measured to beat the opening of
 * a report, so it is taken, its dateline aside, unless it cannot stand alone; then the sentence near the
 * front that is closest to the title. What follows is added while fewer words than enough are there and it fits. A
 * sentence longer than the limit is used up to the last clause that fits, where no whole one tells as much.
 */
export function pickLead(report: LeadSource, limits: LeadLimits = LEAD_BUDGETS.normal): Lead {
  if (limits.sentences < 1 || limits.characters < 1) return { spans: [], skipped: [] }
  const near = candidatesOf(report, limits.characters, WINDOW + STRIDE * limits.sentences)
  const opening = pickOpening(near)
  if (opening === undefined) return { spans: [], skipped: near.slice(0, WINDOW).map(asSkipped) }
  const skipped = near.slice(0, opening.index).map(asSkipped)
  const chosen = [opening.span()]
  let room = limits.characters - lengthOf(opening)
  if (room < 0) return { spans: [clipped(report.body, opening.span(), limits.characters)], skipped }
  let passed: Lead['skipped'] = []
  let last = opening.index
  let count = opening.words()
  for (const next of near.slice(opening.index + 1)) {
    if (chosen.length >= limits.sentences || count >= limits.enough || next.index > last + STRIDE) break
    const length = lengthOf(next) + 1
    // What it leans on is there if nothing was passed over.
    const stands = next.reason() === null || (next.reason() === 'leaning' && next.index === last + 1)
    if (!stands || length > room) {
      passed = [...passed, stands ? { span: next.span(), reason: 'no-room' } : asSkipped(next)]
      continue
    }
    chosen.push(next.span())
    skipped.push(...passed)
    passed = []
    last = next.index
    room -= length
    count += next.words()
  }
  return { spans: chosen, skipped }
}

const asSkipped = (candidate: Candidate): Lead['skipped'][number] => ({
  span: candidate.span(),
  reason: candidate.reason() ?? 'far-from-title',
})

function lengthOf(candidate: Candidate): number {
  const { start, end } = candidate.span()
  return end - start
}

/** How close a sentence is to the title, less the way back to the front. */
const worth = (candidate: Candidate): number => candidate.closeness() - candidate.index * STEP

/** The opening where it stands and is not far off the title; else the best near the front; else any sentence. */
function pickOpening(candidates: readonly Candidate[]): Candidate | undefined {
  const near = candidates.slice(0, WINDOW)
  const first = near.find(mayOpen)
  if (first !== undefined) {
    // The next sentence, if it held all of the title: no other can be worth more, so none needs to be read.
    const most = 1 - (first.index + 1) * STEP
    if (first.reason() === null && most - worth(first) < FAR) return first
    for (const next of near.slice(first.index).toSorted((a, b) => worth(b) - worth(a))) {
      if (standsAgainst(first, next)) return first
      if (next.reason() === null) return next
    }
  }
  const order: (LeadSkip | null)[] = ['too-long', 'leaning', 'unfinished', null]
  for (const wanted of order) {
    const found = candidates.find((candidate) => candidate.reason() === wanted)
    if (found !== undefined) return found
  }
  // A report of a few words, or of lines without a stop: better than none.
  return candidates.find(
    (candidate) => !candidate.marked && ['heading', 'too-short'].includes(candidate.reason() ?? ''),
  )
}

/** Whether the opening is kept although a sentence behind it tells more. */
function standsAgainst(first: Candidate, other: Candidate): boolean {
  if (first.reason() === 'too-long') return worth(other) < worth(first) * WHOLE
  return first.reason() === null && worth(other) - worth(first) < FAR
}

/** As much of a sentence as fits, up to its last clause that leaves nothing open; failing that to its last word. */
function clipped(body: string, { start, end }: Span, characters: number): Span {
  const text = body.slice(start, Math.min(end, start + characters + 1))
  for (let cut = text.length - 1; cut > characters / 3; cut--) {
    if (!/[،؛,;]/.test(text[cut] ?? '') || /^\S/.test(text.slice(cut + 1))) continue
    if (!isOpen(text.slice(0, cut))) return { start, end: start + text.slice(0, cut).trimEnd().length }
  }
  const space = lastSpace(text)
  if (space > 0) return { start, end: start + text.slice(0, space).trimEnd().length }
  const split = /[\ud800-\udbff]$/.test(text.slice(0, characters)) ? 1 : 0
  return { start, end: start + characters - split }
}

function lastSpace(text: string): number {
  let at = text.length - 1
  while (at > 0 && /\S/.test(text[at] ?? '')) at--
  return at
}
