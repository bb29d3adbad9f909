import { askForWords, nothingFound, searchPage } from '../../messages/search.ts'
import { planSearch } from '../../search/query.ts'
import { snippetOf } from '../../search/snippet.ts'
import { exampleNames } from '../../story/aliases.ts'
import { type Button, keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { show } from '../show.ts'
import { PAGE_SIZE, pageButtons, readButtons } from './latest.ts'

/** Most characters of a query that are kept; what lies behind them is hardly a search. */
const QUERY_LIMIT = 200
/** Pages of results one can turn. */
const MOST_PAGES = 20

/** `/search words`, and any text that is no answer to a question of the bot. */
export async function search(ctx: BotContext, can: Capabilities, words: string): Promise<void> {
  const query = [...words.trim()].slice(0, QUERY_LIMIT).join('').toWellFormed()
  await showResults(ctx, can, query, 1)
}

/** Another page of results: `search:<query id>:<page>`. */
export async function searchPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const query = await can.conversation.rememberedQuery(ctx.visit.chatId, numberAt(args, 0) ?? 0)
  if (query === null)
    return show(ctx, askForWords(ctx.visit.wording, { examples: examples(ctx, can) }), tryButtons(ctx, can))
  await showResults(ctx, can, query, numberAt(args, 1) ?? 1)
}

/** One of the examples under an empty answer: `example:<number>`. */
export async function examplePressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  await showResults(ctx, can, examples(ctx, can)[numberAt(args, 0) ?? 0] ?? '', 1)
}

async function showResults(ctx: BotContext, can: Capabilities, query: string, asked: number): Promise<void> {
  const { wording, chatId } = ctx.visit
  const plan = planSearch(query, can.spellings.of)
  if (plan.terms.length === 0) {
    return show(ctx, askForWords(wording, { examples: examples(ctx, can) }), tryButtons(ctx, can))
  }
  const wanted = Math.min(Math.max(1, asked), MOST_PAGES)
  const result = await can.search.find(plan, { offset: (wanted - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  if (result.total === 0) {
    return show(ctx, nothingFound(wording, { query, examples: examples(ctx, can) }), tryButtons(ctx, can))
  }
  const pages = Math.min(Math.ceil(result.total / PAGE_SIZE), MOST_PAGES)
  if (wanted > pages) return showResults(ctx, can, query, pages)
  const cards = await can.articles.byIds(result.hits.map(({ articleId }) => articleId))
  const firstNumber = (wanted - 1) * PAGE_SIZE + 1
  const queryId = await can.conversation.rememberQuery(chatId, query)
  await show(
    ctx,
    searchPage(wording, {
      query,
      results: cards.map((card) => ({ card, snippet: snippetOf(card.body, plan) })),
      page: wanted,
      pages,
      total: result.total,
      relaxed: result.matched === 'any',
      firstNumber,
      botUsername: ctx.me.username,
    }),
    keyboard(wording.language, [
      readButtons(ctx, cards, firstNumber, `s${queryId}.${wanted}`),
      pageButtons(ctx, wanted, pages, (number) => press('search', queryId, number)),
    ]),
  )
}

function examples(ctx: BotContext, can: Capabilities): string[] {
  return exampleNames(can.story, ctx.visit.wording.language)
}

function tryButtons(ctx: BotContext, can: Capabilities) {
  const { wording } = ctx.visit
  const buttons: Button[] = examples(ctx, can).map((words, index) => ({
    label: wording.text('button-example', { words }),
    does: press('example', index),
  }))
  return keyboard(
    wording.language,
    buttons.map((button) => [button]),
  )
}
