import { stripDirection } from '../arabic/direction.ts'
import type { Span } from '../arabic/words.ts'
import { type Card, cardAround, fitted } from './card.ts'
import type { Wording } from './fluent.ts'
import { bold, EMPTY, type Html, html, joinHtml } from './html.ts'
import { foreignRuns, inDirection, isolated, oneLine, opensInArabic, stack } from './lines.ts'
import { shorten } from './shorten.ts'

/** An article that was found, and the part of it that shows why. */
export interface FoundCard {
  readonly card: Card
  /** Literal text of the article; `hits` are offsets into `text`. */
  readonly snippet: { readonly text: string; readonly hits: readonly Span[] }
}

/** A query is repeated to its reader in no more than this. */
const QUERY_LIMIT = 80
/** Telegram keeps 100 entities a message: so many hits in each of five snippets leave room for the links. */
const HITS_LIMIT = 12
const EXAMPLES_LIMIT = 5
const FSI = '\u{2068}'
const PDI = '\u{2069}'

/** One page of search results; always one message. */
export function searchPage(
  wording: Wording,
  input: {
    query: string
    results: readonly FoundCard[]
    page: number
    pages: number
    total: number
    botUsername: string
    /** No article holds all the words: these hold some. */
    relaxed: boolean
    firstNumber?: number
  },
): Html {
  const { query, results, page, pages, total, botUsername, relaxed, firstNumber = 1 } = input
  const heading = wording.html('search-heading', { query: shownQuery(query) })
  return fitted((room) =>
    inDirection(
      wording.language,
      joinHtml(
        [
          relaxed ? stack(heading, wording.html('search-relaxed')) : heading,
          ...results.map(({ card, snippet }, index) => {
            const options = { botUsername, number: firstNumber + index, room }
            return cardAround(wording, card, marked(snippet.text, snippet.hits, room.text), options)
          }),
          pages > 1 ? wording.html('list-position', { page, pages, total }) : EMPTY,
        ],
        '\n\n',
      ),
    ),
  )
}

/** Nothing holds any of the words: what to try. */
export function nothingFound(wording: Wording, input: { query: string; examples: readonly string[] }): Html {
  const nothing = wording.html('search-nothing', { query: shownQuery(input.query) })
  return withExamples(wording, stack(nothing, wording.html('search-advice')), input.examples)
}

/** A search without words: what one looks like. */
export function askForWords(wording: Wording, input: { examples: readonly string[] }): Html {
  return withExamples(wording, wording.html('search-ask'), input.examples)
}

function withExamples(wording: Wording, text: Html, examples: readonly string[]): Html {
  const lines = examples
    .slice(0, EXAMPLES_LIMIT)
    .map((example) => isolated(html`<code>${shorten(oneLine(example), QUERY_LIMIT)}</code>`))
  return inDirection(wording.language, stack(text, ...lines))
}

function shownQuery(query: string): string {
  return shorten(oneLine(query), QUERY_LIMIT)
}

/** The snippet with its hits in bold, in the spelling of the article. */
function marked(text: string, hits: readonly Span[], limit: number): Html {
  if (limit === 0) return EMPTY
  const shown = shorten(text, limit)
  const kept = shown === text ? text.length : shown.length - 1
  const bolds = hits.filter(({ start, end }) => start < end && end <= kept).slice(0, HITS_LIMIT)
  const arabic = opensInArabic(text.trimStart())
  const runs = arabic ? foreignRuns(shown) : []
  const borders = [...bolds, ...runs].flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set([0, ...borders, shown.length])].sort((a, b) => a - b)
  const parts = cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? start
    // Isolates go round whole runs: a hit in the middle of a foreign name must not turn its words round.
    const open = runs.some((run) => run.start === start) ? FSI : ''
    const close = runs.some((run) => run.end === end) ? PDI : ''
    const piece = html`${open}${stripDirection(shown.slice(start, end)).replace(/\s+/gu, ' ')}${close}`
    return bolds.some((hit) => hit.start <= start && end <= hit.end) ? bold(piece) : piece
  })
  const snippet = joinHtml(parts, '')
  return arabic ? snippet : isolated(snippet)
}
