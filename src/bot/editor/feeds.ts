import type { FeedDesk } from '../../feeds/desk.ts'
import type { FeedWithCounts } from '../../feeds/feed.ts'
import {
  askFeed,
  feedAdded,
  feedCard,
  feedKnown,
  feedList,
  feedNotThere,
  feedPolled,
  feedPollFailed,
  feedRefused,
  feedRemoved,
  feedsOnPage,
  removeFeedQuestion,
} from '../../messages/feeds.ts'
import type { Html } from '../../messages/html.ts'
import { cancelled } from '../../messages/reader.ts'
import { numberAt } from '../button.ts'
import type { BotContext } from '../context.ts'
import type { ConversationStore } from '../conversation.ts'
import { send, show } from '../show.ts'
import {
  askButtons,
  backToList,
  feedButtons,
  foundButtons,
  listButtons,
  questionButtons,
} from './feed-buttons.ts'

/** What `/feeds` needs. Whether somebody may use it (`manage-feeds`) is decided before. */
export interface FeedCapabilities {
  readonly feeds: FeedDesk
  readonly conversation: ConversationStore
  /** Times are shown on its clock. */
  readonly defaultZone: string
}

const PAGE_SIZE = 8

/** `/feeds`: the list; with an address behind it: adds what stands there. */
export async function feeds(ctx: BotContext, can: FeedCapabilities, argument: string): Promise<void> {
  if (argument.trim() !== '') return addFeed(ctx, can, argument)
  await showList(ctx, can, 1)
}

/** The answer to "which address?". */
export async function feedTyped(ctx: BotContext, can: FeedCapabilities, text: string): Promise<void> {
  await can.conversation.endDialog(ctx.visit)
  await addFeed(ctx, can, text)
}

/** `feed:<act>:<id>`; for `list` a page stands in its place, for `try` the number of a remembered address. */
export async function feedPressed(
  ctx: BotContext,
  can: FeedCapabilities,
  args: readonly string[],
): Promise<void> {
  const { wording, chatId, userId } = ctx.visit
  const id = numberAt(args, 1) ?? 0
  switch (args[0]) {
    case 'list':
      return showList(ctx, can, id)
    case 'add':
      await can.conversation.ask(ctx.visit, { waitsFor: 'feed' })
      return send(ctx, askFeed(wording), askButtons(wording))
    case 'cancel':
      if ((await can.conversation.dialog(ctx.visit))?.waitsFor === 'feed')
        await can.conversation.endDialog(ctx.visit)
      return show(ctx, cancelled(wording))
    case 'try': {
      const address = await can.conversation.rememberedQuery(chatId, id)
      return address === null ? show(ctx, feedNotThere(wording)) : addFeed(ctx, can, address)
    }
  }
  const feed = await can.feeds.byId(id)
  if (feed === null) return show(ctx, feedNotThere(wording))
  switch (args[0]) {
    case 'pause':
      await can.feeds.pause(id, userId)
      break
    case 'resume':
      await can.feeds.resume(id, userId)
      break
    case 'poll':
      return pollNow(ctx, can, feed)
    case 'remove':
      return show(ctx, removeFeedQuestion(wording, feed), questionButtons(wording, feed))
    case 'drop':
      await can.feeds.remove(id, userId)
      return show(ctx, feedRemoved(wording, feed), backToList(wording))
  }
  await showFeed(ctx, can, id)
}

async function showList(ctx: BotContext, can: FeedCapabilities, asked: number): Promise<void> {
  const { wording } = ctx.visit
  const { total } = await can.feeds.list({ offset: 0, limit: 0 })
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, asked), pages)
  const offset = (page - 1) * PAGE_SIZE
  const listed = (await can.feeds.list({ offset, limit: PAGE_SIZE })).feeds
  const place = { firstNumber: offset + 1, page, pages }
  await show(
    ctx,
    feedList(wording, { feeds: listed, ...place, total, zone: can.defaultZone }),
    listButtons(wording, listed, place),
  )
}

async function showFeed(ctx: BotContext, can: FeedCapabilities, id: number, note?: Html): Promise<void> {
  const { wording } = ctx.visit
  const feed = await can.feeds.byId(id)
  if (feed === null) return show(ctx, feedNotThere(wording))
  const options = { zone: can.defaultZone, ...(note === undefined ? {} : { note }) }
  await show(ctx, feedCard(wording, feed, options), feedButtons(wording, feed))
}

async function addFeed(ctx: BotContext, can: FeedCapabilities, address: string): Promise<void> {
  const { wording, chatId, userId } = ctx.visit
  await ctx.api.sendChatAction(chatId, 'typing')
  const outcome = await can.feeds.add(address, userId)
  switch (outcome.kind) {
    case 'added':
      return showFeed(ctx, can, outcome.feed.id, feedAdded(wording, { count: outcome.items }))
    case 'known':
      return showFeed(ctx, can, outcome.feed.id, feedKnown(wording))
    case 'refused':
      return send(ctx, feedRefused(wording, outcome.code, address))
    case 'page': {
      // Addresses do not fit into buttons: they are remembered, and the buttons name them.
      const found = []
      for (const feed of outcome.feeds)
        found.push({ ...feed, remembered: await can.conversation.rememberQuery(chatId, feed.url) })
      return send(ctx, feedsOnPage(wording, address), foundButtons(wording, found))
    }
  }
}

async function pollNow(ctx: BotContext, can: FeedCapabilities, feed: FeedWithCounts): Promise<void> {
  const { wording, chatId, userId } = ctx.visit
  await ctx.api.sendChatAction(chatId, 'typing')
  const outcome = await can.feeds.pollNow(feed.id, userId)
  const note =
    outcome.kind === 'done'
      ? feedPolled(wording, { count: outcome.taken })
      : feedPollFailed(wording, outcome.kind === 'failed' ? outcome.code : 'internal')
  await showFeed(ctx, can, feed.id, note)
}
