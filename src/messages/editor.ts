import {
  type CutView,
  cutCounts,
  type DraftView,
  heading,
  type MissingPart,
  missingParts,
  understood,
} from './draft-facts.ts'
import type { Wording } from './fluent.ts'
import { EMPTY, type Html, joinHtml, link, quote, visibleLength } from './html.ts'
import { inDirection, literal, oneLine, stack } from './lines.ts'
import { type RadarView, radarLines } from './radar.ts'
import { shorten } from './shorten.ts'
import { MESSAGE_LIMIT } from './split.ts'

const TITLE_LIMIT = 300
const GIVEN_LIMIT = 80
const LEAD_LIMIT = 700
const CUT_LIMIT = 120
/** Room for the blank lines and marks between the facts and the quoted cuts. */
const RESERVE = 16

/** A stored article, by its title and the address that opens it. */
export interface TitleLink {
  readonly title: string
  readonly link: string
}

/** A draft for its editor, in one message: what was understood, what is missing, what was cut. */
export function draftCard(
  wording: Wording,
  input: {
    draft: DraftView
    cuts: readonly CutView[]
    /** This is draft `position` of the `count` that one paste held. */
    position: number
    count: number
    radar: RadarView
    missing: readonly MissingPart[]
  },
): Html {
  const { draft, cuts, missing } = input
  const facts = joinHtml(
    [
      stack(heading(wording, input), ...understood(wording, draft)),
      stack(
        missing.length === 0
          ? null
          : wording.html('draft-missing', { parts: missingParts(wording, missing) }),
        radarLines(wording, input.radar),
      ),
      draft.lead === ''
        ? EMPTY
        : stack(wording.html('draft-lead'), quote(literal(shorten(oneLine(draft.lead), LEAD_LIMIT)))),
      cuts.length === 0 ? wording.html('draft-no-cuts') : cutCounts(wording, cuts),
    ],
    '\n\n',
  )
  const above = inDirection(wording.language, facts)
  const shown = cutsThatFit(wording, cuts, MESSAGE_LIMIT - visibleLength(above) - RESERVE)
  return joinHtml(
    shown.length === 0 ? [above] : [above, quote(joinHtml(shown, '\n'), { expandable: true })],
    '\n',
  )
}

/** Asks for the text of a report, in one message or more. */
export function askText(wording: Wording): Html {
  return wording.html('ask-text')
}

/** Asks for the title of a draft. */
export function askTitle(wording: Wording): Html {
  return wording.html('ask-title')
}

/** Asks for the publisher of a draft. */
export function askPublisher(wording: Wording): Html {
  return wording.html('ask-publisher')
}

/** Asks for the date of publication, with examples of how to write it. */
export function askDate(wording: Wording): Html {
  return wording.html('ask-date')
}

/** What was sent is empty or too long for a title. */
export function titleNotUsable(wording: Wording): Html {
  return wording.html('title-not-usable')
}

/** What was sent is empty or too long for a name. */
export function publisherNotUsable(wording: Wording): Html {
  return wording.html('publisher-not-usable')
}

/** `given` is what was taken for a date. */
export function dateNotUnderstood(wording: Wording, input: { given: string }): Html {
  return wording.html('date-not-understood', { given: shorten(oneLine(input.given), GIVEN_LIMIT) })
}

/** The draft has become an article. */
export function published(wording: Wording, input: TitleLink): Html {
  return inDirection(wording.language, wording.html('published', { title: titleLink(input) }))
}

/** The same text is stored already: it was not stored again. */
export function alreadyThere(wording: Wording, input: TitleLink): Html {
  return inDirection(wording.language, wording.html('already-there', { title: titleLink(input) }))
}

/** The draft is given up. */
export function discarded(wording: Wording): Html {
  return wording.html('discarded')
}

/** Somebody decided about the draft before. */
export function draftSettled(wording: Wording): Html {
  return wording.html('draft-settled')
}

/** What was pasted holds no report. */
export function nothingUsable(wording: Wording): Html {
  return wording.html('nothing-usable')
}

function cutsThatFit(wording: Wording, cuts: readonly CutView[], room: number): Html[] {
  const shown: Html[] = []
  let left = room
  for (const { line, text } of cuts) {
    const cut = wording.html('cut-line', { line, text: shorten(oneLine(text), CUT_LIMIT) })
    left -= visibleLength(cut) + 1
    if (left < 0) break
    shown.push(inDirection(wording.language, cut))
  }
  return shown
}

function titleLink(input: TitleLink): Html {
  return link(input.link, literal(shorten(oneLine(input.title), TITLE_LIMIT)))
}
