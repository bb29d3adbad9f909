import { leadText } from '../../articles/article.ts'
import { may } from '../../editors/authority.ts'
import { askForWords, nothingFound, searchPage } from '../../messages/search.ts'
import { localDay } from '../../readers/due-times.ts'
import { nearestNames } from '../../search/nearest.ts'
import { asksFor, planSearch } from '../../search/query.ts'
import { namesSource } from '../../search/query-syntax.ts'
import type { SearchOrder, SearchPlan, SearchResult } from '../../search/search-index.ts'
import { snippetOf } from '../../search/snippet.ts'
import { asSpelled } from '../../search/spelled.ts'
import { exampleNames } from '../../story/aliases.ts'
import { type Button, keyboard, numberAt, type Press, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { show } from '../show.ts'
import { PAGE_SIZE, pageButtons, readButtons } from './latest.ts'

/** Most characters of a query that are kept; what lies behind them is hardly a search. */
const QUERY_LIMIT = 200
/** Pages of results one can turn. */
const MOST_PAGES = 20
/** Names that are offered where nothing was found, and how many near ones are tried for it. */
const NAMES = 3
const NAMES_TRIED = 6

/** One page of results, as the buttons below it ask for others. */
interface View {
  readonly query: string
  readonly page: number
  readonly order: SearchOrder
  /** Whether the results say what their places are owed to; shown to owners only. */
  readonly reasons: boolean
}

/** `/search words`, and any text that is no answer to a question of the bot. */
export async function search(ctx: BotContext, can: Capabilities, words: string): Promise<void> {
  await showResults(ctx, can, firstView(words))
}

/** `/search? words`: with the reasons of the order, for owners; an ordinary search for everybody else. */
export async function searchWithReasons(ctx: BotContext, can: Capabilities, words: string): Promise<void> {
  await showResults(ctx, can, { ...firstView(words), reasons: true })
}

/** Another page or order: `search:<query id>:<page>[:<flags>]`, flags n (newest first) and r (reasons). */
export async function searchPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const query = await can.conversation.rememberedQuery(ctx.visit.chatId, numberAt(args, 0) ?? 0)
  if (query === null) return showExamples(ctx, can)
  const flags = args[2] ?? ''
  await showResults(ctx, can, {
    query,
    page: numberAt(args, 1) ?? 1,
    order: flags.includes('n') ? 'newest' : 'relevance',
    reasons: flags.includes('r'),
  })
}

/** One of the examples under an empty answer: `example:<number>`. */
export async function examplePressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  await search(ctx, can, examples(ctx, can)[numberAt(args, 0) ?? 0] ?? '')
}

function firstView(words: string): View {
  const query = [...words.trim()].slice(0, QUERY_LIMIT).join('').toWellFormed()
  return { query, page: 1, order: 'relevance', reasons: false }
}

async function showResults(ctx: BotContext, can: Capabilities, view: View): Promise<void> {
  const { chatId, wording } = ctx.visit
  const plan = await planFor(ctx, can, view.query)
  if (!asksFor(plan)) return showExamples(ctx, can)
  const page = Math.min(Math.max(1, view.page), MOST_PAGES)
  const result = await can.search.find(plan, {
    order: view.order,
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  })
  if (result.total === 0) return showNothing(ctx, can, view.query)
  const pages = Math.min(Math.ceil(result.total / PAGE_SIZE), MOST_PAGES)
  if (page > pages) return showResults(ctx, can, { ...view, page: pages })
  const firstNumber = (page - 1) * PAGE_SIZE + 1
  const cards = await can.articles.byIds(result.hits.map(({ articleId }) => articleId))
  const queryId = await can.conversation.rememberQuery(chatId, view.query)
  const reasons = view.reasons && may(ctx.visit.role, 'see-ranking')
  await show(
    ctx,
    searchPage(wording, {
      query: view.query,
      results: cards.map((card) => {
        const snippet = snippetOf(card.body, plan, result.widened)
        return {
          card,
          // Found by its title, its day or its publisher: what the report says is more than its first sentence.
          snippet: snippet.hits.length > 0 ? snippet : { text: leadText(card), hits: [] },
          reasons: reasons ? (result.hits.find(({ articleId }) => articleId === card.id)?.reasons ?? []) : [],
        }
      }),
      page,
      pages,
      total: result.total,
      relaxed: result.matched === 'any',
      stoodFor: stoodFor(view.query, result, cards),
      firstNumber,
      botUsername: ctx.me.username,
    }),
    keyboard(wording.language, [
      readButtons(ctx, cards, firstNumber, [`s${queryId}`, page, ...flagsOf(view)].join('.')),
      pageButtons(ctx, page, pages, (number) => pressFor(queryId, { ...view, page: number })),
      orderButton(ctx, queryId, view, plan, result),
    ]),
  )
}

