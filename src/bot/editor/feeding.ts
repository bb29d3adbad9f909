import type { Api } from 'grammy'
import type { Clock } from '../../clock.ts'
import { createFeedDesk, type FeedDesk } from '../../feeds/desk.ts'
import type { FeedStore } from '../../feeds/feed-store.ts'
import type { FeedMaterials } from '../../feeds/materials.ts'
import { createFeedPoller, type ParseFeed } from '../../feeds/poller.ts'
import type { Log } from '../../log.ts'
import type { Wording } from '../../messages/fluent.ts'
import type { SafeFetch } from '../../sources/fetch.ts'
import type { Parser } from '../../sources/parser.ts'
import { createRobots } from '../../sources/robots.ts'
import type { Story } from '../../story/aliases.ts'
import { relevanceOf } from '../../story/relevance.ts'
import { createFeedNotices } from '../owner/feed-notices.ts'

export interface FeedingParts {
  readonly feedStore: FeedStore
  readonly feedMaterials: FeedMaterials
  readonly fetch: SafeFetch
  readonly parser: Parser
  readonly story: Story | null
  readonly clock: Clock
  readonly log: Log
  /** Asked when owners are told: the bot is made after this. */
  readonly api: () => Api
  readonly ownerIds: readonly number[]
  readonly wordingOf: (chatId: number) => Promise<Wording>
}

/** News that comes in by itself. */
export interface Feeding {
  /** What editors see and govern. */
  readonly feeds: FeedDesk
  /** Polls what is due. */
  tick(): Promise<void>
  stop(): Promise<void>
}

/** The feeds with all that polling them takes: the net, the parsing thread, the story, and the owners who are told. */
export function createFeeding(parts: FeedingParts): Feeding {
  const { feedStore, feedMaterials, fetch, parser, story, clock, log, ownerIds, wordingOf } = parts
  const robots = createRobots({ fetch, clock })
  const parse: ParseFeed = (input) => parser.run('feed', input)
  const poller = createFeedPoller({
    feeds: feedStore,
    materials: feedMaterials,
    fetch,
    robots,
    parse,
    clock,
    log,
    random: Math.random,
    async readPage(url, signal) {
      const page = await fetch(url, { accept: ['text/html', 'application/xhtml+xml'], signal })
      return parser.run('page', { bytes: page.body, url: page.url, charset: page.charset })
    },
    belongs: (text) => story === null || relevanceOf(text, story.relevance).belongs,
    touches: (text) => story === null || relevanceOf(text, story.relevance).found.length > 0,
    tellOwners: (notice) => createFeedNotices({ ownerIds, wordingOf, api: parts.api() })(notice),
  })
  const feeds = createFeedDesk({ feeds: feedStore, poller, fetch, robots, parse, clock })
  return {
    feeds,
    tick: async () => {
      await poller.tick()
    },
    stop: () => poller.stop(),
  }
}
