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
  /** What the place in the list is owed to, for those who asked. */
  readonly reasons?: readonly { readonly what: Reason; readonly points: number }[]
}

type Reason = 'words' | 'opening' | 'title' | 'letters' | 'nearness'

/** A word that no report has, and those that were looked for in its place. */
export interface StoodFor {
  readonly word: string
  readonly near: readonly string[]
}

/** A query is repeated to its reader in no more than this. */
const QUERY_LIMIT = 80
/** Telegram keeps 100 entities a message: so many hits in each of five snippets leave room for the links. */
const HITS_LIMIT = 12
const EXAMPLES_LIMIT = 5
/** Words that were exchanged for near ones, and near ones of each, that are named. */
const STOOD_FOR_LIMIT = 3
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
    /** Results for near words in the place of unknown ones. */
    stoodFor?: readonly StoodFor[]
    firstNumber?: number
  },
): Html {
  const { query, results, page, pages, total, botUsername, relaxed, stoodFor = [], firstNumber = 1 } = input
  const heading = stack(
    wording.html('search-heading', { query: shownQuery(query) }),
    ...stoodFor.slice(0, STOOD_FOR_LIMIT).map((each) => stoodForLine(wording, each)),
    relaxed ? wording.html('search-relaxed') : EMPTY,
  )
  return fitted((room) =>
    inDirection(
      wording.language,
      joinHtml(
        [
          heading,
          ...results.map(({ card, snippet, reasons = [] }, index) => {
            const options = { botUsername, number: firstNumber + index, room }
            const shown = marked(snippet.text, snippet.hits, room.text)
            return stack(cardAround(wording, card, shown, options), reasonsLine(wording, reasons))
          }),
          pages > 1 ? wording.html('list-position', { page, pages, total }) : EMPTY,
        ],
        '\n\n',
      ),
    ),
  )
}

/** Nothing was found: the names nearest to what was typed, and what else to try. */
export function nothingFound(
  wording: Wording,
  input: { query: string; examples: readonly string[]; names?: readonly string[] },
): Html {
  const { query, examples, names = [] } = input
  const nothing = wording.html('search-nothing', { query: shownQuery(query) })
  const near = names.length === 0 ? EMPTY : withExamples(wording, wording.html('search-near'), names)
  return withExamples(wording, stack(nothing, near, wording.html('search-advice')), examples)
}

/** A search without words: what one looks like. */
export function askForWords(wording: Wording, input: { examples: readonly string[] }): Html {
  const asked = withExamples(wording, wording.html('search-ask'), input.examples)
  return inDirection(wording.language, joinHtml([asked, searchSyntax(wording)], '\n\n'))
}

/** What a search can do besides words, one line each. */
export function searchSyntax(wording: Wording): Html {
  const lines = (['phrase', 'without', 'period', 'source'] as const).map((part) =>
    wording.html(`syntax-${part}`),
  )
  return stack(...lines)
}

function stoodForLine(wording: Wording, { word, near }: StoodFor): Html {
  const quoted = near
    .slice(0, STOOD_FOR_LIMIT)
    .map((each) => wording.html('search-quoted', { word: shownQuery(each) }))
  const list = new Intl.ListFormat(wording.language, { type: 'disjunction' })
  const parts = list
    .formatToParts(quoted.map((_, index) => String(index)))
    .map(({ type, value }) => (type === 'element' ? (quoted[Number(value)] ?? EMPTY) : html`${value}`))
  return wording.html('search-widened', { word: shownQuery(word), near: joinHtml(parts, '') })
}

/** One short line; points with one decimal, isolated like every number with a sign or a point. */
function reasonsLine(wording: Wording, reasons: NonNullable<FoundCard['reasons']>): Html {
  const counted = reasons.filter(({ points }) => Math.abs(points) >= 0.05)
  const parts = counted.map(({ what, points }) =>
    wording.html(`reason-${what}`, { points: points.toFixed(1) }),
  )
  return joinHtml(parts, ' · ')
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
