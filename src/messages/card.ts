import type { PartialDate } from '../arabic/dates.ts'
import type { Span } from '../arabic/words.ts'
import { formatDay, formatPartialDate } from './dates.ts'
import type { Wording } from './fluent.ts'
import { bold, EMPTY, type Html, html, joinHtml, link, visibleLength } from './html.ts'
import { inDirection, inserted, literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'
import { MESSAGE_LIMIT } from './split.ts'

/** What a list shows of a stored article. */
export interface Card {
  readonly id: number
  readonly title: string
  readonly publisher: string
  readonly agency: string | null
  readonly url: string | null
  readonly publishedAt: PartialDate | null
  readonly eventOn: string | null
  readonly body: string
  /** The sentences that carry the news: offsets into `body`. */
  readonly lead: readonly Span[]
}

/** How much of each text there is room for, in code points. */
export interface Room {
  readonly title: number
  readonly name: number
  readonly text: number
}

/** Enough for every title, name and lead that the intake lets in. */
export const FULL_ROOM: Room = { title: 300, name: 120, text: 600 }

/** From generous to tight: a list takes the first in which it fits one message. */
const ROOMS: readonly Room[] = [
  FULL_ROOM,
  { title: 300, name: 120, text: 400 },
  { title: 300, name: 120, text: 250 },
  { title: 240, name: 80, text: 160 },
  { title: 160, name: 60, text: 80 },
  { title: 80, name: 30, text: 0 },
]

/** Opens the whole article in a private chat with the bot. */
export function readLink(botUsername: string, id: number): string {
  return `https://t.me/${botUsername}?start=a${id}`
}

interface CardOptions {
  readonly botUsername: string
  readonly number?: number
  /** Whether it says when the report was published; true where nothing is said. */
  readonly dated?: boolean
  /** Whether it links to the publisher's page; true where nothing is said. */
  readonly sourced?: boolean
}

/** One article in a list: title, who published it and when, the lead, where to read on. */
export function articleCard(wording: Wording, card: Card, options: CardOptions & { room?: Room }): Html {
  const room = options.room ?? FULL_ROOM
  const lead = room.text === 0 ? EMPTY : literal(shorten(leadOf(card), room.text))
  return cardAround(wording, card, lead, { ...options, room })
}

/** A card that shows `text` where others show the lead. */
export function cardAround(
  wording: Wording,
  card: Card,
  text: Html,
  options: CardOptions & { room: Room },
): Html {
  const { botUsername, number, room, dated = true, sourced = true } = options
  const publisher = credit(wording, card, room.name)
  const title = literal(shorten(oneLine(card.title), room.title))
  const links = [link(readLink(botUsername, card.id), wording.html('link-read'))]
  const source = card.url === null || !sourced ? EMPTY : link(card.url, wording.html('link-source'))
  // An address that cannot be a link would leave a word that leads nowhere.
  if (source.markup.startsWith('<a ')) links.push(source)
  return inDirection(
    wording.language,
    stack(
      bold(number === undefined ? title : html`${number}. ${title}`),
      dated ? html`${publisher} · ${dateOf(wording, card)}` : publisher,
      text,
      joinHtml(links, ' · '),
    ),
  )
}

/** Who published the report, and whose report it was at first where that is somebody else. */
export function credit(wording: Wording, card: Pick<Card, 'publisher' | 'agency'>, limit: number): Html {
  const publisher = shorten(oneLine(card.publisher), limit)
  const agency = shorten(oneLine(card.agency ?? ''), limit)
  return agency === '' || agency === publisher
    ? html`${inserted(publisher, wording.language)}`
    : wording.html('credit-agency', { publisher, agency })
}

/** The list in as much room as one message has. */
export function fitted(render: (room: Room) => Html): Html {
  let content = EMPTY
  for (const room of ROOMS) {
    content = render(room)
    if (visibleLength(content) <= MESSAGE_LIMIT) break
  }
  return content
}

/** When it was published; where only the day of the event is known, that, named as what it is. */
function dateOf(wording: Wording, card: Card): Html {
  if (card.publishedAt === null && card.eventOn !== null) {
    return wording.html('event-on', { day: html`${formatDay(card.eventOn, wording.language)}` })
  }
  return html`${formatPartialDate(card.publishedAt, wording.language)}`
}

function leadOf({ body, lead }: Pick<Card, 'body' | 'lead'>): string {
  return oneLine(lead.map(({ start, end }) => body.slice(start, end)).join(' '))
}
