import { articleCard, type Card, credit, FULL_ROOM, type Room, readLink } from './card.ts'
import { formatDay } from './dates.ts'
import type { Wording } from './fluent.ts'
import { bold, EMPTY, type Html, html, joinHtml, link } from './html.ts'
import { inDirection, literal, oneLine } from './lines.ts'
import { shorten } from './shorten.ts'
import { packBlocks } from './split.ts'

/** The new reports of one day; `day` is null for those without a date. */
export interface DigestDay {
  readonly day: string | null
  readonly cards: readonly Card[]
}

/** Headlines; leads; leads and sources. The reader's choice, see `readers/subscription`. */
type Length = 'short' | 'normal' | 'full'

/** The reports that are new but not in the digest: ids above `since` up to and including `upTo`. */
interface Rest {
  readonly since: number
  readonly upTo: number
}

/** The lead of a full digest is twice as long as others. */
const WIDE_ROOM: Room = { ...FULL_ROOM, text: 900 }
/** Headlines that stand together in one block: far less than a message, however long they are. */
const HEADLINES_TOGETHER = 6

/**
 * A digest as messages, in the order given; `omitted` counts the new reports that it leaves out, which the link of
 * `rest` lists with the others. A first digest has no rest: it shows where the story stands.
 */
export function digestParts(
  wording: Wording,
  input: {
    days: readonly DigestDay[]
    omitted: number
    length: Length
    rest: Rest | null
    botUsername: string
  },
): Html[] {
  const { days, omitted, length, rest, botUsername } = input
  const shown = days.reduce((count, { cards }) => count + cards.length, 0)
  let above = wording.html('digest-heading', { count: shown + omitted })
  const blocks: Html[] = []
  for (const { day, cards } of days) {
    above = joinHtml([above, dayHeading(wording, day)], '\n\n')
    for (const block of blocksOfDay(wording, cards, length, botUsername)) {
      // A heading never stands last in a message: it is one block with what is below it.
      blocks.push(joinHtml([above, block], '\n\n'))
      above = EMPTY
    }
  }
  blocks.push(above, omitted > 0 ? omittedLine(wording, omitted, rest, botUsername) : EMPTY)
  return packBlocks(blocks.map((block) => inDirection(wording.language, block)))
}

/** There is nothing that this reader has not had. */
export function nothingNew(wording: Wording): Html {
  return wording.html('digest-nothing')
}

/** What `/start` is given by the link to all reports that were new in a digest. */
export function restPayload({ since, upTo }: Rest): string {
  return `n${since}-${upTo}`
}

function blocksOfDay(
  wording: Wording,
  cards: readonly Card[],
  length: Length,
  botUsername: string,
): readonly Html[] {
  if (length === 'short') {
    const lines = cards.map((card) => headline(wording, card, botUsername))
    return Array.from({ length: Math.ceil(lines.length / HEADLINES_TOGETHER) }, (_, index) =>
      joinHtml(lines.slice(index * HEADLINES_TOGETHER, (index + 1) * HEADLINES_TOGETHER), '\n'),
    )
  }
  const full = length === 'full'
  return cards.map((card) =>
    articleCard(wording, card, {
      botUsername,
      dated: full,
      sourced: full,
      room: full ? WIDE_ROOM : FULL_ROOM,
    }),
  )
}

function headline(wording: Wording, card: Card, botUsername: string): Html {
  const title = literal(shorten(oneLine(card.title), FULL_ROOM.title))
  const publisher = credit(wording, card, FULL_ROOM.name)
  return inDirection(wording.language, html`• ${link(readLink(botUsername, card.id), title)} (${publisher})`)
}

function omittedLine(wording: Wording, count: number, rest: Rest | null, botUsername: string): Html {
  const text = wording.html('digest-omitted', { count })
  return rest === null ? text : link(`https://t.me/${botUsername}?start=${restPayload(rest)}`, text)
}

function dayHeading(wording: Wording, day: string | null): Html {
  return bold(day === null ? wording.html('digest-undated') : formatDay(day, wording.language))
}
