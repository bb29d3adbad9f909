import type { Span } from '../arabic/words.ts'
import { type Candidate, candidatesOf, isOpen, type LeadSkip, type LeadSource } from './lead-candidates.ts'

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
  if (opening.end - opening.start > limits.characters) {
    return { spans: [clipped(report.body, opening, limits.characters)], skipped }
  }
  const chosen = [opening]
  const passed: Candidate[] = []
  let room = limits.characters - (opening.end - opening.start)
  let count = opening.words
  for (const next of near.slice(opening.index + 1)) {
    const last = chosen.at(-1) ?? opening
    if (chosen.length >= limits.sentences || count >= limits.enough || next.index > last.index + STRIDE) break
    const length = next.end - next.start + 1
    // What it leans on is there if nothing was passed over.
    const stands = next.reason === null || (next.reason === 'leaning' && next.index === last.index + 1)
    if (!stands || length > room) {
      passed.push(stands ? { ...next, reason: 'no-room' } : next)
      continue
    }
    chosen.push(next)
    skipped.push(...passed.splice(0).map(asSkipped))
    room -= length
    count += next.words
  }
  return { spans: chosen.map(({ start, end }) => ({ start, end })), skipped }
}

const asSkipped = ({ start, end, reason }: Candidate): Lead['skipped'][number] => ({
  span: { start, end },
  reason: reason ?? 'far-from-title',
})

/** The opening where it stands and is not far off the title; else the best near the front; else any sentence. */
function pickOpening(candidates: readonly Candidate[]): Candidate | undefined {
  const near = candidates.slice(0, WINDOW)
  const first = near.find(({ reason }) => reason !== 'heading' && reason !== 'credit')
  const worth = ({ index, closeness }: Candidate): number => closeness - index * STEP
  const best = near.filter(({ reason }) => reason === null).toSorted((a, b) => worth(b) - worth(a))[0]
  if (best !== undefined) {
    if (first?.reason === 'too-long') return worth(best) < worth(first) * WHOLE ? first : best
    return first?.reason === null && worth(best) - worth(first) < FAR ? first : best
  }
  const order: (LeadSkip | null)[] = ['too-long', 'leaning', 'unfinished', null]
  for (const wanted of order) {
    const found = candidates.find(({ reason }) => reason === wanted)
    if (found !== undefined) return found
  }
  // A report of a few words, or of lines without a stop: better than none.
  return candidates.find(({ reason, marked }) => !marked && (reason === 'heading' || reason === 'too-short'))
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
