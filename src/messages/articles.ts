import type { Span } from '../arabic/words.ts'
import { articleCard, type Card, credit, fitted } from './card.ts'
import { formatDay, formatPartialDate } from './dates.ts'
import type { Wording } from './fluent.ts'
import { bold, EMPTY, type Html, html, italic, joinHtml, link, quote } from './html.ts'
import type { Language } from './language.ts'
import { inDirection, literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'
import { blocksOf, MESSAGE_LIMIT, packBlocks } from './split.ts'

/** What the whole text of an article is shown from. */
export interface FullArticle extends Card {
  /** Which blocks of the body are sub-headings. */
  readonly headings: readonly Span[]
  readonly author: string | null
  readonly language: string
  readonly publisherSummary: readonly string[]
  readonly note: string | null
}

/** Names are shown whole: the intake lets in 120 code points. */
const NAME_ROOM = 500
/** Left free in every part for the line that says which part it is. */
const LABEL_ROOM = 64

/** One page of a list of articles (the newest, where no `heading` says otherwise); always one message. */
export function latestPage(
  wording: Wording,
  input: {
    heading?: Html
    cards: readonly Card[]
    page: number
    pages: number
    total: number
    botUsername: string
    firstNumber?: number
  },
): Html {
  const { cards, page, pages, total, botUsername, firstNumber = 1 } = input
  const { heading = wording.html('latest-heading') } = input
  if (cards.length === 0) return wording.html('latest-empty')
  return fitted((room) =>
    inDirection(
      wording.language,
      joinHtml(
        [
          heading,
          ...cards.map((card, index) =>
            articleCard(wording, card, { botUsername, number: firstNumber + index, room }),
          ),
          pages > 1 ? wording.html('list-position', { page, pages, total }) : EMPTY,
        ],
        '\n\n',
      ),
    ),
  )
}

/** The whole article, nothing left out, in as many messages as it takes. */
export function articlePages(wording: Wording, article: FullArticle): Html[] {
  // The text keeps its own direction where the two languages differ.
  const direction: Language = article.language.startsWith('ar') ? 'ar' : wording.language
  const note = article.note
  const blocks = [
    ...blocksOf(oneLine(article.title), (piece) => inDirection(direction, bold(literal(piece)))),
    inDirection(wording.language, credits(wording, article)),
    ...summary(wording, article.publisherSummary, direction),
    ...paragraphs(article).flatMap(({ text, heading }) =>
      blocksOf(text, (piece) => inDirection(direction, heading ? bold(literal(piece)) : literal(piece))),
    ),
    ...(note === null ? [] : blocksOf(note, (piece) => inDirection(direction, italic(literal(piece))))),
  ]
  const parts = packBlocks(blocks, MESSAGE_LIMIT - LABEL_ROOM)
  if (parts.length === 1) return parts
  return parts.map((content, index) => {
    const label = wording.html('article-part', { part: index + 1, parts: parts.length })
    return joinHtml([content, inDirection(wording.language, italic(label))], '\n\n')
  })
}

/** The answer to a link whose article is not there. */
export function articleGone(wording: Wording): Html {
  return wording.html('article-gone')
}

function credits(wording: Wording, article: FullArticle): Html {
  const { author, url, eventOn, publishedAt } = article
  const published = formatPartialDate(publishedAt, wording.language)
  const eventDiffers = eventOn !== null && eventOn !== publishedAt?.value.slice(0, 10)
  const source = url === null ? EMPTY : link(url, wording.html('link-source'))
  return stack(
    credit(wording, article, NAME_ROOM),
    author === null ? null : wording.html('author', { author: shorten(oneLine(author), NAME_ROOM) }),
    wording.html('published-on', { date: html`${published}` }),
    eventDiffers ? wording.html('event-on', { day: html`${formatDay(eventOn, wording.language)}` }) : null,
    source.markup.startsWith('<a ') ? source : null,
  )
}

function summary(wording: Wording, points: readonly string[], direction: Language): Html[] {
  const [first, ...rest] = points.flatMap((point) =>
    blocksOf(point, (piece) => inDirection(direction, html`${literal(piece)}`)),
  )
  if (first === undefined) return []
  const heading = inDirection(wording.language, bold(wording.html('article-summary')))
  return packBlocks([stack(heading, first), ...rest], MESSAGE_LIMIT - LABEL_ROOM).map((content) =>
    quote(content, { expandable: true }),
  )
}

/** The blocks of the body; one is a heading when a heading covers it whole. */
function paragraphs({ body, headings }: FullArticle): { text: string; heading: boolean }[] {
  return [...body.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/gu)].map((match) => {
    const text = match[0].trimEnd()
    const end = match.index + text.length
    return { text, heading: headings.some((span) => span.start <= match.index && span.end >= end) }
  })
}
