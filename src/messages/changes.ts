import { articleCard, type Card, credit, FULL_ROOM, readLink } from './card.ts'
import { formatDay } from './dates.ts'
import type { Wording } from './fluent.ts'
import { bold, EMPTY, type Html, html, joinHtml, link, trusted, visibleLength } from './html.ts'
import { inDirection, literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'
import { MESSAGE_LIMIT } from './split.ts'

/** Longest raw text of a message, markup included, in bytes of UTF-8. */
const BYTE_LIMIT = 32_768
/** Telegram drops formatting beyond this many entities without a word. */
const ENTITY_LIMIT = 100
/** Longest note of a correction and longest reason of a retraction, in code points: a sentence or two. */
export const NOTE_LIMIT = 300

/** What readers are told about a report that they have received. */
export interface Told {
  readonly kind: 'correction' | 'retraction' | 'restored'
  /** Empty where the kind says it all. */
  readonly note: string
}

/** One line about a report, for the place where it stands: that it was corrected, taken back, or stands again. */
export function noticeLine(wording: Wording, { kind, note }: Told): Html {
  if (kind === 'restored') return wording.html('notice-restored')
  if (kind === 'correction') return wording.html('notice-corrected', { note: noteOf(note) })
  return note === ''
    ? wording.html('notice-withdrawn')
    : wording.html('notice-retracted', { note: noteOf(note) })
}

/**
 * What stands in a digest in the place of a report that was corrected or taken back.
 *
 * @param stood the markup that stood there
 * @param input `card` is the report as it is now; `brief` keeps what stood there beside the notice, where the new text
 *   takes too much room
 * @returns markup, for a message that is put together from frozen text
 */
export function amendedBlock(
  wording: Wording,
  stood: string,
  input: {
    told: Told
    card: Card
    length: 'short' | 'normal' | 'full'
    botUsername: string
    brief: boolean
  },
): string {
  const { told, card, length, botUsername, brief } = input
  const notice = noticeLine(wording, told)
  if (told.kind === 'retraction')
    return inOwnDirection(wording, stack(struckTitle(wording, card, input), notice))
  if (told.kind === 'restored' || brief) return inOwnDirection(wording, stack(notice, trusted(stood)))
  const full = length === 'full'
  const corrected =
    length === 'short'
      ? html`• ${titleLink(card, botUsername)} (${credit(wording, card, FULL_ROOM.name)})`
      : articleCard(wording, card, { botUsername, dated: full, sourced: full })
  return inOwnDirection(wording, length === 'short' ? stack(corrected, notice) : stack(notice, corrected))
}

/** Whether Telegram would take the markup as one message, with all its formatting. */
export function fitsMessage(markup: string): boolean {
  const entities = markup.match(/<[a-z]/g)?.length ?? 0
  return (
    visibleLength(trusted(markup)) <= MESSAGE_LIMIT &&
    Buffer.byteLength(markup) <= BYTE_LIMIT &&
    entities <= ENTITY_LIMIT
  )
}

/** The correction as a message of its own, for a digest that cannot be changed any more. */
export function correctionMessage(
  wording: Wording,
  { told, card, botUsername }: { told: Told; card: Pick<Card, 'id' | 'title'>; botUsername: string },
): Html {
  const title = titleLink(card, botUsername)
  const note = noteOf(told.note)
  const { kind } = told
  const about =
    kind === 'retraction'
      ? wording.html('told-retracted', { title })
      : wording.html(kind === 'correction' ? 'told-corrected' : 'told-restored', { title })
  const why = kind === 'retraction' ? wording.html('told-reason', { note }) : note
  return inDirection(wording.language, stack(about, note.markup === '' ? null : why))
}

/** Above a digest that is shown again: what has been corrected or taken back since. Null where nothing has. */
export function receivedNotices(
  wording: Wording,
  notices: readonly (Told & { readonly id: number; readonly title: string })[],
  botUsername: string,
): Html | null {
  if (notices.length === 0) return null
  return joinHtml(
    notices.map((told) => correctionMessage(wording, { told, card: told, botUsername })),
    '\n\n',
  )
}

/** The answer to whoever opens a report that has been taken back. */
export function articleRetracted(
  wording: Wording,
  { title, reason, day }: { title: string; reason: string | null; day: string },
): Html {
  return inDirection(
    wording.language,
    stack(
      wording.html('article-retracted', {
        title: literal(shorten(oneLine(title), FULL_ROOM.title)),
        day: html`${formatDay(day, wording.language)}`,
      }),
      reason === null ? EMPTY : wording.html('told-reason', { note: noteOf(reason) }),
    ),
  )
}

/** An urgent report, sent at once. */
export function alertMessage(
  wording: Wording,
  { card, botUsername }: { card: Card; botUsername: string },
): Html {
  return joinHtml([wording.html('alert-heading'), articleCard(wording, card, { botUsername })], '\n\n')
}

function titleLink({ id, title }: Pick<Card, 'id' | 'title'>, botUsername: string): Html {
  return link(readLink(botUsername, id), literal(shorten(oneLine(title), FULL_ROOM.title)))
}

function struckTitle(
  wording: Wording,
  card: Card,
  { length, botUsername }: { length: 'short' | 'normal' | 'full'; botUsername: string },
): Html {
  const struck = html`<s>${titleLink(card, botUsername)}</s>`
  return inDirection(wording.language, length === 'short' ? html`• ${struck}` : bold(struck))
}

function noteOf(note: string): Html {
  return literal(shorten(oneLine(note), NOTE_LIMIT))
}

function inOwnDirection(wording: Wording, content: Html): string {
  return inDirection(wording.language, content).markup
}