async function planFor(ctx: BotContext, can: Capabilities, query: string): Promise<SearchPlan> {
  const zone = ctx.visit.reader.subscription?.zone ?? can.defaultZone
  return planSearch(query, {
    spellingsOf: (words) => can.spellings.of(words),
    publishers: namesSource(query) ? await can.articles.publishers() : [],
    today: localDay(can.clock.now(), zone),
  })
}

/** One argument of a press, or none. */
function flagsOf({ order, reasons }: View): string[] {
  const flags = `${order === 'newest' ? 'n' : ''}${reasons ? 'r' : ''}`
  return flags === '' ? [] : [flags]
}

function pressFor(queryId: number, view: View): Press {
  return press('search', queryId, view.page, ...flagsOf(view))
}

/** Turns the list round; where there are no words, the newest come first anyway. */
function orderButton(
  ctx: BotContext,
  queryId: number,
  view: View,
  plan: SearchPlan,
  { total }: SearchResult,
): Button[] {
  if (total < 2 || plan.terms.length === 0) return []
  const { wording } = ctx.visit
  const does = (order: SearchOrder) => pressFor(queryId, { ...view, order, page: 1 })
  return view.order === 'newest'
    ? [{ label: wording.text('button-best-first'), does: does('relevance') }]
    : [{ label: wording.text('button-newest-first'), does: does('newest') }]
}

/** The unknown words as the reader typed them, the near ones as the reports spell them. */
function stoodFor(
  query: string,
  { widened }: SearchResult,
  cards: readonly { readonly title: string; readonly body: string }[],
) {
  if (widened.length === 0) return []
  const texts = cards.flatMap(({ title, body }) => [title, body])
  return widened.map(({ word, to }) => ({
    word: asSpelled([word], [query])[0] ?? word,
    near: asSpelled(to, texts),
  }))
}

async function showNothing(ctx: BotContext, can: Capabilities, query: string): Promise<void> {
  const { chatId, wording } = ctx.visit
  const names = await namesThatFind(ctx, can, query)
  const buttons: Button[] = []
  for (const words of names) {
    const queryId = await can.conversation.rememberQuery(chatId, words)
    buttons.push({ label: wording.text('button-example', { words }), does: press('search', queryId, 1) })
  }
  await show(
    ctx,
    nothingFound(wording, { query, names, examples: examples(ctx, can) }),
    keyboard(
      wording.language,
      [...buttons, ...exampleButtons(ctx, can, names)].map((button) => [button]),
    ),
  )
}

/** Names of the story near to what was typed, as far as there is a report of them. */
async function namesThatFind(ctx: BotContext, can: Capabilities, query: string): Promise<string[]> {
  const { language } = ctx.visit.wording
  const known = (can.story?.entities ?? []).map(({ forms }) => {
    const all = Object.values(forms).flat()
    return { shown: forms[language]?.[0] ?? all[0] ?? '', forms: all }
  })
  const found: string[] = []
  for (const name of nearestNames(query, known, NAMES_TRIED)) {
    if (found.length === NAMES) break
    const page = { order: 'newest', offset: 0, limit: 1 } as const
    const { total, matched } = await can.search.find(await planFor(ctx, can, name), page)
    if (total > 0 && matched === 'all') found.push(name)
  }
  return found
}

async function showExamples(ctx: BotContext, can: Capabilities): Promise<void> {
  const { wording } = ctx.visit
  await show(
    ctx,
    askForWords(wording, { examples: examples(ctx, can) }),
    keyboard(
      wording.language,
      exampleButtons(ctx, can).map((button) => [button]),
    ),
  )
}

function examples(ctx: BotContext, can: Capabilities): string[] {
  return exampleNames(can.story, ctx.visit.wording.language)
}

function exampleButtons(ctx: BotContext, can: Capabilities, except: readonly string[] = []): Button[] {
  return examples(ctx, can).flatMap((words, index) =>
    except.includes(words)
      ? []
      : [{ label: ctx.visit.wording.text('button-example', { words }), does: press('example', index) }],
  )
}
